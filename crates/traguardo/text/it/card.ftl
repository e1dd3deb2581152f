# La scheda di un obiettivo: a che cosa serve, che cosa ne è venuto, che cosa ne dice l'OIV.

card-title = Scheda dell'obiettivo
card-measured = Misurato
card-assessed = Valutato dall'OIV
card-assessed-score = { $score } su 100
card-reason = Motivo della valutazione
card-result = Risultato
card-reference = Riferimento
card-kind = Tipologia
card-benefit = Beneficio atteso

# La valutazione senza motivo.
issue-assessed-without-reason = L'OIV dà { $score } a «{ $code }» senza dire perché: scrivilo nella colonna motivo_oiv.
