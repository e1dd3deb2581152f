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
trail-action-desk = the OIV's desk
trail-action-look = individual objectives looked at
