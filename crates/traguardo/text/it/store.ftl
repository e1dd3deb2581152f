# La banca dati: che cosa non va e come rimediare. In ogni testo $database è il file o l'indirizzo.
store-address-not-understood = L'indirizzo «{ $database }» non si capisce. Scrivi sqlite:PERCORSO per un file (sqlite:dati/traguardo.db) oppure postgres://utente@server/nome per un server PostgreSQL.
store-not-a-database = «{ $database }» esiste ma non è una banca dati SQLite. Il file è rimasto com'era: indicane un altro, oppure un nome nuovo e verrà creato.
store-of-another-program = «{ $database }» contiene le tabelle di un altro programma e non è stato toccato. Indica un'altra banca dati: se il file non esiste viene creato.
store-cannot-open = «{ $database }» non si può aprire né creare ({ $reason }). Controlla che il percorso sia quello di un file, che la sua cartella esista e che il disco sia scrivibile.
store-no-permission = Manca il permesso di leggere o scrivere in «{ $database }». Chiedi i permessi a chi amministra il sistema, oppure indica una banca dati tua.
store-not-reachable = Il server di «{ $database }» non risponde ({ $reason }). Controlla che PostgreSQL sia acceso, che indirizzo e porta siano giusti e che la rete lo lasci raggiungere.
store-not-encrypted = La connessione cifrata con il server di «{ $database }» non si può stabilire ({ $reason }). Togli sslmode dall'indirizzo se il server sta su questa macchina o in una rete fidata; altrimenti usa un programma costruito con la funzione «tls».
store-login-refused = Il server di «{ $database }» non accetta l'utente o la password. Controllali: la password sta nell'indirizzo, nella variabile PGPASSWORD o nel file .pgpass.
store-database-missing = Il server risponde, ma non ha la banca dati di «{ $database }». Creala con createdb, oppure correggi il nome.
store-newer = «{ $database }» è stata scritta da una versione più recente di Traguardo (schema { $found }, questa conosce il { $known }) e non è stata toccata. Aggiorna il programma.
store-busy = «{ $database }» è occupata da troppo tempo da chi sta scrivendo. Nulla è cambiato: riprova tra poco.
store-disk-full = Il disco di «{ $database }» è pieno. Nulla è cambiato: libera spazio e riprova.
store-file-damaged = Il file «{ $database }» è danneggiato. Fermati, mettine da parte una copia e riparti dall'ultima copia di sicurezza.
store-row-damaged = In «{ $database }» la riga { $row } della tabella { $table } non è come Traguardo l'ha scritta (colonna { $column }). Qualcuno l'ha cambiata da fuori: rimettila com'era o riparti da una copia di sicurezza.
store-plan-unknown = In «{ $database }» non c'è il piano { $plan }.
store-plan-unknown-nearest = In «{ $database }» non c'è il piano { $plan }. Forse è { $nearest }?
store-rows-faulty = { $count ->
        [one] Una riga contiene
       *[other] { $count } righe contengono
    } un errore (codice { $code }): il piano si può vedere ma non salvare. Nulla è cambiato in «{ $database }»: correggi e riprova.
store-readings-not-superseding = { $count ->
        [one] Una rilevazione è diversa
       *[other] { $count } rilevazioni sono diverse
    } da quelle già registrate e non le { $count ->
        [one] sostituisce
       *[other] sostituiscono
    }. La prima è di «{ $code }»{ $row ->
        [0] { "" }
       *[other] {" "}(riga { $row })
    }. Una rilevazione non si cambia: per correggerla aggiungi una riga con una data di registrazione successiva (registrato_il) e il motivo. Nulla è cambiato in «{ $database }».
store-clash = La rilevazione di «{ $code }» al { $date } è diversa da quella già registrata{ $registered ->
        [no] { "" }
       *[other] {" "}il { $registered }
    }. Una rilevazione non si cambia: per correggerla aggiungi una riga con una data di registrazione successiva (registrato_il) e il motivo.
store-text-with-nul = Un testo per la tabella { $table } contiene il carattere NUL, che nessuna banca dati conserva. Nulla è cambiato in «{ $database }»: toglilo e riprova.
store-engine = La banca dati «{ $database }» ha risposto con un errore: { $reason }
