# Da dove viene un numero: una frase per ogni passaggio.
why-target-year = Target dell'anno: «{ $target }».
why-target-periodic = Target al { $date }: «{ $target }».
why-node-target = Target sul risultato: «{ $target }».
why-node-target-met = Target sul risultato: «{ $target }», raggiunto.
why-node-target-not-met = Target sul risultato: «{ $target }», non raggiunto.
why-coverage = Peso misurato: { $coverage }%.
why-no-score = Non c'è un risultato: { $cause }.

why-reading = Rilevazione al { $date }: { $observed }
why-reference = Dato di riferimento al { $date }: { $observed }
why-quotient = { $numerator } / { $denominator } = { $result }
why-quotient-per-cent = 100 × { $numerator } / { $denominator } = { $result }
why-recorded = Registrata il { $date }.
why-recorded-by = Registrata il { $date } da { $by }.
why-checked = Verificata.
why-source = Fonte: { $text }
why-reason = Motivo della correzione: { $text }
why-note = Nota: { $text }

why-share = 100 × { $actual } / { $level } = { $result }
why-gap = 100 × (1 − { $gap } / { $size }) = { $result }
why-surplus = 100 × (1 + { $gap } / { $size }) = { $result }
why-inverse = 100 × { $level } / { $actual } = { $result }
why-met = { $actual } raggiunge { $level }: { $result }
why-not-met = { $actual } non raggiunge { $level }: { $result }
why-reached = Il target è raggiunto: 100.
why-nothing-reached = Il target non è raggiunto: 0.
why-step = Raggiunta la soglia che vale { $step }.
why-no-step = Nessuna soglia è raggiunta: 0.
why-between = Tra la soglia che vale { $low } e quella che vale { $high }: { $result }
why-late = { $days ->
    [one] Fatto con un giorno di ritardo: 0.
   *[other] Fatto con { $days } giorni di ritardo: 0.
}
why-late-points = { $days ->
    [one] Fatto con un giorno di ritardo, { $points } punti in meno: { $result }
   *[other] Fatto con { $days } giorni di ritardo, { $points } punti in meno al giorno: { $result }
}
why-overdue = La scadenza del { $date } è passata e non risulta fatto: 0.
why-judged = Giudizio di chi valuta: { $result }
why-compound-min = Vale la parte più bassa.
why-compound-mean = Vale la media delle parti.
why-cap = Il massimo è { $limit }: { $uncapped } diventa { $result }.
why-floor = Il minimo è { $limit }: { $uncapped } diventa { $result }.
why-underestimated = Il risultato supera il { $from }% del target: il target pare sottostimato.
