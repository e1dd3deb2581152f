# The desk of the OIV: what it observes, assesses, proposes and verifies beside the scores.
desk-tag-arresto = Halt of economic activity
desk-tag-arresto-adjustment = 0%-50% of the target
desk-tag-arresto-advice = Much lower targets, or objectives that can no longer be sustained taken out
desk-tag-nuove = New strategies of the chamber
desk-tag-nuove-adjustment = 100%-120% of the target
desk-tag-nuove-advice = Objectives, indicators and targets reshaped; new objectives, indicators and targets for activities that the plan does not have
desk-tag-conferma = Strategies confirmed
desk-tag-conferma-adjustment = 100% of the target
desk-tag-conferma-advice = Objectives, indicators and targets confirmed
desk-tag-efficienza = More efficiency for the benefit of businesses
desk-tag-efficienza-adjustment = 100%-120% of the target
desk-tag-efficienza-advice = Higher targets
desk-tag-sottostimato = Target underestimated
desk-tag-sottostimato-adjustment = target to be adjusted
desk-tag-sottostimato-advice = Underestimated targets reshaped, so that they are not plainly overshot again

# Flags: what figures say of a target, and which rule says so.
desk-flag-overshot = Target overshot by far: { $reached }% reached (rule “sovrastima_oltre”: from { $from }%){ $of ->
        [one] {""}
       *[other] , { $times } { $times ->
            [one] time
           *[other] times
        } in { $of } rounds and years
    }.
desk-flag-out-of-reach = Target perhaps out of reach: { $basis ->
        [pro-rata] { $reached }% reached of { $expected }, the part of the year's target that falls to the days gone by
        [target] { $reached }% reached of { $expected }
       *[other] score { $reached }
    } (below { $below }, where the band “{ $band }” begins){ $trend }.
desk-flag-missing = The reading is missing.
desk-trend-none = { "" }
desk-trend-rising = , but rising since the round before
desk-trend-flat = , unchanged since the round before
desk-trend-falling = , and falling since the round before

# Why a reading can be drawn.
desk-why-weight = weighs { $points } points of 100
desk-why-jump = changes by { $by }% on what was before
desk-why-target = is { $reached }% of its target
desk-why-late = recorded { $days ->
        [one] 1 day
       *[other] { $days } days
    } after the hand-in
desk-why-no-evidence = no evidence and no source

desk-verdict-open = under way
desk-verdict-confirmed = confirmed
desk-verdict-to-correct = to be corrected
desk-verdict-unsupported = unsupported

desk-change-lower = lower the target
desk-change-raise = raise the target
desk-change-drop = drop the indicator
desk-change-replace = replace the indicator
desk-change-move-deadline = move the deadline

# What is wanting in what is written.
desk-assessed-range = An assessment is a number from 0 to 100 with two decimals at most, such as 62.96.
desk-assessed-without-reason = The assessment is not the same as the measure: write why.
desk-proposal-gone = The plan no longer has this indicator under this objective: load the page again.
desk-proposal-without-reason = Write why you propose it.
desk-proposal-without-title = Write what the new indicator is called.
desk-proposal-without-target = Write the proposed target, such as >= 100 N.
desk-proposal-unread = The proposed target cannot be read with certainty: write it as plans do, such as >= 100 N. or entro il 31/12/2020.
desk-proposal-not-lower = The proposed target asks for more than the one there is: to make it harder choose “raise the target”.
desk-proposal-not-higher = The proposed target asks for less than the one there is: to make it easier choose “lower the target”.
desk-proposal-not-a-deadline = To move a deadline write a date, such as entro il 31/12/2020.

# Two people who write the same thing. $at is when, with date and time.
store-written-meanwhile = Meanwhile “{ $who }” wrote about the same thing at { $at }. What you typed is still in the fields: compare it with what is there now and save again.

# The pages of the desk. $level is the level in the plural, $round the day of the round.
nav-desk = OIV desk
desk-title = The OIV's desk
desk-sentence = Round of { $round }. **{ $count } { $level }**, { $seen ->
        [0] none observed yet
        [one] 1 observed already
       *[other] { $seen } observed already
    }. The measure does not change: the assessment stands beside it, with its reason.
desk-links = What there is on the desk
desk-go-minutes = Draft of the minutes
desk-go-sample = Sample to verify
desk-go-individuals = Individual objectives
desk-go-tags = List of contexts
desk-go-workbook = Download the workbook
desk-go-csv = Download as CSV
desk-saved = Saved.
desk-all = all
desk-filter-branch = Objective
desk-filter-show = Show
desk-show-obiettivi = objectives
desk-show-tutto = objectives and indicators
desk-show-segnali = indicators with flags
desk-show-da-osservare = to be observed
desk-show-osservati = observed already
desk-tree = Objectives and indicators
desk-title-column = Objective or indicator
desk-whole-body = the whole body
desk-measure = Measure
desk-on-measured = on the measured part { $score } (coverage { $coverage }%)
desk-context = Context
desk-flags = Flags
desk-flags-overshot = { $count ->
        [one] 1 target overshot by far
       *[other] { $count } targets overshot by far
    }
desk-flags-out-of-reach = { $count ->
        [one] 1 target perhaps out of reach
       *[other] { $count } targets perhaps out of reach
    }
desk-flags-missing = { $count ->
        [one] 1 reading is missing
       *[other] { $count } readings are missing
    }
desk-written = What is written
desk-observed = Observation
desk-concern = Concern
desk-remedy = Corrective or improving actions
desk-assessed = Assessment
desk-assessed-label = Assessment (0-100)
desk-assessment = The OIV's assessment, beside the measure
desk-measured = Measure:
desk-reason = Reason
desk-open = Observe
desk-save = Save
desk-cancel = Cancel
desk-subject-gone = The plan no longer has this objective or indicator: load the page again.
desk-too-long = The text is too long: shorten it and save again.

indicator-proposals = Proposals of the OIV
indicator-proposal-of = { $node } · proposal no. { $number } · checkpoint { $round }
desk-proposals = Proposals of change
desk-proposals-note = A proposal does not change the plan: whoever keeps it brings it into a draft revision, and whoever may adopts that.
desk-proposals-none = No proposals yet. They are made in the row of an indicator, with “Observe”.
desk-proposal = Proposal to change the indicator
desk-no-proposal = none
desk-change = Proposal
desk-change-it = Change
desk-proposal-target = Proposed target
desk-proposal-title = Proposed indicator
desk-proposal-reason = Reason of the proposal
desk-proposal-open = open
desk-proposal-withdrawn = withdrawn
desk-proposal-drafted = in the draft of revision { $revision }
desk-now = Today

desk-sample-title = Sample to verify
desk-sample-sentence = { $count ->
        [0] In the round of { $round } no reading was drawn yet. What weighs more, jumps, came late or has no evidence is likelier to be drawn.
       *[other] In the round of { $round } **{ $count } readings drawn**, { $done ->
            [0] none looked at yet
            [one] 1 looked at already
           *[other] { $done } looked at already
        }.
    }
desk-drawn = Readings drawn
desk-drawn-by = Drawn by
desk-seed = seed
desk-candidates = readings to choose from
desk-draws-again = Drawn again from the seed, the same ones come.
desk-draws-otherwise = Drawn again from the seed, others come: the sample was changed.
desk-turn = No.
desk-why = Why
desk-why-drawn = Why it was drawn
desk-verdict = Outcome
desk-verdict-none = to be looked at
desk-draw = Draw the sample
desk-draw-again = Draw another sample
desk-draw-note = The sample, its seed and the chances stay: anybody can draw it again. A new sample does not remove the one before.
desk-draw-size = How many readings
desk-draw-seed = Seed
desk-draw-seed-note = A whole number, drawn before witnesses for instance. Empty: the clock chooses it.
desk-draw-fault = Write how many readings to draw, from 1 to 100, and as the seed a whole number up to 4294967295, or leave it empty.
desk-reading = The reading
desk-day = Refers to
desk-recorded-at = Recorded on
desk-recorded-by = Recorded by
desk-source = Source
desk-note = Note
desk-evidence = Evidence
desk-paper-title = Work paper
desk-looked-at = What was looked at
desk-found = What was found
desk-back-to-sample = Back to the sample
desk-paper-no-verdict = Choose the outcome.
desk-paper-blank = To give an outcome write what was looked at and what was found.

desk-tags-title = List of contexts
desk-tags-sentence = The context says what weighed on a result, from outside or inside. The list is the body's own: what is retired stays where it was used already.
desk-tag-new = Another context
desk-tag-name = Name
desk-tag-adjustment = What it means for the target
desk-tag-advice = Opportunities and suggestions
desk-tag-retired = No longer to be chosen
desk-tag-fault = Every context has a name; no text is longer than 400 characters.

desk-individuals-title = Individual objectives
desk-individuals-sentence = { $count ->
        [0] No individual objective yet that you may see.
        [one] **1 individual objective**.
       *[other] **{ $count } individual objectives** of { $posts ->
            [one] 1 post
           *[other] { $posts } posts
        }.
    }
desk-individuals-note = They are personal data: only those entitled see them, and each look is written down.
desk-individual-new = Add an objective
desk-individual-withdraw = Withdraw this objective
desk-individual-number = Weight and assessment are numbers from 0 to 100 with two decimals at most.
desk-individual-blank = Write the post and the objective.
desk-holder = Whose it is
desk-post = Post
desk-post-note = The post and not the name of the person: “Dirigente area 1”.
desk-office = Office
desk-no-office = none
desk-objective = Individual objective
desk-expected = Target expected in the period
desk-found-actual = Reading
desk-looks-title = Who looked at individual objectives
desk-looks-sentence = { $count ->
        [0] Nobody has looked at them yet.
        [one] 1 look.
       *[other] { $count } looks, the latest first.
    }
desk-when = When
desk-who = Who
desk-where = Where
desk-whose = Whose, how many

desk-sheet-observations = Observations
desk-sheet-proposals = Proposals
desk-sheet-sample = Sample
desk-sheet-tags = Contexts
desk-number = Number
desk-node = Objective

minutes-title = Minutes of the mid-year monitoring of performance
minutes-law = art. 6, D.Lgs. 27 October 2009, no. 150
minutes-round = round of
minutes-received = The OIV was handed the monitoring reports on
minutes-premise = Premise
minutes-premise-none = The premise is not written yet.
minutes-strategic = Results reached against the levels programmed
minutes-score = Degree reached
minutes-assessed = OIV assessment
minutes-contexts = Contexts observed, and suggestions
minutes-involved = Objectives most involved
minutes-remarks = General remarks
minutes-cards = Concerns and corrective actions
minutes-individuals-none = No individual objective was reported.
minutes-individuals-apart = Individual objectives are personal data: they stand in the part of the minutes reserved for those entitled to see it.
minutes-signatures = Signatures
minutes-place = Place and date
minutes-signature = Independent evaluation body
minutes-annex = Annex 1 - Table of observations
minutes-write = Write the minutes
minutes-write-note = The tables are made of what is written at the desk. An empty line parts paragraphs.
minutes-received-label = Reports received on
minutes-signatures-label = How many signatures
minutes-date = A date is written like this: 21/07/2020.
