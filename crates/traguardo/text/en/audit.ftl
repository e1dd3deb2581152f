# The audit of printed achievements.
audit-verdict-equal = equal
audit-verdict-within-rounding = within rounding
audit-verdict-follows-wrong = follows from a slip
audit-verdict-wrong = wrong
audit-verdict-not-compared = not compared

audit-kind-node = node
audit-kind-indicators = indicators of the node
audit-kind-children = objectives of the node
audit-kind-use = indicator

audit-use-wrong = { $printed } is printed, but the reading{ $actual ->
    [none] {""}
   *[other] {" "}{ $actual }
}{ $level ->
    [none] {""}
   *[other] {" "}against { $level }
} gives { $computed }{ $low ->
    [none] {""}
   *[other] ; with the rounding of the source it can give { $low } to { $high }
}. The difference is { $difference }.
audit-use-within = { $printed } is printed, the reading{ $actual ->
    [none] {""}
   *[other] {" "}{ $actual }
}{ $level ->
    [none] {""}
   *[other] {" "}against { $level }
} as it is written gives { $computed }. If it was rounded to its last digit, it can give { $low } to { $high }: the difference of { $difference } lies within the rounding.
audit-use-no-figure = { $printed } is printed, but the data give no figure: { $cause }.
audit-use-no-data = { $printed } is printed; it cannot be compared because { $cause }.
audit-node-wrong = { $printed } is printed, but its parts, as printed, give { $given }: { $equation }. The difference is { $difference }{ $low ->
    [none] {""}
   *[other] , and rounding leads only from { $low } to { $high }
}.
audit-node-within = { $printed } is printed, the data give { $computed }. Its parts, as printed, give { $low ->
    [none] { $high }
   *[other] { $low } to { $high }
}: the difference lies within the rounding.
audit-node-within-set-right = { $printed } is printed, the data give { $computed }. One of its parts is misprinted, but the sum was made with the right figures{ $low ->
    [none] {""}
   *[other] , which give { $low } to { $high }
}: the difference lies within the rounding.
audit-node-from-printed = { $printed } is printed. Readings are lacking, but its parts, as printed, give { $low ->
    [none] { $high }
   *[other] { $low } to { $high }
}.
audit-node-follows = { $printed } is printed, the data give { $computed }. It follows from its parts, as printed, and there is a slip among those.
audit-node-no-figure = { $printed } is printed, but none of its parts has a figure.
audit-node-no-data = { $printed } is printed; it cannot be compared because the data of its parts are lacking.
audit-not-available-wrong = “{ $printed }” is printed, but the data give { $computed }.
audit-not-available = “{ $printed }” is printed, the data give { $computed }. None of its parts, as printed, has a figure.
audit-dash = “{ $printed }” is printed in the place of a figure; the data give { $computed }.
audit-not-a-figure = “{ $printed }” is not a figure and cannot be compared.

audit-nothing-printed = The plan holds no printed achievements: there is nothing to audit.
cli-audit-about = Audits the achievements printed in a report against its own data.
cli-audit-examples =
    Examples
      traguardo audit modena-2020 --at 2020-06-30
      traguardo audit modena-2020 --at 2020-06-30 --format csv > audit.csv

    The printed achievements stand in the columns stampato, stampato_indicatori and stampato_obiettivi.
    Ends with 0 where none is wrong, with 1 where one is.
cli-audit-title = { $body }, plan { $year }: printed achievements, audited on { $date }
cli-audit-counts = Printed achievements: { $count }. { $counts }.

cli-arg-xlsx = The .xlsx file to write, in the place of TARGET
cli-name-xlsx = FILE

nav-audit = Audit of the print
audit-title = Audit of what is printed
audit-sentence = The document prints **{ $count }** achievements. Recomputed from the data, **{ $equal }** are equal, { $within } lie within rounding, { $wrong ->
    [0] none is wrong
    [one] **1** is wrong
   *[other] **{ $wrong }** are wrong
}.
audit-note-wrong = Neither the data nor the printed figures of its parts give what is printed.
audit-note-follows-wrong = The sum is right on the figures printed below it, but one of those is wrong.
audit-note-not-compared = Something else stands in the place of a figure, or data for the sum are lacking.
audit-note-within-rounding = The rounding of the source explains the difference.
audit-all = All printed achievements
audit-all-note = In the order of the tree. The link leads to where the computed figure comes from.
audit-column-figure = Achievement
audit-column-printed = Printed
audit-column-computed = Computed
audit-column-verdict = Verdict
