# Chi tiene in esercizio il programma: registro delle modifiche, copie di sicurezza, configurazione.
trail-entry-broken = La voce n. { $entry } del registro delle modifiche non è come fu scritta, oppure non segue da quella che la precede: qualcuno ha cambiato, tolto o aggiunto una voce.
trail-end-broken = Il registro delle modifiche finisce alla voce n. { $last }, mentre dovrebbe finire alla n. { $expected }, o l'ultima impronta non corrisponde: manca la fine.
trail-rows-changed = Nella tabella { $table } le righe di «{ $owner }» non sono quelle scritte da «{ $who }» il { $at } (voce n. { $entry }): il numero di righe è lo stesso, il contenuto no.
trail-rows-counted = Nella tabella { $table } le righe di «{ $owner }» non sono quelle scritte da «{ $who }» il { $at } (voce n. { $entry }): { $written ->
        [one] fu scritta 1 riga
       *[other] furono scritte { $written } righe
    }, ora { $stored ->
        [one] ce n'è 1
       *[other] ce ne sono { $stored }
    }.
trail-rows-unknown = Nella tabella { $table } { $rows ->
        [one] c'è 1 riga
       *[other] ci sono { $rows } righe
    } di «{ $owner }» che nessuna voce del registro delle modifiche dice di avere scritto.

trail-whole = «{ $database }» è integra: { $entries ->
        [one] 1 voce
       *[other] { $entries } voci
    } del registro delle modifiche e { $rows ->
        [one] 1 riga
       *[other] { $rows } righe
    } conservate sono come furono scritte. Impronta dell'ultima voce: { $hash }
trail-nothing = «{ $database }» è vuota: non c'è ancora niente da verificare.
trail-not-whole = «{ $database }» non è come Traguardo l'ha scritta: { $count ->
        [one] 1 cosa non corrisponde.
       *[other] { $count } cose non corrispondono.
    } Impronta dell'ultima voce: { $hash }
trail-entry = n. { $number } · { $at } · { $who } · { $action }
trail-action-import = importazione di un piano
trail-action-answer = risposta a una domanda su un target
trail-action-take-in = presa in carico di ciò che c'era prima
trail-action-account = utenti e diritti
trail-action-adopt = adozione di una revisione
trail-action-close = chiusura di una verifica
trail-action-desk = tavolo dell'OIV
trail-action-draft = bozza di una revisione
trail-action-look = consultazione di obiettivi individuali
trail-action-mark = dati verificati o rimandati
trail-action-prove = prova allegata a un dato
trail-action-record = dato rilevato
trail-action-reminder = sollecito
trail-action-setting = impostazioni dell'ente
trail-action-other = altra modifica

cli-verify-about = Verifica che tutto ciò che è conservato sia come fu scritto, secondo il registro delle modifiche.
cli-verify-examples =
    Esempi
      traguardo verify --db sqlite:dati/traguardo.db

    Finisce con 0 se tutto corrisponde, con 1 se qualcosa no. Si può usare mentre il servizio lavora.
cli-log-about = Mostra il registro delle modifiche: chi ha cambiato che cosa, e quando.
cli-log-examples =
    Esempi
      traguardo log --db sqlite:dati/traguardo.db
      traguardo log --db sqlite:dati/traguardo.db --format csv > registro.csv
      traguardo log --db postgres://utente@server/traguardo --format json

store-file-missing = Il file «{ $database }» non c'è. Controlla il percorso: per non creare una banca dati vuota al posto di quella cercata non ho fatto nulla.
store-not-empty = «{ $database }» contiene già dei dati e non è stata toccata. Una copia di sicurezza si ripristina solo in una banca dati vuota: indica un file che non c'è, oppure una banca dati nuova (createdb).
store-copy-not-written = La copia di sicurezza di «{ $database }» non si può scrivere ({ $reason }). Controlla lo spazio e i permessi della cartella di destinazione.
store-copy-cell-unknown = Nella tabella { $table } di «{ $database }» la riga { $row } contiene qualcosa che Traguardo non scrive: la copia non è stata fatta. Esegui traguardo verify per sapere che cosa è stato cambiato da fuori.
store-not-a-copy = Il file non è una copia di sicurezza fatta da traguardo backup. «{ $database }» è rimasta com'era.
store-copy-newer = La copia è stata fatta da una versione più recente di Traguardo (schema { $found }, questa conosce il { $known }). «{ $database }» è rimasta com'era: aggiorna il programma e riprova.
store-copy-damaged = La copia di sicurezza è danneggiata o è stata cambiata: { $file } non è quello che vi fu messo. «{ $database }» è rimasta vuota: usa un'altra copia.

cli-backup-about = Fa una copia di sicurezza di tutta la base di dati, anche mentre il servizio lavora.
cli-backup-examples =
    Esempi
      traguardo backup copia.zip --db sqlite:dati/traguardo.db
      traguardo backup /copie/traguardo-$(date +%F).zip --db sqlite:dati/traguardo.db

    Un file che c'è già non viene sovrascritto.
cli-restore-about = Ripristina una copia di sicurezza in una base di dati vuota: tutto o niente.
cli-restore-examples =
    Esempi
      traguardo restore copia.zip --db sqlite:dati/nuova.db
      traguardo restore copia.zip --db postgres://utente@server/nuova

    La copia di un file SQLite si può ripristinare in PostgreSQL, e viceversa.
cli-arg-file = Il file della copia di sicurezza
cli-name-file = FILE
cli-backup-done = Scritta la copia { $target }: { $rows ->
        [one] 1 riga
       *[other] { $rows } righe
    }, registro delle modifiche fino alla voce n. { $entries }.
cli-backup-exists = { $target } c'è già e non è stato toccato. Scegli un altro nome.
cli-restore-unreadable = Non riesco a leggere { $target }: { $error }.
cli-restore-done = Ripristinate { $rows ->
        [one] 1 riga
       *[other] { $rows } righe
    } dalla copia del { $at }.

cli-arg-config = Il file di configurazione: vedi docs/esercizio.md
cli-name-config = FILE
cli-serving-as = I browser la conoscono come { $url }
cli-config-unreadable = Non riesco a leggere la configurazione { $file }: { $error }.
cli-config-unclear = { $file }, riga { $line }: non si capisce. Ogni riga è una chiave, un uguale e un testo fra virgolette o un numero: port = 8080.
cli-config-key-unknown = { $file }: la chiave «{ $key }» non esiste.{ $nearest ->
    [none] {" "}Le chiavi sono: { $known }.
   *[other] {" "}Forse { $nearest }?
}
cli-config-wrong = { $file }: «{ $found }» non va bene per { $key }. { $key ->
    [port] Ci vuole un numero da 0 a 65535, senza virgolette.
    [secure_cookies] Ci vuole true o false, senza virgolette.
    [trusted_proxy] Ci vogliono indirizzi di rete, separati da virgole: "127.0.0.1, ::1".
    [base_address] Ci vuole un indirizzo senza percorso: https://performance.comune.example.it
   *[other] Ci vuole un testo fra virgolette.
}
