# I testi delle pagine. Un numero passa sempre già scritto all'italiana, salvo i conteggi.
# **così** diventa grassetto.

## Cornice
page-product = Traguardo
page-title = { $page } · { $plan }
page-plan = Piano della performance { $years }
page-subtitle = Il ciclo della performance degli enti pubblici
page-skip = Vai al contenuto
page-nav = Parti del piano
page-crumbs = Percorso
page-languages = Lingua
page-language-it = Italiano
page-language-en = English
page-situation = Situazione al
page-situation-pick = Scegli un'altra data
page-situation-show = Mostra
page-checkpoints = Oppure una verifica del piano:
page-close = Chiudi
page-where-from = Da dove viene
page-hint = (da dove viene)
page-of-hundred = su 100
page-legend = Fasce e stati
page-all-plans = Enti e piani
page-accessibility = Accessibilità
page-rules = Regole in vigore
page-rules-from = SMVP dal { $date }
page-rules-undated = SMVP senza data
page-data = Dati
page-data-until = rilevati fino al { $date }
page-data-none = nessuna rilevazione
page-no-figure = –
page-at = { $day ->
    [1] Al { $date }
    [8] All'{ $date }
    [11] All'{ $date }
   *[other] Al { $date }
  }

## Parole delle tabelle
word-indicator = Indicatore
word-objective = Obiettivo
word-actual = Valore
word-target = Target
word-score = Risultato
word-band = Fascia
word-weight = Peso
word-contribution = Contributo
word-points-lost = Punti persi
word-date = Data
word-what = Che cosa
word-figure = Cifra
word-notes = Note
word-state = Stato
word-body = Ente
word-plan = Piano
word-size = Contiene
word-saved = Aggiornato il
word-ipa = Codice IPA

## Livelli, al plurale; quelli che un ente chiama in altro modo restano come li scrive
levels-ambito = ambiti
levels-prospettiva = prospettive
levels-missione = missioni
levels-programma = programmi
levels-azione = azioni
levels-linea-programmatica = linee programmatiche
levels-obiettivo-strategico = obiettivi strategici
levels-obiettivo-operativo = obiettivi operativi
level-ambito = ambito
level-prospettiva = prospettiva
level-missione = missione
level-programma = programma
level-azione = azione
level-linea-programmatica = linea programmatica
level-obiettivo-strategico = obiettivo strategico
level-obiettivo-operativo = obiettivo operativo
levels-other = voci di livello «{ $level }»

## Fasce con i nomi proposti, e stati
band-raggiunto = raggiunto
band-quasi-raggiunto = quasi raggiunto
band-parziale = parziale
band-lontano = lontano
state-scored = con risultato
state-missing = non disponibile
state-not-due = non scaduto
state-baseline = anno base
state-neutralised = neutralizzato
legend-from = da { $from }
legend-below = sotto { $below }
legend-missing = il valore manca
legend-not-due = il termine non è ancora passato

## Enti e piani
plans-title = Enti e piani della performance
plans-sentence = { $plans ->
    [0] Qui compaiono i piani degli enti, appena il primo è importato.
    [one] C'è **un piano**. Aprilo per vedere i risultati, da dove vengono e che cosa manca.
   *[other] Ci sono **{ $plans } piani**. Apri quello che ti interessa per vedere i risultati, da dove vengono e che cosa manca.
  }
plans-list = Elenco dei piani
plans-size = { $nodes } voci, { $indicators } indicatori, { $readings } rilevazioni
plans-first = Come si importa il primo piano
plans-first-how = Si prepara una cartella, o un foglio di calcolo, con il piano e le rilevazioni, poi si lancia questo comando:

## Quadro d'insieme
overview-title = Quadro d'insieme
overview-sentence = { $when } **{ $count } { $count ->
    [one] { $level }
   *[other] { $levels }
  } su { $total }** { $count ->
    [one] è
   *[other] sono
  } nella fascia «{ $band }»{ $others }.
overview-sentence-other = , { $count } in «{ $band }»
overview-sentence-state = , { $count } { $count ->
    [one] ha
   *[other] hanno
  } lo stato «{ $band }»
overview-sentence-none = { $when } nessuna voce del piano ha un risultato.
overview-coverage-full = Tutti i **{ $total } indicatori** sono rilevati.
overview-coverage-zero = Sono rilevati **{ $scored } indicatori su { $total }**: chi manca conta zero, come dicono le regole.
overview-coverage-exclude = Sono rilevati **{ $scored } indicatori su { $total }**: chi manca non conta e il suo peso va agli altri, come dicono le regole.
overview-coverage-block = Sono rilevati **{ $scored } indicatori su { $total }**: dove un valore manca, chi sta sopra resta senza risultato, come dicono le regole.
overview-no-whole = L'ente non ha un risultato unico: { $levels } senza pesi non si possono sommare. I risultati si leggono uno per uno.
overview-no-whole-missing = L'ente non ha un risultato unico a questa data: troppe parti mancano o non sono scadute.
overview-fact-measured = Indicatori rilevati
overview-fact-measured-text = su { $total }
overview-fact-bands = { $levels } per fascia
overview-fact-issues = Segnalazioni sul piano
overview-fact-issues-text = { $errors ->
    [0] nessuna è un errore
    [one] una è un errore
   *[other] { $errors } sono errori
  }
overview-card-full = **{ $scored } indicatori su { $total }** rilevati.
overview-card-missing = **{ $scored } indicatori su { $total }** rilevati. Sulla sola parte misurata: **{ $figure }**, che copre il { $coverage }% del peso.
overview-losses = Che cosa pesa di più
overview-losses-note = Punti che ciascun indicatore toglie al risultato dell'ente: peso per distanza da 100.
overview-losses-note-top = Punti che ciascun indicatore toglie al risultato della voce di primo livello, { $level }, a cui appartiene: peso per distanza da 100.
overview-losses-unknown = Si vedrà con i primi risultati.
overview-losses-none = Nessun indicatore toglie punti.
overview-loss-minor = { $node } · { $top }
overview-missing = Che cosa manca
overview-missing-note = { $count ->
    [0] Non manca niente.
    [one] Un indicatore è senza valore.
   *[other] { $count } indicatori sono senza valore.
  }
overview-missing-all = Tutti i dati mancanti
overview-issues = Il piano come è stato consegnato
overview-issues-note = { $count ->
    [0] Nessuna segnalazione: il piano si legge tutto.
    [one] C'è una segnalazione.
   *[other] Ci sono { $count } segnalazioni.
  }
overview-issues-all = Tutte le segnalazioni
severity-errors = { $count ->
    [one] un errore
   *[other] { $count } errori
  }
severity-warnings = { $count ->
    [one] un avviso
   *[other] { $count } avvisi
  }
severity-notes = { $count ->
    [one] un'osservazione
   *[other] { $count } osservazioni
  }

## Albero
tree-title = Albero della performance
tree-sentence = { $nodes } voci e **{ $indicators } indicatori** su { $levels } livelli. Ogni risultato si apre fino alle rilevazioni da cui viene.
tree-chart = Il piano in un colpo d'occhio
tree-how-to-read = La larghezza è il peso, il colore e il segno sono la fascia.
tree-as-list = Leggilo come elenco
tree-skip-chart = Passa all'elenco
tree-list = Elenco
tree-list-note = Le stesse cose in parole: titolo, peso tra le voci vicine, fascia e risultato.
tree-equal = Le voci senza peso sono disegnate con la stessa larghezza.
tree-icicle = Albero del piano: { $levels } livelli, { $nodes } voci
tree-cell = { $title }: { $band }, { $figure }
tree-cell-weight = { $title }: { $band }, { $figure }, peso { $weight }
tree-indicators = { $count ->
    [one] Un indicatore
   *[other] { $count } indicatori
  }

## Nodo
node-kicker = { $level } { $code }
node-kicker-weight = { $level } { $code } · peso { $weight } in «{ $parent }»
node-sentence = { $when } il risultato è **{ $figure } su 100**, fascia «{ $band }».
node-sentence-state = { $when } non c'è un risultato: lo stato è «{ $band }».
node-all-measured = Tutti i suoi { $total } indicatori sono rilevati.
node-some-measured = Sono rilevati **{ $scored } indicatori su { $total }**; sulla sola parte misurata il risultato è **{ $figure }**.
node-same-measured = Sono rilevati **{ $scored } indicatori su { $total }**: senza chi manca il risultato non cambierebbe.
node-none-measured = Sono rilevati **{ $scored } indicatori su { $total }**.
node-without-parts = Non ha indicatori né voci sotto di sé.
node-all-steps = Tutti i passaggi, fino alle rilevazioni
node-indicators = Indicatori
node-quota = Insieme valgono il { $quota }% del risultato.
node-by-weight = Contano ciascuno con il suo peso.
node-sum = Nel loro insieme
node-issues = Segnalazioni
node-properties = Chi risponde
node-responsible = Responsabile
node-collectors = Rileva i dati
node-mission = Missione di bilancio
node-pira = PIRA
node-pira-yes = fa parte del piano degli indicatori e dei risultati attesi
node-note = Nota
node-acts = Atti
node-no-weight = senza peso
weight-percent = { $weight }%
target-year = anno { $year }: { $target }
target-none = senza target
actual-at = al { $date }

## Indicatore
indicator-kicker = Indicatore { $code }
indicator-sentence = L'ultimo valore è **{ $actual }**, rilevato il { $date }.
indicator-sentence-none = A questa data **non c'è un valore**.
indicator-sentence-nd = Il valore è dichiarato **non disponibile** il { $date }.
indicator-uses = Dove conta
indicator-uses-note = { $count ->
    [one] Lo usa un obiettivo, con il peso e il target che gli dà.
   *[other] Lo usano { $count } obiettivi, ciascuno con il peso e il target che gli dà. Si rileva una volta sola.
  }
indicator-history = Target e rilevazioni nel tempo
indicator-history-note = Ciò che era atteso e ciò che è stato osservato.
indicator-history-empty = Ancora nessun target e nessuna rilevazione.
indicator-chart = Rilevazioni e target di «{ $title }», gli stessi della tabella che segue
indicator-properties = Come si misura
indicator-measure = Unità di misura
indicator-direction = Verso
indicator-up = meglio se cresce
indicator-down = meglio se cala
indicator-formula = Formula
indicator-source = Fonte
indicator-accumulates = Nel corso dell'anno
indicator-accumulates-yes = si cumula
indicator-accumulates-no = non si cumula
indicator-frequency = Frequenza
history-reading = Rilevazione
history-superseded = Rilevazione sostituita
history-checked = verificata
history-recorded = rilevata
history-target-year = Target dell'anno
history-target-periodic = Target alla verifica
history-target-of = per { $nodes }
history-source = fonte: { $source }
history-done = fatto il { $date }
history-judgement = giudizio { $mark } su 100
history-undated = senza data
history-other-body = di un altro ente: { $body }
chart-target = target
chart-reading = valore

## Da dove viene
explain-title = Da dove viene { $figure }
explain-title-none = Perché { $code } non ha un risultato
explain-passages = Tutti i passaggi
explain-passages-note = Ogni riga si apre e mostra di che cosa è fatta, fino alla rilevazione.
explain-part = Parte { $part }
explain-page = Da dove viene
explain-rules = Le regole applicate
explain-on-measured = Sulla sola parte misurata, che copre il { $coverage }% del peso, il risultato è **{ $figure }**.
explain-open-node = Apri «{ $title }»
explain-up = Torna a «{ $title }»
explain-term-score = risultato
explain-term-quota = quota
explain-term-weight = peso

## Dati mancanti
missing-title = Dati mancanti
missing-sentence = { $count ->
    [0] { $when } **non manca nessun valore**: tutti i { $total } indicatori sono rilevati.
    [one] { $when } manca il valore di **un indicatore su { $total }**.
   *[other] { $when } mancano i valori di **{ $count } indicatori su { $total }**.
  }
missing-zero = Contano zero, come dicono le regole.
missing-exclude = Non contano: il loro peso va agli altri, come dicono le regole.
missing-block = Chi sta sopra di loro resta senza risultato, come dicono le regole.
missing-declared = Dichiarati non disponibili
missing-declared-note = L'ufficio ha scritto N/D.
missing-unread = Da mettere a posto
missing-unread-note = C'è un target o un valore che non si può leggere con sicurezza, o manca il target.
missing-without = Senza rilevazione
missing-without-note = Il termine è passato, o la verifica è in corso, e nessuno ha scritto un valore.
missing-not-due = Non ancora scaduti
missing-not-due-note = Il termine non è passato: il risultato arriverà.

## Segnalazioni
issues-title = Segnalazioni sul piano
issues-sentence = { $count ->
    [0] Il piano si legge tutto e **non ha segnalazioni**.
    [one] Il piano e le rilevazioni hanno **una segnalazione**.
   *[other] Il piano e le rilevazioni hanno **{ $count } segnalazioni**.
  }
issues-errors-note = Qualcosa non si può leggere o calcolare: va corretto.
issues-warnings-note = Si calcola lo stesso, ma il risultato può ingannare.
issues-notes-note = Vale la pena saperlo.
issues-place-whole = nel suo insieme
issues-open = { $code }

## Voci del menu
nav-overview = Quadro d'insieme
nav-tree = Albero
nav-missing = Dati mancanti
nav-issues = Segnalazioni

## Errori
fault-not-found = La pagina non c'è
fault-not-found-sentence = L'indirizzo non porta a nessuna pagina. Può essere scritto male, o la pagina non esiste più.
fault-plan = Questo piano non c'è
fault-plan-sentence = Nessun piano { $year } è registrato per l'ente «{ $ipa }».
fault-node = Questa voce non c'è nel piano
fault-node-sentence = Nel piano nessuna voce ha il codice «{ $code }».
fault-indicator = Questo indicatore non c'è nel piano
fault-indicator-sentence = Nel piano nessun indicatore ha il codice «{ $code }».
fault-date = La data non si legge
fault-date-sentence = «{ $found }» non è una data del calendario. Si scrive come 2020-06-30.
fault-store = I dati non si possono leggere
fault-store-sentence = Il programma non riesce a leggere la base dati. Niente è andato perso: riprova tra poco o avvisa chi lo gestisce.
fault-page = La pagina non si può comporre
fault-page-sentence = È un difetto del programma: avvisa chi lo gestisce.
fault-method = Questa pagina si può solo leggere
fault-method-sentence = L'indirizzo non accetta dati.
fault-code = Errore { $code }
fault-back-plan = Torna al quadro d'insieme
fault-back-plans = Vai all'elenco dei piani

## Accessibilità
accessibility-title = Accessibilità
accessibility-sentence = Queste pagine sono fatte per essere usate da tutti: con la tastiera, con un lettore di schermo, su un telefono, senza script e su carta.
accessibility-standard = A che cosa si riferiscono
accessibility-standard-text = Le pagine seguono le WCAG 2.1, livello AA, come chiedono la legge 4/2004 e le linee guida AgID. Ogni versione è controllata da prove automatiche in un browser, in italiano e in inglese.
accessibility-how = Come sono fatte
accessibility-how-text = Ogni fascia è una parola, un segno e un colore. Ogni grafico ha accanto una tabella o un elenco con le stesse cifre. Ogni cifra calcolata è un collegamento alla sua spiegazione.
accessibility-declaration = La dichiarazione dell'ente
accessibility-declaration-text = La dichiarazione di accessibilità di legge è dell'ente che pubblica le pagine, e la compila sul sito di AgID. A lui si scrive per segnalare una difficoltà.

## Le regole, in frasi
rule-missing-zero = Chi manca conta zero e tiene il suo peso.
rule-missing-exclude = Chi manca non conta: il suo peso va agli altri.
rule-missing-block = Se una parte manca, il tutto resta senza risultato.
rule-not-due-zero = Chi non è ancora scaduto conta zero e tiene il suo peso.
rule-not-due-exclude = Chi non è ancora scaduto non conta: il suo peso va agli altri.
rule-without-weights-none = Parti senza pesi non si sommano.
rule-without-weights-equal = Parti senza pesi contano tutte uguale.
rule-limits = Un indicatore vale da { $floor } a { $cap } punti.
rule-no-cap = Un indicatore vale almeno { $floor } punti e non ha un massimo.
rule-at-most-linear = Un target «al massimo» mancato perde punti in proporzione allo scarto.
rule-at-most-hyperbolic = Un target «al massimo» mancato vale il rapporto tra target e valore.
rule-late-zero = Una scadenza non rispettata vale zero.
rule-late-points = Ogni giorno di ritardo costa { $points } punti.
rule-print-half-up = I risultati si stampano con { $decimals ->
    [0] nessun decimale
    [one] un decimale
   *[other] { $decimals } decimali
  }, la metà per eccesso; i conti si fanno su tutte le cifre.
rule-print-truncate = I risultati si stampano con { $decimals ->
    [0] nessun decimale
    [one] un decimale
   *[other] { $decimals } decimali
  }, troncando il resto; i conti si fanno su tutte le cifre.
