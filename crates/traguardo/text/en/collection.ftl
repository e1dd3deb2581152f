# Collecting readings: what is missing, what was saved, what was checked.

store-key-used = The key of this save already belongs to another reading: reload the page and save again. ({ $database })
store-reading-unknown = There is no such reading: reload the page. ({ $database })
store-evidence-too-large = The file has more than { $megabytes } MB: attach a smaller one, or a link. ({ $database })
store-data-folder-missing = Nobody has said where to keep files of evidence: name a data folder. ({ $database })
store-evidence-not-written = The file cannot be written or read in the data folder: { $reason }. Check space and permissions. ({ $database })
trail-evidence-missing = The file of evidence { $file } is missing from the folder “prove”: bring it back from a backup.
trail-evidence-changed = The file of evidence { $file } is not the one that was attached: its hash differs.

typed-blank = The cell is empty: write the figure, or N/D where there is none.
typed-not-a-number = “{ $found }” is no number: write the figure alone, as 1.234,5, or N/D.
typed-ambiguous = “{ $found }” can be read in two ways: write a comma before the decimals and no point.
typed-too-long = “{ $found }” has too many digits: 15 at most before the comma and 6 after.
typed-not-a-day = “{ $found }” is no date: write day, month and year, as 30/04/2026, or “no” where it is not done yet.
typed-no-such-day = “{ $found }” is in no calendar: mend the day or the month.
typed-not-yes-no = “{ $found }” is neither yes nor no: write sì, no, or N/D.
typed-not-a-judgement = “{ $found }” is no judgement: write a number from 0 to 100.
typed-half-quotient = The numerator or the denominator of “{ $found }” is missing: write both.
typed-denominator-zero = The denominator of “{ $found }” is 0: where there is nothing to count write N/D, and say why in the note.

nav-collection = To fill in
nav-checking = To check

progress-not-due = not due yet
progress-due = to be filled in
progress-late = late
progress-recorded = recorded
progress-sent-back = sent back
progress-checked = checked
progress-suspended = suspended
progress-not-available = not available

collection-title = To fill in
collection-lead = { $offices }: { $open ->
    [0] no figure to enter
    [one] **one figure to enter**
   *[other] **{ $open } figures to enter**
}{ $notes ->
    [0] {""}
    [one] , **one note to write**
   *[other] , **{ $notes } notes to write**
}, as of { $date }.
collection-all-done = { $offices }: everything is filled in, as of { $date }. It can still be corrected; say why where the figure is checked already.
collection-nothing = { $offices }: nothing is due as of { $date }. When a checkpoint comes, the indicators to be read will stand here, with the day by which.
collection-checkpoint = Checkpoint of { $date }
collection-counts = { $open ->
    [0] No figure to enter
    [one] **One figure to enter**
   *[other] **{ $open } figures to enter**
}, { $notes ->
    [0] no note to write
    [one] one note to write
   *[other] { $notes } notes to write
}, { $fine } in order.
collection-closed = Rounds already closed
collection-closed-note = What is written here stands beside the closed round and does not change it.
collection-closed-count = { $open ->
    [0] Nothing is missing; it can still be corrected
    [one] One figure was not entered
   *[other] { $open } figures were not entered
}
collection-by = To be handed in by { $date }.
collection-late = It was to be handed in by { $date }.
collection-no-day = The body has set no hand-in day.
collection-how = Enter goes to the next row. A column can be pasted from a spreadsheet. Each figure is saved as soon as its cell is left.
collection-how-plain = Fill in the rows and save once: what is not touched stays as it is.
collection-save = Save what I wrote
collection-download = Download as a sheet
collection-upload = Upload the sheet
collection-col-last = Before
collection-col-actual = Figure
collection-col-score = Result
collection-col-note = Note
collection-col-proof = Evidence
collection-year-ago = A year ago
collection-round-before = Last checkpoint
collection-numerator = Numerator
collection-denominator = Denominator
collection-reason = Why it is corrected
collection-help = What is asked
collection-help-formula = How it is computed
collection-help-source = Where it comes from
collection-help-frequency = How often
collection-help-target = The target means
collection-help-how = How to write it
collection-how-number = A number, with a comma before the decimals. Where there is no figure write N/D, and say why in the note.
collection-how-quotient = Numerator and denominator: the ratio is computed. Where there is no figure write N/D, and say why in the note.
collection-how-day = The day on which it was done, as 30/04, or “no” where it is not done yet.
collection-how-yes = Sì (yes) where it is done, no where it is not. Where nobody knows write N/D, and say why in the note.
collection-how-judgement = A judgement from 0 to 100, with the reason in the note.
collection-part = part { $part }
collection-proofs = { $count ->
    [0] Attach
    [one] One piece
   *[other] { $count } pieces
}
collection-proof-after = After the figure
collection-saved-at = Saved at { $time }
collection-note-owed = A note is owed: the figure is below the target or not available, and cannot be checked without one.
collection-recorded-by = { $who ->
    [none] Recorded
   *[other] Recorded by { $who }
}{ $when ->
    [none] {""}
   *[other] , { $when }
}
collection-checked-by = Checked by { $who } on { $date }{ $comment ->
    [none] {""}
   *[other] : { $comment }
}
collection-sent-back-by = Sent back by { $who } on { $date }: { $comment }
collection-due-by = By { $date }
collection-late-since = Was due on { $date }
collection-awaits-answer = The target waits for the answer to an open question.
collection-awaits-event = The deadline counts from an act or an event that has no date yet.
collection-conflict = { $who } saved { $theirs } first ({ $when }). Here stands { $typed }, which is not saved.
collection-keep-theirs = Keep that
collection-keep-mine = Save mine
collection-saved = { $count ->
    [one] One row saved.
   *[other] { $count } rows saved.
}
collection-not-saved = { $count ->
    [one] One row is not saved: below it says why, and what was written is still there.
   *[other] { $count } rows are not saved: below it says why, and what was written is still there.
}
collection-offline = Not saved: the service does not answer. What was written is kept on this computer, and is tried again by itself.
collection-expired = Not saved: you are no longer signed in. What was written is kept on this computer.
collection-sign-in = Sign in in another window
collection-again = Save again
collection-kept = Written here before, and not saved:
collection-kept-take = Take it up
collection-kept-leave = Leave it
collection-reason-own = Corrected by who records, before the check
collection-reason-sent-back = Corrected after it was sent back
collection-reason-wanted = The figure is checked already: write why it is to be corrected.
collection-note-too-long = The note is too long: { $most } characters at most. The rest can be attached as evidence.
collection-day-hint = dd/mm
collection-yes-hint = sì / no

checking-title = To check
checking-lead = { $count ->
    [one] **One figure waits** to be checked
   *[other] **{ $count } figures wait** to be checked
}{ $notes ->
    [0] {""}
    [one] ; one still lacks its note
   *[other] ; { $notes } still lack their note
}, as of { $date }. Who checks answers for the figure; who sends it back says why, and it returns to who records it.
checking-nothing = As of { $date } no figure waits to be checked. The figures of the objectives one answers for come here as soon as they are recorded.
checking-comment = Comment, or why it is sent back
checking-comment-note = A comment is optional for who checks; to send back, the reason is needed. It stays in the history of the figure.
checking-check = Check the chosen figures
checking-send-back = Send the chosen figures back
checking-open = Open
checking-done = Looked at already
checking-note-missing = The note is missing: it can only be sent back.
checking-checked = { $count ->
    [one] One figure checked.
   *[other] { $count } figures checked.
}
checking-sent-back = { $count ->
    [one] One figure sent back to who records it.
   *[other] { $count } figures sent back to those who record them.
}
checking-superseded = { $count ->
    [one] One figure was corrected in the meantime and is not marked: look at it again.
   *[other] { $count } figures were corrected in the meantime and are not marked: look at them again.
}
checking-note-owed = { $count ->
    [one] One figure cannot be checked, as its note is missing or it was looked at already: send it back with the reason.
   *[other] { $count } figures cannot be checked, as their notes are missing or they were looked at already: send them back with the reason.
}
checking-nothing-chosen = No figure is chosen: tick those to be checked or sent back.
checking-no-reason = To send a figure back, write why.
checking-long = The comment is too long: { $most } characters at most.

evidence-title = Evidence of the figure
evidence-none = The figure has no evidence yet.
evidence-add = Attach evidence
evidence-file = File
evidence-or-link = Or a link
evidence-name = The name to show it by, if another
evidence-limit = Up to { $megabytes } MB: { $kinds }.
evidence-save = Attach
evidence-saved = Evidence attached.
evidence-hash = SHA-256
evidence-nothing = There is neither a file nor a link: choose one.
evidence-both = There are a file and a link: attach them one at a time.
evidence-link = The link is no whole address: it must begin with https:// and have no spaces.
evidence-long = The name or the link is too long: { $most } characters at most.
evidence-too-large = The file has more than { $megabytes } MB: attach a smaller one, or a link.
evidence-kind = This kind of file cannot be attached. These can: { $kinds }.
evidence-other-kind = What is in “{ $file }” is not what its name says: save it again from the program that made it.

collection-file-lead = The sheet has a row for each figure to enter, in “Rilevazioni”: fill in “valore” (or “numeratore” and “denominatore”, “fatto_il”, “giudizio”) and, below the target, the “nota”. Before it is saved you see what changes.
collection-file-preview = What changes
collection-file-counts = { $changes ->
    [0] No figure to save
    [one] One figure to save
   *[other] { $changes } figures to save
}; { $same } equal to those saved already; { $blank } still blank.
collection-file-before = Now
collection-file-after = From the sheet
collection-file-save = Save these figures
collection-file-large = The file is too large to be such a sheet.
collection-file-not-owed = “{ $code }” on { $date } is not among the figures that can be entered here: the row is left aside.
checking-done-count = { $count ->
    [one] One figure checked or sent back
   *[other] { $count } figures checked or sent back
}
