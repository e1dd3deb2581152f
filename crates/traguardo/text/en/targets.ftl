# Targets: what a target lacks to be understood, and what makes a score missing.
issue-target-year-missing = The target “{ $found }” does not say of which year it is: write the date with its year, for example «entro il 31/12/2021».
issue-target-reference-missing = The target “{ $found }” asks for a change or a comparison and does not say with what: write for example «rispetto all'anno precedente» or «rispetto al 2020».
issue-target-event-missing = The target “{ $found }” sets a time and does not say from which day it counts: write for example «entro 60 giorni dall'approvazione del bilancio», or «<= 60 gg» if it is a duration.
issue-target-attached = The target “{ $found }” refers to an attachment: write here what is expected.
issue-target-elsewhere = The target “{ $found }” refers to a law, a plan or another document: write here the date or the number.
issue-target-two-quantities = The target “{ $found }” holds two measures: share them between two indicators, or put a semicolon between them if they are parts of one.
issue-target-several-dates = The target “{ $found }” holds several dates, and it is not clear what each is for: write before each date what is due, or put a semicolon between them.
issue-target-garbled = The target “{ $found }” has digits out of place, as if some were lost: write it again.
issue-target-level-in-words = The target “{ $found }” is a level in words, and nobody has said how many points it is worth: write the number, or «qualitativo» if a person judges it.
issue-target-undecided = The target “{ $found }” is yet to be set: write it as soon as it is decided.
issue-target-approximate = The target “{ $found }” holds only roughly: write a minimum, a maximum or a range.
issue-answer-not-understood = The answer “{ $found }” to the target “{ $written }” is not understood: answer with a phrase that is read with certainty.
issue-event-unknown = The target of “{ $code }” counts days from “{ $event }”, which is not among the events: add it to the table of events, with its date.
issue-event-without-date = The target of “{ $code }” counts days from “{ $event }”, which has no date yet: write it in the table of events as soon as it is known.

cause-event-unknown = the event that the days count from is not among the events
cause-event-without-date = the event that the days count from has no date yet
cause-not-judged = a step written in words has not been judged

# What a target asks for, in words.
reads-at-least = at least { $level }
reads-at-most = at most { $level }
reads-more-than = more than { $level }
reads-less-than = less than { $level }
reads-exactly = exactly { $level }
reads-range = between { $low } and { $high }
reads-by = by { $date }
reads-each-end = by the end of every { $per }
reads-each-time = { $days ->
    [one] within a day of the end of every { $per }
   *[other] within { $days } days of the end of every { $per }
}
reads-days-after = { $count ->
    [one] within a day of “{ $event }”
   *[other] within { $count } days of “{ $event }”
}
reads-days-before = { $count ->
    [one] at least a day before “{ $event }”
   *[other] at least { $count } days before “{ $event }”
}
reads-months-after = { $count ->
    [one] within a month of “{ $event }”
   *[other] within { $count } months of “{ $event }”
}
reads-months-before = { $count ->
    [one] at least a month before “{ $event }”
   *[other] at least { $count } months before “{ $event }”
}
reads-done = done, yes or no
reads-judgement = the evaluator's judgement, from 0 to 100, with the reason
reads-judged = “{ $words }”, as the evaluator judges
reads-baseline = first year of measuring
reads-rate = { $reading } every { $per }
reads-change = { $reading } compared with { $reference }
reads-within = a distance of at most { $tolerance } from { $reference }
reads-step = { $score }% with { $reading }
reads-all = all together: { $parts }
reads-each = each for itself: { $parts }
reads-year = { $year }: { $reading }
reads-periodic = { $reading }; at the checkpoint: { $periodic }
reads-what = { $what }: { $reading }

reference-last-year = the year before
reference-years-before = { $years ->
    [one] a year before
   *[other] { $years } years before
}
reference-year = { $year }
reference-cluster = the mean of the cluster

span-week = week
span-month = month
span-two-months = two months
span-quarter = quarter
span-four-months = four months
span-half-year = half-year
span-year = year

# How the score is reckoned, where the rules say nothing else.
scored-at-least = Met it scores 100; otherwise 100 × actual / target.
scored-at-most = Met it scores 100; otherwise it loses points in proportion to what exceeds the target.
scored-exactly = It scores 100 if the actual is just that, otherwise 0.
scored-zero = It scores 100 if it is met, otherwise 0.
scored-range = Inside the range it scores 100; outside the distance from the nearer bound counts.
scored-by = Done in time it scores 100; late 0, or some points less a day where the rules say so. Before the deadline it does not count as missing.
scored-done = It scores 100 if it is done, otherwise 0.
scored-judgement = The evaluator's judgement counts; its reason must be written.
scored-baseline = It has no score: the reading is next year's reference.
scored-within = It scores 100 if it is near enough to the reference, otherwise 0.
scored-steps = The best step reached counts; below the last 0.
scored-min = The part with the lowest score counts. Every part has readings of its own (column parte).
scored-mean = The mean of the parts counts. Every part has readings of its own (column parte).
scored-years = Every year has its target.
scored-periodic = At the checkpoint the periodic target counts, at the end of the year that of the year.

cli-target-about = Show how a target is read
cli-target-examples =
    Examples:
      traguardo target ">= 80 %"
      traguardo target "entro il primo semestre" --year 2021
      traguardo target "28 gg" --verso cala
      traguardo target "28 gg | 29 gg | 30 gg" --format json
cli-arg-phrase = The target as it is written; cells side by side separated by “ | ”
cli-arg-year = The year of the target: it completes dates written without one
cli-arg-verso = “cresce” or “cala”: it gives an operator to a number that has none
cli-name-phrase = PHRASE
cli-name-year = YEAR
cli-name-verso = DIRECTION
cli-target-reads = It reads: { $reading }.
cli-target-asks = To be made clear: { $question }
cli-target-proposals = If you mean one of these, write it so:

# Answers that do not find their target.
issue-answer-without-target = { $now ->
    [none] The answer is about “{ $found }” in the column { $target_column } of “{ $code }”, where there is no target: mend code, parent or column, or remove the row.
   *[other] The answer is about “{ $found }”, but the column { $target_column } of “{ $code }” now says “{ $now }”: copy the new text here if the answer still holds, or remove the row.
}
