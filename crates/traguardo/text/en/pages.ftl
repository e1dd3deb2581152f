# The texts of the pages. A number always arrives already written, except counts.
# **this** becomes bold.

## Frame
page-product = Traguardo
page-title = { $page } · { $plan }
page-plan = Performance plan { $years }
page-subtitle = The performance cycle of public bodies
page-skip = Skip to content
page-nav = Parts of the plan
page-crumbs = Breadcrumb
page-languages = Language
page-language-it = Italiano
page-language-en = English
page-situation = Situation at
page-situation-pick = Choose another date
page-situation-show = Show
page-checkpoints = Or a checkpoint of the plan:
page-close = Close
page-where-from = Where it comes from
page-hint = (where it comes from)
page-of-hundred = out of 100
page-legend = Bands and states
page-all-plans = Bodies and plans
page-accessibility = Accessibility
page-rules = Rules in force
page-rules-from = SMVP from { $date }
page-rules-undated = SMVP without a date
page-data = Data
page-data-until = readings up to { $date }
page-data-none = no reading yet
page-no-figure = –
page-at = At { $date }

## Words of the tables
word-indicator = Indicator
word-objective = Objective
word-actual = Actual
word-target = Target
word-score = Score
word-band = Band
word-weight = Weight
word-contribution = Contribution
word-points-lost = Points lost
word-date = Date
word-what = What
word-figure = Figure
word-notes = Notes
word-state = State
word-body = Body
word-plan = Plan
word-size = Holds
word-saved = Updated on
word-ipa = IPA code

## Levels, in the plural; those that a body calls otherwise stay as it writes them
levels-ambito = areas
levels-prospettiva = perspectives
levels-missione = missions
levels-programma = programmes
levels-azione = actions
levels-linea-programmatica = programme lines
levels-obiettivo-strategico = strategic objectives
levels-obiettivo-operativo = operational objectives
level-ambito = area
level-prospettiva = perspective
level-missione = mission
level-programma = programme
level-azione = action
level-linea-programmatica = programme line
level-obiettivo-strategico = strategic objective
level-obiettivo-operativo = operational objective
levels-other = items of level “{ $level }”

## Bands with the proposed names, and states
band-raggiunto = achieved
band-quasi-raggiunto = nearly achieved
band-parziale = partial
band-lontano = far off
state-scored = scored
state-missing = not available
state-not-due = not due yet
state-baseline = baseline year
state-neutralised = neutralised
legend-from = from { $from }
legend-below = below { $below }
legend-missing = there is no reading
legend-not-due = the deadline is not past

## Bodies and plans
plans-title = Bodies and performance plans
plans-sentence = { $plans ->
    [0] The plans of public bodies appear here, as soon as the first one is imported.
    [one] There is **one plan**. Open it to see the results, where they come from and what is missing.
   *[other] There are **{ $plans } plans**. Open one to see the results, where they come from and what is missing.
  }
plans-list = List of plans
plans-size = { $nodes } items, { $indicators } indicators, { $readings } readings
plans-first = How the first plan is imported
plans-first-how = Prepare a folder, or a workbook, with the plan and its readings, then run this command:

## Overview
overview-title = Overview
overview-sentence = { $when } **{ $count } of { $total } { $total ->
    [one] { $level }
   *[other] { $levels }
  }** { $count ->
    [one] is
   *[other] are
  } in the band “{ $band }”{ $others }.
overview-sentence-other = , { $count } in “{ $band }”
overview-sentence-state = , { $count } { $count ->
    [one] has
   *[other] have
  } the state “{ $band }”
overview-sentence-none = { $when } no item of the plan has a score.
overview-coverage-full = All **{ $total } indicators** have a reading.
overview-coverage-zero = **{ $scored } of { $total } indicators** have a reading: the others count zero, as the rules say.
overview-coverage-exclude = **{ $scored } of { $total } indicators** have a reading: the others do not count and their weight goes to the rest, as the rules say.
overview-coverage-block = **{ $scored } of { $total } indicators** have a reading: where one is missing, what stands above has no score, as the rules say.
overview-no-whole = The body has no single score: { $levels } without weights cannot be added up. Read them one by one.
overview-no-whole-missing = The body has no single score at this date: too many parts are missing or not due.
overview-fact-measured = Indicators with a reading
overview-fact-measured-text = of { $total }
overview-fact-bands = { $levels } by band
overview-fact-issues = Issues found in the plan
overview-fact-issues-text = { $errors ->
    [0] none is an error
    [one] one is an error
   *[other] { $errors } are errors
  }
overview-card-full = **{ $scored } of { $total } indicators** have a reading.
overview-card-missing = **{ $scored } of { $total } indicators** have a reading. On the measured part alone: **{ $figure }**, which covers { $coverage }% of the weight.
overview-losses = What weighs most
overview-losses-note = Points that each indicator takes from the score of the body: weight times distance from 100.
overview-losses-note-top = Points that each indicator takes from the top item, { $level }, it belongs to: weight times distance from 100.
overview-losses-unknown = The first scores will show it.
overview-losses-none = No indicator takes points away.
overview-loss-minor = { $node } · { $top }
overview-missing = What is missing
overview-missing-note = { $count ->
    [0] Nothing is missing.
    [one] One indicator has no reading.
   *[other] { $count } indicators have no reading.
  }
overview-missing-all = All missing data
overview-issues = The plan as it was handed in
overview-issues-note = { $count ->
    [0] No issue: the plan can be read in full.
    [one] There is one issue.
   *[other] There are { $count } issues.
  }
overview-issues-all = All issues
severity-errors = { $count ->
    [one] one error
   *[other] { $count } errors
  }
severity-warnings = { $count ->
    [one] one warning
   *[other] { $count } warnings
  }
severity-notes = { $count ->
    [one] one note
   *[other] { $count } notes
  }

## Tree
tree-title = Performance tree
tree-sentence = { $nodes } items and **{ $indicators } indicators** on { $levels } levels. Every score opens down to the readings it comes from.
tree-chart = The plan at a glance
tree-how-to-read = Width is weight, colour and shape are the band.
tree-as-list = Read it as a list
tree-skip-chart = Skip to the list
tree-list = List
tree-list-note = The same in words: title, weight among its neighbours, band and score.
tree-equal = Items without a weight are drawn with the same width.
tree-icicle = Tree of the plan: { $levels } levels, { $nodes } items
tree-cell = { $title }: { $band }, { $figure }
tree-cell-weight = { $title }: { $band }, { $figure }, weight { $weight }
tree-indicators = { $count ->
    [one] One indicator
   *[other] { $count } indicators
  }

## Node
node-kicker = { $level } { $code }
node-kicker-weight = { $level } { $code } · weight { $weight } in “{ $parent }”
node-sentence = { $when } the score is **{ $figure } out of 100**, band “{ $band }”.
node-sentence-state = { $when } there is no score: the state is “{ $band }”.
node-all-measured = All its { $total } indicators have a reading.
node-some-measured = **{ $scored } of { $total } indicators** have a reading; on the measured part alone the score is **{ $figure }**.
node-same-measured = **{ $scored } of { $total } indicators** have a reading: without the missing ones the score would not change.
node-none-measured = **{ $scored } of { $total } indicators** have a reading.
node-without-parts = It has neither indicators nor items below it.
node-all-steps = Every step, down to the readings
node-indicators = Indicators
node-quota = Together they are worth { $quota }% of the score.
node-by-weight = Each counts with its weight.
node-sum = Taken together
node-issues = Issues
node-properties = Who answers for it
node-responsible = Responsible
node-collectors = Collects the readings
node-mission = Budget mission
node-pira = PIRA
node-pira-yes = part of the plan of indicators and expected results
node-note = Note
node-acts = Acts
node-no-weight = no weight
weight-percent = { $weight }%
target-year = year { $year }: { $target }
target-none = no target
actual-at = at { $date }

## Indicator
indicator-kicker = Indicator { $code }
indicator-sentence = The latest reading is **{ $actual }**, of { $date }.
indicator-sentence-none = At this date there is **no reading**.
indicator-sentence-nd = The reading was declared **not available** on { $date }.
indicator-uses = Where it counts
indicator-uses-note = { $count ->
    [one] One objective uses it, with a weight and a target of its own.
   *[other] { $count } objectives use it, each with a weight and a target of its own. It is read once.
  }
indicator-history = Targets and readings over time
indicator-history-note = What was expected and what was observed.
indicator-history-empty = No target and no reading yet.
indicator-chart = Readings and targets of “{ $title }”, the same as in the table below
indicator-properties = How it is measured
indicator-measure = Measure
indicator-direction = Direction
indicator-up = more is better
indicator-down = less is better
indicator-formula = Formula
indicator-source = Source
indicator-accumulates = Through the year
indicator-accumulates-yes = it accumulates
indicator-accumulates-no = it does not accumulate
indicator-frequency = Frequency
history-reading = Reading
history-superseded = Superseded reading
history-checked = checked
history-recorded = recorded
history-target-year = Target of the year
history-target-periodic = Target at the checkpoint
history-target-of = for { $nodes }
history-source = source: { $source }
history-done = done on { $date }
history-judgement = judgement { $mark } out of 100
history-undated = undated
history-other-body = of another body: { $body }
chart-target = target
chart-reading = actual

## Where it comes from
explain-title = Where { $figure } comes from
explain-title-none = Why { $code } has no score
explain-passages = All the steps
explain-passages-note = Every line opens and shows what it is made of, down to the reading.
explain-part = Part { $part }
explain-page = Where it comes from
explain-rules = The rules applied
explain-on-measured = On the measured part alone, which covers { $coverage }% of the weight, the score is **{ $figure }**.
explain-open-node = Open “{ $title }”
explain-up = Back to “{ $title }”
explain-term-score = score
explain-term-quota = quota
explain-term-weight = weight

## Missing data
missing-title = Missing data
missing-sentence = { $count ->
    [0] { $when } **no reading is missing**: all { $total } indicators have one.
    [one] { $when } the reading of **one of { $total } indicators** is missing.
   *[other] { $when } the readings of **{ $count } of { $total } indicators** are missing.
  }
missing-zero = They count zero, as the rules say.
missing-exclude = They do not count: their weight goes to the others, as the rules say.
missing-block = What stands above them has no score, as the rules say.
missing-declared = Declared not available
missing-declared-note = The office wrote N/D.
missing-unread = To be put right
missing-unread-note = A target or a reading cannot be read surely, or there is no target.
missing-without = Without a reading
missing-without-note = The deadline is past, or the checkpoint is open, and nobody has written a reading.
missing-not-due = Not due yet
missing-not-due-note = The deadline is not past: the score will come.

## Issues
issues-title = Issues found in the plan
issues-sentence = { $count ->
    [0] The plan can be read in full and **has no issue**.
    [one] The plan and its readings have **one issue**.
   *[other] The plan and its readings have **{ $count } issues**.
  }
issues-errors-note = Something cannot be read or computed: it has to be put right.
issues-warnings-note = It is computed all the same, but the score may mislead.
issues-notes-note = Worth knowing.
issues-place-whole = as a whole
issues-open = { $code }

## Navigation
nav-overview = Overview
nav-tree = Tree
nav-missing = Missing data
nav-issues = Issues

## Faults
fault-not-found = There is no such page
fault-not-found-sentence = The address leads to no page. It may be misspelt, or the page is gone.
fault-plan = There is no such plan
fault-plan-sentence = No plan for { $year } is recorded for the body “{ $ipa }”.
fault-node = The plan has no such item
fault-node-sentence = No item of the plan has the code “{ $code }”.
fault-indicator = The plan has no such indicator
fault-indicator-sentence = No indicator of the plan has the code “{ $code }”.
fault-date = The date cannot be read
fault-date-sentence = “{ $found }” is not a day of the calendar. It is written like 2020-06-30.
fault-store = The data cannot be read
fault-store-sentence = The program cannot read its database. Nothing is lost: try again in a while, or tell whoever runs it.
fault-page = The page cannot be put together
fault-page-sentence = This is a defect of the program: tell whoever runs it.
fault-method = This page can only be read
fault-method-sentence = The address does not accept data.
fault-code = Error { $code }
fault-back-plan = Back to the overview
fault-back-plans = Go to the list of plans

## Accessibility
accessibility-title = Accessibility
accessibility-sentence = These pages are made to be used by everybody: by keyboard, with a screen reader, on a phone, without scripts and on paper.
accessibility-standard = What they refer to
accessibility-standard-text = The pages follow WCAG 2.1, level AA, as Italian law (4/2004) and the AgID guidelines ask. Every version is checked by automatic tests in a browser, in Italian and in English.
accessibility-how = How they are made
accessibility-how-text = Every band is a word, a shape and a colour. Every chart has a table or a list with the same figures beside it. Every computed figure is a link to its explanation.
accessibility-declaration = The body's declaration
accessibility-declaration-text = The accessibility declaration that the law asks for belongs to the body that publishes the pages, which fills it in on AgID's site. Write to that body to report a difficulty.

## The rules, in sentences
rule-missing-zero = What is missing counts zero and keeps its weight.
rule-missing-exclude = What is missing does not count: its weight goes to the others.
rule-missing-block = Where a part is missing, the whole has no score.
rule-not-due-zero = What is not due yet counts zero and keeps its weight.
rule-not-due-exclude = What is not due yet does not count: its weight goes to the others.
rule-without-weights-none = Parts without weights are not added up.
rule-without-weights-equal = Parts without weights all count the same.
rule-limits = An indicator is worth from { $floor } to { $cap } points.
rule-no-cap = An indicator is worth at least { $floor } points and has no maximum.
rule-at-most-linear = A missed “at most” target loses points in proportion to the gap.
rule-at-most-hyperbolic = A missed “at most” target is worth target over actual.
rule-late-zero = A missed deadline is worth zero.
rule-late-points = Every day of delay costs { $points } points.
rule-print-half-up = Scores are printed with { $decimals ->
    [0] no decimals
    [one] one decimal
   *[other] { $decimals } decimals
  }, half up; the sums keep all digits.
rule-print-truncate = Scores are printed with { $decimals ->
    [0] no decimals
    [one] one decimal
   *[other] { $decimals } decimals
  }, cut off; the sums keep all digits.
