# Il tavolo dell'OIV: ciò che osserva, valuta, propone e verifica accanto ai punteggi.
desk-tag-arresto = Arresto delle attività economiche
desk-tag-arresto-adjustment = 0%-50% del target
desk-tag-arresto-advice = Modifica in forte ribasso dei target, oppure eliminazione degli obiettivi non più sostenibili
desk-tag-nuove = Nuove strategie camerali
desk-tag-nuove-adjustment = 100%-120% del target
desk-tag-nuove-advice = Rimodulazione di obiettivi, indicatori e target in essere; nuovi obiettivi, indicatori e target per le attività non previste dal piano
desk-tag-conferma = Conferma strategie in essere
desk-tag-conferma-adjustment = 100% del target
desk-tag-conferma-advice = Conferma di obiettivi, indicatori e target in essere
desk-tag-efficienza = Rafforzamento dell'efficienza a vantaggio delle imprese
desk-tag-efficienza-adjustment = 100%-120% del target
desk-tag-efficienza-advice = Incremento dei target
desk-tag-sottostimato = Target sottostimato
desk-tag-sottostimato-adjustment = adeguamento del target
desk-tag-sottostimato-advice = Rimodulazione dei target sottostimati, per evitare altri superamenti evidenti

# Segnali: che cosa dicono le cifre di un target, e quale regola lo dice.
desk-flag-overshot = Target superato di molto: raggiunto il { $reached }% (regola «sovrastima_oltre»: dal { $from }%){ $of ->
        [one] {""}
       *[other] , { $times } { $times ->
            [one] volta
           *[other] volte
        } su { $of } fra verifiche e anni
    }.
desk-flag-out-of-reach = Target forse fuori portata: { $basis ->
        [pro-rata] raggiunto il { $reached }% di { $expected }, la parte del target dell'anno che spetta ai giorni trascorsi
        [target] raggiunto il { $reached }% di { $expected }
       *[other] punteggio { $reached }
    } (sotto { $below }, dove comincia la fascia «{ $band }»){ $trend }.
desk-flag-missing = Il valore manca.
desk-trend-none = { "" }
desk-trend-rising = , ma in crescita rispetto alla verifica precedente
desk-trend-flat = , fermo rispetto alla verifica precedente
desk-trend-falling = , e in calo rispetto alla verifica precedente

# Perché una rilevazione può essere estratta.
desk-why-weight = pesa { $points } punti su 100
desk-why-jump = varia del { $by }% rispetto a prima
desk-why-target = vale il { $reached }% del target
desk-why-late = registrata { $days ->
        [one] 1 giorno
       *[other] { $days } giorni
    } dopo la consegna
desk-why-no-evidence = senza prova né fonte

desk-verdict-open = in corso
desk-verdict-confirmed = confermata
desk-verdict-to-correct = da correggere
desk-verdict-unsupported = senza riscontro

desk-change-lower = ridurre il target
desk-change-raise = alzare il target
desk-change-drop = eliminare l'indicatore
desk-change-replace = sostituire l'indicatore
desk-change-move-deadline = spostare la scadenza

# Che cosa manca a ciò che si scrive.
desk-assessed-range = La valutazione è un numero da 0 a 100 con due decimali al più, per esempio 62,96.
desk-assessed-without-reason = La valutazione non è uguale alla misura: scrivi il motivo.
desk-proposal-gone = Il piano non ha più questo indicatore sotto questo obiettivo: ricarica la pagina.
desk-proposal-without-reason = Scrivi il motivo della proposta.
desk-proposal-without-title = Scrivi come si chiama l'indicatore nuovo.
desk-proposal-without-target = Scrivi il target proposto, per esempio >= 100 N.
desk-proposal-unread = Il target proposto non si legge con certezza: scrivilo come nel piano, per esempio >= 100 N. oppure entro il 31/12/2020.
desk-proposal-not-lower = Il target proposto chiede più di quello che c'è: per renderlo più difficile scegli «alzare il target».
desk-proposal-not-higher = Il target proposto chiede meno di quello che c'è: per renderlo più facile scegli «ridurre il target».
desk-proposal-not-a-deadline = Per spostare una scadenza scrivi una data, per esempio entro il 31/12/2020.

# Due persone che scrivono la stessa cosa. $at è quando, con data e ora.
store-written-meanwhile = Intanto «{ $who }» ha scritto la stessa cosa il { $at }. Quello che hai scritto è ancora nei campi: confrontalo con ciò che c'è ora e salva di nuovo.

# Le pagine del tavolo. $level è il livello al plurale, $round il giorno della verifica.
nav-desk = Tavolo OIV
desk-title = Tavolo dell'OIV
desk-sentence = Verifica al { $round }. **{ $count } { $level }**, { $seen ->
        [0] nessuno ancora osservato
        [one] 1 già osservato
       *[other] { $seen } già osservati
    }. La misura non cambia: la valutazione le sta accanto, con il motivo.
desk-links = Che cosa c'è sul tavolo
desk-go-minutes = Bozza del verbale
desk-go-sample = Campione da verificare
desk-go-individuals = Obiettivi individuali
desk-go-tags = Elenco dei contesti
desk-go-workbook = Scarica il foglio di calcolo
desk-go-csv = Scarica in CSV
desk-saved = Salvato.
desk-all = tutti
desk-filter-branch = Obiettivo
desk-filter-show = Mostra
desk-show-obiettivi = gli obiettivi
desk-show-tutto = obiettivi e indicatori
desk-show-segnali = gli indicatori con segnali
desk-show-da-osservare = da osservare
desk-show-osservati = già osservati
desk-tree = Obiettivi e indicatori
desk-title-column = Obiettivo o indicatore
desk-whole-body = tutto l'ente
desk-measure = Misura
desk-on-measured = sulla parte misurata { $score } (copertura { $coverage }%)
desk-context = Contesto
desk-flags = Segnali
desk-flags-overshot = { $count ->
        [one] 1 target superato di molto
       *[other] { $count } target superati di molto
    }
desk-flags-out-of-reach = { $count ->
        [one] 1 target forse fuori portata
       *[other] { $count } target forse fuori portata
    }
desk-flags-missing = { $count ->
        [one] manca 1 valore
       *[other] mancano { $count } valori
    }
desk-written = Che cosa è scritto
desk-observed = Osservazione
desk-concern = Criticità
desk-remedy = Azioni correttive o di miglioramento
desk-assessed = Valutazione
desk-assessed-label = Valutazione (0-100)
desk-assessment = Valutazione dell'OIV, accanto alla misura
desk-measured = Misura:
desk-reason = Motivo
desk-open = Osserva
desk-save = Salva
desk-cancel = Annulla
desk-subject-gone = Il piano non ha più questo obiettivo o indicatore: ricarica la pagina.
desk-too-long = Il testo è troppo lungo: accorcialo e salva di nuovo.

indicator-proposals = Proposte dell'OIV
indicator-proposal-of = { $node } · proposta n. { $number } · verifica { $round }
desk-proposals = Proposte di modifica
desk-proposals-note = Una proposta non cambia il piano: la porta in una bozza di revisione chi lo tiene, e la adotta l'organo che ne ha il potere.
desk-proposals-none = Ancora nessuna proposta. Si fa dalla riga di un indicatore, con «Osserva».
desk-proposal = Proposta di modifica dell'indicatore
desk-no-proposal = nessuna
desk-change = Proposta
desk-change-it = Modifica
desk-proposal-target = Target proposto
desk-proposal-title = Indicatore proposto
desk-proposal-reason = Motivo della proposta
desk-proposal-open = aperta
desk-proposal-withdrawn = ritirata
desk-proposal-drafted = nella bozza della revisione { $revision }
desk-now = Oggi

desk-sample-title = Campione da verificare
desk-sample-sentence = { $count ->
        [0] Alla verifica del { $round } nessuna rilevazione è stata ancora estratta. Si estrae con più probabilità ciò che pesa di più, fa un salto, è arrivato tardi o non ha prove.
       *[other] Alla verifica del { $round } **{ $count } rilevazioni estratte**, { $done ->
            [0] nessuna ancora guardata
            [one] 1 già guardata
           *[other] { $done } già guardate
        }.
    }
desk-drawn = Rilevazioni estratte
desk-drawn-by = Estratte da
desk-seed = seme
desk-candidates = rilevazioni fra cui scegliere
desk-draws-again = Ripetendo l'estrazione dal seme vengono le stesse.
desk-draws-otherwise = Ripetendo l'estrazione dal seme ne vengono altre: il campione è stato cambiato.
desk-turn = N.
desk-why = Perché
desk-why-drawn = Perché è stata estratta
desk-verdict = Esito
desk-verdict-none = da guardare
desk-draw = Estrai il campione
desk-draw-again = Estrai un altro campione
desk-draw-note = Il campione, il seme e le probabilità restano: chiunque può ripetere l'estrazione. Un campione nuovo non cancella quello di prima.
desk-draw-size = Quante rilevazioni
desk-draw-seed = Seme
desk-draw-seed-note = Un numero intero, per esempio estratto davanti a testimoni. Vuoto: lo sceglie l'orologio.
desk-draw-fault = Scrivi quante rilevazioni estrarre, da 1 a 100, e come seme un numero intero fino a 4294967295, oppure lascialo vuoto.
desk-reading = La rilevazione
desk-day = Riferita al
desk-recorded-at = Registrata il
desk-recorded-by = Registrata da
desk-source = Fonte
desk-note = Nota
desk-evidence = Prove
desk-paper-title = Carta di lavoro
desk-looked-at = Che cosa è stato guardato
desk-found = Che cosa è risultato
desk-back-to-sample = Torna al campione
desk-paper-no-verdict = Scegli l'esito.
desk-paper-blank = Per dare un esito scrivi che cosa è stato guardato e che cosa è risultato.

desk-tags-title = Elenco dei contesti
desk-tags-sentence = Il contesto dice che cosa ha pesato su un risultato, da fuori o da dentro. L'elenco è dell'ente: ciò che è ritirato resta dove è già stato usato.
desk-tag-new = Un altro contesto
desk-tag-name = Nome
desk-tag-adjustment = Che cosa comporta per il target
desk-tag-advice = Opportunità e suggerimenti
desk-tag-retired = Non si sceglie più
desk-tag-fault = Ogni contesto ha un nome; nessun testo supera i 400 caratteri.

desk-individuals-title = Obiettivi individuali
desk-individuals-sentence = { $count ->
        [0] Ancora nessun obiettivo individuale che tu possa vedere.
        [one] **1 obiettivo** individuale.
       *[other] **{ $count } obiettivi** individuali di { $posts ->
            [one] 1 incarico
           *[other] { $posts } incarichi
        }.
    }
desk-individuals-note = Sono dati personali: li vede solo chi ne ha titolo, e ogni consultazione resta scritta.
desk-individual-new = Aggiungi un obiettivo
desk-individual-withdraw = Ritira questo obiettivo
desk-individual-number = Il peso e la valutazione sono numeri da 0 a 100 con due decimali al più.
desk-individual-blank = Scrivi l'incarico e l'obiettivo.
desk-holder = Di chi è
desk-post = Incarico
desk-post-note = L'incarico e non il nome della persona: «Dirigente area 1».
desk-office = Ufficio
desk-no-office = nessuno
desk-objective = Obiettivo individuale
desk-expected = Target atteso nel periodo
desk-found-actual = Valore rilevato
desk-looks-title = Chi ha consultato gli obiettivi individuali
desk-looks-sentence = { $count ->
        [0] Nessuno li ha ancora consultati.
        [one] 1 consultazione.
       *[other] { $count } consultazioni, la più recente per prima.
    }
desk-when = Quando
desk-who = Chi
desk-where = Dove
desk-whose = Di chi, quanti

desk-sheet-observations = Osservazioni
desk-sheet-proposals = Proposte
desk-sheet-sample = Campione
desk-sheet-tags = Contesti
desk-number = Numero
desk-node = Obiettivo

minutes-title = Verbale sugli esiti del monitoraggio intermedio delle performance
minutes-law = art. 6, D.Lgs. 27 ottobre 2009, n. 150
minutes-round = verifica al
minutes-received = L'OIV ha ricevuto i report di monitoraggio il
minutes-premise = Premessa
minutes-premise-none = La premessa non è ancora scritta.
minutes-strategic = Risultati conseguiti in relazione ai livelli programmati
minutes-score = Grado di raggiungimento
minutes-assessed = Valutazione OIV
minutes-contexts = Osservazioni di contesto e suggerimenti
minutes-involved = Obiettivi maggiormente coinvolti
minutes-remarks = Rilievi generali
minutes-cards = Criticità e azioni correttive
minutes-individuals-none = Nessun obiettivo individuale è stato riportato.
minutes-individuals-apart = Gli obiettivi individuali sono dati personali: stanno nella parte del verbale riservata a chi ha titolo per vederla.
minutes-signatures = Firme
minutes-place = Luogo e data
minutes-signature = Organismo indipendente di valutazione
minutes-annex = Allegato 1 - Tabella delle osservazioni
minutes-write = Scrivi il verbale
minutes-write-note = Le tabelle si compongono da sole con ciò che è scritto sul tavolo. Una riga vuota separa i capoversi.
minutes-received-label = Report ricevuti il
minutes-signatures-label = Quante firme
minutes-date = La data si scrive così: 21/07/2020.
