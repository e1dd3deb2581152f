# Where a number comes from: one sentence a step.
why-target-year = Target of the year: “{ $target }”.
why-target-periodic = Target at { $date }: “{ $target }”.
why-node-target = Target on the result: “{ $target }”.
why-node-target-met = Target on the result: “{ $target }”, met.
why-node-target-not-met = Target on the result: “{ $target }”, not met.
why-coverage = Measured weight: { $coverage }%.
why-no-score = There is no result: { $cause }.

why-reading = Reading of { $date }: { $observed }
why-reference = Reference figure of { $date }: { $observed }
why-quotient = { $numerator } / { $denominator } = { $result }
why-quotient-per-cent = 100 × { $numerator } / { $denominator } = { $result }
why-recorded = Recorded on { $date }.
why-recorded-by = Recorded on { $date } by { $by }.
why-checked = Checked.
why-source = Source: { $text }
why-reason = Reason of the correction: { $text }
why-note = Note: { $text }

why-share = 100 × { $actual } / { $level } = { $result }
why-gap = 100 × (1 − { $gap } / { $size }) = { $result }
why-surplus = 100 × (1 + { $gap } / { $size }) = { $result }
why-inverse = 100 × { $level } / { $actual } = { $result }
why-met = { $actual } reaches { $level }: { $result }
why-not-met = { $actual } does not reach { $level }: { $result }
why-reached = The target is met: 100.
why-nothing-reached = The target is not met: 0.
why-step = The step worth { $step } is reached.
why-no-step = No step is reached: 0.
why-between = Between the step worth { $low } and the one worth { $high }: { $result }
why-late = { $days ->
    [one] Done one day late: 0.
   *[other] Done { $days } days late: 0.
}
why-late-points = { $days ->
    [one] Done one day late, { $points } points less: { $result }
   *[other] Done { $days } days late, { $points } points less a day: { $result }
}
why-overdue = The deadline of { $date } has passed and it is not done: 0.
why-judged = The evaluator's judgement: { $result }
why-compound-min = The lowest part counts.
why-compound-mean = The mean of the parts counts.
why-cap = The most is { $limit }: { $uncapped } becomes { $result }.
why-floor = The least is { $limit }: { $uncapped } becomes { $result }.
why-underestimated = The result is over { $from }% of the target: the target looks underestimated.
