# Il piano dell'anno nuovo: la copia, che cosa riconsiderare e perché.

next-year-from-horizon = Il target è quello che il piano aveva già per quest'anno: confermarlo o cambiarlo.
next-year-old-day = Il target ha ancora una scadenza di prima, il { $day }: scrivere quella nuova.
next-year-named-year = Il testo nomina ancora il { $year }: scrivere l'anno nuovo, o toglierlo.
next-year-reference-year = Il target si riferisce al { $year }: dire se il riferimento resta quello.
next-year-stated-reference = Il target riporta la cifra di riferimento { $stated }, che è di un altro anno: scrivere quella nuova.
next-year-event-over = L'evento era del { $day }: scrivere il giorno di quest'anno, quando si sa.
next-year-already-met = L'ultimo valore, { $reading }, raggiunge già il target «{ $target }»: chiedere di più, o dire perché basta.
next-year-always-full = Gli ultimi tre risultati sono tutti a 100: il target non distingue più.
next-year-below-mean = Il target chiede { $level }, e la media degli ultimi tre valori è { $mean }: chiede meno di quanto si è fatto.
next-year-first-year = L'anno scorso era il primo di rilevazione: ora c'è un riferimento, e serve un target.
next-year-never-measured = Di questo indicatore non c'è nemmeno una rilevazione: dire chi la raccoglie, o toglierlo.

next-year-title = Il piano { $year }
next-year-link = Preparare il piano { $year }
next-year-lead = Il piano { $year } può partire da quello del { $before }: **{ $nodes } nodi** e **{ $indicators } indicatori** con pesi, quote, uffici e regole. Date e verifiche si spostano di un anno; le rilevazioni restano al loro anno, e l'ultima di ciascun anno serve da riferimento.
next-year-do = Preparare la bozza del piano { $year }
next-year-do-note = La bozza si modifica come ogni bozza di revisione, e un atto la adotta come prima revisione del piano { $year }. Fino ad allora la vede solo chi lavora al piano.
next-year-there = Il piano { $year } c'è già.
next-year-there-open = Aprire il piano { $year }
next-year-draft-there = La bozza del piano { $year } c'è già, cambiata per ultimo da { $who } il { $date }.
next-year-draft-open = Aprire la bozza
next-year-reconsider = Da riconsiderare
next-year-reconsider-count = { $count ->
    [0] Niente da riconsiderare.
    [one] **Una cosa** da riconsiderare, in { $rows ->
        [one] una riga
       *[other] { $rows } righe
      }.
   *[other] **{ $count } cose** da riconsiderare, in { $rows ->
        [one] una riga
       *[other] { $rows } righe
      }.
  }
next-year-column-row = Riga
next-year-column-target = Target copiato
next-year-column-why = Che cosa e perché
next-year-column-state = Nella bozza
next-year-changed = già cambiata
next-year-same = ancora come copiata
next-year-gone = tolta
next-year-event = evento
next-year-left-out = Che cosa non si copia
next-year-left-out-none = Tutte le righe del piano si copiano.
next-year-left-out-eliminated = eliminata con atto
next-year-left-out-neutralised = neutralizzata con atto
next-year-left-out-under = sotto una riga che non si copia
next-year-oiv = Che cosa ha detto l'OIV
next-year-oiv-none = L'OIV non ha lasciato proposte aperte, criticità o contesti su questo piano.
next-year-oiv-proposal = { $change }, proposta n. { $number } del { $date } non ancora seguita: { $reason }
next-year-oiv-concern = Criticità alla verifica del { $date }: { $text }
next-year-oiv-remedy = Azione correttiva alla verifica del { $date }: { $text }
next-year-oiv-observed = Osservazione alla verifica del { $date }: { $text }
next-year-oiv-tags = Contesto alla verifica del { $date }: { $text }
next-year-oiv-body = L'ente nel suo insieme
next-year-drafts = Piani in bozza
next-year-drafts-note = Bozze di piani che nessun atto ha ancora adottato: le vede chi lavora al piano.
next-year-drafts-saved = bozza di { $who }, { $date }
next-year-first-sentence = Questa è la bozza del piano { $year }, cambiata per ultimo da { $who } il { $date }. Il piano { $year } non c'è ancora: lo sarà quando un atto adotta la bozza.
next-year-first-size = La bozza ha { $nodes } nodi e { $indicators } indicatori.
next-year-first-reconsider = Che cosa riconsiderare
next-year-nav = Bozza del piano
store-plan-adopted = Il piano { $id } c'è già: le modifiche si fanno in una bozza di revisione di quel piano.

cli-next-about = Copia un piano nell'anno dopo e dice che cosa riconsiderare
cli-next-examples =
    Esempi
      traguardo next modena-2020 modena-2021
      traguardo next modena-2020 modena-2021 --format json
      traguardo next cciaa_mo/2020 modena-2021 --db sqlite:dati/traguardo.db

    La cartella che scrive è un piano da rivedere: si controlla con «traguardo check».
cli-arg-past = Un piano di un anno precedente dello stesso ente; si può ripetere
cli-next-written = Il piano { $year } è in «{ $target }»: { $nodes } nodi, { $indicators } indicatori, { $readings } rilevazioni degli anni prima come riferimento.
cli-next-left-out = Non copiate: { $rows }.
cli-name-past = PERCORSO
