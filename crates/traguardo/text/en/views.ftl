# The views of a plan: years side by side, cascade, lists, targets read, questions.

fault-other-site = The request does not come from these pages
fault-other-site-sentence = The form was sent by another site, or the browser does not say where it comes from. Nothing has changed: open the page from here and send it again.

## Menu
nav-years = Years side by side
nav-cascade = Cascade
nav-lists = Lists
nav-questions = Questions

## Filters
filter-title = Filters
filter-show = Filter
filter-reset = Remove the filters
filter-all = all
filter-none = No row of the plan fits the filters chosen.
filter-mission = Budget mission
filter-office = Responsible office
filter-pira = PIRA
filter-pira-only = only what is part of it
filter-status = Changes
filter-without-mission = Without a budget mission
filter-without-office = Without a responsible office
filter-without-place = Outside the tree

## Budget missions of the State that concern chambers of commerce (DM 27/3/2013)
mission-011 = Competitiveness and growth of enterprises
mission-012 = Market regulation
mission-016 = International trade
mission-032 = Institutional and general services
mission-033 = Funds to be allotted
mission-other = mission { $code }

## What an act did to a row
status-aggiornato = updated
status-inserito = inserted
status-eliminato = eliminated
status-confermato = confirmed
status-neutralizzato = neutralised
status-nessuno = unchanged

## Years side by side
years-title = Years side by side
years-sentence = { $indicators ->
    [0] The years from { $first } to { $last }, side by side.
    [one] **One indicator**, year by year, from { $first } to { $last }.
   *[other] **{ $indicators } indicators**, year by year, from { $first } to { $last }.
  }
years-changes = Acts have { $changes }.
years-updated = { $count ->
    [one] **updated** one row
   *[other] **updated** { $count } rows
  }
years-inserted = { $count ->
    [one] **inserted** one row
   *[other] **inserted** { $count } rows
  }
years-eliminated = { $count ->
    [one] **eliminated** one row
   *[other] **eliminated** { $count } rows
  }
years-neutralised = { $count ->
    [one] **neutralised** one row
   *[other] **neutralised** { $count } rows
  }
years-note = Of each year first the target, then the actual; of the plan's year the score with its band as well. What an act has eliminated stays readable, struck through.
years-past = past year
years-present = year of the plan
years-future = year to come
years-change = Change and act
years-read = actual
years-weight = weight { $weight }
years-mission = Mission { $mission }

## Cascade
cascade-title = Cascade of the plan
cascade-sentence = From the body to its { $indicators } indicators, through { $nodes } nodes on { $levels ->
    [one] one level
   *[other] { $levels } levels
  }.
cascade-sums = { $count ->
    [0] Where there are weights, **they all come to 100** among siblings.
    [one] **In one place the weights do not come to 100**: it is marked beside the node.
   *[other] **In { $count } places the weights do not come to 100**: they are marked beside the nodes.
  }
cascade-rows = Levels and weights
cascade-note = The weight in the whole is the product of the weights from the top down to the row. Where siblings' weights do not come to 100, scores bring them to 100: the second figure says what the row weighs in fact.
cascade-note-top = The nodes at the top have no weights: each stands for itself, and the product of the weights ends there. Where siblings' weights do not come to 100, scores bring them to 100: the second figure says what the row weighs in fact.
cascade-note-difficulty = The marks of difficulty add complexity (up to 40), capability (up to 30) and innovation (up to 30).
cascade-whole = Weight in the whole
cascade-whole-top = Weight in the top node
cascade-row = Row
cascade-difficulty = Difficulty
cascade-step = Step
cascade-rescaled = in fact { $share }
cascade-sum-top = Sum of the weights at the top:
cascade-sum-indicators = Weights of its indicators:
cascade-sum-children = Weights of the nodes below:
cascade-sum-all = Weights of the nodes and indicators below:
cascade-hundred = { $sum }
cascade-not-hundred = { $sum }, not 100
cascade-no-weights = no weights

## Lists
lists-title = Lists
lists-sentence = { $rows ->
    [0] No rows.
    [one] **One row** of the plan. { $when } it { $scored ->
        [0] has no score
       *[other] has a score
      }.
   *[other] **{ $rows } rows** of the plan. { $when } { $scored ->
        [0] none has a score
        [one] one has a score
       *[other] **{ $scored } of { $total }** have a score
      }.
  }
lists-group-by = Group by
lists-group-note = { $rows ->
    [one] One row
   *[other] { $rows } rows
  }, { $scored ->
    [0] none with a score
    [one] one with a score
   *[other] { $scored } with a score
  }.
lists-csv = Download as CSV
lists-file = list
word-code = Code
word-objective-title = Title of the objective

## A target, read while one types
target-title = How a target is read
target-sentence = Write a target as you would in the plan: here you see **what is understood**, and how it scores. What is not surely understood is asked about: no guess becomes a score.
target-phrase = Target
target-phrase-help = As it stands in the cell: «>= 600 N.», «entro il 31/12/2026», «28 gg», «fra 3 e 5».
target-year-of-plan = Year of the plan
target-direction-unknown = not given
target-do = Read
target-read = Read
target-asked = To be made clear
target-normal = Normal form:
target-examples = How it scores
target-examples-note = With made-up actuals and the usual rules: 100 at most, 0 at least, a deadline that is missed scores zero.
target-given = If the actual is
target-sum = Sum
target-proposals = Perhaps you meant:
target-samples = To try
target-too-long = The text is too long for a target: shorten it.
target-no-year = The year of the plan is written with four digits, such as 2026.
target-example-year = with { $number } in { $year }
target-example-cluster = with { $number } as the mean of the other bodies

## Open questions
questions-title = Questions about targets
questions-sentence = { $count ->
    [0] **No question is open**: all targets are surely understood.
    [one] **One target waits for an answer.** Until then its score is missing.
   *[other] **{ $count } targets wait for an answer.** Until then their scores are missing.
  } { $answered ->
    [0] {""}
    [one] One answer has been given.
   *[other] { $answered } answers have been given.
  }
questions-open = To be made clear
questions-open-note = What is written in the plan does not change: the answer stands beside it, with who gave it and when.
questions-answered = Made clear
questions-answered-note = A new answer takes the place of the one given; the audit keeps both.
question-written = The plan says:
question-means = It means:
question-proposals = What does it mean?
question-other = something else, written below
question-meaning = The meaning, in a phrase that can be read
question-save = Save the answer
question-answer-again = Change the answer
question-read = is read as: { $target }
question-kept = Answer saved: «{ $written }» means «{ $means }». It will show in the score once the other parts of the target are clear.
question-saved = Answer saved: «{ $written }» is now read as **{ $target }**.
question-scores-now = The score is
question-column-year = target { $year }
question-column-periodic = target at the checkpoint of { $date }
question-column-step = step { $score }
question-no-meaning = Choose a proposal or write the meaning.
question-two-meanings = A proposal is chosen and a meaning is written too: leave one of them.
question-gone = This target is no longer in the plan, which has changed meanwhile. The answer has not been saved.
question-changed = The target has changed meanwhile: it now says «{ $now }». Look at the answer again and save it.
question-still-open = «{ $means }» is still not surely understood. { $sentence }
overview-questions = Questions about targets
overview-questions-note = { $count ->
    [one] One target is not surely understood and waits for an answer: until then its score is missing.
   *[other] { $count } targets are not surely understood and wait for an answer: until then their scores are missing.
  }
overview-questions-all = Answer the questions
plans-target = Try how a target is read
fault-sent = The form cannot be read
fault-sent-sentence = What came is not what the forms of these pages send. Nothing has changed: go back to the page and send it again.

## Where it comes from: steps and answers
why-steps = Steps below the target: { $steps }.
why-answer = Made clear: it means «{ $means }».
why-answer-by = Made clear by { $by }: it means «{ $means }».
why-answer-by-on = Made clear on { $date } by { $by }: it means «{ $means }».
target-steps = steps { $steps }
