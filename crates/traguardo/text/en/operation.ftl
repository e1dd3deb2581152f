# For whoever runs the program: register of changes, backups, configuration.
trail-entry-broken = Entry no. { $entry } of the register of changes is not as it was written, or does not follow from the one before it: somebody has changed, removed or added an entry.
trail-end-broken = The register of changes ends at entry no. { $last } and should end at no. { $expected }, or its last hash does not match: the end is missing.
trail-rows-changed = In table { $table } the rows of “{ $owner }” are not those that “{ $who }” wrote on { $at } (entry no. { $entry }): their number is the same, their content is not.
trail-rows-counted = In table { $table } the rows of “{ $owner }” are not those that “{ $who }” wrote on { $at } (entry no. { $entry }): { $written ->
        [one] 1 row was written
       *[other] { $written } rows were written
    }, now there { $stored ->
        [one] is 1
       *[other] are { $stored }
    }.
trail-rows-unknown = In table { $table } there { $rows ->
        [one] is 1 row
       *[other] are { $rows } rows
    } of “{ $owner }” that no entry of the register of changes says to have written.

trail-whole = “{ $database }” is whole: { $entries ->
        [one] 1 entry
       *[other] { $entries } entries
    } of the register of changes and { $rows ->
        [one] 1 stored row
       *[other] { $rows } stored rows
    } are as they were written. Hash of the last entry: { $hash }
trail-nothing = “{ $database }” is empty: there is nothing to verify yet.
trail-not-whole = “{ $database }” is not as Traguardo wrote it: { $count ->
        [one] 1 thing does not match.
       *[other] { $count } things do not match.
    } Hash of the last entry: { $hash }
trail-entry = no. { $number } · { $at } · { $who } · { $action }
trail-action-import = import of a plan
trail-action-answer = answer to a question about a target
trail-action-take-in = taking in of what was there before
trail-action-account = people and rights
trail-action-adopt = adoption of a revision
trail-action-close = closing of a round
trail-action-desk = the OIV's desk
trail-action-draft = draft of a revision
trail-action-look = individual objectives looked at
trail-action-mark = readings checked or sent back
trail-action-prove = evidence attached to a reading
trail-action-record = reading recorded
trail-action-reminder = reminder
trail-action-setting = settings of the body
trail-action-other = another change

cli-verify-about = Verifies that everything that is stored is as it was written, by the register of changes.
cli-verify-examples =
    Examples
      traguardo verify --db sqlite:dati/traguardo.db

    Exits with 0 if everything matches, with 1 if something does not. It can be used while the server works.
cli-log-about = Shows the register of changes: who has changed what, and when.
cli-log-examples =
    Examples
      traguardo log --db sqlite:dati/traguardo.db
      traguardo log --db sqlite:dati/traguardo.db --format csv > register.csv
      traguardo log --db postgres://user@server/traguardo --format json

store-file-missing = There is no file “{ $database }”. Check the path: nothing was done, so as not to make an empty database in place of the one you look for.
store-not-empty = “{ $database }” holds data already and was not touched. A backup is restored into an empty database only: name a file that is not there, or a new database (createdb).
store-copy-not-written = The backup of “{ $database }” cannot be written ({ $reason }). Check the space and the permissions of the folder it goes to.
store-copy-cell-unknown = In table { $table } of “{ $database }” row { $row } holds something that Traguardo does not write: no backup was made. Run traguardo verify to know what was changed from outside.
store-not-a-copy = The file is no backup made by traguardo backup. “{ $database }” is as it was.
store-copy-newer = The backup was made by a later version of Traguardo (schema { $found }, this one knows { $known }). “{ $database }” is as it was: update the program and try again.
store-copy-damaged = The backup is damaged or was changed: { $file } is not what was put into it. “{ $database }” is still empty: use another backup.

cli-backup-about = Makes a backup of the whole database, also while the server works.
cli-backup-examples =
    Examples
      traguardo backup copy.zip --db sqlite:dati/traguardo.db
      traguardo backup /copies/traguardo-$(date +%F).zip --db sqlite:dati/traguardo.db

    A file that is there already is not overwritten.
cli-restore-about = Restores a backup into an empty database: all of it or nothing.
cli-restore-examples =
    Examples
      traguardo restore copy.zip --db sqlite:dati/new.db
      traguardo restore copy.zip --db postgres://user@server/new

    The backup of an SQLite file can be restored into PostgreSQL, and the other way round.
cli-arg-file = The file of the backup
cli-name-file = FILE
cli-backup-done = Wrote the backup { $target }: { $rows ->
        [one] 1 row
       *[other] { $rows } rows
    }, register of changes up to entry no. { $entries }.
cli-backup-exists = { $target } is there already and was not touched. Choose another name.
cli-restore-unreadable = Cannot read { $target }: { $error }.
cli-restore-done = Restored { $rows ->
        [one] 1 row
       *[other] { $rows } rows
    } from the backup of { $at }.

cli-arg-config = The configuration file: see docs/esercizio.md
cli-name-config = FILE
cli-serving-as = Browsers know it as { $url }
cli-config-unreadable = Cannot read the configuration { $file }: { $error }.
cli-config-unclear = { $file }, line { $line }: not understood. Each line is a key, an equals sign and a text in quotes or a number: port = 8080.
cli-config-key-unknown = { $file }: there is no key “{ $key }”.{ $nearest ->
    [none] {" "}The keys are: { $known }.
   *[other] {" "}Perhaps { $nearest }?
}
cli-config-wrong = { $file }: “{ $found }” will not do for { $key }. { $key ->
    [port] It takes a number from 0 to 65535, without quotes.
    [secure_cookies] It takes true or false, without quotes.
    [trusted_proxy] It takes network addresses, with commas between them: "127.0.0.1, ::1".
    [base_address] It takes an address without a path: https://performance.comune.example.it
   *[other] It takes a text in quotes.
}
