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
