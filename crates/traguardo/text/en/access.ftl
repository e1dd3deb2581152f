# Who may do what. Roles stand alone and after "role of"; actions after "to".
role-administrator = administrator
role-controller = management control
role-collector = data collector
role-head = head of office
role-secretary-general = secretary general
role-evaluator = OIV
role-board = board
role-reader = reader

action-see-plan = see the plan and its results
action-see-work = see drafts, readings in progress and deadlines
action-edit-draft = change the plan or import it
action-answer-question = say what a target means
action-adopt = record the adoption of the plan or of the rules
action-record-reading = record a reading
action-check-reading = check a reading
action-close-round = close a round
action-set-deadlines = set who hands in what by when
action-write-evaluation = write the evaluations of the OIV
action-see-evaluation = see the evaluations of the OIV
action-see-secretary-objectives = see the individual objectives of the secretary general
action-see-head-objectives = see the individual objectives of the heads of office
action-manage-accounts = manage accounts
action-configure = change the settings
action-see-trail = read the trail of changes

# $action is one of the actions above, $roles the list of the roles that allow it.
access-or = or
access-refused-not-signed-in = You must sign in to { $action }.
access-refused-role = To { $action } you need the role of { $roles }. If it is yours to have, ask whoever administers Traguardo.
access-refused-other-body = To { $action } you need the role of { $roles } in the body “{ $body }”: yours holds in another one.
access-refused-whole-body = To { $action } you need the role of { $roles } for the whole body: yours holds for an office.
access-refused-whole-installation = To { $action } you need the role of { $roles } for all bodies: yours holds for one of them.
access-refused-other-office = To { $action } here you need the role of { $roles } { $count ->
        [one] in the office “{ $offices }”
       *[other] in one of the offices “{ $offices }”
    }: yours holds for another one.
access-refused-nobody-answers = To { $action } here you need the role of { $roles } for the whole body: the plan does not say which office answers for it.

# Accounts in the database. $database is the file or the address.
store-account-name = “{ $found }” cannot be the name of an account. Use plain letters, digits, full stop, hyphen and at sign, up to 64 characters, beginning with a letter or a digit.
store-account-taken = There is an account “{ $id }” in “{ $database }” already. Choose another name, or change the one that is there.
store-account-unknown = There is no account “{ $id }” in “{ $database }”.{ $nearest ->
        [none] { "" }
       *[other] {" "}Is it “{ $nearest }”?
    }
store-password-length = The password has { $found } characters: it needs { $least } to { $most }. Which ones is your choice: three or four words that you remember will do.
store-grant-not-fitting = The role of { $role } cannot be granted there. For all bodies only the administrator's can; for an office those of management control, data collector, head of office and reader; the others for a body.
store-grant-absent = The account “{ $id }” does not have the role of { $role } there. See those it has with: traguardo user list
store-crypto = This machine does not allow to keep a password ({ $reason }). Nothing has changed.
