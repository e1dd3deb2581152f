# The card of an objective: what it is for, what came of it, what the OIV says of it.

card-title = Sheet of the objective
card-measured = Measured
card-assessed = Assessed by the OIV
card-assessed-score = { $score } out of 100
card-reason = Reason of the assessment
card-result = Result
card-reference = Reference
card-kind = Kind
card-benefit = Expected benefit

# An assessment without a reason.
issue-assessed-without-reason = The OIV gives “{ $code }” { $score } without saying why: write it in the column motivo_oiv.
