# Closed rounds: what is missing, what changed afterwards. The words of what is missing stand by
# themselves, in a list and in a cell.
round-gap-owed = not handed in
round-gap-note = without the note it owes
round-gap-sent-back = sent back
round-gap-unchecked = not checked yet
round-gap-suspended = suspended

round-refused-closed = This round is closed already: what it consists of changes no more. A correction stands beside it.
round-refused-no-checkpoint = The plan has no checkpoint on that day. Choose one from the list of rounds.
round-refused-ahead = The checkpoint is on { $date }: the round can be closed from that day on, since until then something may still come.
round-refused-gaps = { $count ->
        [one] Something is missing of one reading
       *[other] Something is missing of { $count } readings
    }: complete what is missing, or write why the round is closed all the same.

round-why-program = program changed
round-why-plan = plan changed
round-why-rules = rules changed
round-why-readings = readings corrected or late

# Verifying what is closed. $round is body/year/date, $line the first line of the record that does
# not match.
round-hash-broken = The record of round “{ $round }” does not have the hash with which it was closed: somebody has changed the record or the hash.
round-inputs-changed = The inputs of round “{ $round }” are not those with which it was closed. The first line that does not match: { $line }
round-scores-changed = From the same inputs this version of the program does not reckon the scores with which version { $program } closed round “{ $round }”. The first line that does not match: { $line }
round-unread = Round “{ $round }” cannot be read any more: a row of table { $table } is damaged or missing.

store-round-moved = Something has come meanwhile: a reading, a check or a revision of the plan. The round was not closed: look at what has changed, then close it.
store-round-unknown = In “{ $database }” no round is closed at { $date }.

round-stage-not-begun = not begun yet
round-stage-collecting = under way
round-stage-to-close = to be closed
round-stage-closed = closed

# $item is what changed, $fate what became of it, $cells its changes cell by cell.
round-change = { $item }, { $fate }: { $cells }
round-step = { $why }: from { $before } to { $after }
round-no-figure = not there

# The command “traguardo round”.
cli-round-about = The rounds of a plan: listing them, closing them, seeing them as they were.
cli-round-examples =
    Examples:
      traguardo round list cciaa_mo/2020 --db sqlite:dati/traguardo.db
      traguardo round close cciaa_mo/2020 2020-06-30 --db sqlite:dati/traguardo.db
      traguardo round compare cciaa_mo/2020 2020-06-30 --db sqlite:dati/traguardo.db
cli-round-list-about = Lists the rounds of the year: which are closed, and what the others lack.
cli-round-list-examples = Example: traguardo round list cciaa_mo/2020 --db sqlite:dati/traguardo.db
cli-round-close-about = Closes a round: from then on its scores change no more.
cli-round-close-examples =
    Examples:
      traguardo round close cciaa_mo/2020 2020-06-30 --db sqlite:dati/traguardo.db
      traguardo round close cciaa_mo/2020 2020-06-30 --reason "published in September" --db sqlite:dati/traguardo.db
cli-round-show-about = Shows the scores of a closed round, reckoned anew from its inputs.
cli-round-show-examples = Example: traguardo round show cciaa_mo/2020 2020-06-30 --db sqlite:dati/traguardo.db
cli-round-record-about = Writes the record of a closed round, byte by byte: its SHA-256 is the hash.
cli-round-record-examples =
    Examples:
      traguardo round record cciaa_mo/2020 2020-06-30 --db sqlite:dati/traguardo.db | sha256sum
      traguardo round record cciaa_mo/2020 2020-06-30 --db sqlite:dati/traguardo.db --format json
cli-round-compare-about = Says what each score of a closed round would be today, and why.
cli-round-compare-examples = Example: traguardo round compare cciaa_mo/2020 2020-06-30 --db sqlite:dati/traguardo.db
cli-arg-plan = The plan in the database: cciaa_mo/2020
cli-arg-checkpoint = The date of the round: 2020-06-30 or 30/06/2020
cli-arg-reason = Why it is closed although something is missing
cli-name-plan = PLAN
cli-name-checkpoint = ROUND
cli-name-reason = REASON
cli-round-line = { $date }  { $stage }
cli-round-line-missing = { $date }  { $stage }, { $count ->
        [0] nothing is missing
        [one] something is missing of 1 reading
       *[other] something is missing of { $count } readings
    }
cli-round-line-closed = { $date }  { $stage } on { $at } by { $who }, revision { $revision }, hash { $hash }…
cli-round-gap = { $code }{ $part ->
        [none] { "" }
       *[other] {" "}(part { $part })
    }: { $what }
cli-round-closed = Round of { $date } closed on revision { $revision } of the plan, with { $count ->
        [one] 1 reading
       *[other] { $count } readings
    }. Hash of the record: { $hash }
cli-round-shown = Closed on { $date } by { $who } on revision { $revision } of the plan, with { $count ->
        [one] 1 reading
       *[other] { $count } readings
    }. Hash of the record: { $hash }
cli-round-shown-gaps = Something was missing of { $count ->
        [one] 1 reading
       *[other] { $count } readings
    }: { $reason }
cli-round-compared = { $moved ->
        [0] Today all { $count } figures would be the same.
        [one] Today 1 figure of { $count } would be different:
       *[other] Today { $moved } figures of { $count } would be different:
    }

# The pages of rounds. $count are the rounds of the year, $closed those closed, $ready those that can
# be closed.
nav-rounds = Rounds
word-round = Round
word-day = Day
rounds-title = Rounds
rounds-sentence = { $count ->
        [one] There is **one round** this year
       *[other] There are **{ $count } rounds** this year
    }: { $closed ->
        [0] none is closed
        [one] **one is closed**
       *[other] **{ $closed } are closed**
    }{ $ready ->
        [0] .
        [one] {""}, one is ready to be closed.
       *[other] {""}, { $ready } are ready to be closed.
    }
rounds-list = The rounds of the year
rounds-note = A closed round changes no more: its scores depend only on the plan, the rules and the readings that were fixed when it was closed.
rounds-hand-in = Hand-in by
rounds-readings = Readings
rounds-to-do = What is missing
rounds-collected = { $there } of { $count } handed in, { $checked } checked
rounds-missing = { $count ->
        [0] nothing
        [one] something of 1 reading
       *[other] something of { $count } readings
    }

round-title = Round of { $date }
round-part = part { $part }
round-ahead = The round is of **{ $date }**: it can be closed from that day on.
round-lacks = { $count ->
        [0] Nothing is missing: the round **can be closed**.
        [one] Something is missing of **one reading** of { $asked }. It can be completed, or closed all the same by writing why.
       *[other] Something is missing of **{ $count } readings** of { $asked }. They can be completed, or closed all the same by writing why.
    }
round-gap-owed-title = { $count ->
        [one] 1 reading not handed in
       *[other] { $count } readings not handed in
    }
round-gap-owed-mend = Whoever collects it records it, or declares it not available (N/D) and writes why.
round-gap-note-title = { $count ->
        [one] 1 reading without the note it owes
       *[other] { $count } readings without the note they owe
    }
round-gap-note-mend = Below the target, and where N/D is declared, whoever collects it writes why.
round-gap-sent-back-title = { $count ->
        [one] 1 reading sent back
       *[other] { $count } readings sent back
    }
round-gap-sent-back-mend = Whoever collects it records another in its place, and says what was corrected.
round-gap-unchecked-title = { $count ->
        [one] 1 reading not checked yet
       *[other] { $count } readings not checked yet
    }
round-gap-unchecked-mend = Whoever answers for it checks it, or sends it back with a reason.
round-gap-suspended-title = { $count ->
        [one] 1 reading suspended
       *[other] { $count } readings suspended
    }
round-gap-suspended-mend = The target waits for an answer, or its deadline for an act that has no day yet.

round-close = Closing the round
round-consequence = Closing fixes **revision { $revision } of the plan** with its rules and **{ $count ->
        [one] the one reading that counts
       *[other] the { $count } readings that count
    }** at { $date }. A closed round **is not opened again**: what is corrected later stands beside it, with its reason, and the closed figures do not change.
round-reason = Why it is closed although something is missing
round-reason-note = It is written in the record of the round, where the OIV reads it.
round-confirm = I have read what follows from it and close the round
round-not-confirmed = To close it tick the box that says that you have read what follows from it.
round-close-now = Close the round

round-closed = Closed on **{ $when }** by **{ $who }** on revision { $revision } of the plan, with { $count ->
        [one] one reading
       *[other] { $count } readings
    }. The scores below are reckoned anew from these and change no more.
round-closed-gaps = { $count ->
        [one] When it was closed something was missing of **one reading**.
       *[other] When it was closed something was missing of **{ $count } readings**.
    }
round-tree = The tree as it was
round-tree-note = Every number opens on where it came from then.
round-later = What came after the closing
round-later-none = After the closing no reading has come that concerns this round.
round-later-note = These readings stand beside the round and do not enter it.
round-later-why = Why
round-later-new = reading that came later
round-later-who = Recorded by
round-readings = The readings that count
round-readings-note = These and no others. Also those of other years or bodies that a target is compared with.
round-standing = What it does
round-standing-counted = counts
round-standing-reference = compared with
round-standing-beside = in doubt with another
round-checked-by = Checked by
round-checked = { $who }, { $when }
round-not-checked = nobody
round-record = The record and its hash
round-record-note = The record has all inputs and scores of the round, in a fixed order: whoever makes it anew gets the same bytes, and so the same hash (SHA-256).
round-hash = Hash
round-command = To compute it anew
round-record-text = Download the record (text)
round-record-json = Download the record (JSON)

round-frozen = As it was at the round of **{ $date }**, closed on { $when }: from the plan, the rules and the readings of then.
round-compare-title = Then and now
round-compare-sentence = { $moved ->
        [0] Today all **{ $count }** figures of the round of { $date } would be **the same**.
        [one] Today **1 figure of { $count }** of the round of { $date } would be different.
       *[other] Today **{ $moved } figures of { $count }** of the round of { $date } would be different.
    } It was closed on revision { $revision } of the plan; today { $latest } is in force.
round-compare-moved = The figures that would change
round-compare-note = The changes are applied one after the other: program, plan, rules, readings. Each step says how far it moves the figure.
round-compare-figure = Figure
round-compare-then = Then
round-compare-now = Today
round-compare-why = Why
round-compare-more = { $count ->
        [one] and one more change
       *[other] and { $count } more changes
    }
round-compare-same = { $count ->
        [one] The other figure would be the same.
       *[other] The other { $count } figures would be the same.
    }

# The history of a node or an indicator.
history-word-checked = checked
history-word-sent-back = sent back

story-title = History
story-of = History of “{ $title }”
story-link = History: who changed what, and when
story-sentence = { $count ->
        [0] No change.
        [one] **1 change**, with who made it and when.
       *[other] **{ $count } changes**, the latest first, with who made them and when.
    }
story-when = When
story-who = Who
story-what = What
story-cells = Before and after
story-revision = revision { $number }
story-reading = reading
story-mark = mark

# The register of changes as a page and as a file.
nav-register = Register
register-title = Register of changes
register-sentence = Who changed what, and when. Every entry has the hash of the one before it: none can be taken out or changed without being seen.
register-file = Download the register (CSV)
register-none = The register is empty: nothing was written yet.
register-older = Earlier entries
register-number = Number
register-when = When
register-who = Who
register-action = What
register-detail = Detail
register-contents = Contents
register-previous = Hash before
register-hash = Hash
