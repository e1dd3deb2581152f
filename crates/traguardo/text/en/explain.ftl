# Where a number comes from: one sentence a step.
explain-target-year = Target of the year: “{ $target }”.
explain-target-periodic = Target at { $date }: “{ $target }”.
explain-node-target = Target on the result: “{ $target }”.
explain-node-target-met = Target on the result: “{ $target }”, met.
explain-node-target-not-met = Target on the result: “{ $target }”, not met.
explain-coverage = Measured weight: { $coverage }%.
explain-no-score = There is no result: { $cause }.

explain-reading = Reading of { $date }: { $observed }.
explain-reference = Reference figure of { $date }: { $observed }.
explain-quotient = { $numerator } / { $denominator } = { $result }
explain-quotient-per-cent = 100 × { $numerator } / { $denominator } = { $result }
explain-recorded = Recorded on { $date }.
explain-recorded-by = Recorded on { $date } by { $by }.
explain-checked = Checked.
explain-source = Source: { $text }.
explain-reason = Reason of the correction: { $text }.
explain-note = Note: { $text }.

explain-share = 100 × { $actual } / { $level } = { $result }
explain-gap = 100 × (1 − { $gap } / { $size }) = { $result }
explain-surplus = 100 × (1 + { $gap } / { $size }) = { $result }
explain-inverse = 100 × { $level } / { $actual } = { $result }
explain-met = { $actual } reaches { $level }: { $result }
explain-not-met = { $actual } does not reach { $level }: { $result }
explain-reached = The target is met: 100.
explain-nothing-reached = The target is not met: 0.
explain-step = The step worth { $step } is reached.
explain-no-step = No step is reached: 0.
explain-between = Between the step worth { $low } and the one worth { $high }: { $result }
explain-late = { $days ->
    [one] Done one day late: 0.
   *[other] Done { $days } days late: 0.
}
explain-late-points = { $days ->
    [one] Done one day late, { $points } points less: { $result }
   *[other] Done { $days } days late, { $points } points less a day: { $result }
}
explain-overdue = The deadline of { $date } has passed and it is not done: 0.
explain-judged = The evaluator's judgement: { $result }
explain-compound-min = The lowest part counts.
explain-compound-mean = The mean of the parts counts.
explain-cap = The most is { $limit }: { $uncapped } becomes { $result }.
explain-floor = The least is { $limit }: { $uncapped } becomes { $result }.
explain-underestimated = The result is over { $from }% of the target: the target looks underestimated.
