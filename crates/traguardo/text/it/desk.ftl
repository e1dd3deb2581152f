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
trail-action-desk = tavolo dell'OIV
trail-action-look = consultazione di obiettivi individuali
