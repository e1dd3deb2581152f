# L'effetto della bozza mentre si scrive nei suoi moduli.

live-said = { $name }: da { $before } a { $after }. Punteggi che cambiano: { $count }. Problemi nuovi: { $issues }.
live-said-none = Nessun punteggio cambia. Problemi nuovi: { $issues }.
live-look = Vedere
live-unknown = Quello che si vede qui sotto non tiene conto delle ultime modifiche: per vederne l'effetto c'è il pulsante in fondo al modulo.

draft-group-more = Altri dati
draft-move-note = Con un altro obiettivo l'indicatore vi passa com'è, con peso, target e risposte; nel registro risulta tolto da uno e inserito nell'altro.
draft-field-riferimento = Obiettivo di un altro piano a cui si riferisce
draft-field-tipologia = Tipologia: nuovo, mantenimento, straordinario
draft-field-beneficio = Beneficio atteso
draft-field-risultato = Risultato, a parole
draft-field-missione = Missione di bilancio
draft-field-pira = Fa parte del PIRA
draft-field-complessita = Pesatura: complessità
draft-field-capacita = Pesatura: capacità e conoscenze
draft-field-innovazione = Pesatura: innovazione e semplificazione
draft-no-mark = Un voto della pesatura è un numero da 0 a 100, per esempio 30.
draft-left-targets = La proposta ha cambiato solo il target dell'anno. Restano com'erano: { $targets }. Guardare se vanno cambiati anche questi.
