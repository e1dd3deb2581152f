# La differenza fra due consegne: che cosa si aggiunge, cambia o si toglie.
diff-item-body = Ente e anno
diff-item-rules = Regole
diff-item-node = Nodo { $code }
diff-item-indicator = Indicatore { $code }
diff-item-use = Indicatore { $code } nel nodo { $node }
diff-item-office = Ufficio { $code }
diff-item-event = Evento { $code }
diff-item-answer = Risposta su { $code }{ $node ->
    [none] {""}
   *[other] {" "}nel nodo { $node }
}, colonna «{ $column }»
diff-item-reading = Rilevazione di { $code } al { $date }{ $part ->
    [none] {""}
   *[other] , parte { $part }
}{ $body ->
    [none] {""}
   *[other] , ente { $body }
}
diff-fate-added = aggiunto
diff-fate-changed = modificato
diff-fate-removed = tolto
diff-fate-changed-rules = modificate
diff-fate-added-reading = aggiunta
diff-fate-changed-reading = modificata
diff-fate-removed-reading = tolta
diff-fate-superseded = sostituisce quella registrata prima
diff-cell-changed = { $column }: da «{ $before }» a «{ $after }»
diff-cell-added = { $column }: «{ $after }»
diff-cell-removed = { $column }: prima «{ $before }», ora vuoto

diff-word-up = cresce
diff-word-down = cala
diff-word-updated = aggiornato
diff-word-eliminated = eliminato
diff-word-inserted = inserito
diff-word-confirmed = confermato
diff-word-neutralised = neutralizzato
diff-word-recorded = rilevato
diff-word-checked = verificato
diff-word-linear = lineare
diff-word-hyperbolic = iperbolica
diff-word-stairs = gradini
diff-word-interpolate = interpola
diff-word-zero = zero
diff-word-exclude = escludi
diff-word-block = blocca
diff-word-none = nessuno
diff-word-equal = uguali
diff-word-half-up = meta_su
diff-word-truncate = tronca
diff-word-undated = una data che non si legge

diff-none = Nessuna differenza.
diff-counts = Differenze: { $added } in più, { $changed } cambiate, { $removed } in meno, { $superseded } rilevazioni sostituite.
diff-new-plan = Il piano non è ancora nella base di dati. Entrerebbe con { $nodes } nodi, { $indicators } indicatori e { $readings } rilevazioni.
cli-import-ask = Salvo queste differenze? [s/N]
cli-import-left = Non ho salvato nulla: la base di dati è rimasta com'era.
cli-diff-about = Dice in che cosa due consegne differiscono, con prima e dopo.
cli-diff-examples =
    Esempi
      traguardo diff modena-2020 modena-2020-rivisto
      traguardo diff modena-2020 modena.xlsx --format json
      traguardo diff cciaa_mo/2020 modena.xlsx --db sqlite:dati/traguardo.db

    Con --db il primo è il piano nella base di dati. Finisce con 0 anche se ci sono differenze.
cli-arg-old = La consegna di prima: una cartella, una cartella di lavoro o, con --db, un piano
cli-arg-new = La consegna di dopo: una cartella o una cartella di lavoro
cli-arg-dry-run = Mostra che cosa cambierebbe e non salva nulla
cli-arg-yes = Salva senza chiedere
cli-name-old = PRIMA
cli-name-new = DOPO
