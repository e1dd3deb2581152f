# Le regole (SMVP): come valgono, modificate in bozza, e l'effetto di una modifica.

diff-word-green = verde
diff-word-olive = oliva
diff-word-amber = ambra
diff-word-red = rosso
diff-word-blue = blu
diff-word-grey = grigio
diff-word-tick = spunta
diff-word-three-quarters = tre quarti
diff-word-half = metà
diff-word-triangle = triangolo
diff-word-circle = cerchio
diff-word-square = quadrato

rules-title = Le regole
rules-lead = Con queste regole si calcolano i punteggi del piano { $year }: quelle della **revisione n. { $number }**, che vale dal { $date }.
rules-lead-past = Queste sono le regole **com'erano**: quelle della **revisione n. { $number }**, che valeva dal { $date }. Oggi vale la n. { $last }.
rules-valid-from = Il Sistema di misurazione e valutazione dell'ente (SMVP) è in vigore dal { $date }.
rules-valid-undated = L'ente non ha scritto da quando è in vigore il suo Sistema di misurazione e valutazione (SMVP).
rules-source = Le regole sono dell'ente: le dà il suo SMVP, adottato e aggiornato ogni anno con il parere vincolante dell'OIV (D.Lgs. 150/2009, art. 7).
rules-group-indicator = Quanto vale un indicatore
rules-group-node = Come si sommano le parti
rules-group-print = Come si stampano i risultati
rules-group-bands = Le fasce dei risultati
rules-group-quotas = Le quote del piano
rules-column-rule = Regola
rules-column-figure = Vale
rules-column-meaning = Che cosa significa
rules-column-since = Da quando
rules-column-source = Dove sta
rules-column-band = Fascia
rules-column-from = Da punti
rules-column-to = A meno di
rules-column-own = Indicatori
rules-column-children = Obiettivi
rules-column-nodes = Nodi
rules-since-act = dal { $date }: { $organ }, atto n. { $number }
rules-since-no-act = dal { $date }, senza atto
rules-in-smvp = SMVP
rules-in-oiv = SMVP; segnale per l'OIV (D.Lgs. 150/2009, art. 14)
rules-in-plan = Piano (D.Lgs. 150/2009, art. 10)
rules-bands-note = Un risultato sta nella fascia più alta che raggiunge con le cifre stampate.
rules-bands-none = L'ente non ha fasce: i risultati si leggono dal punteggio.
rules-band-top = nessun limite
rules-quotas-note = Un nodo che ha indicatori suoi e obiettivi sotto di sé divide il risultato fra gli uni e gli altri secondo le quote scritte nel piano. Dove non ci sono quote, tutte le parti contano con il loro peso.
rules-quotas-none = Nessun nodo ha quote: tutte le parti contano con il loro peso.
rules-look = Guardare indietro
rules-look-revision = Le regole della revisione n.
rules-look-day = oppure com'erano il
rules-look-do = Mostrare
rules-plan-then = Il piano com'era quel giorno
rules-today = Le regole che valgono oggi
rules-no-such = Il piano non ha questa revisione: sceglierne una dall'elenco.
rules-no-day = Il giorno non si legge: scriverlo come 31/12/2020.
rules-edit-title = Cambiare le regole
rules-edit-note = Le regole si cambiano in una bozza di revisione, e valgono quando un atto la adotta. Prima di salvare si vede che cosa cambierebbe.
rules-edit-open = Aprire le regole della bozza
rules-edit-make = Fare una bozza e aprire le regole
rules-register = Il registro delle variazioni

rules-name-cap = Punteggio massimo
rules-name-floor = Punteggio minimo
rules-name-at-most = Target «al massimo» mancati
rules-name-steps = Soglie intermedie
rules-name-late = Giorni di ritardo
rules-name-underestimated = Target sottostimati
rules-name-missing = Parti mancanti (N/D)
rules-name-not-due = Parti non ancora scadute
rules-name-without-weights = Parti senza pesi
rules-name-bands = Fasce dei risultati
rules-name-decimals = Decimali stampati
rules-name-rounding = Arrotondamento
rules-name-valid-from = In vigore dal

rules-points = { $points } punti
rules-points-day = { $points } punti al giorno
rules-per-cent = { $figure }%
rules-decimals = { $decimals ->
    [0] nessuno
    [one] uno
   *[other] { $decimals }
  }
rules-no-cap = nessuno
rules-short-lineare = in proporzione
rules-short-iperbolica = rapporto
rules-short-gradini = a gradini
rules-short-interpola = in linea retta
rules-short-zero = zero
rules-short-escludi = escluse
rules-short-blocca = bloccano
rules-short-nessuno = nessun punteggio
rules-short-uguali = pesi uguali
rules-short-meta_su = la metà per eccesso
rules-short-tronca = troncamento

rule-cap = Nessun indicatore supera { $cap } punti, per quanto il risultato superi il target.
rule-cap-none = Un indicatore che supera il target prende più di 100 punti, senza limite.
rule-floor = Nessun indicatore scende sotto { $floor } punti, per quanto il risultato sia lontano.
rule-steps-stairs = Vale la soglia migliore raggiunta; fra una soglia e l'altra il punteggio non cresce.
rule-steps-interpolate = Fra una soglia e l'altra il punteggio cresce in linea retta; oltre l'ultima è zero.
rule-underestimated = Dal { $from }% del target in su il target si segnala come forse sottostimato; il punteggio non cambia.
rule-decimals = I risultati si stampano con { $decimals ->
    [0] nessun decimale
    [one] un decimale
   *[other] { $decimals } decimali
  }; i conti si fanno su tutte le cifre.
rule-rounding-half-up = L'ultima cifra stampata si arrotonda, la metà per eccesso: 32,125 diventa 32,13.
rule-rounding-truncate = Le cifre oltre l'ultima stampata si tolgono: 32,129 diventa 32,12.

rules-draft-title = Le regole della bozza
rules-draft-lead = Qui si cambiano le regole nella bozza di revisione. Il piano resta quello adottato, finché un atto non adotta la bozza.
rules-draft-link = Cambiare le regole (SMVP)
rules-draft-see = Vedere che cosa cambia
rules-draft-save = Salvare nella bozza
rules-draft-saved = Le regole sono salvate nella bozza.
rules-draft-not-saved = Niente è ancora salvato: queste cifre sono una prova.
rules-draft-wrong = { $count ->
    [one] Una regola non si può salvare così: il motivo è scritto accanto. Le altre sono rimaste come scritte.
   *[other] { $count } regole non si possono salvare così: il motivo è scritto accanto. Le altre sono rimaste come scritte.
  }
rules-draft-unknown = Il modulo ha un campo sconosciuto o un testo troppo lungo: ricaricare la pagina e riprovare.
rules-draft-band = Fascia { $number }
rules-draft-band-from = Da punti
rules-draft-band-name = Parola
rules-draft-band-colour = Colore
rules-draft-band-shape = Forma
rules-draft-bands-how = La fascia in cima è la più alta. Una riga vuota non è una fascia: per toglierne una, svuotarla.
rules-draft-choose = scegliere
rules-help-valid-from = Il giorno da cui vale il SMVP; può restare vuoto.
rules-help-cap = Un numero da 0 a 10.000, oppure «nessuno».
rules-help-floor = Un numero, non più alto del massimo. Di solito 0.
rules-help-late = Punti che toglie ogni giorno dopo la scadenza. Con 0, chi fa tardi prende zero.
rules-help-underestimated = Valore su target, in per cento. Di solito 120.
rules-help-decimals = Da 0 a 6. Di solito 2.
rules-preview-title = Che cosa cambia
rules-preview-day = Con le rilevazioni note al { $date } e il piano della bozza: prima con le regole adottate, dopo con quelle scritte qui.
rules-preview-same = Le regole scritte qui sono quelle adottate.
rules-preview-none = Queste regole cambiano, ma nessun risultato stampato cambia: { $rules }.
rules-preview-count = { $count ->
    [one] **Un risultato** stampato cambia
   *[other] **{ $count } risultati** stampati cambiano
  } su { $total }.
rules-preview-node = Obiettivo
rules-preview-before = Prima
rules-preview-after = Dopo
rules-preview-why = Perché
rules-preview-body = L'ente nel suo insieme
