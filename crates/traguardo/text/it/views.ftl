# Le viste del piano: quadro pluriennale, cascata, elenchi, target letti, domande.

fault-other-site = La richiesta non viene da queste pagine
fault-other-site-sentence = Il modulo è stato inviato da un altro sito, oppure il browser non dice da dove viene. Non è cambiato niente: apri la pagina da qui e invia di nuovo.

## Voci del menu
nav-years = Quadro pluriennale
nav-cascade = Cascata
nav-lists = Elenchi
nav-questions = Domande

## Filtri
filter-title = Filtri
filter-show = Filtra
filter-reset = Togli i filtri
filter-all = tutto
filter-none = Nessuna riga del piano corrisponde ai filtri scelti.
filter-mission = Missione di bilancio
filter-office = Ufficio responsabile
filter-pira = PIRA
filter-pira-only = solo ciò che ne fa parte
filter-status = Variazioni
filter-without-mission = Senza missione di bilancio
filter-without-office = Senza ufficio responsabile
filter-without-place = Fuori dall'albero

## Missioni di bilancio dello Stato che riguardano le camere di commercio (DM 27/3/2013)
mission-011 = Competitività e sviluppo delle imprese
mission-012 = Regolazione dei mercati
mission-016 = Commercio internazionale ed internazionalizzazione del sistema produttivo
mission-032 = Servizi istituzionali e generali delle amministrazioni pubbliche
mission-033 = Fondi da ripartire
mission-other = missione { $code }

## Che cosa un atto ha fatto di una riga
status-aggiornato = aggiornato
status-inserito = inserito
status-eliminato = eliminato
status-confermato = confermato
status-neutralizzato = neutralizzato
status-nessuno = nessuna variazione

## Quadro pluriennale
years-title = Quadro pluriennale
years-sentence = { $indicators ->
    [0] Gli anni dal { $first } al { $last }, uno accanto all'altro.
    [one] **Un indicatore**, anno per anno, dal { $first } al { $last }.
   *[other] **{ $indicators } indicatori**, anno per anno, dal { $first } al { $last }.
  }
years-changes = Gli atti hanno { $changes }.
years-updated = { $count ->
    [one] **aggiornato** una riga
   *[other] **aggiornato** { $count } righe
  }
years-inserted = { $count ->
    [one] **inserito** una riga
   *[other] **inserito** { $count } righe
  }
years-eliminated = { $count ->
    [one] **eliminato** una riga
   *[other] **eliminato** { $count } righe
  }
years-neutralised = { $count ->
    [one] **neutralizzato** una riga
   *[other] **neutralizzato** { $count } righe
  }
years-note = Di ogni anno prima il target, poi il valore rilevato; dell'anno del piano anche il risultato con la sua fascia. Ciò che un atto ha eliminato resta leggibile, barrato.
years-past = anno passato
years-present = anno del piano
years-future = anno a venire
years-change = Variazione e atto
years-read = rilevato
years-weight = peso { $weight }
years-mission = Missione { $mission }

## Cascata
cascade-title = Cascata del piano
cascade-sentence = Dall'ente ai suoi { $indicators } indicatori, attraverso { $nodes } voci su { $levels ->
    [one] un livello
   *[other] { $levels } livelli
  }.
cascade-sums = { $count ->
    [0] Dove ci sono pesi, **tutti danno 100** tra le voci vicine.
    [one] **In un punto i pesi non danno 100**: è segnato accanto alla voce.
   *[other] **In { $count } punti i pesi non danno 100**: sono segnati accanto alle voci.
  }
cascade-rows = Livelli e pesi
cascade-note = Il peso sul totale è il prodotto dei pesi, dall'alto fino alla riga. Dove i pesi vicini non danno 100, i conti li riportano a 100: la seconda cifra dice quanto la riga pesa di fatto.
cascade-note-top = Le voci di primo livello non hanno pesi: ciascuna vale per sé, e il prodotto dei pesi si ferma a lei. Dove i pesi vicini non danno 100, i conti li riportano a 100: la seconda cifra dice quanto la riga pesa di fatto.
cascade-note-difficulty = La pesatura somma complessità (fino a 40), capacità (fino a 30) e innovazione (fino a 30).
cascade-whole = Peso sul totale
cascade-whole-top = Peso nel primo livello
cascade-row = Voce
cascade-difficulty = Pesatura
cascade-step = Soglia
cascade-rescaled = di fatto { $share }
cascade-sum-top = Somma dei pesi del primo livello:
cascade-sum-indicators = Pesi dei suoi indicatori:
cascade-sum-children = Pesi delle voci sotto:
cascade-sum-all = Pesi delle voci e degli indicatori sotto:
cascade-hundred = { $sum }
cascade-not-hundred = { $sum }, non 100
cascade-no-weights = nessun peso

## Elenchi
lists-title = Elenchi
lists-sentence = { $rows ->
    [0] Nessuna riga.
    [one] **Una riga** del piano. { $when } { $scored ->
        [0] è senza risultato
       *[other] ha un risultato
      }.
   *[other] **{ $rows } righe** del piano. { $when } { $scored ->
        [0] nessuna ha un risultato
        [one] una ha un risultato
       *[other] **{ $scored } su { $total }** hanno un risultato
      }.
  }
lists-group-by = Raggruppa per
lists-group-note = { $rows ->
    [one] Una riga
   *[other] { $rows } righe
  }, { $scored ->
    [0] nessuna con un risultato
    [one] una con un risultato
   *[other] { $scored } con un risultato
  }.
lists-csv = Scarica come CSV
lists-file = elenco
word-code = Codice
word-objective-title = Titolo dell'obiettivo

## Un target, letto mentre si scrive
target-title = Come si legge un target
target-sentence = Scrivi un target come lo scriveresti nel piano: qui vedi **che cosa si capisce**, e come si calcola. Se non si capisce con certezza, si chiede: nessuna ipotesi diventa un punteggio.
target-phrase = Target
target-phrase-help = Come sta nella cella: «>= 600 N.», «entro il 31/12/2026», «28 gg», «fra 3 e 5».
target-year-of-plan = Anno del piano
target-direction-unknown = non indicato
target-do = Leggi
target-read = Letto
target-asked = Da chiarire
target-normal = Forma normale:
target-examples = Come si calcola
target-examples-note = Con valori di prova e le regole consuete: massimo 100, minimo 0, una scadenza mancata vale zero.
target-given = Se il valore è
target-sum = Conto
target-proposals = Forse intendevi:
target-samples = Per provare
target-too-long = Il testo è troppo lungo per un target: accorcialo.
target-no-year = L'anno del piano si scrive con quattro cifre, per esempio 2026.
target-example-year = con { $number } nel { $year }
target-example-cluster = con { $number } di media tra gli altri enti

## Domande aperte
questions-title = Domande sui target
questions-sentence = { $count ->
    [0] **Nessuna domanda è aperta**: tutti i target si leggono con certezza.
    [one] **Un target aspetta una risposta.** Finché non c'è, il suo punteggio manca.
   *[other] **{ $count } target aspettano una risposta.** Finché non c'è, il loro punteggio manca.
  } { $answered ->
    [0] {""}
    [one] Una risposta è già stata data.
   *[other] { $answered } risposte sono già state date.
  }
questions-open = Da chiarire
questions-open-note = Ciò che è scritto nel piano non cambia: la risposta gli sta accanto, con chi l'ha data e quando.
questions-answered = Già chiariti
questions-answered-note = Una nuova risposta prende il posto di quella data; il registro le conserva entrambe.
question-written = Nel piano è scritto:
question-means = Significa:
question-proposals = Che cosa significa?
question-other = altro, lo scrivo qui sotto
question-meaning = Il significato, in una frase che si legge
question-save = Salva la risposta
question-answer-again = Cambia la risposta
question-read = si legge: { $target }
question-kept = Risposta salvata: «{ $written }» significa «{ $means }». Si vedrà nel punteggio quando anche le altre parti del target saranno chiare.
question-saved = Risposta salvata: «{ $written }» ora si legge **{ $target }**.
question-scores-now = Il risultato è
question-column-year = target { $year }
question-column-periodic = target alla verifica del { $date }
question-column-step = soglia { $score }
question-no-meaning = Scegli una proposta o scrivi il significato.
question-two-meanings = C'è una proposta scelta e anche un significato scritto: lascia uno dei due.
question-gone = Questo target non è più nel piano, che nel frattempo è cambiato. La risposta non è stata salvata.
question-changed = Nel frattempo il target è cambiato: ora è scritto «{ $now }». Controlla la risposta e salvala di nuovo.
question-still-open = «{ $means }» non si legge ancora con certezza. { $sentence }
overview-questions = Domande sui target
overview-questions-note = { $count ->
    [one] Un target non si legge con certezza e aspetta una risposta: fino ad allora il suo punteggio manca.
   *[other] { $count } target non si leggono con certezza e aspettano una risposta: fino ad allora il loro punteggio manca.
  }
overview-questions-all = Rispondi alle domande
plans-target = Prova come si legge un target
fault-sent = Il modulo non si legge
fault-sent-sentence = Ciò che è arrivato non è ciò che i moduli di queste pagine inviano. Non è cambiato niente: torna alla pagina e invia di nuovo.

## Da dove viene: soglie e risposte
why-steps = Soglie sotto il target: { $steps }.
why-answer = Chiarito: significa «{ $means }».
why-answer-by = Chiarito da { $by }: significa «{ $means }».
why-answer-by-on = Chiarito il { $date } da { $by }: significa «{ $means }».
target-steps = soglie { $steps }
