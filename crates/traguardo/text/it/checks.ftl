# Come si mostrano le segnalazioni, e le frasi di quelle che il piano riceve prima di essere adottato.

check-proposal = proposta: { $text }

# Chi risponde, quanto conta.
issue-owner-missing = Di «{ $code }» ({ $title }) non risponde nessun ufficio, né sopra né sotto: scrivi chi nella colonna responsabile.
issue-owners-absent = Il piano non dice chi risponde degli obiettivi: se l'ente lo sa, conviene scriverlo nella colonna responsabile.
issue-indicator-dominates = Da «{ $code }» dipende da solo il { $share } % del punteggio dell'ente: controlla i pesi, suoi e di ciò che gli sta sopra.

# Indicatori che si somigliano.
issue-indicator-targets-differ = Lo stesso indicatore ha qui «{ $found }» e { $first ->
        [none] sotto «{ $other }»
       *[other] alla riga { $first } (sotto «{ $other }»)
    } «{ $expected }»: scrivi lo stesso target, oppure distingui i due indicatori nel codice e nel titolo.
issue-indicators-same-ratio = «{ $code }» misura la stessa cosa di «{ $other }»{ $first ->
        [none] {""}
       *[other] {" "}(riga { $first })
    }: usa lo stesso codice nelle due righe, così si rileva una volta sola.
issue-indicator-name-twice = «{ $code }» si chiama come «{ $other }» ({ $first ->
        [none] {""}
       *[other] riga { $first };{" "}
    }{ $count } in tutto con questo titolo): se la misura è una, usa lo stesso codice; altrimenti il titolo dica di che cosa.
issue-indicator-two-measures = Le parole dell'indicatore nominano due misure ({ $one } e { $other }): tienine una, e fai dell'altra un indicatore a sé.
issue-indicator-saturated = Le ultime tre rilevazioni di «{ $code }» sono al 100 %: non misura più un miglioramento; alza l'asticella o scegli un altro indicatore.
issue-node-title-twice = «{ $code }» ha lo stesso titolo di «{ $other }»{ $first ->
        [none] {""}
       *[other] {" "}(riga { $first })
    }, che gli sta accanto: cambiane uno, per non confonderli.

# Target che faranno male.
issue-target-already-met = Il target è già raggiunto: l'ultima rilevazione del { $year } è { $found }. Chiedi un miglioramento, o spiega nelle note perché basta mantenere.
issue-target-below-trend = Il target chiede meno della media degli ultimi tre anni ({ $mean }): chiedi di più, o spiega nelle note perché no.
issue-target-always-met = Il target «{ $found }» si raggiunge sempre, qualunque cosa accada: scrivi quanto ci si aspetta davvero.
issue-target-halved = «{ $found }» è la parte dell'anno già trascorsa di «{ $expected }»: è giusto per ciò che si accumula, non per una percentuale che a ogni data è intera. Correggi il target periodico, oppure scrivi «si» nella colonna cumulato.
issue-target-date-outside = La scadenza del { $found } cade fuori dal { $year }, l'anno di questo target: correggi la data, o spostala nella colonna del suo anno.
issue-target-before-act = La scadenza del { $found } viene prima dell'atto che la stabilisce ({ $act }): controlla le due date.
issue-target-outside-horizon = C'è un target per il { $found }, che il piano non abbraccia ({ $allowed }): correggi l'anno nell'intestazione, o aggiungilo all'orizzonte.
issue-percentage-out-of-range = { $nature ->
    [change] { $found } % non può essere: nulla può calare più del 100 %. Controlla il segno, la virgola e la misura.
   *[share] { $found } % non può essere: è la parte di un tutto, e sta fra 0 e 100. Controlla la virgola, o numeratore e denominatore.
}

# Gli atti.
issue-act-without-number = L'atto è citato senza numero («{ $found }»){ $count ->
    [one] {""}
   *[other] , in { $count } righe
}: scrivilo, altrimenti non si ritrova.
issue-act-without-date = L'atto è citato senza data («{ $found }»){ $count ->
    [one] {""}
   *[other] , in { $count } righe
}: scrivila accanto al numero.
issue-act-with-two-dates = L'atto è citato con due date («{ $found }»){ $count ->
    [one] {""}
   *[other] , in { $count } righe
}: lascia quella dell'atto; se gli atti sono due, separali con «|».
issue-acts-contradict = { $what ->
    [number] «{ $found }» e «{ $other }» (riga { $first }) hanno la stessa data e numeri diversi: se l'atto è uno, correggi il numero.
    [day] «{ $found }» e «{ $other }» (riga { $first }) hanno lo stesso numero e date diverse: correggi la data o il numero.
   *[month] «{ $found }» non ha numero e nello stesso mese c'è «{ $other }» (riga { $first }): controlla il giorno e scrivi il numero.
}

# I testi.
issue-text-other-year = Qui si parla del { $found } in un piano del { $year }: sembra rimasto da un altro piano; correggi l'anno.
issue-text-date-impossible = Il giorno «{ $found }» non esiste nel calendario: correggi la data nel testo.
issue-text-quotient-differs = { $found } fa { $quotient } %, ma accanto è scritto { $expected } %: controlla i tre numeri.
issue-number-garbled = In «{ $found }» il punto non separa migliaia: una cifra è di troppo o il punto è nel posto sbagliato; correggi il numero.

# Le rilevazioni fra loro.
issue-reading-accumulated-falls = { $found } è meno di { $expected }, già rilevato il { $day }: un dato cumulato nell'anno non cala. Scrivi il totale dall'inizio dell'anno.
issue-reading-out-of-scale = { $found } è più di mille volte lontano dal target { $expected }: controlla punti, virgole e misura.
issue-readings-identical = { $found } è anche la rilevazione di «{ $other }» dello stesso giorno, fino ai decimali: controlla che una delle due non sia stata copiata.
