# The revisions of a plan: list, draft, adoption, register of variations.

store-revision-unknown = In “{ $database }” the plan has no revision no. { $number }: the last one is no. { $last }.
