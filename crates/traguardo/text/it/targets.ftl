# I target: che cosa manca a un target per essere capito, e che cosa fa mancare un punteggio.
issue-target-year-missing = Il target «{ $found }» non dice di quale anno è: scrivi la data con l'anno, per esempio «entro il 31/12/2021».
issue-target-reference-missing = Il target «{ $found }» chiede una variazione o un confronto e non dice rispetto a che cosa: scrivi per esempio «rispetto all'anno precedente» o «rispetto al 2020».
issue-target-event-missing = Il target «{ $found }» fissa un tempo e non dice da quale giorno si conta: scrivi per esempio «entro 60 giorni dall'approvazione del bilancio», oppure «<= 60 gg» se è una durata.
issue-target-attached = Il target «{ $found }» rinvia a un allegato: scrivi qui che cosa ci si aspetta.
issue-target-elsewhere = Il target «{ $found }» rinvia a una legge, a un piano o a un altro documento: scrivi qui la data o il numero.
issue-target-two-quantities = Nel target «{ $found }» ci sono due misure: dividile fra due indicatori, oppure separale con un punto e virgola se sono parti dello stesso.
issue-target-several-dates = Nel target «{ $found }» ci sono più date e non si capisce a che cosa si riferisce ciascuna: scrivi davanti a ogni data che cosa scade, oppure separale con un punto e virgola.
issue-target-garbled = Nel target «{ $found }» ci sono cifre fuori posto, come se ne fosse caduta qualcuna: riscrivilo.
issue-target-level-in-words = Il target «{ $found }» è un livello a parole, e nessuno ha detto quanti punti vale: scrivi il numero, oppure «qualitativo» se lo giudica una persona.
issue-target-undecided = Il target «{ $found }» è ancora da definire: scrivilo appena è deciso.
issue-target-approximate = Il target «{ $found }» vale solo all'incirca: scrivi un minimo, un massimo o un intervallo.
issue-answer-not-understood = La risposta «{ $found }» al target «{ $written }» non si capisce: scrivi come risposta una frase che si legge con certezza.
issue-event-unknown = Il target di «{ $code }» conta i giorni da «{ $event }», che non è fra gli eventi: aggiungilo alla tabella degli eventi, con la sua data.
issue-event-without-date = Il target di «{ $code }» conta i giorni da «{ $event }», che non ha ancora una data: scrivila nella tabella degli eventi appena è nota.

cause-event-unknown = l'evento da cui si contano i giorni non è fra gli eventi
cause-event-without-date = l'evento da cui si contano i giorni non ha ancora una data
cause-not-judged = manca il giudizio su una soglia scritta a parole

# Che cosa chiede un target, a parole.
reads-at-least = almeno { $level }
reads-at-most = al massimo { $level }
reads-more-than = più di { $level }
reads-less-than = meno di { $level }
reads-exactly = esattamente { $level }
reads-range = tra { $low } e { $high }
reads-by = entro il { $date }
reads-each-end = entro la fine di ogni { $per }
reads-each-time = { $days ->
    [one] entro un giorno dalla fine di ogni { $per }
   *[other] entro { $days } giorni dalla fine di ogni { $per }
}
reads-days-after = { $count ->
    [one] entro un giorno da «{ $event }»
   *[other] entro { $count } giorni da «{ $event }»
}
reads-days-before = { $count ->
    [one] almeno un giorno prima di «{ $event }»
   *[other] almeno { $count } giorni prima di «{ $event }»
}
reads-months-after = { $count ->
    [one] entro un mese da «{ $event }»
   *[other] entro { $count } mesi da «{ $event }»
}
reads-months-before = { $count ->
    [one] almeno un mese prima di «{ $event }»
   *[other] almeno { $count } mesi prima di «{ $event }»
}
reads-done = fatto, sì o no
reads-judgement = giudizio di chi valuta, da 0 a 100, con il motivo
reads-judged = «{ $words }», a giudizio di chi valuta
reads-baseline = anno di rilevazione
reads-rate = { $reading } ogni { $per }
reads-change = { $reading } rispetto { $reference }
reads-within = scostamento al massimo di { $tolerance } rispetto { $reference }
reads-step = { $score }% con { $reading }
reads-all = tutte insieme: { $parts }
reads-each = ciascuna per sé: { $parts }
reads-year = { $year }: { $reading }
reads-periodic = { $reading }; alla verifica: { $periodic }
reads-what = { $what }: { $reading }

reference-last-year = all'anno precedente
reference-years-before = { $years ->
    [one] a un anno prima
   *[other] a { $years } anni prima
}
reference-year = al { $year }
reference-cluster = alla media del cluster

span-week = settimana
span-month = mese
span-two-months = bimestre
span-quarter = trimestre
span-four-months = quadrimestre
span-half-year = semestre
span-year = anno

# Come si calcola il punteggio, se le regole non dicono altro.
scored-at-least = Raggiunto vale 100; altrimenti 100 × valore / target.
scored-at-most = Raggiunto vale 100; altrimenti perde punti in proporzione a quanto supera il target.
scored-exactly = Vale 100 se il valore è proprio quello, altrimenti 0.
scored-zero = Vale 100 se è raggiunto, altrimenti 0.
scored-range = Dentro l'intervallo vale 100; fuori conta la distanza dall'estremo più vicino.
scored-by = Fatto in tempo vale 100; in ritardo 0, o qualche punto in meno al giorno se lo dicono le regole. Prima della scadenza non conta come mancante.
scored-done = Vale 100 se è fatto, altrimenti 0.
scored-judgement = Vale il giudizio di chi valuta, che deve scriverne il motivo.
scored-baseline = Non ha punteggio: il valore serve da riferimento per l'anno dopo.
scored-within = Vale 100 se è abbastanza vicino al riferimento, altrimenti 0.
scored-steps = Vale la soglia più alta che è raggiunta; sotto l'ultima 0.
scored-min = Vale la parte con il punteggio più basso. Ogni parte ha le sue rilevazioni (colonna parte).
scored-mean = Vale la media delle parti. Ogni parte ha le sue rilevazioni (colonna parte).
scored-years = Ogni anno ha il suo target.
scored-periodic = Alla verifica vale il target periodico, a fine anno quello dell'anno.

cli-target-about = Mostra come si legge un target
cli-target-examples =
    Esempi:
      traguardo target ">= 80 %"
      traguardo target "entro il primo semestre" --year 2021
      traguardo target "28 gg" --verso cala
      traguardo target "28 gg | 29 gg | 30 gg" --format json
cli-arg-phrase = Il target com'è scritto; celle affiancate separate da « | »
cli-arg-year = L'anno del target: completa le date scritte senza
cli-arg-verso = «cresce» o «cala»: dà l'operatore a un numero che non ce l'ha
cli-name-phrase = FRASE
cli-name-year = ANNO
cli-name-verso = VERSO
cli-target-reads = Si legge: { $reading }.
cli-target-asks = Da chiarire: { $question }
cli-target-proposals = Se intendi una di queste, riscrivilo così:

# Le risposte che non trovano il loro target.
issue-answer-without-target = { $now ->
    [none] La risposta riguarda «{ $found }» nella colonna { $target_column } di «{ $code }», dove non c'è nessun target: correggi codice, padre o colonna, oppure togli la riga.
   *[other] La risposta riguarda «{ $found }», ma nella colonna { $target_column } di «{ $code }» ora è scritto «{ $now }»: se vale ancora copia qui il testo nuovo, altrimenti togli la riga.
}
