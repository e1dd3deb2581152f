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
