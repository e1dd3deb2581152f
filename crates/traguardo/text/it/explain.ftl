# Da dove viene un numero: una frase per ogni passaggio.
explain-target-year = Target dell'anno: «{ $target }».
explain-target-periodic = Target al { $date }: «{ $target }».
explain-node-target = Target sul risultato: «{ $target }».
explain-node-target-met = Target sul risultato: «{ $target }», raggiunto.
explain-node-target-not-met = Target sul risultato: «{ $target }», non raggiunto.
explain-coverage = Peso misurato: { $coverage }%.
explain-no-score = Non c'è un risultato: { $cause }.

explain-reading = Rilevazione al { $date }: { $observed }.
explain-reference = Dato di riferimento al { $date }: { $observed }.
explain-quotient = { $numerator } / { $denominator } = { $result }
explain-quotient-per-cent = 100 × { $numerator } / { $denominator } = { $result }
explain-recorded = Registrata il { $date }.
explain-recorded-by = Registrata il { $date } da { $by }.
explain-checked = Verificata.
explain-source = Fonte: { $text }.
explain-reason = Motivo della correzione: { $text }.
explain-note = Nota: { $text }.

explain-share = 100 × { $actual } / { $level } = { $result }
explain-gap = 100 × (1 − { $gap } / { $size }) = { $result }
explain-surplus = 100 × (1 + { $gap } / { $size }) = { $result }
explain-inverse = 100 × { $level } / { $actual } = { $result }
explain-met = { $actual } raggiunge { $level }: { $result }
explain-not-met = { $actual } non raggiunge { $level }: { $result }
explain-reached = Il target è raggiunto: 100.
explain-nothing-reached = Il target non è raggiunto: 0.
explain-step = Raggiunta la soglia che vale { $step }.
explain-no-step = Nessuna soglia è raggiunta: 0.
explain-between = Tra la soglia che vale { $low } e quella che vale { $high }: { $result }
explain-late = { $days ->
    [one] Fatto con un giorno di ritardo: 0.
   *[other] Fatto con { $days } giorni di ritardo: 0.
}
explain-late-points = { $days ->
    [one] Fatto con un giorno di ritardo, { $points } punti in meno: { $result }
   *[other] Fatto con { $days } giorni di ritardo, { $points } punti in meno al giorno: { $result }
}
explain-overdue = La scadenza del { $date } è passata e non risulta fatto: 0.
explain-judged = Giudizio di chi valuta: { $result }
explain-compound-min = Vale la parte più bassa.
explain-compound-mean = Vale la media delle parti.
explain-cap = Il massimo è { $limit }: { $uncapped } diventa { $result }.
explain-floor = Il minimo è { $limit }: { $uncapped } diventa { $result }.
explain-underestimated = Il risultato supera il { $from }% del target: il target pare sottostimato.
