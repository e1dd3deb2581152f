# Le verifiche chiuse: che cosa manca, che cosa è cambiato dopo. Le parole di «manca» si leggono
# da sole in un elenco e in una cella.
round-gap-owed = non consegnata
round-gap-note = senza la nota dovuta
round-gap-sent-back = rimandata indietro
round-gap-unchecked = non ancora verificata
round-gap-suspended = sospesa

round-refused-closed = Questa verifica è già chiusa: ciò che la compone non cambia più. Una correzione le resta accanto.
round-refused-no-checkpoint = Il piano non ha una verifica in quel giorno. Scegline una dall'elenco delle verifiche.
round-refused-ahead = La verifica è del { $date }: si può chiudere da quel giorno, perché fino ad allora può arrivare ancora qualcosa.
round-refused-gaps = { $count ->
        [one] Manca qualcosa a una rilevazione
       *[other] Manca qualcosa a { $count } rilevazioni
    }: completa ciò che manca, oppure scrivi perché la verifica si chiude lo stesso.

round-why-program = programma cambiato
round-why-plan = piano cambiato
round-why-rules = regole cambiate
round-why-readings = rilevazioni corrette o arrivate dopo

# La verifica di ciò che è chiuso. $round è ente/anno/data, $line la prima riga del documento che non
# corrisponde.
round-hash-broken = Il documento della verifica «{ $round }» non ha l'impronta con cui fu chiusa: qualcuno ha cambiato il documento o l'impronta.
round-inputs-changed = I dati della verifica «{ $round }» non sono quelli con cui fu chiusa. La prima riga che non corrisponde: { $line }
round-scores-changed = Dagli stessi dati questa versione del programma non calcola i risultati con cui la versione { $program } chiuse la verifica «{ $round }». La prima riga che non corrisponde: { $line }
round-unread = La verifica «{ $round }» non si può più leggere: una riga della tabella { $table } è danneggiata o manca.

store-round-moved = Nel frattempo è arrivato qualcosa: una rilevazione, una verifica o una revisione del piano. La verifica non è stata chiusa: guarda che cosa è cambiato, poi chiudila.
store-round-unknown = In «{ $database }» non c'è una verifica chiusa al { $date }.

round-stage-not-begun = non ancora cominciata
round-stage-collecting = in corso
round-stage-to-close = da chiudere
round-stage-closed = chiusa

# $item è ciò che è cambiato, $fate che cosa gli è successo, $cells i cambiamenti cella per cella.
round-change = { $item }, { $fate }: { $cells }
round-step = { $why }: da { $before } a { $after }
round-no-figure = non c'è

# Il comando «traguardo round».
cli-round-about = Le verifiche di un piano: elencarle, chiuderle, rivederle come furono.
cli-round-examples =
    Esempi:
      traguardo round list cciaa_mo/2020 --db sqlite:dati/traguardo.db
      traguardo round close cciaa_mo/2020 2020-06-30 --db sqlite:dati/traguardo.db
      traguardo round compare cciaa_mo/2020 2020-06-30 --db sqlite:dati/traguardo.db
cli-round-list-about = Elenca le verifiche dell'anno: quali sono chiuse, e che cosa manca alle altre.
cli-round-list-examples = Esempio: traguardo round list cciaa_mo/2020 --db sqlite:dati/traguardo.db
cli-round-close-about = Chiude una verifica: da allora i suoi risultati non cambiano più.
cli-round-close-examples =
    Esempi:
      traguardo round close cciaa_mo/2020 2020-06-30 --db sqlite:dati/traguardo.db
      traguardo round close cciaa_mo/2020 2020-06-30 --reason "ISTAT pubblica a settembre" --db sqlite:dati/traguardo.db
cli-round-show-about = Mostra i risultati di una verifica chiusa, ricalcolati dai dati di allora.
cli-round-show-examples = Esempio: traguardo round show cciaa_mo/2020 2020-06-30 --db sqlite:dati/traguardo.db
cli-round-record-about = Scrive il documento di una verifica chiusa, byte per byte: il suo SHA-256 è l'impronta.
cli-round-record-examples =
    Esempi:
      traguardo round record cciaa_mo/2020 2020-06-30 --db sqlite:dati/traguardo.db | sha256sum
      traguardo round record cciaa_mo/2020 2020-06-30 --db sqlite:dati/traguardo.db --format json
cli-round-compare-about = Dice che cosa sarebbe oggi ogni risultato di una verifica chiusa, e perché.
cli-round-compare-examples = Esempio: traguardo round compare cciaa_mo/2020 2020-06-30 --db sqlite:dati/traguardo.db
cli-arg-plan = Il piano nella base di dati: cciaa_mo/2020
cli-arg-checkpoint = La data della verifica: 2020-06-30 o 30/06/2020
cli-arg-reason = Perché si chiude benché manchi qualcosa
cli-name-plan = PIANO
cli-name-checkpoint = VERIFICA
cli-name-reason = MOTIVO
cli-round-line = { $date }  { $stage }
cli-round-line-missing = { $date }  { $stage }, { $count ->
        [0] non manca niente
        [one] manca qualcosa a 1 rilevazione
       *[other] manca qualcosa a { $count } rilevazioni
    }
cli-round-line-closed = { $date }  { $stage } il { $at } da { $who }, revisione { $revision }, impronta { $hash }…
cli-round-gap = { $code }{ $part ->
        [none] { "" }
       *[other] {" "}(parte { $part })
    }: { $what }
cli-round-closed = Verifica del { $date } chiusa sulla revisione { $revision } del piano, con { $count ->
        [one] 1 rilevazione
       *[other] { $count } rilevazioni
    }. Impronta del documento: { $hash }
cli-round-shown = Chiusa il { $date } da { $who } sulla revisione { $revision } del piano, con { $count ->
        [one] 1 rilevazione
       *[other] { $count } rilevazioni
    }. Impronta del documento: { $hash }
cli-round-shown-gaps = Mancava qualcosa a { $count ->
        [one] 1 rilevazione
       *[other] { $count } rilevazioni
    }: { $reason }
cli-round-compared = { $moved ->
        [0] Oggi tutti i { $count } risultati sarebbero gli stessi.
        [one] Oggi 1 risultato su { $count } sarebbe diverso:
       *[other] Oggi { $moved } risultati su { $count } sarebbero diversi:
    }

# Le pagine delle verifiche. $count sono le verifiche dell'anno, $closed quelle chiuse, $ready quelle
# che si possono chiudere.
nav-rounds = Verifiche
word-round = Verifica
word-day = Giorno
rounds-title = Verifiche
rounds-sentence = { $count ->
        [one] C'è **una verifica** quest'anno
       *[other] Ci sono **{ $count } verifiche** quest'anno
    }: { $closed ->
        [0] nessuna è chiusa
        [one] **una è chiusa**
       *[other] **{ $closed } sono chiuse**
    }{ $ready ->
        [0] .
        [one] {""}, una è pronta da chiudere.
       *[other] {""}, { $ready } sono pronte da chiudere.
    }
rounds-list = Le verifiche dell'anno
rounds-note = Una verifica chiusa non cambia più: i suoi risultati dipendono soltanto dal piano, dalle regole e dalle rilevazioni fissati alla chiusura.
rounds-hand-in = Consegna entro
rounds-readings = Rilevazioni
rounds-to-do = Che cosa manca
rounds-collected = { $there } su { $count } consegnate, { $checked } verificate
rounds-missing = { $count ->
        [0] niente
        [one] qualcosa a 1 rilevazione
       *[other] qualcosa a { $count } rilevazioni
    }

round-title = Verifica del { $date }
round-part = parte { $part }
round-ahead = La verifica è del **{ $date }**: si potrà chiudere da quel giorno.
round-lacks = { $count ->
        [0] Non manca niente: la verifica **si può chiudere**.
        [one] Manca qualcosa a **una rilevazione** su { $asked }. Si può completare, o chiudere lo stesso scrivendo perché.
       *[other] Manca qualcosa a **{ $count } rilevazioni** su { $asked }. Si possono completare, o chiudere lo stesso scrivendo perché.
    }
round-gap-owed-title = { $count ->
        [one] 1 rilevazione non consegnata
       *[other] { $count } rilevazioni non consegnate
    }
round-gap-owed-mend = Chi rileva la registra, oppure dichiara che non è disponibile (N/D) e scrive perché.
round-gap-note-title = { $count ->
        [one] 1 rilevazione senza la nota dovuta
       *[other] { $count } rilevazioni senza la nota dovuta
    }
round-gap-note-mend = Sotto il target, e dove si dichiara N/D, chi rileva scrive perché.
round-gap-sent-back-title = { $count ->
        [one] 1 rilevazione rimandata indietro
       *[other] { $count } rilevazioni rimandate indietro
    }
round-gap-sent-back-mend = Chi rileva ne registra un'altra al suo posto, e dice che cosa ha corretto.
round-gap-unchecked-title = { $count ->
        [one] 1 rilevazione non ancora verificata
       *[other] { $count } rilevazioni non ancora verificate
    }
round-gap-unchecked-mend = Chi ne risponde la verifica, o la rimanda indietro con un motivo.
round-gap-suspended-title = { $count ->
        [one] 1 rilevazione sospesa
       *[other] { $count } rilevazioni sospese
    }
round-gap-suspended-mend = Il target aspetta una risposta, o la sua scadenza un atto che non ha ancora una data.

round-close = Chiudere la verifica
round-consequence = Chiudendo si fissano **la revisione { $revision } del piano** con le sue regole e **{ $count ->
        [one] la rilevazione che conta
       *[other] le { $count } rilevazioni che contano
    }** al { $date }. Una verifica chiusa **non si riapre**: ciò che si corregge dopo le resta accanto, con il suo motivo, e i risultati chiusi non cambiano.
round-reason = Perché si chiude benché manchi qualcosa
round-reason-note = Resta scritto nel documento della verifica e lo legge l'OIV.
round-confirm = Ho letto che cosa comporta e chiudo la verifica
round-not-confirmed = Per chiudere spunta la casella che dice che hai letto che cosa comporta.
round-close-now = Chiudi la verifica

round-closed = Chiusa il **{ $when }** da **{ $who }** sulla revisione { $revision } del piano, con { $count ->
        [one] una rilevazione
       *[other] { $count } rilevazioni
    }. I risultati qui sotto sono ricalcolati da quei dati e non cambiano più.
round-closed-gaps = { $count ->
        [one] Alla chiusura mancava qualcosa a **una rilevazione**.
       *[other] Alla chiusura mancava qualcosa a **{ $count } rilevazioni**.
    }
round-tree = L'albero com'era
round-tree-note = Ogni numero si apre su da dove veniva allora.
round-later = Arrivato dopo la chiusura
round-later-none = Dopo la chiusura non è arrivata nessuna rilevazione che riguardi questa verifica.
round-later-note = Queste rilevazioni stanno accanto alla verifica e non vi entrano.
round-later-why = Perché
round-later-new = rilevazione arrivata dopo
round-later-who = Registrata da
round-readings = Le rilevazioni che contano
round-readings-note = Queste e nessun'altra. Anche quelle di altri anni o enti con cui un target si confronta.
round-standing = Che cosa fa
round-standing-counted = conta
round-standing-reference = termine di confronto
round-standing-beside = in dubbio con un'altra
round-checked-by = Verificata da
round-checked = { $who }, { $when }
round-not-checked = nessuno
round-record = Il documento e la sua impronta
round-record-note = Il documento ha tutti i dati e i risultati della verifica, in un ordine fisso: chi lo rifà ottiene gli stessi byte, e quindi la stessa impronta (SHA-256).
round-hash = Impronta
round-command = Per ricalcolarla
round-record-text = Scarica il documento (testo)
round-record-json = Scarica il documento (JSON)

round-frozen = Com'era alla verifica del **{ $date }**, chiusa il { $when }: dal piano, dalle regole e dalle rilevazioni di allora.
round-compare-title = Allora e oggi
round-compare-sentence = { $moved ->
        [0] Oggi tutti i **{ $count }** risultati della verifica del { $date } sarebbero **gli stessi**.
        [one] Oggi **1 risultato su { $count }** della verifica del { $date } sarebbe diverso.
       *[other] Oggi **{ $moved } risultati su { $count }** della verifica del { $date } sarebbero diversi.
    } Fu chiusa sulla revisione { $revision } del piano; oggi vale la { $latest }.
round-compare-moved = I risultati che cambierebbero
round-compare-note = I cambiamenti sono applicati uno dopo l'altro: programma, piano, regole, rilevazioni. Ogni passo dice di quanto sposta il risultato.
round-compare-figure = Risultato
round-compare-then = Allora
round-compare-now = Oggi
round-compare-why = Perché
round-compare-more = { $count ->
        [one] e un altro cambiamento
       *[other] e altri { $count } cambiamenti
    }
round-compare-same = { $count ->
        [one] L'altro risultato sarebbe lo stesso.
       *[other] Gli altri { $count } risultati sarebbero gli stessi.
    }

# La storia di un nodo o di un indicatore.
history-word-checked = verificata
history-word-sent-back = rimandata indietro

story-title = Storia
story-of = Storia di «{ $title }»
story-link = Storia: chi ha cambiato che cosa, e quando
story-sentence = { $count ->
        [0] Nessun cambiamento.
        [one] **1 cambiamento**, con chi l'ha fatto e quando.
       *[other] **{ $count } cambiamenti**, dal più recente, con chi li ha fatti e quando.
    }
story-when = Quando
story-who = Chi
story-what = Che cosa
story-cells = Prima e dopo
story-revision = revisione { $number }
story-reading = rilevazione
story-mark = esito

# Il registro delle modifiche come pagina e come file.
nav-register = Registro
register-title = Registro delle modifiche
register-sentence = Chi ha cambiato che cosa, e quando. Ogni voce porta l'impronta di quella che la precede: nessuna si può togliere o cambiare senza che si veda.
register-file = Scarica il registro (CSV)
register-none = Il registro è vuoto: non è ancora stato scritto niente.
register-older = Voci precedenti
register-number = Numero
register-when = Quando
register-who = Chi
register-action = Che cosa
register-detail = Dettaglio
register-contents = Contenuti
register-previous = Impronta precedente
register-hash = Impronta
