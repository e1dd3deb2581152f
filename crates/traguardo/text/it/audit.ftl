# La verifica dei risultati stampati.
audit-verdict-equal = uguale
audit-verdict-within-rounding = entro l'arrotondamento
audit-verdict-follows-wrong = segue da un errore
audit-verdict-wrong = sbagliato
audit-verdict-not-compared = non confrontabile

audit-kind-node = nodo
audit-kind-indicators = indicatori del nodo
audit-kind-children = obiettivi del nodo
audit-kind-use = indicatore

audit-use-wrong = È stampato { $printed }, ma la rilevazione{ $actual ->
    [none] {""}
   *[other] {" "}{ $actual }
}{ $level ->
    [none] {""}
   *[other] {" "}contro { $level }
} dà { $computed }{ $low ->
    [none] {""}
   *[other] ; con l'arrotondamento della fonte può dare da { $low } a { $high }
}. La differenza è { $difference }.
audit-use-within = È stampato { $printed }, la rilevazione{ $actual ->
    [none] {""}
   *[other] {" "}{ $actual }
}{ $level ->
    [none] {""}
   *[other] {" "}contro { $level }
} come è scritta dà { $computed }. Se è stata arrotondata all'ultima cifra, può dare da { $low } a { $high }: la differenza di { $difference } sta nell'arrotondamento.
audit-use-no-figure = È stampato { $printed }, ma dai dati non esce una cifra: { $cause }.
audit-use-no-data = È stampato { $printed }; non si può confrontare perché { $cause }.
audit-node-wrong = È stampato { $printed }, ma le sue parti, come sono stampate, danno { $given }: { $equation }. La differenza è { $difference }{ $low ->
    [none] {""}
   *[other] , e con gli arrotondamenti si arriva solo da { $low } a { $high }
}.
audit-node-within = È stampato { $printed }, dai dati esce { $computed }. Le sue parti, come sono stampate, danno { $low ->
    [none] { $high }
   *[other] da { $low } a { $high }
}: la differenza sta nell'arrotondamento.
audit-node-within-set-right = È stampato { $printed }, dai dati esce { $computed }. Una sua parte è stampata male, ma il conto è fatto sulle cifre giuste{ $low ->
    [none] {""}
   *[other] , che danno da { $low } a { $high }
}: la differenza sta nell'arrotondamento.
audit-node-from-printed = È stampato { $printed }. Mancano le rilevazioni, ma le sue parti, come sono stampate, danno { $low ->
    [none] { $high }
   *[other] da { $low } a { $high }
}.
audit-node-follows = È stampato { $printed }, dai dati esce { $computed }. Segue dalle sue parti, come sono stampate, e fra quelle c'è un errore.
audit-node-no-figure = È stampato { $printed }, ma nessuna delle sue parti ha una cifra.
audit-node-no-data = È stampato { $printed }; non si può confrontare perché mancano i dati delle sue parti.
audit-not-available-wrong = È stampato «{ $printed }», ma dai dati esce { $computed }.
audit-not-available = È stampato «{ $printed }», dai dati esce { $computed }. Nessuna delle sue parti, come sono stampate, ha una cifra.
audit-dash = È stampato «{ $printed }» al posto di una cifra; dai dati esce { $computed }.
audit-not-a-figure = «{ $printed }» non è una cifra e non si può confrontare.

audit-nothing-printed = Il piano non riporta risultati stampati: non c'è nulla da verificare.
cli-audit-about = Verifica i risultati stampati in una relazione contro i suoi stessi dati.
cli-audit-examples =
    Esempi
      traguardo audit modena-2020 --at 2020-06-30
      traguardo audit modena-2020 --at 2020-06-30 --format csv > verifica.csv

    I risultati stampati stanno nelle colonne stampato, stampato_indicatori e stampato_obiettivi.
    Finisce con 0 se nessuno è sbagliato, con 1 se uno lo è.
cli-audit-title = { $body }, piano { $year }: risultati stampati, verificati al { $date }
cli-audit-counts = Risultati stampati: { $count }. { $counts }.

cli-arg-xlsx = Il file .xlsx da scrivere, al posto di DESTINAZIONE
cli-name-xlsx = FILE

nav-audit = Verifica della stampa
audit-title = Verifica di quello che è stampato
audit-sentence = Il documento riporta **{ $count }** risultati. Ricalcolati dai dati: **{ $equal }** sono uguali, { $within } stanno nell'arrotondamento, { $wrong ->
    [0] nessuno è sbagliato
    [one] **1** è sbagliato
   *[other] **{ $wrong }** sono sbagliati
}.
audit-note-wrong = Né i dati né le cifre stampate delle sue parti danno quello che è stampato.
audit-note-follows-wrong = Il conto torna sulle cifre stampate sotto, ma fra quelle ce n'è una sbagliata.
audit-note-not-compared = Al posto di una cifra c'è altro, o mancano i dati per rifare il conto.
audit-note-within-rounding = La differenza si spiega con gli arrotondamenti della fonte.
audit-all = Tutti i risultati stampati
audit-all-note = Nell'ordine dell'albero. Il collegamento porta a come nasce la cifra calcolata.
audit-column-figure = Risultato
audit-column-printed = Stampato
audit-column-computed = Calcolato
audit-column-verdict = Esito
