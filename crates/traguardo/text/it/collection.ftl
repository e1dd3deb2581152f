# La raccolta delle rilevazioni: che cosa manca, che cosa si è salvato, che cosa si è verificato.

store-key-used = La chiave con cui si è salvato è già quella di un'altra rilevazione: ricaricare la pagina e salvare di nuovo. ({ $database })
store-reading-unknown = La rilevazione non c'è: ricaricare la pagina. ({ $database })
store-evidence-too-large = Il file supera i { $megabytes } MB: allegarne uno più piccolo, o un collegamento. ({ $database })
store-data-folder-missing = Non è stato detto dove tenere i file delle prove: indicare una cartella dei dati. ({ $database })
store-evidence-not-written = Il file non si può scrivere o leggere nella cartella dei dati: { $reason }. Controllare spazio e permessi. ({ $database })
trail-evidence-missing = Manca il file della prova { $file } nella cartella «prove»: rimetterlo da una copia di sicurezza.
trail-evidence-changed = Il file della prova { $file } non è più quello che fu allegato: la sua impronta è un'altra.

typed-blank = Nella cella non c'è nulla: scrivere la cifra, oppure N/D se il dato non c'è.
typed-not-a-number = «{ $found }» non è un numero: scrivere solo la cifra, come 1.234,5, oppure N/D.
typed-ambiguous = «{ $found }» si può leggere in due modi: scrivere la virgola per i decimali e nessun punto.
typed-too-long = «{ $found }» ha troppe cifre: al più 15 prima della virgola e 6 dopo.
typed-not-a-day = «{ $found }» non è una data: scrivere giorno, mese e anno, come 30/04/2026, oppure «no» se non è ancora fatto.
typed-no-such-day = «{ $found }» non esiste nel calendario: correggere il giorno o il mese.
typed-not-yes-no = «{ $found }» non è né sì né no: scrivere sì, no, oppure N/D.
typed-not-a-judgement = «{ $found }» non è un giudizio: scrivere un numero da 0 a 100.
typed-half-quotient = Manca il numeratore o il denominatore in «{ $found }»: scriverli tutti e due.
typed-denominator-zero = Il denominatore di «{ $found }» è 0: se non c'è nulla da contare scrivere N/D e dire perché nella nota.

nav-collection = Da compilare
nav-checking = Da verificare

progress-not-due = non ancora dovuto
progress-due = da compilare
progress-late = in ritardo
progress-recorded = rilevato
progress-sent-back = rimandato
progress-checked = verificato
progress-suspended = sospeso
progress-not-available = non disponibile

collection-title = Da compilare
collection-lead = { $offices }: { $open ->
    [0] nessun dato da inserire
    [one] **un dato da inserire**
   *[other] **{ $open } dati da inserire**
}{ $notes ->
    [0] {""}
    [one] , **una nota da scrivere**
   *[other] , **{ $notes } note da scrivere**
}, al { $date }.
collection-all-done = { $offices }: è tutto compilato, al { $date }. Si può ancora correggere, dicendo perché dove il dato è già verificato.
collection-nothing = { $offices }: al { $date } non c'è nulla da compilare. Quando arriverà una verifica, qui ci saranno gli indicatori da rilevare, con la scadenza.
collection-checkpoint = Verifica al { $date }
collection-counts = { $open ->
    [0] Nessun dato da inserire
    [one] **Un dato da inserire**
   *[other] **{ $open } dati da inserire**
}, { $notes ->
    [0] nessuna nota da scrivere
    [one] una nota da scrivere
   *[other] { $notes } note da scrivere
}, { $fine } a posto.
collection-closed = Verifiche già chiuse
collection-closed-note = Ciò che si scrive qui resta accanto alla verifica chiusa e non la cambia.
collection-closed-count = { $open ->
    [0] Non manca nulla; si può ancora correggere
    [one] Un dato non è stato inserito
   *[other] { $open } dati non sono stati inseriti
}
collection-by = Consegna entro il { $date }.
collection-late = La consegna era per il { $date }.
collection-no-day = L'ente non ha stabilito un giorno di consegna.
collection-how = Invio passa alla riga sotto. Si può incollare una colonna da un foglio di calcolo. Ogni dato è salvato appena si lascia la cella.
collection-how-plain = Si compilano le righe e si salva una volta sola: ciò che non si tocca resta com'è.
collection-save = Salva ciò che ho scritto
collection-download = Scarica come foglio
collection-upload = Carica il foglio
collection-col-last = Prima
collection-col-actual = Dato
collection-col-score = Risultato
collection-col-note = Nota
collection-col-proof = Prove
collection-year-ago = Un anno fa
collection-round-before = Ultima verifica
collection-numerator = Numeratore
collection-denominator = Denominatore
collection-reason = Motivo della correzione
collection-help = Che cosa si chiede
collection-help-formula = Come si calcola
collection-help-source = Da dove viene
collection-help-frequency = Ogni quanto
collection-help-target = Il target vuol dire
collection-help-how = Come si scrive
collection-how-number = Un numero, con la virgola per i decimali. Se il dato non c'è si scrive N/D e si dice perché nella nota.
collection-how-quotient = Numeratore e denominatore: il rapporto si calcola da sé. Se il dato non c'è si scrive N/D e si dice perché nella nota.
collection-how-day = Il giorno in cui è stato fatto, come 30/04, oppure «no» se non lo è ancora.
collection-how-yes = Sì se è fatto, no se non lo è. Se non si sa si scrive N/D e si dice perché nella nota.
collection-how-judgement = Un giudizio da 0 a 100, con la ragione nella nota.
collection-part = parte { $part }
collection-proofs = { $count ->
    [0] Allega
    [one] Una prova
   *[other] { $count } prove
}
collection-proof-after = Dopo il dato
collection-saved-at = Salvato alle { $time }
collection-note-owed = La nota è da scrivere: il dato è sotto il target o non disponibile, e senza nota non si può verificare.
collection-recorded-by = { $who ->
    [none] Rilevato
   *[other] Rilevato da { $who }
}{ $when ->
    [none] {""}
   *[other] , { $when }
}
collection-checked-by = Verificato da { $who } il { $date }{ $comment ->
    [none] {""}
   *[other] : { $comment }
}
collection-sent-back-by = Rimandato da { $who } il { $date }: { $comment }
collection-due-by = Entro il { $date }
collection-late-since = Scaduto il { $date }
collection-awaits-answer = Il target aspetta la risposta a una domanda aperta.
collection-awaits-event = La scadenza si conta da un atto o da un evento che non ha ancora una data.
collection-conflict = { $who } ha salvato prima { $theirs } ({ $when }). Qui è scritto { $typed }, che non è salvato.
collection-keep-theirs = Tieni quello
collection-keep-mine = Salva il mio
collection-saved = { $count ->
    [one] Una riga salvata.
   *[other] { $count } righe salvate.
}
collection-not-saved = { $count ->
    [one] Una riga non è salvata: sotto è detto perché, e ciò che è scritto è rimasto.
   *[other] { $count } righe non sono salvate: sotto è detto perché, e ciò che è scritto è rimasto.
}
collection-offline = Non salvato: il servizio non risponde. Ciò che è scritto è conservato in questo computer e si riprova da sé.
collection-expired = Non salvato: l'accesso è scaduto. Ciò che è scritto è conservato in questo computer.
collection-sign-in = Accedi in un'altra finestra
collection-again = Salva di nuovo
collection-kept = Qui era stato scritto, e non salvato:
collection-kept-take = Riprendilo
collection-kept-leave = Lascialo
collection-reason-own = Corretto da chi rileva, prima della verifica
collection-reason-sent-back = Corretto dopo il rinvio
collection-reason-wanted = Il dato è già stato verificato: per correggerlo scrivere il motivo.
collection-note-too-long = La nota è troppo lunga: al più { $most } caratteri. Il resto si può allegare come prova.
collection-day-hint = gg/mm
collection-yes-hint = sì / no

checking-title = Da verificare
checking-lead = { $count ->
    [one] **Un dato aspetta** la verifica
   *[other] **{ $count } dati aspettano** la verifica
}{ $notes ->
    [0] {""}
    [one] ; a uno manca ancora la nota
   *[other] ; a { $notes } manca ancora la nota
}, al { $date }. Chi verifica risponde del dato; chi rimanda dice perché, e il dato torna a chi lo rileva.
checking-nothing = Al { $date } nessun dato aspetta la verifica. Qui arrivano i dati degli obiettivi di cui si risponde, appena sono rilevati.
checking-comment = Commento, o motivo del rinvio
checking-comment-note = Il commento è facoltativo per chi verifica; per rimandare il motivo è necessario. Resta nella storia del dato.
checking-check = Verifica i dati scelti
checking-send-back = Rimanda i dati scelti
checking-open = Apri
checking-done = Già guardati
checking-note-missing = Manca la nota: si può solo rimandare.
checking-checked = { $count ->
    [one] Un dato verificato.
   *[other] { $count } dati verificati.
}
checking-sent-back = { $count ->
    [one] Un dato rimandato a chi lo rileva.
   *[other] { $count } dati rimandati a chi li rileva.
}
checking-superseded = { $count ->
    [one] Un dato è stato corretto nel frattempo e non è segnato: guardarlo di nuovo.
   *[other] { $count } dati sono stati corretti nel frattempo e non sono segnati: guardarli di nuovo.
}
checking-note-owed = { $count ->
    [one] Un dato non si può verificare, perché la nota manca o è già stato guardato: rimandarlo con il motivo.
   *[other] { $count } dati non si possono verificare, perché la nota manca o sono già stati guardati: rimandarli con il motivo.
}
checking-nothing-chosen = Non è scelto nessun dato: spuntare quelli da verificare o da rimandare.
checking-no-reason = Per rimandare un dato occorre scrivere il motivo.
checking-long = Il commento è troppo lungo: al più { $most } caratteri.

evidence-title = Prove del dato
evidence-none = Il dato non ha ancora prove.
evidence-add = Allega una prova
evidence-file = File
evidence-or-link = Oppure un collegamento
evidence-name = Nome con cui mostrarla, se è un altro
evidence-limit = Fino a { $megabytes } MB: { $kinds }.
evidence-save = Allega
evidence-saved = Prova allegata.
evidence-hash = Impronta SHA-256
evidence-nothing = Non c'è né un file né un collegamento: sceglierne uno.
evidence-both = Ci sono un file e un collegamento: allegarli uno alla volta.
evidence-link = Il collegamento non è un indirizzo intero: deve cominciare con https:// e non avere spazi.
evidence-long = Il nome o il collegamento è troppo lungo: al più { $most } caratteri.
evidence-too-large = Il file supera i { $megabytes } MB: allegarne uno più piccolo, o un collegamento.
evidence-kind = Questo tipo di file non si può allegare. Si possono allegare: { $kinds }.
evidence-other-kind = Il contenuto di «{ $file }» non è quello che il nome dice: salvarlo di nuovo dal programma con cui è fatto.

collection-file-lead = Il foglio scaricato ha una riga per ogni dato da inserire, nel foglio «Rilevazioni»: si riempie la colonna «valore» (o «numeratore» e «denominatore», «fatto_il», «giudizio») e, sotto il target, la «nota». Prima di salvare si vede che cosa cambia.
collection-file-preview = Che cosa cambia
collection-file-counts = { $changes ->
    [0] Nessun dato da salvare
    [one] Un dato da salvare
   *[other] { $changes } dati da salvare
}; { $same } uguali a quelli già salvati; { $blank } ancora da riempire.
collection-file-before = Ora
collection-file-after = Dal foglio
collection-file-save = Salva questi dati
collection-file-large = Il file è troppo grande per essere il foglio di una raccolta.
collection-file-not-owed = «{ $code }» al { $date } non è tra i dati che si possono inserire qui: la riga è lasciata da parte.
checking-done-count = { $count ->
    [one] Un dato verificato o rimandato
   *[other] { $count } dati verificati o rimandati
}
