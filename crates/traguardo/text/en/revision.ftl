# The revisions of a plan: list, draft, adoption, register of variations.

store-revision-unknown = In “{ $database }” the plan has no revision no. { $number }: the last one is no. { $last }.
store-draft-unknown = The plan has no draft of a revision. One is opened on the page “Revisions”.
store-draft-unseen = { $who } has changed the draft in the meantime: read it again before adopting it. Nothing was adopted.
store-draft-outdated = Revision no. { $last } was adopted after the draft was opened: the draft does not know of it. Bring the changes into a new draft. Nothing was adopted.
store-draft-unchanged = The draft says what the plan says already: there is nothing to adopt.
