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
