# What becomes of a proposal of the OIV: in the draft, in the act that adopts it, or declined.
desk-proposal-adopted = adopted with revision { $revision }: { $organ }, act no. { $number } of { $date }
desk-proposal-adopted-by = adopted with revision { $revision }
desk-proposal-declined = declined: { $why }
desk-proposal-beside = Proposal no. { $number } of the OIV: { $change }. Reason: { $reason }
desk-proposal-draft-reason = Proposal no. { $number } of the OIV: { $reason }
desk-proposal-unknown = There is no such proposal: load the page again.
desk-proposal-not-open = This proposal was decided already: load the page again to see how.
desk-proposal-not-in-draft = The draft no longer has this row, or the proposal cannot be applied to it: open the draft and change it there. Nothing is changed.
desk-decide-draft = Bring into the draft
desk-decide-else = Decline
desk-decide-else-drop = Neutralise, or decline
desk-decide-act = Act by which it is neutralised
desk-decide-neutralise = Neutralise in the draft
desk-decide-why = Why it is declined
desk-decide-decline = Decline
desk-decline-without-reason = Write why the proposal is declined, in no more than 2000 characters.

# Which figures the desk works on.
desk-basis-frozen = Figures as fixed when the round was closed, on { $when } by { $who }: revision no. { $revision } of the plan, with its rules and the readings of then.
desk-basis-frozen-other = See the same rows with the data of today
desk-basis-today = Data of today: plan, rules and readings as they are now. The round was closed on { $when } by { $who } on revision no. { $revision }, and its figures do not change.
desk-basis-today-other = See the figures fixed at the closing
desk-basis-open = Round not closed yet: the figures are those of today and may change until it is closed.
desk-go-csv-proposals = Proposals as CSV
minutes-indicators = Indicators
