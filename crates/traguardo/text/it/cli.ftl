# La riga di comando.
cli-usage = Uso
cli-commands = Comandi
cli-arguments = Argomenti
cli-options = Opzioni

cli-about = Il ciclo della performance di un ente pubblico: dal piano e dalle rilevazioni ai punteggi spiegati.
cli-examples =
    Esempi
      traguardo check modena-2020                   dice che cosa non va in una cartella
      traguardo score modena-2020 --at 30/06/2020   mostra l'albero con i punteggi
      traguardo explain modena-2020 301             dice da dove viene un numero
      traguardo demo                                carica gli esempi e apre le pagine

    Ogni comando ha il suo aiuto: traguardo score --help
cli-check-about = Dice tutto quello che non va in un piano: che cosa, dove e come rimediare.
cli-check-examples =
    Esempi
      traguardo check modena-2020
      traguardo check piano.xlsx --format json
      traguardo check cciaa_mo/2020 --db sqlite:dati/traguardo.db

    Finisce con 0 se non ci sono errori, con 1 se ce ne sono.
cli-score-about = Mostra l'albero della performance con i punteggi a una data.
cli-score-examples =
    Esempi
      traguardo score modena-2020 --at 2020-06-30
      traguardo score piano.xlsx --at 31/12/2020 --format json
      traguardo score modena-2020 --at 2020-06-30 --format csv > punteggi.csv
cli-explain-about = Dice da dove viene un numero, fino all'ultima rilevazione.
cli-explain-examples =
    Esempi
      traguardo explain modena-2020 301 --at 2020-06-30
      traguardo explain modena-2020 EXPORT --at 2020-06-30
      traguardo explain modena-2020 EXPORT --node 301 --at 2020-06-30
      traguardo explain modena-2020 cciaa_mo --at 2020-06-30    tutto l'ente
cli-import-about = Porta un piano con le sue rilevazioni nella base di dati: tutto o niente.
cli-import-examples =
    Esempi
      traguardo import modena-2020 --db sqlite:dati/traguardo.db
      traguardo import piano.xlsx --db postgres://utente@server/traguardo --by "Controllo di gestione"
      traguardo import --table tabella.txt --year 2021                      mostra, non salva
      traguardo import --table - --year 2021 --ipa cciaa_mo --out piano-2021 < tabella.html

    Se il piano c'è già, mostra prima che cosa cambia; --dry-run mostra soltanto.
    Le rilevazioni già presenti restano; quelle nuove si aggiungono.
cli-export-about = Scrive un piano come cartella o come cartella di lavoro (.xlsx).
cli-export-examples =
    Esempi
      traguardo export cciaa_mo/2020 modena.xlsx --db sqlite:dati/traguardo.db
      traguardo export cciaa_mo/2020 modena-2020 --db sqlite:dati/traguardo.db
      traguardo export modena-2020 --xlsx modena.xlsx --at 2020-06-30
      traguardo export cciaa_mo/2020 modena-2020 --db sqlite:dati/traguardo.db --standing-on 2020-06-30

    La cartella di lavoro ha gli elenchi da cui scegliere, i codici protetti senza password, i
    problemi come commenti e il foglio Punteggi, le cui formule rifanno il conto alla data di --at.
cli-serve-about = Apre le pagine dei piani che stanno nella base di dati.
cli-serve-examples =
    Esempi
      traguardo serve
      traguardo serve --db postgres://utente@server/traguardo --host 0.0.0.0 --port 80

    Senza --db usa il file dati/traguardo.db, e lo crea se manca.
cli-demo-about = Crea la base di dati nella cartella dei dati, carica gli esempi che mancano e apre le pagine.
cli-demo-examples =
    Esempi
      traguardo demo
      traguardo demo --port 8090 --data /tmp/prova

cli-arg-path = Una cartella, una cartella di lavoro (.xlsx, .ods) o, con --db, un piano: cciaa_mo/2020
cli-arg-code = Il codice di un nodo o di un indicatore, o il codice IPA per tutto l'ente
cli-arg-target = Dove scrivere: un file .xlsx o una cartella
cli-arg-db = La base di dati: sqlite:PERCORSO o postgres://…
cli-arg-at = La data a cui si riferisce la situazione: 2020-06-30 o 30/06/2020. Senza, oggi
cli-arg-format = Il formato della risposta: table (se non si dice altro) o json; per score e audit anche csv
cli-arg-node = Il nodo, quando un indicatore è usato più volte
cli-arg-by = Chi lo fa, come resterà scritto nel registro. Senza, l'utente del sistema
cli-arg-data = La cartella dei dati. Senza, dati
cli-arg-host = L'indirizzo su cui ascoltare. Senza, 127.0.0.1: solo questa macchina
cli-arg-port = La porta. Senza, 8080; con 0 ne sceglie una libera
cli-arg-lang = La lingua dei messaggi: it o en
cli-arg-help = Mostra questo aiuto
cli-arg-version = Mostra la versione
cli-name-command = COMANDO
cli-name-path = PERCORSO
cli-name-code = CODICE
cli-name-target = DESTINAZIONE
cli-name-db = BASE
cli-name-at = DATA
cli-name-format = FORMATO
cli-name-node = NODO
cli-name-by = NOME
cli-name-data = CARTELLA
cli-name-host = INDIRIZZO
cli-name-port = PORTA
cli-name-lang = LINGUA
cli-name-help = AIUTO
cli-name-version = VERSIONE

cli-command-missing = Manca il comando. I comandi sono check, score, explain, audit, diff, import, export, backup, restore, verify, log, serve e demo: traguardo --help li spiega.
cli-command-unknown = Il comando «{ $what }» non esiste.{ $nearest ->
    [none] {" "}traguardo --help mostra quelli che ci sono.
   *[other] {" "}Forse { $nearest }?
}
cli-argument-unknown = L'opzione «{ $what }» non esiste.{ $nearest ->
    [none] {" "}--help mostra quelle che ci sono.
   *[other] {" "}Forse { $nearest }?
}
cli-argument-missing = Manca { $what }. --help mostra un esempio.
cli-argument-not-allowed = «{ $found }» non va bene per { $what }.{ $allowed ->
    [none] {""}
   *[other] {" "}Sono ammessi: { $allowed }.
}
cli-command-line = La riga di comando non si capisce. --help mostra un esempio.
cli-date-unclear = «{ $found }» non è una data. Scrivila come 2020-06-30 o 30/06/2020.
cli-plan-path-unclear = «{ $found }» non indica un piano nella base di dati. Scrivi codice IPA e anno: cciaa_mo/2020.
cli-code-unknown = Nel piano non c'è né un nodo né un indicatore con codice «{ $found }».{ $nearest ->
    [none] {""}
   *[other] {" "}Il più simile è «{ $nearest }».
}
cli-use-unknown = Il nodo «{ $node }» non usa l'indicatore «{ $code }». Lo usano: { $nodes }.

cli-errors = { $count ->
    [one] 1 errore
   *[other] { $count } errori
}
cli-warnings = { $count ->
    [one] 1 avviso
   *[other] { $count } avvisi
}
cli-notes = { $count ->
    [one] 1 nota
   *[other] { $count } note
}
cli-nothing-wrong = Nessun problema.

cli-score-title = { $body }, piano { $year }: situazione al { $date }
cli-score-measured = Indicatori misurati: { $scored } su { $uses }.
cli-column-code = Codice
cli-column-title = Titolo
cli-column-weight = Peso
cli-column-target = Target
cli-column-actual = Valore
cli-column-score = Risultato
cli-column-band = Fascia
cli-group-indicators = Indicatori
cli-group-children = Obiettivi
cli-compound-part = Parte { $part }
cli-on-measured = Sulla sola parte misurata: { $score }

cli-arg-as = L'utente nel cui nome si lavora: si chiede se può, e nel registro resta il suo nome. Non è un accesso: chi apre la base di dati può comunque tutto
cli-name-as = UTENTE
cli-as-unknown = Non c'è un utente «{ $id }»: traguardo user list li elenca.
cli-as-locked = L'utente «{ $id }» è bloccato: chi amministra lo sblocca con traguardo user unlock.
cli-somebody = sconosciuto
cli-importing = Importazione
cli-imported = Importato { $plan }: { $nodes } nodi, { $indicators } indicatori, { $added } rilevazioni nuove, { $known } già presenti.
cli-import-refused = Il piano non è stato importato e la base di dati è rimasta com'era. Correggi gli errori elencati e riprova.
cli-export-refused = Il piano non è stato scritto. Correggi gli errori elencati e riprova.
cli-exported = Scritto { $target }.
cli-export-failed = Non riesco a scrivere { $target }: { $error }.
cli-output-failed = Non riesco a scrivere la risposta: { $error }.
cli-runtime-failed = Il programma non può partire su questa macchina: { $error }.

cli-demo-database = Base di dati: { $path }
cli-demo-loading = Carico l'esempio { $name }
cli-serving = Traguardo è pronto: { $url } (Ctrl+C per fermarlo)
cli-stopped = Fermato.
cli-serve-failed = Il servizio si è fermato: { $error }.
cli-port-taken = La porta { $port } su { $host } è già occupata da un altro programma. Fermalo, o scegli un'altra porta con --port.
cli-port-forbidden = Non hai il permesso di usare la porta { $port } su { $host }. Scegline una da 1024 in su con --port.
cli-port-failed = Non riesco ad ascoltare su { $host }, porta { $port }: { $error }.
