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
action-see-proposals = see what the OIV proposes of indicators
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

# The command "traguardo user".
access-grant-everywhere = { $role }, all bodies
access-grant-body = { $role }, body { $body }
access-grant-office = { $role }, body { $body }, office { $office }
cli-user-about = Accounts and their roles.
cli-user-examples =
    Examples:
      traguardo user add anna --name "Anna Rossi" --role administrator --db sqlite:dati/traguardo.db
      traguardo user list --db sqlite:dati/traguardo.db
cli-user-add-about = Adds an account with its first role; the password is asked on the terminal.
cli-user-add-examples =
    Examples:
      traguardo user add anna --name "Anna Rossi" --role administrator --db sqlite:dati/traguardo.db
      traguardo user add bruno --role collector --body cciaa_so --office RAG --db sqlite:dati/traguardo.db
cli-user-list-about = Lists the accounts with their roles.
cli-user-list-examples = Example: traguardo user list --db sqlite:dati/traguardo.db
cli-user-grant-about = Grants an account another role.
cli-user-grant-examples = Example: traguardo user grant anna --role oiv --body cciaa_mo --db sqlite:dati/traguardo.db
cli-user-revoke-about = Takes a role back from an account.
cli-user-revoke-examples = Example: traguardo user revoke anna --role oiv --body cciaa_mo --db sqlite:dati/traguardo.db
cli-user-password-about = Gives an account a new password and signs it out everywhere.
cli-user-password-examples = Example: traguardo user password anna --db sqlite:dati/traguardo.db
cli-user-lock-about = Locks an account and signs it out everywhere.
cli-user-lock-examples = Example: traguardo user lock anna --db sqlite:dati/traguardo.db
cli-user-unlock-about = Unlocks an account, which can sign in at once.
cli-user-unlock-examples = Example: traguardo user unlock anna --db sqlite:dati/traguardo.db
cli-arg-account = The name with which the account signs in
cli-arg-name = The name that others see. Without it, the one with which it signs in
cli-arg-role = The role: administrator, controller, collector, head, secretary-general, oiv, board, reader
cli-arg-body = The IPA code of the body in which the role holds. Only the administrator can do without
cli-arg-office = The code of the office for which the role holds, with those below it. Without it, the whole body
cli-arg-password-stdin = Reads the password from the first line of standard input instead of asking on the terminal
cli-name-account = ACCOUNT
cli-name-name = NAME
cli-name-role = ROLE
cli-name-body = BODY
cli-name-office = OFFICE
cli-name-password-stdin = PASSWORD
cli-user-added = Account “{ $id }” added.
cli-user-granted = Role granted to “{ $id }”.
cli-user-revoked = Role taken back from “{ $id }”.
cli-user-password-changed = Password of “{ $id }” changed: it is signed out everywhere.
cli-user-locked = Account “{ $id }” locked: it is signed out everywhere.
cli-user-unlocked = Account “{ $id }” unlocked: it can sign in at once.
cli-user-none = There are no accounts yet.
cli-user-is-locked = locked
cli-role-unknown = The role “{ $found }” is not understood. Choose among: { $known }.
cli-role-without-body = Say in which body the role holds, with --body and the IPA code of the body: only the administrator's can be granted for all bodies.
cli-office-without-body = Say of which body the office is, with --body and the IPA code of the body.
cli-body-without-plan = There is no plan of the body “{ $body }” yet: check that the code is right.
cli-password-ask = Password ({ $least } to { $most } characters, not shown):
cli-password-again = Once more:
cli-password-differs = The two passwords are not the same. Nothing has changed: try again.
cli-password-without-terminal = There is no terminal on which to ask the password. Add --password-stdin and write it to standard input.
cli-password-unread = The password cannot be read: { $error }.

# The pages for signing in and out.
sign-in-title = Sign in
sign-in-sentence = Reading the plans needs no signing in. It is for those who fill them in, check and evaluate them.
sign-in-account = Account
sign-in-password = Password
sign-in-button = Sign in
sign-in-forgotten = If you have forgotten your password, whoever administers Traguardo in your body can give you another.
sign-in-refused = The account or the password is not right. Check them and try again.
sign-in-wait = There have been too many attempts. Try again in { $minutes ->
        [one] one minute
       *[other] { $minutes } minutes
    }: until then the password is not looked at.
signed-in-title = You are signed in
signed-in-grants = Your roles
signed-in-as = Signed in as
sign-out-button = Sign out
sign-out-everywhere = Sign out on all devices
fault-typed = What you had written
fault-typed-note = It was not saved, but it is not lost: copy it from here, sign in again and paste it into the page.
fault-old-form = The page was left open for too long
fault-old-form-sentence = Nothing has changed. Go back to the page, reload it and send again: if you allow the cookies of this site, the second time works.
cli-first-account = There are no accounts yet: the pages can be read, but nobody can sign in. Create the administrator with: traguardo user add NAME --role administrator --db "{ $database }"
demo-banner = This is a demonstration: you are signed in already, the data are examples and stay on this machine.
demo-label = Demonstration
demo-person = Go on as
demo-go-on = Go on
demo-everybody = All roles
demo-of-office = { $role } of “{ $office }”
fault-sign-in = Sign in first
fault-sign-in-sentence = Nothing has changed. Only somebody signed in can send a form: sign in and try again.
fault-sign-in-link = Sign in and come back here
fault-refused = This is not yours to do
fault-other-person = See your roles, or sign in as somebody else
fault-too-large = It is larger than what can be sent
fault-too-large-sentence = Nothing has changed. Split the table, or take out of the workbook what is not needed, and send again.

# The pages of accounts.
users-title = Accounts
users-sentence = Who can sign in, with which roles and where.
users-link = Manage accounts
users-list = Who is there
users-none = Nobody is there yet.
users-name = Name
users-roles = Roles
users-state = Access
users-open = can sign in
users-locked = locked
users-add = Add an account
users-add-button = Add the account
users-account = Name to sign in with
users-account-how = Letters without accents, digits, dots, hyphens and the at sign: for example anna.rossi.
users-full-name = Name that others see
users-role = Role
users-choose = Choose
users-place = Where it holds
users-place-how = An office holds with those below it.
users-body = Or the IPA code of a body that has no plans yet
users-everywhere = All bodies
users-whole-body = The whole body: { $body }
users-password = New password
users-password-how = { $least } to { $most } characters. Which ones is up to you: three or four words that you remember are fine.
users-password-again = The same password once more
users-password-differs = The two passwords are not the same. Nothing has changed: write them again.
users-password-wrong = The present password is not right. Nothing has changed.
users-back = All accounts
users-no-roles = There is no role: they can only read, like anybody.
users-revoke = Take back
users-grant = Grant another role
users-grant-button = Grant the role
users-reset = A new password
users-reset-note = For whoever has forgotten theirs. Their open sessions end, and they can change it later by themselves.
users-reset-button = Change the password
users-mail = Mail
users-mail-note = Reminders come here. Without an address none are sent.
users-mail-address = Mail address
users-mail-button = Save the address
users-done-mail = Address saved.
users-access = Access
users-access-note = Whoever is locked cannot sign in; their open sessions end. What they wrote stays.
users-lock = Lock
users-unlock = Unlock
users-sign-out = End their open sessions
users-own = This is you: the password is changed on your own page
users-own-title = Your password
users-own-note = Changing it signs you out on all other devices.
users-own-now = Present password
users-own-button = Change your password
users-own-done = Your password has changed. On other devices you will have to sign in again.
users-no-role = Choose a role.
users-no-place = Choose where the role holds, or write the IPA code of a body.
users-long-name = The name has more than 100 characters: shorten it.
users-taken = There is an account “{ $id }” already: choose another name to sign in with.
users-role-gone = That role is no longer there: somebody has taken it back already.
users-elsewhere = This person has a role also where you do not manage accounts: their password, lock and sessions are changed by whoever administers all bodies.
users-not-oneself = You cannot lock yourself or take your own role of administrator from here: ask another administrator.
users-done-new = Account added. Hand over the password in person: they can change it by themselves.
users-done-grant = Role granted.
users-done-revoke = Role taken back.
users-done-password = Password changed: their open sessions have ended.
users-done-lock = Account locked: their open sessions have ended.
users-done-unlock = Account unlocked: they can sign in at once.
users-done-sign-out = Their open sessions have ended.
question-sign-in = Answering needs a role that allows it.

# The first start.
cli-first-ask = There are no accounts yet: create the administrator. Without a name (Enter) the pages can only be read.
cli-first-name = Name to sign in with:
cli-first-added = Administrator “{ $id }” created: they can sign in now.
