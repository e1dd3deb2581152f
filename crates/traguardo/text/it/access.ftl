# Chi può fare che cosa. I ruoli si leggono da soli e dopo «ruolo di»; le azioni dopo «per».
role-administrator = amministratore
role-controller = controllo di gestione
role-collector = unità di rilevazione
role-head = dirigente/PO
role-secretary-general = segretario generale
role-evaluator = OIV
role-board = giunta
role-reader = lettore

action-see-plan = vedere il piano e i suoi risultati
action-see-work = vedere bozze, rilevazioni in corso e scadenze
action-edit-draft = modificare il piano o importarlo
action-answer-question = dire che cosa significa un target
action-adopt = registrare l'adozione del piano o delle regole
action-record-reading = registrare una rilevazione
action-check-reading = verificare una rilevazione
action-close-round = chiudere una verifica
action-set-deadlines = stabilire chi consegna che cosa ed entro quando
action-write-evaluation = scrivere le valutazioni dell'OIV
action-see-evaluation = vedere le valutazioni dell'OIV
action-see-secretary-objectives = vedere gli obiettivi individuali del segretario generale
action-see-head-objectives = vedere gli obiettivi individuali di dirigenti e PO
action-manage-accounts = gestire gli utenti
action-configure = cambiare le impostazioni
action-see-trail = leggere il registro delle modifiche

# $action è una delle azioni qui sopra, $roles l'elenco dei ruoli che la consentono.
access-or = o
access-refused-not-signed-in = Per { $action } bisogna prima accedere.
access-refused-role = Per { $action } serve il ruolo di { $roles }. Se ti spetta, chiedilo a chi amministra Traguardo.
access-refused-other-body = Per { $action } serve il ruolo di { $roles } nell'ente «{ $body }»: il tuo vale in un altro ente.
access-refused-whole-body = Per { $action } serve il ruolo di { $roles } per tutto l'ente: il tuo vale per un ufficio.
access-refused-whole-installation = Per { $action } serve il ruolo di { $roles } per tutti gli enti: il tuo vale per un ente.
access-refused-other-office = Per { $action } qui serve il ruolo di { $roles } { $count ->
        [one] nell'ufficio «{ $offices }»
       *[other] in uno degli uffici «{ $offices }»
    }: il tuo vale per un altro ufficio.
access-refused-nobody-answers = Per { $action } qui serve il ruolo di { $roles } per tutto l'ente: il piano non dice quale ufficio ne risponde.

# Gli utenti nella banca dati. $database è il file o l'indirizzo.
store-account-name = «{ $found }» non può essere il nome di un utente. Usa lettere senza accento, cifre, punto, trattino e chiocciola, fino a 64 caratteri, cominciando con una lettera o una cifra.
store-account-taken = In «{ $database }» c'è già l'utente «{ $id }». Scegli un altro nome, oppure cambia quello che c'è.
store-account-unknown = In «{ $database }» non c'è l'utente «{ $id }».{ $nearest ->
        [none] { "" }
       *[other] {" "}Forse è «{ $nearest }»?
    }
store-password-length = La password ha { $found } caratteri: ne servono da { $least } a { $most }. Quali, lo scegli tu: tre o quattro parole che ricordi vanno bene.
store-grant-not-fitting = Il ruolo di { $role } non si può dare lì. Per tutti gli enti si dà solo quello di amministratore; per un ufficio quelli di controllo di gestione, unità di rilevazione, dirigente/PO e lettore; gli altri per un ente.
store-grant-absent = L'utente «{ $id }» non ha lì il ruolo di { $role }. Guarda quelli che ha con: traguardo user list
store-crypto = Questa macchina non permette di custodire una password ({ $reason }). Nulla è cambiato.
