# How issues are shown, and the sentences of those that a plan gets before it is adopted.

check-proposal = proposal: { $text }

# Who answers, how much it counts.
issue-owner-missing = No office answers for “{ $code }” ({ $title }), above or below it: write who in the column responsabile.
issue-owners-absent = The plan does not say who answers for its objectives: if the body knows, write it in the column responsabile.
issue-indicator-dominates = On “{ $code }” alone depends { $share } % of the body's score: check the weights, its own and those above it.

# Indicators that are alike.
issue-indicator-targets-differ = The same indicator has “{ $found }” here and “{ $expected }” { $first ->
        [none] under “{ $other }”
       *[other] on row { $first } (under “{ $other }”)
    }: write the same target, or tell the two indicators apart by code and title.
issue-indicators-same-ratio = “{ $code }” measures the same as “{ $other }”{ $first ->
        [none] {""}
       *[other] {" "}(row { $first })
    }: use one code on both rows, so that it is read once.
issue-indicator-name-twice = “{ $code }” has the name of “{ $other }” ({ $first ->
        [none] {""}
       *[other] row { $first };{" "}
    }{ $count } of this title in all): if they measure one thing, use one code; else let the title say of what.
issue-indicator-two-measures = The words of the indicator name two measures ({ $one } and { $other }): keep one, and make an indicator of the other.
issue-indicator-saturated = The last three readings of “{ $code }” are 100 %: it no longer measures an improvement; raise the bar or choose another indicator.
issue-node-title-twice = “{ $code }” has the same title as “{ $other }”{ $first ->
        [none] {""}
       *[other] {" "}(row { $first })
    } beside it: change one, so that they are not confused.

# Targets that will hurt.
issue-target-already-met = The target is already met: the last reading of { $year } is { $found }. Ask for an improvement, or say in the notes why keeping up is enough.
issue-target-below-trend = The target asks for less than the mean of the last three years ({ $mean }): ask for more, or say in the notes why not.
issue-target-always-met = The target “{ $found }” is met whatever happens: write what is really expected.
issue-target-halved = “{ $found }” is “{ $expected }” for the part of the year gone by: right for what adds up, not for a percentage that is whole on any day. Correct the periodic target, or write “si” in the column cumulato.
issue-target-date-outside = The deadline of { $found } falls outside { $year }, the year of this target: correct the date, or move it to the column of its year.
issue-target-before-act = The deadline of { $found } comes before the act that sets it ({ $act }): check both dates.
issue-target-outside-horizon = There is a target for { $found }, which the plan does not embrace ({ $allowed }): correct the year in the header, or add it to the horizon.
issue-percentage-out-of-range = { $nature ->
    [change] { $found } % cannot be: nothing can fall by more than 100 %. Check sign, comma and measure.
   *[share] { $found } % cannot be: it is a part of a whole, from 0 to 100. Check the comma, or numerator and denominator.
}

# Acts.
issue-act-without-number = The act is cited without a number (“{ $found }”){ $count ->
    [one] {""}
   *[other] , on { $count } rows
}: write it, or it cannot be found.
issue-act-without-date = The act is cited without a date (“{ $found }”){ $count ->
    [one] {""}
   *[other] , on { $count } rows
}: write it beside the number.
issue-act-with-two-dates = The act is cited with two dates (“{ $found }”){ $count ->
    [one] {""}
   *[other] , on { $count } rows
}: keep that of the act; if there are two acts, separate them with “|”.
issue-acts-contradict = { $what ->
    [number] “{ $found }” and “{ $other }” (row { $first }) have the same date and different numbers: if it is one act, correct the number.
    [day] “{ $found }” and “{ $other }” (row { $first }) have the same number and different dates: correct the date or the number.
   *[month] “{ $found }” has no number and in the same month there is “{ $other }” (row { $first }): check the day and write the number.
}

# Texts.
issue-text-other-year = This speaks of { $found } in a plan for { $year }: it seems left over from another plan; correct the year.
issue-text-date-impossible = The day “{ $found }” is in no calendar: correct the date in the text.
issue-text-quotient-differs = { $found } makes { $quotient } %, but { $expected } % stands beside it: check the three numbers.
issue-number-garbled = In “{ $found }” the point does not separate thousands: a digit is too many or the point is in the wrong place; correct the number.

# Readings beside one another.
issue-reading-accumulated-falls = { $found } is less than { $expected }, read on { $day }: a year-to-date figure does not fall. Write the total since the beginning of the year.
issue-reading-out-of-scale = { $found } is more than a thousand times away from the target { $expected }: check points, commas and measure.
issue-readings-identical = { $found } is also the reading of “{ $other }” on the same day, to the decimals: check that one was not copied from the other.
