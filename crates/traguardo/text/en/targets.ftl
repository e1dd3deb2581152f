# Targets: what a target lacks to be understood, and what makes a score missing.
issue-target-year-missing = The target “{ $found }” does not say of which year it is: write the date with its year, for example «entro il 31/12/2021».
issue-target-reference-missing = The target “{ $found }” asks for a change or a comparison and does not say with what: write for example «rispetto all'anno precedente» or «rispetto al 2020».
issue-target-event-missing = The target “{ $found }” sets a time and does not say from which day it counts: write for example «entro 60 giorni dall'approvazione del bilancio», or «<= 60 gg» if it is a duration.
issue-target-attached = The target “{ $found }” refers to an attachment: write here what is expected.
issue-target-elsewhere = The target “{ $found }” refers to a law, a plan or another document: write here the date or the number.
issue-target-two-quantities = The target “{ $found }” holds two measures: share them between two indicators, or put a semicolon between them if they are parts of one.
issue-target-several-dates = The target “{ $found }” holds several dates, and it is not clear what each is for: write before each date what is due, or put a semicolon between them.
issue-target-garbled = The target “{ $found }” has digits out of place, as if some were lost: write it again.
issue-target-level-in-words = The target “{ $found }” is a level in words, and nobody has said how many points it is worth: write the number, or «qualitativo» if a person judges it.
issue-target-undecided = The target “{ $found }” is yet to be set: write it as soon as it is decided.
issue-target-approximate = The target “{ $found }” holds only roughly: write a minimum, a maximum or a range.
issue-answer-not-understood = The answer “{ $found }” to the target “{ $written }” is not understood: answer with a phrase that is read with certainty.
issue-event-unknown = The target of “{ $code }” counts days from “{ $event }”, which is not among the events: add it to the table of events, with its date.
issue-event-without-date = The target of “{ $code }” counts days from “{ $event }”, which has no date yet: write it in the table of events as soon as it is known.

cause-event-unknown = the event that the days count from is not among the events
cause-event-without-date = the event that the days count from has no date yet
cause-not-judged = a step written in words has not been judged
