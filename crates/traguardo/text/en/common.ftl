# Words that every surface needs: months, places, outcomes.
month-1 = January
month-2 = February
month-3 = March
month-4 = April
month-5 = May
month-6 = June
month-7 = July
month-8 = August
month-9 = September
month-10 = October
month-11 = November
month-12 = December

place-sheet = sheet “{ $sheet }”
place-row = row { $row }
place-column = column “{ $column }”
place-code = code { $code }

word-yes = yes
word-no = no

outcome-scored = measured
outcome-missing = N/A
outcome-not_due = not due yet
outcome-baseline = first year of measuring
outcome-neutralised = neutralised

cause-no-target = there is no target for the year
cause-target-question = the target needs an answer
cause-no-reading = there is no reading
cause-not-available = declared not available
cause-reading-unread = the reading cannot be read with certainty
cause-readings-conflict = two readings of the same day, and neither says that it supersedes the other
cause-other-kind = the reading is of another kind than the target
cause-denominator-zero = the denominator is 0
cause-reference-missing = the figure it refers to is missing
cause-reference-zero = the figure it refers to is 0
cause-overflow = the numbers are too large to be computed exactly
cause-faulty-row = its row of the plan has an error
cause-still-time = the deadline has not passed yet
cause-baseline-year = it is the first year of measuring
cause-neutralised = neutralised by act
cause-eliminated = eliminated by act
cause-no-parts = it has neither indicators nor objectives
cause-no-weights = its parts have no weights, and the rules then give no result
cause-weights-zero = all its parts weigh 0
cause-nothing-scored = none of its parts is measured
cause-blocked = one of its parts is missing, and the rules then give no result


severity-error = error
severity-warning = warning
severity-note = note
