# Che cosa non va in ciò che è stato consegnato: una frase per ogni tipo, che dice anche come rimediare.
# Il luogo (file, riga, colonna) è scritto prima della frase.

# La consegna nel suo insieme.
issue-path-missing = Il percorso «{ $found }» non porta da nessuna parte: controlla come è scritto.
issue-folder-empty = La cartella non contiene nessuno dei file di un piano: servono almeno ente.toml e piano.csv.
issue-table-missing = Manca { $found }, senza cui il piano non si può leggere: aggiungilo accanto agli altri (in una cartella di lavoro è il foglio con lo stesso nome).
issue-table-unknown = «{ $found }» non viene letto: se è il file o il foglio «{ $nearest }», dagli esattamente questo nome.
issue-file-unreadable = Il sistema non lascia leggere «{ $found }» ({ $reason }): controlla i permessi e che nessun altro programma lo tenga chiuso.
issue-file-too-large = È più grande dei { $allowed } MB che si possono leggere, anche una volta decompresso: togli ciò che non fa parte del piano.
issue-table-too-large = La tabella supera il limite di { $rows } righe o di { $columns } colonne: spesso basta cancellare celle scritte per sbaglio lontano dal piano.
issue-workbook-broken = { $reason ->
    [empty] Il file è vuoto: salvalo di nuovo come cartella di lavoro XLSX o ODS.
    [legacy] È una cartella di lavoro nel vecchio formato XLS, oppure protetta da una password: aprila e salvala senza password come XLSX o ODS.
    [content] È un archivio, ma dentro non c'è una cartella di lavoro: servono i fogli Ente e Piano in un file XLSX o ODS.
    [damaged] La cartella di lavoro è danneggiata e non si legge fino in fondo: aprila, salvala di nuovo e riprova.
   *[other] Non è una cartella di lavoro XLSX o ODS: indicane una, oppure indica la cartella che contiene ente.toml e piano.csv.
}
issue-table-broken = { $reason ->
    [quote] Qui si apre una virgoletta che non si chiude più: chiudila, o raddoppia le virgolette che fanno parte del testo.
    [archive] Il file ha il nome di un CSV ma è una cartella di lavoro: salvalo come CSV, oppure indica direttamente la cartella di lavoro.
   *[other] Il file non è un testo: salvalo come CSV con celle separate da punto e virgola, in UTF-8.
}
issue-toml-broken = Questa riga non segue le regole del formato TOML (chiave = valore, testi fra virgolette): «{ $found }».
issue-encoding-windows = Il file non è in UTF-8 ed è stato letto come Windows-1252: controlla le lettere accentate, e se sono sbagliate salvalo in UTF-8.
issue-issues-cut = In questa tabella ci sono più di { $allowed } segnalazioni, e le altre non sono elencate: correggi queste e riprova.

# Tabelle, colonne e celle.
issue-column-missing = Manca la colonna «{ $found }»: aggiungila nella prima riga (le colonne obbligatorie sono: { $allowed }).
issue-column-unknown = La colonna «{ $found }» non è fra quelle note: { $nearest ->
    [none] le colonne note sono { $allowed }.
   *[other] forse si chiama «{ $nearest }».
}
issue-sheet-twice = Il foglio «{ $found }» ha il nome di una tabella che è già nel foglio «{ $first }» e non viene letto: lasciane uno solo, o dai all'altro un nome diverso.
issue-sheet-hidden = Il foglio «{ $found }» è nascosto ed è stato letto lo stesso: mostralo, oppure toglilo se è una versione superata.
issue-cells-hidden = { $what ->
    [columns] Nel foglio ci sono colonne nascoste che non sono vuote (quante: { $count }; la prima: { $first }): sono state lette come le altre. Mostrale, e togli quelle che non devono contare.
   *[rows] Nel foglio ci sono righe nascoste, a mano o da un filtro, che non sono vuote (quante: { $count }; la prima: { $first }): sono state lette come le altre. Mostrale, e togli quelle che non devono contare.
}
issue-rows-above-header = Sopra l'intestazione, che è alla riga { $first }, c'è dell'altro («{ $found }»), che non viene letto: se non serve, toglilo.
issue-column-twice = Ci sono due colonne «{ $found }» ({ $first } e { $second }): vale la prima; togli la seconda o dalle il nome giusto.
issue-row-too-long = C'è una cella piena («{ $found }») sotto una colonna senza nome: spesso è un separatore in più dentro un testo, che va messo fra virgolette.
issue-key-unknown = La chiave «{ $found }» non è fra quelle note: { $nearest ->
    [none] le chiavi note sono { $allowed }.
   *[other] forse si chiama «{ $nearest }».
}
issue-key-missing = Manca la chiave «{ $found }», che è necessaria: aggiungila con il suo valore.
issue-key-twice = La chiave «{ $column }» c'è già alla riga { $first }, ed è quella che vale: lasciane una sola.
issue-key-not-allowed = { $nearest ->
    [none] «{ $found }» non va bene per la chiave «{ $column }»; si può scrivere: { $allowed }.
   *[other] «{ $found }» non va bene per la chiave «{ $column }»: forse intendevi «{ $nearest }» (si può scrivere: { $allowed }).
}
issue-cell-missing = Manca il contenuto della colonna «{ $column }», che è necessario: scrivilo in questa riga.
issue-cell-not-allowed = { $nearest ->
    [none] «{ $found }» non è una parola che questa colonna conosce; si può scrivere: { $allowed }.
   *[other] «{ $found }» non è una parola che questa colonna conosce: forse intendevi «{ $nearest }» (si può scrivere: { $allowed }).
}
issue-cell-ignored = La colonna «{ $column }» non vale per una riga di questo livello e «{ $found }» non viene letto: cancella la cella o correggi il livello.
issue-cell-too-long = La cella ha più di { $allowed } caratteri: accorcia il testo.
issue-number-ambiguous = «{ $found }» si può leggere in due modi: scrivi i decimali con la virgola (1,23) e il punto solo fra le migliaia (1.234).
issue-number-too-long = Il numero ha troppe cifre: se ne possono scrivere al massimo 15 prima della virgola e 6 dopo.
issue-number-expected = «{ $found }» non è un numero: scrivi un numero, con i decimali dopo la virgola.
issue-number-out-of-range = { $found } è fuori dai limiti di questa colonna: si può scrivere { $allowed }.
issue-date-impossible = Il giorno «{ $found }» non esiste nel calendario: correggi la data.
issue-date-expected = «{ $found }» non è una data: scrivila come 31/12/2020 oppure 2020-12-31.

# L'albero.
issue-plan-empty = Il piano non contiene nessun nodo: scrivi sotto l'intestazione almeno un obiettivo, uno per riga.
issue-node-twice = Il codice «{ $code }» è già usato { $first ->
        [none] altrove
       *[other] alla riga { $first }
    }: dai a uno dei due un codice diverso.
issue-indicator-twice = L'indicatore «{ $code }» è già sotto «{ $parent }» { $first ->
        [none] in un'altra riga
       *[other] alla riga { $first }
    }: lascia una sola delle due righe, o cambia il padre.
issue-indicator-redefined = Qui «{ $column }» è «{ $found }», mentre alla riga { $first } lo stesso indicatore ha «{ $expected }»: scrivi lo stesso testo, oppure dai all'indicatore un codice diverso.
issue-parent-unknown = { $nearest ->
    [none] Il padre «{ $found }» non è il codice di nessun nodo: correggilo o aggiungi il nodo.
   *[other] Il padre «{ $found }» non è il codice di nessun nodo: forse intendevi «{ $nearest }».
}
issue-parent-cycle = Questi nodi sono uno padre dell'altro in cerchio ({ $path }): correggi il padre di uno di loro.
issue-level-unknown = { $allowed ->
    [none] Il livello «{ $found }» non è fra quelli dell'ente, che non ne dichiara nessuno: scrivi i livelli in ente.toml, dal più alto al più basso (livelli = ["{ $found }", …]).
   *[other] { $nearest ->
        [none] Il livello «{ $found }» non è fra quelli dell'ente ({ $allowed }): correggilo, o aggiungilo ai livelli dell'ente.
        *[other] Il livello «{ $found }» non è fra quelli dell'ente ({ $allowed }): forse intendevi «{ $nearest }».
    }
}
issue-level-order = Il livello «{ $found }» non sta sotto «{ $parent }», che è quello del padre: controlla il livello o il padre.
issue-node-without-parts = «{ $code }» non ha indicatori né obiettivi sotto di sé e non può avere un punteggio: aggiungi almeno un indicatore.
issue-office-unknown = { $nearest ->
    [none] L'ufficio «{ $found }» non è nell'elenco degli uffici: correggi il codice o aggiungi l'ufficio.
   *[other] L'ufficio «{ $found }» non è nell'elenco degli uffici: forse intendevi «{ $nearest }».
}

# I pesi.
issue-weight-negative = Un peso non può essere negativo ({ $found }): scrivi un numero da 0 in su, o 0 per non contarlo.
issue-weights-not-100 = { $likely ->
    [repeated] I pesi sotto «{ $parent }» sommano a { $sum }, che è il peso di «{ $parent }» stesso, e non a 100: sembra scritto due volte. Il punteggio si calcola in proporzione, ma conviene correggerli.
   *[none] I pesi sotto «{ $parent }» sommano a { $sum } e non a 100: il punteggio si calcola in proporzione, ma conviene correggerli.
}
issue-weight-blank = Manca il peso mentre le righe accanto lo hanno: vale 0 e «{ $code }» non conta, finché non ne scrivi uno.
issue-weights-absent = Sotto «{ $parent }» nessuna riga ha un peso: che cosa succede lo dice la regola senza_pesi.
issue-weights-zero = Sotto «{ $parent }» tutti i pesi sono 0 e non c'è un punteggio: dai un peso ad almeno una riga.
issue-quotas-not-100 = Le due quote di «{ $code }» sommano a { $sum } e non a 100: il punteggio si calcola in proporzione, ma conviene correggerle.
issue-quota-without-part = «{ $code }» ha una quota per una parte che non ha: cancella la quota, o aggiungi gli indicatori o gli obiettivi che mancano.

# I target.
issue-target-missing = L'indicatore «{ $code }» non ha un target per l'anno: scrivilo, altrimenti non può avere un punteggio.
issue-target-not-understood = Il target «{ $found }» non si capisce con certezza: scrivi per esempio «>= 100 N.», «entro il 31/12/2020», «fra 3 e 5», «si» o «qualitativo».
issue-target-date-impossible = Nel target «{ $found }» c'è un giorno che non esiste nel calendario: correggi la data.
issue-target-number-ambiguous = Il numero del target «{ $found }» si può leggere in due modi: scrivi i decimali con la virgola (1,23), il punto solo fra le migliaia (1.234), una parte in percentuale (75%), un giorno con «entro il» davanti.
issue-target-number-too-long = Il numero del target «{ $found }» ha troppe cifre: se ne possono scrivere al massimo 15 prima della virgola e 6 dopo.
issue-target-operator-missing = Il target «{ $found }» non dice se è un minimo o un massimo: scrivi >= o <= davanti al numero, oppure «cresce» o «cala» nella colonna verso.
issue-target-against-direction = Il target «{ $found }» va contro il verso dell'indicatore: correggi l'operatore o il verso.
issue-target-range-reversed = Nel target «{ $found }» il primo estremo è più grande del secondo: scambiali.
issue-target-steps-mixed = Le soglie non stanno insieme al target («{ $found }»): devono essere dello stesso tipo (tutte numeri o tutte date) e via via più facili.
issue-checkpoint-undeclared = C'è un target per il { $found }, che non è fra le verifiche dell'ente: vale lo stesso; se la data è giusta, aggiungila alle verifiche.

# Le rilevazioni.
issue-reading-unknown-indicator = { $nearest ->
    [none] Nel piano non c'è l'indicatore «{ $found }»: correggi il codice o aggiungi l'indicatore al piano.
   *[other] Nel piano non c'è l'indicatore «{ $found }»: forse intendevi «{ $nearest }».
}
issue-reading-not-superseding = C'è già una rilevazione dello stesso indicatore e dello stesso giorno{ $first ->
        [none] {""}
       *[other] {" "}alla riga { $first }
    }: se questa la corregge, scrivi un registrato_il successivo e il motivo; altrimenti togli una delle due.
issue-reading-without-content = { $found ->
    [none] La rilevazione non dice nulla: riempi una delle colonne valore, numeratore e denominatore, fatto_il o giudizio; se il dato manca, scrivi N/D e perché nella nota.
   *[other] La rilevazione dice più cose insieme ({ $found }): riempi una sola delle colonne valore, numeratore e denominatore, fatto_il o giudizio.
}
issue-reading-number-ambiguous = «{ $found }» si può leggere in due modi: scrivi i decimali con la virgola (1,23) e il punto solo fra le migliaia (1.234).
issue-reading-not-understood = «{ $found }» non si capisce con certezza: scrivi un numero con la sua misura, si, no oppure N/D; una data va nella colonna fatto_il.
issue-reading-quotient-in-cell = { $one ->
    [none] «{ $found }» è una divisione: scrivi i due numeri nelle colonne numeratore e denominatore, e lascia vuota questa cella.
   *[other] «{ $found }» è una divisione e il suo punto si può leggere in due modi: come migliaia { $one }, come decimali { $other }. Scrivi i due numeri giusti nelle colonne numeratore e denominatore, con i decimali dopo la virgola, e lascia vuota questa cella.
}
issue-reading-judgement-range = Il giudizio «{ $found }» è fuori dalla scala: scrivi un numero da 0 a 100.
issue-reading-judgement-without-reason = Il giudizio non ha una motivazione: scrivila nella nota.
issue-reading-of-other-kind = La rilevazione è { $found ->
    [number] un numero
    [date] una data
    [yes-no] un sì o un no
    [judgement] un giudizio
   *[other] di un altro tipo
}, mentre il target chiede { $expected ->
    [number] un numero
    [date] una data: usa la colonna fatto_il
    [yes-no] un sì o un no: scrivi si oppure no nella colonna valore
    [judgement] un giudizio: usa la colonna giudizio
    [part] una rilevazione per ogni sua parte: scrivi il numero della parte nella colonna parte
   *[other] altro
}.
issue-reading-denominator-zero = Il denominatore è 0 e il rapporto non si può calcolare: correggilo, oppure scrivi N/D e perché nella nota.
issue-reading-quotient-differs = Il valore scritto è { $found }, ma numeratore diviso denominatore dà { $quotient }: conta il valore scritto; controlla i tre numeri.
issue-reading-nd-without-note = Il dato è dichiarato non disponibile senza dire perché: scrivilo nella nota.
issue-reading-done-later = Risulta fatto il { $found }, dopo la data della situazione: qui non conta ancora.
issue-reading-other-measure = La misura scritta è «{ $found }», ma quella dell'indicatore è «{ $expected }»: controlla che il numero sia nella misura giusta.
issue-reference-missing = Per «{ $code }» non c'è una rilevazione di riferimento: aggiungila, altrimenti non può avere un punteggio.
issue-reference-zero = Per «{ $code }» il dato di riferimento è 0 e la variazione non si può calcolare: cambia il target o il riferimento.
issue-reading-contradicts-stored = È già registrata una rilevazione diversa dello stesso indicatore e dello stesso giorno: se questa la corregge, scrivi un registrato_il successivo e il motivo.
issue-tree-too-deep = «{ $code }» sta a più di { $most } livelli di profondità: nessun piano ne ha tanti. Controlla la colonna padre.
