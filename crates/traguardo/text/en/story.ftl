# What has happened already in the demonstration.
demo-story-observed = Events held in person have stood still since March; some were moved online.
demo-story-concern = With the target as it was the result hangs on events that cannot be held.
demo-story-remedy = Lower the target for 2020 and count events held online too.
demo-story-assessed = The result is marked by the stop to events held in person, which is not up to the body.
demo-story-premise = Under art. 6 of D.Lgs. 150/2009 the OIV has looked at the monitoring report at 30 June 2020 and gives its findings here.
demo-story-lower = The fairs and missions abroad of the second half of the year are cancelled.
demo-story-move = The rules come into force later than planned.
demo-story-raise = The target has long been exceeded.
demo-story-declined = The target follows a commitment of three years: it is up again with next year's plan.
demo-story-looked-at = An extract of the system of origin, compared with the report.
demo-story-found = The figure is the one recorded.
demo-story-closing = The readings that are missing are taken at the end of the year only.
demo-story-draft = Proposal no. 1 of the OIV, after the monitoring of June
