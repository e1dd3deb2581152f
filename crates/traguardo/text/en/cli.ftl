# The command line.
cli-usage = Usage
cli-commands = Commands
cli-arguments = Arguments
cli-options = Options

cli-about = The performance cycle of a public body: from plan and readings to explained scores.
cli-examples =
    Examples
      traguardo check modena-2020                   says what is wrong with a folder
      traguardo score modena-2020 --at 30/06/2020   shows the tree with its scores
      traguardo explain modena-2020 301             says where a number comes from
      traguardo demo                                loads the examples and opens the pages

    Every command has help of its own: traguardo score --help
cli-check-about = Says everything that is wrong with a plan: what, where and how to mend it.
cli-check-examples =
    Examples
      traguardo check modena-2020
      traguardo check piano.xlsx --format json
      traguardo check cciaa_mo/2020 --db sqlite:dati/traguardo.db

    Ends with 0 where there are no errors, with 1 where there are.
cli-score-about = Shows the performance tree with its scores on a day.
cli-score-examples =
    Examples
      traguardo score modena-2020 --at 2020-06-30
      traguardo score piano.xlsx --at 31/12/2020 --format json
      traguardo score modena-2020 --at 2020-06-30 --format csv > punteggi.csv
cli-explain-about = Says where a number comes from, down to the last reading.
cli-explain-examples =
    Examples
      traguardo explain modena-2020 301 --at 2020-06-30
      traguardo explain modena-2020 EXPORT --at 2020-06-30
      traguardo explain modena-2020 EXPORT --node 301 --at 2020-06-30
      traguardo explain modena-2020 cciaa_mo --at 2020-06-30    the whole body
cli-import-about = Brings a plan with its readings into the database: all of it or none.
cli-import-examples =
    Examples
      traguardo import modena-2020 --db sqlite:dati/traguardo.db
      traguardo import piano.xlsx --db postgres://user@server/traguardo --by "Controllo di gestione"
      traguardo import --table table.txt --year 2021                        shows, saves nothing
      traguardo import --table - --year 2021 --ipa cciaa_mo --out plan-2021 < table.html

    Where the plan is there already, it first shows what changes; --dry-run only shows it.
    Readings that are there stay; new ones are added.
cli-export-about = Writes a plan as a folder or as a workbook (.xlsx).
cli-export-examples =
    Examples
      traguardo export cciaa_mo/2020 modena.xlsx --db sqlite:dati/traguardo.db
      traguardo export cciaa_mo/2020 modena-2020 --db sqlite:dati/traguardo.db
      traguardo export modena-2020 --xlsx modena.xlsx --at 2020-06-30
      traguardo export cciaa_mo/2020 modena-2020 --db sqlite:dati/traguardo.db --standing-on 2020-06-30

    The workbook has lists to choose from, codes protected without a password, issues as
    comments, and the sheet Punteggi, whose formulas score the plan on the day of --at.
cli-serve-about = Opens the pages of the plans in the database.
cli-serve-examples =
    Examples
      traguardo serve
      traguardo serve --db postgres://user@server/traguardo --host 0.0.0.0 --port 80

    Without --db it uses the file dati/traguardo.db, and makes it where it is missing.
cli-demo-about = Makes the database in the data folder, loads the examples that are missing and opens the pages.
cli-demo-examples =
    Examples
      traguardo demo
      traguardo demo --port 8090 --data /tmp/prova

cli-arg-path = A folder, a workbook (.xlsx, .ods) or, with --db, a plan: cciaa_mo/2020
cli-arg-code = The code of a node or an indicator, or the IPA code for the whole body
cli-arg-target = Where to write: an .xlsx file or a folder
cli-arg-db = The database: sqlite:PATH or postgres://…
cli-arg-at = The day to which the situation refers: 2020-06-30 or 30/06/2020. Without it, today
cli-arg-format = The format of the answer: table (unless said otherwise) or json; for score and audit csv too
cli-arg-node = The node, where an indicator is used more than once
cli-arg-by = Who does it, as the register will say. Without it, the user of the system
cli-arg-data = The data folder. Without it, dati
cli-arg-host = The address to listen on. Without it, 127.0.0.1: this machine only
cli-arg-port = The port. Without it, 8080; 0 chooses a free one
cli-arg-lang = The language of the messages: it or en
cli-arg-help = Shows this help
cli-arg-version = Shows the version
cli-name-command = COMMAND
cli-name-path = PATH
cli-name-code = CODE
cli-name-target = TARGET
cli-name-db = DATABASE
cli-name-at = DATE
cli-name-format = FORMAT
cli-name-node = NODE
cli-name-by = NAME
cli-name-data = FOLDER
cli-name-host = ADDRESS
cli-name-port = PORT
cli-name-lang = LANGUAGE
cli-name-help = HELP
cli-name-version = VERSION

cli-command-missing = The command is missing. The commands are check, score, explain, audit, diff, import, export, backup, restore, verify, log, serve and demo: traguardo --help explains them.
cli-command-unknown = There is no command “{ $what }”.{ $nearest ->
    [none] {" "}traguardo --help shows those there are.
   *[other] {" "}Perhaps { $nearest }?
}
cli-argument-unknown = There is no option “{ $what }”.{ $nearest ->
    [none] {" "}--help shows those there are.
   *[other] {" "}Perhaps { $nearest }?
}
cli-argument-missing = { $what } is missing. --help shows an example.
cli-argument-not-allowed = “{ $found }” does not do for { $what }.{ $allowed ->
    [none] {""}
   *[other] {" "}Allowed are: { $allowed }.
}
cli-command-line = The command line is not understood. --help shows an example.
cli-date-unclear = “{ $found }” is not a date. Write it as 2020-06-30 or 30/06/2020.
cli-plan-path-unclear = “{ $found }” does not name a plan in the database. Write IPA code and year: cciaa_mo/2020.
cli-code-unknown = The plan has neither a node nor an indicator with the code “{ $found }”.{ $nearest ->
    [none] {""}
   *[other] {" "}The one most like it is “{ $nearest }”.
}
cli-use-unknown = Node “{ $node }” does not use indicator “{ $code }”. It is used by: { $nodes }.

cli-errors = { $count ->
    [one] 1 error
   *[other] { $count } errors
}
cli-warnings = { $count ->
    [one] 1 warning
   *[other] { $count } warnings
}
cli-notes = { $count ->
    [one] 1 note
   *[other] { $count } notes
}
cli-nothing-wrong = Nothing is wrong.

cli-score-title = { $body }, plan { $year }: situation on { $date }
cli-score-measured = Indicators measured: { $scored } of { $uses }.
cli-column-code = Code
cli-column-title = Title
cli-column-weight = Weight
cli-column-target = Target
cli-column-actual = Actual
cli-column-score = Score
cli-column-band = Band
cli-group-indicators = Indicators
cli-group-children = Objectives
cli-compound-part = Part { $part }
cli-on-measured = On the measured part only: { $score }

cli-arg-as = The account in whose name one works: whether it may is asked, and the trail has its name. It is no sign-in: whoever opens the database can do anything all the same
cli-name-as = ACCOUNT
cli-as-unknown = There is no account “{ $id }”: traguardo user list lists them.
cli-as-locked = The account “{ $id }” is locked: an administrator unlocks it with traguardo user unlock.
cli-somebody = unknown
cli-importing = Importing
cli-imported = Imported { $plan }: { $nodes } nodes, { $indicators } indicators, { $added } new readings, { $known } known already.
cli-import-refused = The plan was not imported and the database is as it was. Mend the errors listed and try again.
cli-export-refused = The plan was not written. Mend the errors listed and try again.
cli-exported = Written { $target }.
cli-export-failed = { $target } cannot be written: { $error }.
cli-output-failed = The answer cannot be written: { $error }.
cli-runtime-failed = The program cannot start on this machine: { $error }.

cli-demo-database = Database: { $path }
cli-demo-loading = Loading the example { $name }
cli-serving = Traguardo is ready: { $url } (Ctrl+C stops it)
cli-stopped = Stopped.
cli-serve-failed = The service has stopped: { $error }.
cli-port-taken = Port { $port } on { $host } is taken by another program. Stop it, or choose another port with --port.
cli-port-forbidden = You may not use port { $port } on { $host }. Choose one from 1024 up with --port.
cli-port-failed = Cannot listen on { $host }, port { $port }: { $error }.
