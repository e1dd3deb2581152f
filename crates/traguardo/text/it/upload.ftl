# Il foglio di calcolo: si scarica, si compila e si carica.
nav-upload = Carica dati
upload-title = Carica il foglio di calcolo
upload-download = Scarica il foglio di calcolo
upload-how = Scarica il foglio, compilalo e caricalo qui: prima di salvare vedi che cosa cambia.
upload-file = Foglio di calcolo (XLSX o ODS)
upload-limit = Fino a 16 MB.
upload-choose = Scegli il foglio
upload-look = Mostra che cosa cambia
upload-preview = Che cosa cambia
upload-group-added = Si aggiunge
upload-group-changed = Cambia
upload-group-superseded = Si sostituisce
upload-group-removed = Si toglie
upload-more = { $count ->
        [one] E un'altra riga.
       *[other] E altre { $count } righe.
    }
upload-issues = Problemi trovati nel foglio
upload-save = Salva
upload-save-note = Finora non è stato salvato nulla. Il nome resta nel registro delle modifiche; le rilevazioni che il foglio non riporta restano.
upload-saved = Salvato. Rilevazioni aggiunte: **{ $added }**; già registrate: { $known }.
upload-nothing = Non hai scelto un file, o il file è vuoto. Scegli il foglio di calcolo e riprova.
upload-too-large = Il file supera { $megabytes } MB e non è stato letto. Togli immagini e fogli che non servono, oppure chiedi a chi gestisce Traguardo di importarlo.
upload-broken = Il file non è arrivato intero. Non è stato salvato nulla: sceglilo di nuovo e riprova.
upload-unreadable = Da questo file non si può leggere un piano. Non è stato salvato nulla: i problemi sono elencati sotto.
upload-forbidden = Così il foglio non si può salvare. Correggi gli errori elencati sotto e caricalo di nuovo: il piano è rimasto com'era.
upload-other-plan = Il foglio è di un altro piano («{ $found }»), questo è «{ $plan }». Non è stato salvato nulla: caricalo dalla pagina del suo piano.
upload-changed-meanwhile = Nel frattempo il piano è cambiato e non è stato salvato nulla. Qui sotto c'è che cosa cambierebbe adesso: guarda di nuovo e salva.
