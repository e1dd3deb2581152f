# The database: what is wrong and how to mend it. In every text $database is the file or address.
store-address-not-understood = The address “{ $database }” is not understood. Write sqlite:PATH for a file (sqlite:dati/traguardo.db), or postgres://user@server/name for a PostgreSQL server.
store-not-a-database = “{ $database }” is there and is not an SQLite database. The file is as it was: name another one, or a new name, which will be created.
store-of-another-program = “{ $database }” holds the tables of another program and was not touched. Name another database: a file that is not there is created.
store-cannot-open = “{ $database }” can be neither opened nor created ({ $reason }). Check that the path is that of a file, that its folder exists and that the disk can be written.
store-no-permission = Permission to read or write “{ $database }” is missing. Ask the administrator for it, or name a database of your own.
store-not-reachable = The server of “{ $database }” does not answer ({ $reason }). Check that PostgreSQL runs, that address and port are right, and that the network lets it be reached.
store-not-encrypted = The encrypted connection to the server of “{ $database }” cannot be made ({ $reason }). Take sslmode out of the address if the server is on this machine or in a trusted network; otherwise use a program built with the feature “tls”.
store-login-refused = The server of “{ $database }” does not accept the user or the password. Check them: the password stands in the address, in the variable PGPASSWORD or in the file .pgpass.
store-database-missing = The server answers and does not have the database of “{ $database }”. Create it with createdb, or correct the name.
store-newer = “{ $database }” was written by a later version of Traguardo (schema { $found }, this one knows { $known }) and was not touched. Update the program.
store-busy = “{ $database }” has been busy for too long with somebody who writes. Nothing has changed: try again in a while.
store-disk-full = The disk of “{ $database }” is full. Nothing has changed: free some space and try again.
store-file-damaged = The file “{ $database }” is damaged. Stop, put a copy of it aside and start again from the last backup.
store-row-damaged = In “{ $database }” row { $row } of table { $table } is not as Traguardo wrote it (column { $column }). Somebody has changed it from outside: put it back as it was, or start again from a backup.
store-plan-unknown = “{ $database }” does not have the plan { $plan }.
store-plan-unknown-nearest = “{ $database }” does not have the plan { $plan }. Perhaps it is { $nearest }?
store-rows-faulty = { $count ->
        [one] One row contains
       *[other] { $count } rows contain
    } an error (code { $code }): the plan can be shown but not saved. Nothing has changed in “{ $database }”: correct it and try again.
store-readings-not-superseding = { $count ->
        [one] One reading differs from the one
       *[other] { $count } readings differ from those
    } already registered without superseding { $count ->
        [one] it
       *[other] them
    }. The first is of “{ $code }”{ $row ->
        [0] { "" }
       *[other] {" "}(row { $row })
    }. A reading is never changed: to correct it, add a row that is registered later (registrato_il) and says why (motivo). Nothing has changed in “{ $database }”.
store-clash = The reading of “{ $code }” on { $date } differs from the one already registered{ $registered ->
        [no] { "" }
       *[other] {" "}on { $registered }
    }. A reading is never changed: to correct it, add a row that is registered later (registrato_il) and says why (motivo).
store-text-with-nul = A text for table { $table } contains the character NUL, which no database keeps. Nothing has changed in “{ $database }”: take it out and try again.
store-engine = The database “{ $database }” answered with an error: { $reason }
