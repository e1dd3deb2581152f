# The plan of the new year: the copy, what to reconsider in it and why.

next-year-from-horizon = The target is the one that the plan had for this year already: confirm it or change it.
next-year-old-day = The target still has an earlier deadline, { $day }: write the new one.
next-year-named-year = The words still name { $year }: write the new year, or take it out.
next-year-reference-year = The target refers to { $year }: say whether that stays its reference.
next-year-stated-reference = The target states the figure { $stated } that it refers to, which is of another year: write the new one.
next-year-event-over = The event was on { $day }: write this year's day once it is known.
next-year-already-met = The last figure, { $reading }, meets the target “{ $target }” already: ask for more, or say why it is enough.
next-year-always-full = The last three results are all at 100: the target tells nothing apart any more.
next-year-below-mean = The target asks for { $level }, and the mean of the last three figures is { $mean }: it asks for less than was done.
next-year-first-year = Last year was the first of measuring: there is a reference now, and a target is needed.
next-year-never-measured = There is not one reading of this indicator: say who collects it, or take it out.

next-year-title = The plan for { $year }
next-year-link = Prepare the plan for { $year }
next-year-lead = The plan for { $year } can begin as a copy of that for { $before }: **{ $nodes } nodes** and **{ $indicators } indicators** with weights, quotas, offices and rules. Dates and checkpoints move by a year; readings stay with their year, and the last of each year serves as reference.
next-year-do = Prepare the draft of the plan for { $year }
next-year-do-note = The draft is edited like any draft revision, and an act adopts it as the first revision of the plan for { $year }. Until then only those who work on the plan see it.
next-year-there = There is a plan for { $year } already.
next-year-there-open = Open the plan for { $year }
next-year-draft-there = There is a draft of the plan for { $year } already, last changed by { $who } on { $date }.
next-year-draft-open = Open the draft
next-year-reconsider = To be reconsidered
next-year-reconsider-count = { $count ->
    [0] Nothing to reconsider.
    [one] **One thing** to reconsider, in { $rows ->
        [one] one row
       *[other] { $rows } rows
      }.
   *[other] **{ $count } things** to reconsider, in { $rows ->
        [one] one row
       *[other] { $rows } rows
      }.
  }
next-year-column-row = Row
next-year-column-target = Copied target
next-year-column-why = What and why
next-year-column-state = In the draft
next-year-changed = changed already
next-year-same = still as copied
next-year-gone = taken out
next-year-event = event
next-year-left-out = What is not copied
next-year-left-out-none = All rows of the plan are copied.
next-year-left-out-eliminated = eliminated by act
next-year-left-out-neutralised = neutralised by act
next-year-left-out-under = under a row that is not copied
next-year-oiv = What the OIV said
next-year-oiv-none = The OIV has left no open proposals, concerns or contexts on this plan.
next-year-oiv-proposal = { $change }, proposal { $number } of { $date } not followed yet: { $reason }
next-year-oiv-concern = Concern at the checkpoint of { $date }: { $text }
next-year-oiv-remedy = Remedy at the checkpoint of { $date }: { $text }
next-year-oiv-observed = Observation at the checkpoint of { $date }: { $text }
next-year-oiv-tags = Context at the checkpoint of { $date }: { $text }
next-year-oiv-body = The body as a whole
next-year-drafts = Plans in draft
next-year-drafts-note = Drafts of plans that no act has adopted yet: those who work on the plan see them.
next-year-drafts-saved = draft by { $who }, { $date }
next-year-first-sentence = This is the draft of the plan for { $year }, last changed by { $who } on { $date }. There is no plan for { $year } yet: there will be once an act adopts the draft.
next-year-first-size = The draft has { $nodes } nodes and { $indicators } indicators.
next-year-first-reconsider = What to reconsider
next-year-nav = Draft of the plan
store-plan-adopted = There is a plan { $id } already: it is changed in a draft revision of that plan.

cli-next-about = Copies a plan into the next year and says what to reconsider
cli-next-examples =
    Examples
      traguardo next modena-2020 modena-2021
      traguardo next modena-2020 modena-2021 --format json
      traguardo next cciaa_mo/2020 modena-2021 --db sqlite:dati/traguardo.db

    The folder that it writes is a plan to be revised: “traguardo check” checks it.
cli-arg-past = A plan of an earlier year of the same body; may be repeated
cli-next-written = The plan for { $year } is in “{ $target }”: { $nodes } nodes, { $indicators } indicators, { $readings } readings of earlier years as references.
cli-next-left-out = Not copied: { $rows }.
cli-name-past = PATH
