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
action-see-proposals = vedere le proposte dell'OIV sugli indicatori
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

# Il comando «traguardo user».
access-grant-everywhere = { $role }, tutti gli enti
access-grant-body = { $role }, ente { $body }
access-grant-office = { $role }, ente { $body }, ufficio { $office }
cli-user-about = Gli utenti e i loro ruoli.
cli-user-examples =
    Esempi:
      traguardo user add anna --name "Anna Rossi" --role amministratore --db sqlite:dati/traguardo.db
      traguardo user list --db sqlite:dati/traguardo.db
cli-user-add-about = Aggiunge un utente con il suo primo ruolo; la password si chiede sul terminale.
cli-user-add-examples =
    Esempi:
      traguardo user add anna --name "Anna Rossi" --role amministratore --db sqlite:dati/traguardo.db
      traguardo user add bruno --role rilevazione --body cciaa_so --office RAG --db sqlite:dati/traguardo.db
cli-user-list-about = Elenca gli utenti con i loro ruoli.
cli-user-list-examples = Esempio: traguardo user list --db sqlite:dati/traguardo.db
cli-user-grant-about = Dà un altro ruolo a un utente.
cli-user-grant-examples = Esempio: traguardo user grant anna --role oiv --body cciaa_mo --db sqlite:dati/traguardo.db
cli-user-revoke-about = Toglie un ruolo a un utente.
cli-user-revoke-examples = Esempio: traguardo user revoke anna --role oiv --body cciaa_mo --db sqlite:dati/traguardo.db
cli-user-password-about = Dà a un utente una nuova password e chiude i suoi accessi aperti.
cli-user-password-examples = Esempio: traguardo user password anna --db sqlite:dati/traguardo.db
cli-user-lock-about = Blocca un utente e chiude i suoi accessi aperti.
cli-user-lock-examples = Esempio: traguardo user lock anna --db sqlite:dati/traguardo.db
cli-user-unlock-about = Sblocca un utente, che può accedere subito.
cli-user-unlock-examples = Esempio: traguardo user unlock anna --db sqlite:dati/traguardo.db
cli-arg-account = Il nome con cui l'utente accede
cli-arg-name = Il nome che gli altri vedono. Senza, quello con cui accede
cli-arg-role = Il ruolo: amministratore, controllo-di-gestione, unita-di-rilevazione, dirigente-po, segretario-generale, oiv, giunta, lettore
cli-arg-body = Il codice IPA dell'ente in cui vale il ruolo. Solo l'amministratore può farne a meno
cli-arg-office = Il codice dell'ufficio per cui vale il ruolo, con quelli che ne dipendono. Senza, tutto l'ente
cli-arg-password-stdin = Legge la password dalla prima riga dello standard input, senza chiederla sul terminale
cli-name-account = UTENTE
cli-name-name = NOME
cli-name-role = RUOLO
cli-name-body = ENTE
cli-name-office = UFFICIO
cli-name-password-stdin = PASSWORD
cli-user-added = Utente «{ $id }» aggiunto.
cli-user-granted = Ruolo dato a «{ $id }».
cli-user-revoked = Ruolo tolto a «{ $id }».
cli-user-password-changed = Password di «{ $id }» cambiata: i suoi accessi aperti sono chiusi.
cli-user-locked = Utente «{ $id }» bloccato: i suoi accessi aperti sono chiusi.
cli-user-unlocked = Utente «{ $id }» sbloccato: può accedere subito.
cli-user-none = Non ci sono ancora utenti.
cli-user-is-locked = bloccato
cli-role-unknown = Il ruolo «{ $found }» non si capisce. Scegli fra: { $known }.
cli-role-without-body = Di' in quale ente vale il ruolo con --body e il codice IPA dell'ente: per tutti gli enti si dà solo quello di amministratore.
cli-office-without-body = Di' di quale ente è l'ufficio con --body e il codice IPA dell'ente.
cli-body-without-plan = Dell'ente «{ $body }» non c'è ancora alcun piano: controlla che il codice sia giusto.
cli-password-ask = Password (da { $least } a { $most } caratteri, non si vede):
cli-password-again = Ancora una volta:
cli-password-differs = Le due password non sono uguali. Nulla è cambiato: riprova.
cli-password-without-terminal = Non c'è un terminale su cui chiedere la password. Aggiungi --password-stdin e scrivila sullo standard input.
cli-password-unread = La password non si può leggere: { $error }.

# Le pagine per accedere e uscire.
sign-in-title = Accedi
sign-in-sentence = Per leggere i piani non serve accedere. Serve a chi li compila, li verifica e li valuta.
sign-in-account = Utente
sign-in-password = Password
sign-in-button = Accedi
sign-in-forgotten = Se hai dimenticato la password, chi amministra Traguardo nel tuo ente può dartene un'altra.
sign-in-refused = L'utente o la password non sono giusti. Controllali e riprova.
sign-in-wait = Ci sono stati troppi tentativi. Riprova fra { $minutes ->
        [one] un minuto
       *[other] { $minutes } minuti
    }: fino ad allora la password non viene guardata.
signed-in-title = Il tuo accesso
signed-in-grants = I tuoi ruoli
signed-in-as = Accesso di
sign-out-button = Esci
sign-out-everywhere = Esci da tutti i dispositivi
fault-typed = Ciò che avevi scritto
fault-typed-note = Non è stato salvato, ma non è perduto: copialo da qui, accedi di nuovo e incollalo nella pagina.
fault-old-form = La pagina è rimasta aperta troppo a lungo
fault-old-form-sentence = Nulla è cambiato. Torna alla pagina, ricaricala e invia di nuovo: se usi i cookie di questo sito, la seconda volta riesce.
cli-first-account = Non ci sono ancora utenti: le pagine si leggono, ma nessuno può accedere. Crea l'amministratore con: traguardo user add NOME --role amministratore --db "{ $database }"
demo-banner = Questa è una dimostrazione: hai già fatto l'accesso, i dati sono d'esempio e restano su questa macchina.
demo-label = Dimostrazione
demo-person = Prosegui come
demo-go-on = Prosegui
demo-everybody = Tutti i ruoli
demo-of-office = { $role } di «{ $office }»
fault-sign-in = Bisogna prima accedere
fault-sign-in-sentence = Nulla è cambiato. Solo chi ha fatto l'accesso può inviare un modulo: accedi e riprova.
fault-sign-in-link = Accedi e torna qui
fault-refused = Questo non ti spetta
fault-other-person = Guarda i tuoi ruoli, o accedi come un'altra persona
fault-too-large = È più grande di ciò che si può inviare
fault-too-large-sentence = Nulla è cambiato. Dividi la tabella, o togli dal foglio ciò che non serve, e invia di nuovo.

# Le pagine degli utenti.
users-title = Utenti
users-sentence = Chi può accedere, con quali ruoli e dove.
users-link = Gestisci gli utenti
users-list = Chi c'è
users-none = Non c'è ancora nessuno.
users-name = Nome
users-roles = Ruoli
users-state = Accesso
users-open = può accedere
users-locked = bloccato
users-add = Aggiungi un utente
users-add-button = Aggiungi l'utente
users-account = Nome con cui accede
users-account-how = Lettere senza accento, cifre, punto, trattino e chiocciola: per esempio anna.rossi.
users-full-name = Nome che gli altri vedono
users-role = Ruolo
users-choose = Scegli
users-place = Dove vale
users-place-how = Un ufficio vale con quelli che ne dipendono.
users-body = Oppure il codice IPA di un ente che non ha ancora piani
users-everywhere = Tutti gli enti
users-whole-body = Tutto l'ente: { $body }
users-password = Nuova password
users-password-how = Da { $least } a { $most } caratteri. Quali, lo scegli tu: tre o quattro parole che ricordi vanno bene.
users-password-again = La stessa password, ancora una volta
users-password-differs = Le due password non sono uguali. Nulla è cambiato: scrivile di nuovo.
users-password-wrong = La password di adesso non è giusta. Nulla è cambiato.
users-back = Tutti gli utenti
users-no-roles = Non ha alcun ruolo: può solo leggere, come chiunque.
users-revoke = Togli
users-grant = Dai un altro ruolo
users-grant-button = Dai il ruolo
users-reset = Una nuova password
users-reset-note = Per chi l'ha dimenticata. I suoi accessi aperti si chiudono, e chi la riceve la può poi cambiare da sé.
users-reset-button = Cambia la password
users-mail = Posta
users-mail-note = Qui arrivano i solleciti. Senza un indirizzo non se ne mandano.
users-mail-address = Indirizzo di posta
users-mail-button = Salva l'indirizzo
users-done-mail = Indirizzo salvato.
users-access = Accesso
users-access-note = Chi è bloccato non può accedere; i suoi accessi aperti si chiudono. Ciò che ha scritto resta.
users-lock = Blocca
users-unlock = Sblocca
users-sign-out = Chiudi i suoi accessi aperti
users-own = Questo è il tuo accesso: la password si cambia dalla tua pagina
users-own-title = La tua password
users-own-note = Cambiandola esci da tutti gli altri dispositivi.
users-own-now = Password di adesso
users-own-button = Cambia la tua password
users-own-done = La tua password è cambiata. Sugli altri dispositivi dovrai accedere di nuovo.
users-no-role = Scegli un ruolo.
users-no-place = Scegli dove vale il ruolo, oppure scrivi il codice IPA di un ente.
users-long-name = Il nome ha più di 100 caratteri: accorcialo.
users-taken = C'è già un utente «{ $id }»: scegli un altro nome con cui accedere.
users-role-gone = Quel ruolo non c'è più: qualcuno l'ha già tolto.
users-elsewhere = Questa persona ha un ruolo anche dove tu non gestisci gli utenti: la password, il blocco e gli accessi li cambia chi amministra tutti gli enti.
users-not-oneself = Non puoi bloccarti né toglierti il ruolo di amministratore da qui: chiedi a un altro amministratore.
users-done-new = Utente aggiunto. Consegnagli la password di persona: potrà cambiarla da sé.
users-done-grant = Ruolo dato.
users-done-revoke = Ruolo tolto.
users-done-password = Password cambiata: i suoi accessi aperti sono chiusi.
users-done-lock = Utente bloccato: i suoi accessi aperti sono chiusi.
users-done-unlock = Utente sbloccato: può accedere subito.
users-done-sign-out = I suoi accessi aperti sono chiusi.
question-sign-in = Per rispondere serve un ruolo che lo consenta.

# Il primo avvio.
cli-first-ask = Non ci sono ancora utenti: crea l'amministratore. Senza nome (Invio) le pagine si possono solo leggere.
cli-first-name = Nome con cui accede:
cli-first-added = Amministratore «{ $id }» creato: ora può accedere.
