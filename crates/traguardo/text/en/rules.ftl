# The rules (SMVP): how they stand, changed in a draft, and what a change does.

diff-word-green = green
diff-word-olive = olive
diff-word-amber = amber
diff-word-red = red
diff-word-blue = blue
diff-word-grey = grey
diff-word-tick = tick
diff-word-three-quarters = three quarters
diff-word-half = half
diff-word-triangle = triangle
diff-word-circle = circle
diff-word-square = square

rules-title = The rules
rules-lead = By these rules the scores of the plan for { $year } are computed: those of **revision { $number }**, which stands from { $date }.
rules-lead-past = These are the rules **as they were**: those of **revision { $number }**, which stood from { $date }. Today revision { $last } stands.
rules-valid-from = The body's measurement and evaluation system (SMVP) is in force from { $date }.
rules-valid-undated = The body has not written from when its measurement and evaluation system (SMVP) is in force.
rules-source = The rules are the body's own: they come from its SMVP, adopted and brought up to date each year with the binding opinion of the OIV (D.Lgs. 150/2009, art. 7).
rules-group-indicator = What an indicator is worth
rules-group-node = How parts add up
rules-group-print = How results are printed
rules-group-bands = The bands of results
rules-group-quotas = The quotas of the plan
rules-column-rule = Rule
rules-column-figure = Is
rules-column-meaning = What it means
rules-column-since = Since when
rules-column-source = Where it stands
rules-column-band = Band
rules-column-from = From points
rules-column-to = To less than
rules-column-own = Indicators
rules-column-children = Objectives
rules-column-nodes = Nodes
rules-since-act = from { $date }: { $organ }, act { $number }
rules-since-no-act = from { $date }, without an act
rules-in-smvp = SMVP
rules-in-oiv = SMVP; a sign for the OIV (D.Lgs. 150/2009, art. 14)
rules-in-plan = Plan (D.Lgs. 150/2009, art. 10)
rules-bands-note = A result stands in the highest band that it reaches with the digits that are printed.
rules-bands-none = The body has no bands: results are read from the score.
rules-band-top = no limit
rules-quotas-note = A node with indicators of its own and objectives below it shares its result between them by the quotas that the plan writes. Where there are no quotas, all parts count with their weight.
rules-quotas-none = No node has quotas: all parts count with their weight.
rules-look = Looking back
rules-look-revision = The rules of revision
rules-look-day = or as they were on
rules-look-do = Show
rules-plan-then = The plan as it stood on that day
rules-today = The rules that stand today
rules-no-such = The plan has no such revision: choose one from the list.
rules-no-day = The day cannot be read: write it like 31/12/2020.
rules-edit-title = Changing the rules
rules-edit-note = Rules are changed in a draft revision, and stand once an act adopts it. Before saving one sees what they would change.
rules-edit-open = Open the rules of the draft
rules-edit-make = Make a draft and open the rules
rules-register = The register of variations

rules-name-cap = Highest score
rules-name-floor = Lowest score
rules-name-at-most = Missed “at most” targets
rules-name-steps = Steps in between
rules-name-late = Days of delay
rules-name-underestimated = Underestimated targets
rules-name-missing = Missing parts (N/D)
rules-name-not-due = Parts not due yet
rules-name-without-weights = Parts without weights
rules-name-bands = Bands of results
rules-name-decimals = Printed decimals
rules-name-rounding = Rounding
rules-name-valid-from = In force from

rules-points = { $points } points
rules-points-day = { $points } points a day
rules-per-cent = { $figure }%
rules-decimals = { $decimals ->
    [0] none
    [one] one
   *[other] { $decimals }
  }
rules-no-cap = none
rules-short-lineare = in proportion
rules-short-iperbolica = quotient
rules-short-gradini = in steps
rules-short-interpola = straight line
rules-short-zero = zero
rules-short-escludi = left out
rules-short-blocca = they block
rules-short-nessuno = no score
rules-short-uguali = equal weights
rules-short-meta_su = half up
rules-short-tronca = cut off

rule-cap = No indicator scores more than { $cap } points, however far the result is beyond the target.
rule-cap-none = An indicator beyond its target scores more than 100 points, without limit.
rule-floor = No indicator scores less than { $floor } points, however far off the result is.
rule-steps-stairs = The best step reached counts; between two steps the score does not grow.
rule-steps-interpolate = Between two steps the score grows in a straight line; beyond the last it is zero.
rule-underestimated = From { $from }% of the target on the target is pointed out as perhaps underestimated; the score does not change.
rule-decimals = Results are printed with { $decimals ->
    [0] no decimals
    [one] one decimal
   *[other] { $decimals } decimals
  }; the sums keep all digits.
rule-rounding-half-up = The last printed digit is rounded, half up: 32.125 becomes 32.13.
rule-rounding-truncate = The digits beyond the last printed one are cut off: 32.129 becomes 32.12.

rules-draft-title = The rules of the draft
rules-draft-lead = Here the rules are changed in the draft revision. The plan stays the adopted one until an act adopts the draft.
rules-draft-link = Change the rules (SMVP)
rules-draft-see = See what changes
rules-draft-save = Save in the draft
rules-draft-saved = The rules are saved in the draft.
rules-draft-not-saved = Nothing is saved yet: these figures are a trial.
rules-draft-wrong = { $count ->
    [one] One rule cannot be saved like this: the reason stands beside it. The others are as typed.
   *[other] { $count } rules cannot be saved like this: the reasons stand beside them. The others are as typed.
  }
rules-draft-unknown = The form has an unknown field or too long a text: load the page again and retry.
rules-draft-band = Band { $number }
rules-draft-band-from = From points
rules-draft-band-name = Word
rules-draft-band-colour = Colour
rules-draft-band-shape = Shape
rules-draft-bands-how = The band at the top is the highest. A blank line is no band: to take one away, blank it.
rules-draft-choose = choose
rules-help-valid-from = The day from which the SMVP stands; it may stay blank.
rules-help-cap = A number from 0 to 10,000, or “nessuno” for none.
rules-help-floor = A number, no higher than the highest score. Usually 0.
rules-help-late = Points lost for each day after the deadline. With 0, whoever is late scores zero.
rules-help-underestimated = Actual over target, in per cent. Usually 120.
rules-help-decimals = From 0 to 6. Usually 2.
rules-preview-title = What changes
rules-preview-day = With the readings known on { $date } and the plan of the draft: before under the adopted rules, after under those written here.
rules-preview-same = The rules written here are the adopted ones.
rules-preview-none = These rules change, and no printed result does: { $rules }.
rules-preview-count = { $count ->
    [one] **One** printed result changes
   *[other] **{ $count }** printed results change
  } out of { $total }.
rules-preview-node = Objective
rules-preview-before = Before
rules-preview-after = After
rules-preview-why = Why
rules-preview-body = The body as a whole
