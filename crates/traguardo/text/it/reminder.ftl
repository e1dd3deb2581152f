# I solleciti: la lettera, la pagina, il comando.
reminder-subject = { $body }: { $own ->
        [0] { $others ->
            [0] { $check ->
                [one] 1 rilevazione da verificare
               *[other] { $check } rilevazioni da verificare
            }
            [one] un ufficio è in ritardo con 1 rilevazione
           *[other] gli uffici sono in ritardo con { $others } rilevazioni
        }
        [one] 1 rilevazione da compilare{ $late ->
            [0] { "" }
           *[other] , è in ritardo
        }
       *[other] { $own } rilevazioni da compilare{ $late ->
            [0] { "" }
            [one] , 1 è in ritardo
           *[other] , { $late } sono in ritardo
        }
    }{ $also ->
        [0] { "" }
       *[other] ; { $also } da verificare
    }
reminder-greeting = Gentile { $name },
reminder-own = per il piano della performance { $year } di { $body } { $count ->
        [one] c'è 1 rilevazione da compilare
       *[other] ci sono { $count } rilevazioni da compilare
    }{ $late ->
        [0] :
        [one] ; 1 è in ritardo:
       *[other] ; { $late } sono in ritardo:
    }
reminder-others = nel piano della performance { $year } di { $body } { $count ->
        [one] 1 rilevazione degli uffici di cui rispondi è molto in ritardo:
       *[other] { $count } rilevazioni degli uffici di cui rispondi sono molto in ritardo:
    }
reminder-item = - { $title } ({ $node }) · verifica { $checkpoint } · { $when }{ $back ->
        [0] { "" }
       *[other] { " · " }rimandata indietro
    }{ $named ->
        [0] { "" }
       *[other] { " · " }{ $offices }
    }
reminder-late = consegna { $day }, { $count ->
        [one] 1 giorno di ritardo
       *[other] { $count } giorni di ritardo
    }
reminder-today = consegna oggi
reminder-left = consegna { $day }, { $count ->
        [one] resta 1 giorno
       *[other] restano { $count } giorni
    }
reminder-without-day = senza un giorno di consegna
reminder-more = - … e altre { $count }
reminder-link = Si compila qui: { $link }
reminder-check = nel piano della performance { $year } di { $body } { $count ->
        [one] 1 rilevazione aspetta la tua verifica
       *[other] { $count } rilevazioni aspettano la tua verifica
    }{ $since }.
reminder-check-since = , la prima dal { $day }
reminder-check-link = Si verifica qui: { $link }
reminder-end =
    Questo messaggio parte da solo: ne riceverai un altro solo se qualcosa resta da fare.
    Per non riceverne più chiedi al controllo di gestione di { $body }.

store-mail-address = «{ $found }» non è un indirizzo di posta: in «{ $database }» non è cambiato nulla. Scrivilo per intero e senza nome: anna.rossi@comune.example.it

cli-user-mail-about = Dà a un utente un indirizzo di posta, a cui si mandano i solleciti.
cli-user-mail-examples =
    Esempi:
      traguardo user mail anna anna.rossi@comune.example.it --db sqlite:dati/traguardo.db
      traguardo user mail anna - --db sqlite:dati/traguardo.db

    Con - l'indirizzo viene tolto.
cli-arg-mail = L'indirizzo di posta, a cui si mandano i solleciti
cli-name-mail = INDIRIZZO
cli-user-mail-set = Indirizzo di posta di «{ $id }» cambiato.
cli-user-mail-gone = Indirizzo di posta di «{ $id }» tolto: non riceve più solleciti.

reminder-hold-off = I solleciti sono spenti.
reminder-hold-no-address = Manca l'indirizzo di posta.
reminder-hold-recent = Già avvisato: il prossimo dal { $day }.
reminder-hold-quiet = Ore di silenzio: dal { $day }, ore { $time }.

cli-remind-about = Manda i solleciti: una lettera sola a chi ha qualcosa da compilare o da verificare. Per un timer.
cli-remind-examples =
    Esempi
      traguardo remind --config /etc/traguardo.toml
      traguardo remind --db sqlite:dati/traguardo.db --dry-run
      traguardo remind --db sqlite:dati/traguardo.db --dry-run --at "2026-07-14 10:00"

    Con --dry-run mostra le lettere e non manda nulla. Nessuno riceve due lettere lo stesso giorno.
cli-remind-would = da mandare
cli-remind-not-set = Per mandare i solleciti manca «{ $key }» nella configurazione. Vedi docs/esercizio.md, oppure prova con --dry-run.
cli-remind-wrong = Nella configurazione «{ $found }» non va bene per { $key }. { $key ->
    [smtp] Ci vuole un indirizzo come smtps://posta.comune.example.it, smtp://posta.comune.example.it:587?tls=required o smtp://localhost, senza utente: quello sta in smtp_user.
    [smtp_user] Con un utente serve un collegamento cifrato: smtps://, oppure smtp:// con ?tls=required.
   *[other] Ci vuole un mittente come Traguardo <traguardo@comune.example.it>.
}
cli-remind-unreachable = Il server di posta non risponde o non ci accetta ({ $error }): mandati { $sent } solleciti, gli altri si riprovano la prossima volta.
cli-remind-done = Solleciti mandati: { $sent }; rimandati a un altro momento: { $waiting }; senza indirizzo: { $without }; rifiutati dal server di posta: { $failed }{ $failed ->
        [0] { "" }
       *[other] { " " }(risposte { $codes })
    }.

nav-reminders = Solleciti
reminders-title = Solleciti
reminders-sentence = { $open ->
        [0] **Niente da compilare** oggi
        [one] **1 rilevazione** da compilare
       *[other] **{ $open } rilevazioni** da compilare
    }{ $late ->
        [0] { "" }
        [one] , **1 in ritardo**
       *[other] , **{ $late } in ritardo**
    }. { $ready ->
        [0] Adesso non partirebbe alcun sollecito.
        [one] Adesso partirebbe 1 sollecito.
       *[other] Adesso partirebbero { $ready } solleciti.
    }
reminders-waiting = { $count ->
        [one] **1 rilevazione** aspetta la verifica
       *[other] **{ $count } rilevazioni** aspettano la verifica
    }{ $since }; { $told ->
        [none] nessun utente ne è avvisato.
       *[other] ne sono avvisati: { $told }.
    }
reminders-waiting-since = , la prima dal { $day }
reminders-old-plan = Per il piano di un anno passato non si mandano solleciti.
reminders-no-day = Dove manca il giorno di consegna nessuno è in ritardo: si stabilisce nel piano, per ogni verifica.
reminders-open = Che cosa manca
reminders-who = Chi compila
reminders-checkpoint = Verifica
reminders-by = Consegna
reminders-nobody = { $offices }: nessun utente avvisato
reminders-back = { $by }, rimandata indietro
reminders-letters = Le lettere di adesso
reminders-letters-how = Una sola per persona, con tutto ciò che le manca o che deve verificare. Partono con «traguardo remind», mai due lo stesso giorno.
reminders-person = Persona
reminders-letter = Lettera
reminders-state = Parte?
reminders-ready = Sì, al prossimo invio.
reminders-sent = Mandati finora
reminders-none-sent = Negli ultimi mesi non è stato mandato alcun sollecito.
reminders-when = Quando
reminders-what = Che cosa
reminders-was-sent = { $own } da compilare, { $late } in ritardo; { $others } in ritardo degli uffici di cui risponde; { $check } da verificare
reminders-failed = Il server di posta non l'ha presa: si riprova
reminders-settings = Come e quando
reminders-set-by = Impostato da { $who } il { $when }.
reminders-set-by-nobody = Nessuno l'ha ancora impostato: vale ciò che è proposto.
reminders-set-reminders = Manda i solleciti
reminders-set-ahead-days = Giorni prima della consegna
reminders-set-repeat-days = Giorni fra due lettere alla stessa persona
reminders-set-escalate-days = Giorni di ritardo dopo i quali si avvisa chi risponde
reminders-set-quiet-from = Ore di silenzio: dalle
reminders-set-quiet-until = Ore di silenzio: alle
reminders-set-quiet-weekends = Niente di sabato e domenica
reminders-set-told = Chi si avvisa di ciò che deve compilare
reminders-set-told-late = Chi si avvisa dei ritardi degli uffici di cui risponde
reminders-set-told-check = Chi si avvisa di ciò che deve verificare
reminders-rule-days = Un numero di giorni, da 1 a 90; 0 è ammesso solo prima della consegna.
reminders-rule-time = Un'ora come 08:00.
reminders-no-role = nessuno
reminders-save = Salva
reminders-saved = Impostazioni salvate.
reminders-faulty = Qualcosa non va bene e nulla è stato salvato: guarda i campi segnati.
reminders-first = { $who } le ha cambiate il { $when }, dopo che hai aperto la pagina: nulla è stato salvato. Qui c'è ciò che hai scritto: se va ancora bene, salva di nuovo.
