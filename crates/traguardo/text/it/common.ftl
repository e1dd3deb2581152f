# Parole che servono ovunque: mesi, luoghi, esiti.
month-1 = gennaio
month-2 = febbraio
month-3 = marzo
month-4 = aprile
month-5 = maggio
month-6 = giugno
month-7 = luglio
month-8 = agosto
month-9 = settembre
month-10 = ottobre
month-11 = novembre
month-12 = dicembre

place-sheet = foglio «{ $sheet }»
place-row = riga { $row }
place-column = colonna «{ $column }»
place-code = codice { $code }

word-yes = sì
word-no = no

outcome-scored = misurato
outcome-missing = N/D
outcome-not_due = non scaduto
outcome-baseline = anno di rilevazione
outcome-neutralised = neutralizzato

cause-no-target = non c'è un target per l'anno
cause-target-question = il target è da chiarire
cause-no-reading = non c'è una rilevazione
cause-not-available = dichiarato non disponibile
cause-reading-unread = la rilevazione non si legge con certezza
cause-readings-conflict = due rilevazioni dello stesso giorno, e nessuna dice di sostituire l'altra
cause-other-kind = la rilevazione è di un tipo diverso dal target
cause-denominator-zero = il denominatore è 0
cause-reference-missing = manca il dato di riferimento
cause-reference-zero = il dato di riferimento è 0
cause-overflow = i numeri sono troppo grandi per un conto esatto
cause-faulty-row = la riga del piano contiene un errore
cause-still-time = la scadenza non è ancora passata
cause-baseline-year = è l'anno di prima rilevazione
cause-neutralised = neutralizzato con atto
cause-eliminated = eliminato con atto
cause-no-parts = non ha indicatori né obiettivi
cause-no-weights = le sue parti non hanno pesi, e le regole in questo caso non danno un risultato
cause-weights-zero = tutte le sue parti pesano 0
cause-nothing-scored = nessuna delle sue parti è misurata
cause-blocked = una sua parte manca, e le regole in questo caso non danno un risultato


severity-error = errore
severity-warning = avviso
severity-note = nota
