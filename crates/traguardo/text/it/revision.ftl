# Le revisioni di un piano: elenco, bozza, adozione, registro delle variazioni.

store-revision-unknown = In «{ $database }» il piano non ha una revisione n. { $number }: l'ultima è la n. { $last }.
store-draft-unknown = Il piano non ha una bozza di revisione. Se ne apre una dalla pagina «Revisioni».
store-draft-unseen = Nel frattempo { $who } ha cambiato la bozza: rileggerla prima di adottarla. Niente è stato adottato.
store-draft-outdated = Dopo l'apertura della bozza è stata adottata la revisione n. { $last }: la bozza non ne tiene conto. Riportare le modifiche in una bozza nuova. Niente è stato adottato.
store-edit-refused = Il piano non può prendere questa modifica: la domanda non c'è più, o il piano nel frattempo è cambiato. Riaprire la pagina e guardare com'è ora. Niente è cambiato.
store-draft-unchanged = La bozza dice quello che il piano dice già: non c'è niente da adottare.

nav-revisions = Revisioni
revisions-title = Revisioni
revisions-sentence = { $count ->
    [one] Il piano ha **una revisione**
   *[other] Il piano ha **{ $count } revisioni**
}; risposte date a domande sui target: { $answers }.
revisions-share = Obiettivi modificati in corso d'anno su obiettivi programmati: **{ $changed } su { $programmed }** ({ $share }).
revisions-csv = Registro delle variazioni in CSV
revisions-json = Registro delle variazioni in JSON
revisions-draft-there = C'è una bozza, fatta dalla revisione n. { $based } e cambiata per ultimo da { $who } il { $date }. Il piano resta quello adottato.
revisions-draft-open = Aprire la bozza
revisions-draft-new = Nuova revisione
revisions-draft-note = Una bozza parte dal piano adottato e non lo cambia, finché un atto non la adotta.
revisions-draft-make = Fare una bozza
revisions-reason = Motivo della revisione
revisions-look = Guardare indietro
revisions-from = Dalla revisione n.
revisions-to = Alla revisione n.
revisions-compare = Confrontare
revisions-day = Il piano com'era il
revisions-stand = Mostrare
revisions-register = Registro delle variazioni
revisions-because = Motivo:
revisions-step = Revisione n. { $number }, dal { $date }
revisions-act = { $organ }, atto n. { $number } del { $date }.
revisions-handed-in = Consegnata da { $who }, senza atto.
revisions-first = Il piano come è stato consegnato la prima volta.
revisions-no-such = Queste due revisioni non ci sono: sceglierle dalla pagina «Revisioni».
revisions-compared-title = Confronto fra due revisioni
revisions-compared = Che cosa cambia dalla revisione n. { $from } alla n. { $to }: ciò che c'era è barrato, ciò che c'è è sottolineato.
revisions-standing-title = Il piano com'era
revisions-stood = Il { $date } valeva la **revisione n. { $number }**. { $act }
revisions-no-day = Manca il giorno: sceglierlo dalla pagina «Revisioni».
revisions-back = Torna alle revisioni
register-column-revision = revisione
register-column-from = dal
register-column-act = atto
register-column-kind = variazione
register-column-what = che cosa
register-column-title = titolo
register-column-column = colonna
register-column-before = prima
register-column-after = dopo
draft-title = Bozza di revisione
draft-sentence = Questa è una bozza, fatta dalla revisione n. { $based } e cambiata per ultimo da { $who } il { $date }. Il piano resta quello adottato, finché un atto non adotta la bozza.
draft-changes = Che cosa cambia
draft-no-changes = La bozza dice ancora quello che dice il piano.
draft-effects = L'effetto sui punteggi
draft-no-effects = Nessun punteggio cambia.
draft-no-score = nessun punteggio
draft-not-there = non c'è
draft-issues = Problemi nuovi
draft-no-issues = La bozza non ha problemi che il piano non abbia già.
draft-rows = Le righe
draft-column-row = Obiettivo o indicatore
draft-new-node = Aggiungere un obiettivo
draft-workbook = Da un foglio di calcolo
draft-workbook-note = Il piano e le regole del foglio prendono il posto di quelli della bozza; le rilevazioni del foglio non vengono lette.
draft-workbook-take = Portare nella bozza
draft-other-plan = Il foglio è di un altro ente o di un altro anno: qui serve quello di { $plan }. La bozza non è cambiata.
draft-adopt = Adottare la bozza
draft-adopt-note = Con l'adozione la bozza diventa il piano in vigore dal giorno dell'atto. Quello di prima resta leggibile e non cambia più, e le verifiche già chiuse non si muovono.
draft-organ = Organo
draft-number = Numero dell'atto
draft-date = Data dell'atto
draft-adopt-do = Adottare
draft-no-act = Per adottare servono l'organo, il numero e la data dell'atto. Niente è stato adottato.
draft-give-up = Abbandonare la bozza
draft-second = Nel frattempo { $who } ha cambiato la bozza, il { $date } alle { $time }. Quello che è scritto qui non è ancora salvato: controllarlo e salvare di nuovo.
draft-row-title = Bozza: { $row }
draft-row-gone = Questa riga non è più nella bozza.
draft-field-codice = Codice
draft-field-titolo = Titolo
draft-field-livello = Livello
draft-field-peso = Peso
draft-field-responsabile = Uffici responsabili, separati da virgole
draft-field-rilevatore = Uffici che rilevano, separati da virgole
draft-field-note = Nota
draft-there = Nella bozza c'è
draft-save = Salvare nella bozza
draft-neutralise = Neutralizzare
draft-neutralise-note = Per cause che l'ente non governa, e per atto: la riga non conta più e il suo peso va a quelle accanto, in proporzione.
draft-act = Atto
draft-neutralise-do = Neutralizzare nella bozza
draft-remove = Togliere
draft-remove-note = Un obiettivo si toglie con tutto quello che ha sotto. Nel registro risulta eliminato.
draft-remove-do = Togliere dalla bozza
draft-back = Torna alla bozza
draft-too-long = Un testo è troppo lungo o contiene caratteri che non si possono conservare.
draft-no-weight = Il peso è un numero da 0 a 100, per esempio 12,5.
draft-refused-no-row = Nella bozza non c'è { $row }.
draft-refused-twice = Nella bozza { $row } c'è due volte: non si può dire quale riga cambiare.
draft-refused-taken = Nella bozza { $row } c'è già.
draft-refused-out = { $row } non conta già più.
draft-refused-under-itself = { $row } non può stare sotto sé stesso.
draft-refused-blank = Manca { $column }.
draft-refused-no-act = Per neutralizzare serve l'atto.
draft-new-use = Aggiungere un indicatore
draft-add-below = Sotto questo obiettivo
draft-tried = Queste sono prove: nella bozza non c'è ancora niente di quello che è scritto qui sotto.
draft-tried-go = Vedere l'effetto
draft-try = Vedere l'effetto senza salvare
draft-effects-now = L'effetto della bozza sui punteggi
draft-effects-tried = L'effetto della bozza con quello che è scritto qui
draft-column-objective = Obiettivo
draft-column-plan = Nel piano
draft-column-draft = Nella bozza
draft-done-saved = Salvato nella bozza. Sotto c'è l'effetto sui punteggi.
draft-done-neutralised = Neutralizzato nella bozza: il peso è passato alle righe accanto.
draft-done-same = La bozza diceva già così: niente è cambiato.
draft-is-out = Questa riga non conta più nei punteggi. { $acts }
draft-given-note = Il suo peso andrebbe a:
draft-given-nobody = Accanto non c'è nessuna riga con un peso: il suo andrebbe perso, e i pesi non farebbero più 100.
draft-given-nothing = Non ha un peso: i pesi delle altre righe non cambierebbero.
draft-given-to = A chi
draft-given-before = Peso ora
draft-given-after = Peso dopo
draft-group-what = Che cos'è
draft-group-weight = Quanto pesa
draft-group-targets = Che cosa si attende
draft-group-targets-note = Un campo lasciato vuoto toglie quel target.
draft-group-owners = Chi risponde
draft-group-indicator = L'indicatore
draft-facts-note = { $count ->
    [one] Questi dati valgono per l'indicatore, che qui è usato da un solo obiettivo.
   *[other] Questi dati valgono per tutti i { $count } obiettivi che usano l'indicatore.
}
draft-facts-new = Con il codice di un indicatore che c'è già si lasciano vuoti: vale così com'è. Con un codice nuovo si scrivono qui i suoi dati.
draft-indicator-there = L'indicatore { $code } c'è già: per usarlo lasciare vuoti i suoi dati, e per cambiarli aprire la sua riga.
draft-use-where = Scegliere l'obiettivo che usa l'indicatore.
draft-offices = Gli uffici: { $offices }
draft-field-sotto = Sotto
draft-field-quota-indicatori = Quota degli indicatori, in %
draft-field-quota-obiettivi = Quota degli obiettivi sotto, in %
draft-field-titolo-qui = Titolo in questo obiettivo, se diverso
draft-field-codice-indicatore = Codice dell'indicatore
draft-field-usato-da = Obiettivo che lo usa
draft-field-altro-quale = Aggiungere un target
draft-field-altro-dove = Anno, data o punti, se non è fra quelli
draft-field-altro-target = Il target da aggiungere
draft-field-indicatore-titolo = Titolo dell'indicatore
draft-field-indicatore-unita = Unità di misura
draft-field-indicatore-verso = Verso
draft-field-indicatore-formula = Formula, con numeratore e denominatore
draft-field-indicatore-fonte = Fonte dei dati
draft-field-indicatore-frequenza = Ogni quanto si rileva
draft-field-indicatore-cumulato = Dall'inizio dell'anno
draft-at-the-top = In cima all'albero
draft-not-said = Non detto
draft-direction-up = Cresce: di più è meglio
draft-direction-down = Cala: di meno è meglio
draft-target-none = Nessuno
draft-target-year = Target del { $year }
draft-target-day = Target al { $date }
draft-target-step = Soglia che dà { $score } punti
draft-target-other-target = Di un altro anno…
draft-target-other-periodico = A un'altra data…
draft-target-other-soglia = Una soglia che dà punti…
draft-target-which = Dire quale target si aggiunge: l'anno, la data o i punti da 0 a 100.
draft-target-there = Questo target c'è già: cambiarlo nel suo campo.
draft-no-quota = Una quota è un numero da 0 a 100, per esempio 12,5.

cli-revision-about = Le revisioni di un piano: elencarle, confrontarle, preparare la prossima, adottarla.
cli-revision-examples =
    Esempi
      traguardo revision list cciaa_mo/2020 --db sqlite:dati/traguardo.db
      traguardo revision register cciaa_mo/2020 --db sqlite:dati/traguardo.db --format csv

    Una revisione adottata non cambia più. La prossima si prepara come bozza, che un atto adotta.
cli-revision-list-about = Elenca le revisioni di un piano, con l'atto e il giorno da cui valgono.
cli-revision-list-examples = Esempio: traguardo revision list cciaa_mo/2020 --db sqlite:dati/traguardo.db
cli-revision-show-about = Mostra una revisione: con quale atto vale e che cosa ha cambiato.
cli-revision-show-examples = Esempio: traguardo revision show cciaa_mo/2020 1 --db sqlite:dati/traguardo.db
cli-revision-diff-about = Confronta due revisioni, con prima e dopo.
cli-revision-diff-examples = Esempio: traguardo revision diff cciaa_mo/2020 1 2 --db sqlite:dati/traguardo.db
cli-revision-draft-about = Apre la bozza della prossima revisione, o ci porta una consegna, e dice che cosa cambierebbe.
cli-revision-draft-examples =
    Esempi
      traguardo revision draft cciaa_mo/2020 --db sqlite:dati/traguardo.db --reason "Rolling di luglio"
      traguardo revision draft cciaa_mo/2020 modena.xlsx --db sqlite:dati/traguardo.db
      traguardo revision draft cciaa_mo/2020 --give-up --db sqlite:dati/traguardo.db

    Il piano e le regole della consegna prendono il posto di quelli della bozza; le rilevazioni no.
cli-revision-adopt-about = Adotta la bozza con un atto: da quel giorno è il piano.
cli-revision-adopt-examples =
    Esempio: traguardo revision adopt cciaa_mo/2020 --organ Giunta --number 65 --date 2020-07-25 --db sqlite:dati/traguardo.db

    Con --file il documento dell'atto si conserva accanto alle prove, e si ritrova nel registro.
cli-revision-register-about = Scrive il registro delle variazioni, con la quota di obiettivi modificati.
cli-revision-register-examples = Esempio: traguardo revision register cciaa_mo/2020 --db sqlite:dati/traguardo.db --format json
cli-arg-revision = Il numero di una revisione
cli-arg-from = Il numero della revisione di prima
cli-arg-to = Il numero della revisione di dopo
cli-arg-hand-in = Una cartella o una cartella di lavoro (.xlsx, .ods) da portare nella bozza
cli-arg-draft-reason = Perché si fa la revisione, come resterà scritto nel registro delle variazioni
cli-arg-give-up = Abbandona la bozza
cli-arg-organ = L'organo che adotta: Giunta, Consiglio, Segretario generale
cli-arg-number = Il numero dell'atto
cli-arg-date = La data dell'atto: 2020-07-25 o 25/07/2020
cli-arg-act-file = Il documento dell'atto, da conservare
cli-arg-standing-on = Il piano com'era in quel giorno, con --db: 2020-06-30 o 30/06/2020
cli-name-revision = REVISIONE
cli-name-from = DA
cli-name-to = A
cli-name-hand-in = CONSEGNA
cli-name-draft-reason = MOTIVO
cli-name-organ = ORGANO
cli-name-number = NUMERO
cli-name-date = DATA
cli-name-act-file = FILE
cli-name-standing-on = DATA
cli-revision-line = { $number }  dal { $from }  { $origin }  { $act }{ $reason ->
    [none] {""}
   *[other] {"  "}{ $reason }
}
cli-revision-handed-in = consegna
cli-revision-answer = risposta
cli-revision-adopted-draft = bozza adottata
cli-revision-draft-there = Bozza dalla revisione { $based }, cambiata per ultimo da { $who } il { $date }
cli-revision-given-up = La bozza è abbandonata. Il piano è rimasto com'era.
cli-revision-second = Nel frattempo { $who } ha cambiato la bozza. Guardarla e riprovare: niente è cambiato.
cli-revision-adopted = La bozza è adottata: è la revisione { $number }, e vale dal { $date }.
cli-revision-share = Obiettivi modificati in corso d'anno su obiettivi programmati: { $changed } su { $programmed } ({ $share }%).
draft-document = Documento dell'atto, se c'è
revisions-document = Il documento dell'atto
