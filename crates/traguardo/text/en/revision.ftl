# The revisions of a plan: list, draft, adoption, register of variations.

store-revision-unknown = In “{ $database }” the plan has no revision no. { $number }: the last one is no. { $last }.
store-draft-unknown = The plan has no draft of a revision. One is opened on the page “Revisions”.
store-draft-unseen = { $who } has changed the draft in the meantime: read it again before adopting it. Nothing was adopted.
store-draft-outdated = Revision no. { $last } was adopted after the draft was opened: the draft does not know of it. Bring the changes into a new draft. Nothing was adopted.
store-edit-refused = The plan cannot take this change: the question is not there any more, or the plan has changed in the meantime. Open the page again and see how it is now. Nothing has changed.
store-draft-unchanged = The draft says what the plan says already: there is nothing to adopt.

nav-revisions = Revisions
revisions-title = Revisions
revisions-sentence = { $count ->
    [one] The plan has **one revision**
   *[other] The plan has **{ $count } revisions**
}; answers given to questions about targets: { $answers }.
revisions-share = Objectives changed during the year of objectives programmed: **{ $changed } of { $programmed }** ({ $share }).
revisions-csv = Register of variations as CSV
revisions-json = Register of variations as JSON
revisions-draft-there = There is a draft, made from revision no. { $based } and last changed by { $who } on { $date }. The plan stays the adopted one.
revisions-draft-open = Open the draft
revisions-draft-new = New revision
revisions-draft-note = A draft starts from the adopted plan and does not change it until an act adopts it.
revisions-draft-make = Make a draft
revisions-reason = Reason of the revision
revisions-look = Look back
revisions-from = From revision no.
revisions-to = To revision no.
revisions-compare = Compare
revisions-day = The plan as it stood on
revisions-stand = Show
revisions-register = Register of variations
revisions-because = Reason:
revisions-step = Revision no. { $number }, from { $date }
revisions-act = { $organ }, act no. { $number } of { $date }.
revisions-handed-in = Handed in by { $who }, without an act.
revisions-first = The plan as it was first handed in.
revisions-no-such = These two revisions are not there: choose them on the page “Revisions”.
revisions-compared-title = Two revisions compared
revisions-compared = What changes from revision no. { $from } to no. { $to }: what was there is struck out, what is there is underlined.
revisions-standing-title = The plan as it stood
revisions-stood = On { $date } **revision no. { $number }** stood. { $act }
revisions-no-day = The day is missing: choose it on the page “Revisions”.
revisions-back = Back to the revisions
register-column-revision = revision
register-column-from = from
register-column-act = act
register-column-kind = variation
register-column-what = what
register-column-title = title
register-column-column = column
register-column-before = before
register-column-after = after
draft-title = Draft of a revision
draft-sentence = This is a draft, made from revision no. { $based } and last changed by { $who } on { $date }. The plan stays the adopted one until an act adopts the draft.
draft-changes = What changes
draft-no-changes = The draft still says what the plan says.
draft-effects = The effect on the scores
draft-no-effects = No score changes.
draft-no-score = no score
draft-not-there = not there
draft-issues = New issues
draft-no-issues = The draft has no issues that the plan does not have already.
draft-rows = The rows
draft-column-row = Objective or indicator
draft-new-node = Add an objective
draft-workbook = From a workbook
draft-workbook-note = The plan and the rules of the workbook take the place of those of the draft; the readings of the workbook are not read.
draft-workbook-take = Take into the draft
draft-other-plan = The workbook is of another body or another year: here that of { $plan } is needed. The draft is unchanged.
draft-adopt = Adopt the draft
draft-adopt-note = Once adopted, the draft is the plan in force from the day of the act. The one before stays readable and never changes, and closed rounds do not move.
draft-organ = Organ
draft-number = Number of the act
draft-date = Date of the act
draft-adopt-do = Adopt
draft-no-act = To adopt, the organ, the number and the date of the act are needed. Nothing was adopted.
draft-give-up = Give the draft up
draft-second = { $who } has changed the draft in the meantime, on { $date } at { $time }. What is written here is not saved yet: look at it and save again.
draft-row-title = Draft: { $row }
draft-row-gone = This row is no longer in the draft.
draft-field-codice = Code
draft-field-titolo = Title
draft-field-livello = Level
draft-field-peso = Weight
draft-field-responsabile = Offices that answer for it, separated by commas
draft-field-rilevatore = Offices that collect, separated by commas
draft-field-note = Note
draft-there = The draft has
draft-save = Save into the draft
draft-neutralise = Neutralise
draft-neutralise-note = For causes that the body does not govern, and by act: the row is counted no more and its weight goes to those beside it, in proportion.
draft-act = Act
draft-neutralise-do = Neutralise in the draft
draft-remove = Take away
draft-remove-note = An objective goes with all that stands under it. The register shows it as eliminated.
draft-remove-do = Take out of the draft
draft-back = Back to the draft
draft-too-long = A text is too long or has characters that cannot be kept.
draft-no-weight = A weight is a number from 0 to 100, for example 12.5.
draft-refused-no-row = The draft does not have { $row }.
draft-refused-twice = The draft has { $row } twice: which row to change cannot be said.
draft-refused-taken = The draft has { $row } already.
draft-refused-out = { $row } is not counted already.
draft-refused-under-itself = { $row } cannot stand under itself.
draft-refused-blank = { $column } is missing.
draft-refused-no-act = To neutralise, an act is needed.
draft-new-use = Add an indicator
draft-add-below = Under this objective
draft-tried = This is a trial: nothing of what is written below is in the draft yet.
draft-tried-go = See the effect
draft-try = See the effect without saving
draft-effects-now = The effect of the draft on the scores
draft-effects-tried = The effect of the draft with what is written here
draft-column-objective = Objective
draft-column-plan = In the plan
draft-column-draft = In the draft
draft-done-saved = Saved into the draft. Below is the effect on the scores.
draft-done-neutralised = Neutralised in the draft: the weight has gone to the rows beside it.
draft-done-same = The draft said so already: nothing has changed.
draft-is-out = This row is not counted in the scores any more. { $acts }
draft-given-note = Its weight would go to:
draft-given-nobody = No row beside it has a weight: its own would be lost, and the weights would no longer make 100.
draft-given-nothing = It has no weight: the weights of the other rows would not change.
draft-given-to = To whom
draft-given-before = Weight now
draft-given-after = Weight then
draft-group-what = What it is
draft-group-weight = How much it weighs
draft-group-targets = What is expected
draft-group-targets-note = A field left blank takes that target away.
draft-group-owners = Who answers for it
draft-group-indicator = The indicator
draft-facts-note = { $count ->
    [one] These facts are those of the indicator, which one objective uses here.
   *[other] These facts hold for all { $count } objectives that use the indicator.
}
draft-facts-new = With the code of an indicator that is there already, leave them blank: it is used as it is. With a new code, its facts are written here.
draft-indicator-there = The indicator { $code } is there already: to use it leave its facts blank, and to change them open its row.
draft-use-where = Choose the objective that uses the indicator.
draft-offices = The offices: { $offices }
draft-field-sotto = Under
draft-field-quota-indicatori = Share of its indicators, in %
draft-field-quota-obiettivi = Share of the objectives below, in %
draft-field-titolo-qui = Title under this objective, if it differs
draft-field-codice-indicatore = Code of the indicator
draft-field-usato-da = Objective that uses it
draft-field-altro-quale = Add a target
draft-field-altro-dove = Year, date or points, if not among those
draft-field-altro-target = The target to be added
draft-field-indicatore-titolo = Title of the indicator
draft-field-indicatore-unita = Measure
draft-field-indicatore-verso = Direction
draft-field-indicatore-formula = Formula, with numerator and denominator
draft-field-indicatore-fonte = Source of the data
draft-field-indicatore-frequenza = How often it is read
draft-field-indicatore-cumulato = Since the beginning of the year
draft-at-the-top = At the top of the tree
draft-not-said = Not said
draft-direction-up = Up: more is better
draft-direction-down = Down: less is better
draft-target-none = None
draft-target-year = Target of { $year }
draft-target-day = Target on { $date }
draft-target-step = Threshold that gives { $score } points
draft-target-other-target = Of another year…
draft-target-other-periodico = On another date…
draft-target-other-soglia = A threshold that gives points…
draft-target-which = Say which target is added: the year, the date or the points from 0 to 100.
draft-target-there = This target is there already: change it in its field.
draft-no-quota = A share is a number from 0 to 100, for example 12.5.

cli-revision-about = The revisions of a plan: list them, compare them, prepare the next one, adopt it.
cli-revision-examples =
    Examples
      traguardo revision list cciaa_mo/2020 --db sqlite:dati/traguardo.db
      traguardo revision register cciaa_mo/2020 --db sqlite:dati/traguardo.db --format csv

    An adopted revision never changes. The next one is prepared as a draft, which an act adopts.
cli-revision-list-about = Lists the revisions of a plan, with the act and the day from which they stand.
cli-revision-list-examples = Example: traguardo revision list cciaa_mo/2020 --db sqlite:dati/traguardo.db
cli-revision-show-about = Shows a revision: by what act it stands and what it changed.
cli-revision-show-examples = Example: traguardo revision show cciaa_mo/2020 1 --db sqlite:dati/traguardo.db
cli-revision-diff-about = Compares two revisions, with before and after.
cli-revision-diff-examples = Example: traguardo revision diff cciaa_mo/2020 1 2 --db sqlite:dati/traguardo.db
cli-revision-draft-about = Opens the draft of the next revision, or takes a hand-in into it, and says what it would change.
cli-revision-draft-examples =
    Examples
      traguardo revision draft cciaa_mo/2020 --db sqlite:dati/traguardo.db --reason "Rolling of July"
      traguardo revision draft cciaa_mo/2020 modena.xlsx --db sqlite:dati/traguardo.db
      traguardo revision draft cciaa_mo/2020 --give-up --db sqlite:dati/traguardo.db

    The plan and the rules of the hand-in take the place of those of the draft; its readings do not.
cli-revision-adopt-about = Adopts the draft by an act: from that day it is the plan.
cli-revision-adopt-examples =
    Example: traguardo revision adopt cciaa_mo/2020 --organ Giunta --number 65 --date 2020-07-25 --db sqlite:dati/traguardo.db

    With --file the document of the act is kept beside the evidence, and found in the register.
cli-revision-register-about = Writes the register of variations, with the share of objectives that were changed.
cli-revision-register-examples = Example: traguardo revision register cciaa_mo/2020 --db sqlite:dati/traguardo.db --format json
cli-arg-revision = The number of a revision
cli-arg-from = The number of the earlier revision
cli-arg-to = The number of the later revision
cli-arg-hand-in = A folder or a workbook (.xlsx, .ods) to be taken into the draft
cli-arg-draft-reason = Why the revision is made, as the register of variations will have it
cli-arg-give-up = Gives the draft up
cli-arg-organ = The organ that adopts: Giunta, Consiglio, Segretario generale
cli-arg-number = The number of the act
cli-arg-date = The day of the act: 2020-07-25 or 25/07/2020
cli-arg-act-file = The document of the act, to be kept
cli-arg-standing-on = The plan as it stood on that day, with --db: 2020-06-30 or 30/06/2020
cli-name-revision = REVISION
cli-name-from = FROM
cli-name-to = TO
cli-name-hand-in = HAND-IN
cli-name-draft-reason = REASON
cli-name-organ = ORGAN
cli-name-number = NUMBER
cli-name-date = DATE
cli-name-act-file = FILE
cli-name-standing-on = DATE
cli-revision-line = { $number }  from { $from }  { $origin }  { $act }{ $reason ->
    [none] {""}
   *[other] {"  "}{ $reason }
}
cli-revision-handed-in = hand-in
cli-revision-answer = answer
cli-revision-adopted-draft = adopted draft
cli-revision-draft-there = Draft from revision { $based }, last changed by { $who } on { $date }
cli-revision-given-up = The draft is given up. The plan stayed as it was.
cli-revision-second = { $who } has changed the draft in the meantime. Look at it and try again: nothing has changed.
cli-revision-adopted = The draft is adopted: it is revision { $number }, and stands from { $date }.
cli-revision-share = Objectives changed during the year on objectives programmed: { $changed } of { $programmed } ({ $share }%).
draft-document = Document of the act, if there is one
revisions-document = The document of the act
