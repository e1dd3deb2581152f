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
