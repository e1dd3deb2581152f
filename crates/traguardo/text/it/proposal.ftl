# Che cosa diventa una proposta dell'OIV: nella bozza, nell'atto che la adotta, o non accolta.
desk-proposal-adopted = adottata con la revisione { $revision }: { $organ }, atto n. { $number } del { $date }
desk-proposal-adopted-by = adottata con la revisione { $revision }
desk-proposal-declined = non accolta: { $why }
desk-proposal-beside = Proposta dell'OIV n. { $number }: { $change }. Motivo: { $reason }
desk-proposal-draft-reason = Proposta dell'OIV n. { $number }: { $reason }
desk-proposal-unknown = Questa proposta non c'è: ricarica la pagina.
desk-proposal-not-open = Su questa proposta è già stato deciso: ricarica la pagina per vedere che cosa.
desk-proposal-not-in-draft = La bozza non ha più questa riga, o la proposta non le si può applicare: apri la bozza e modifica lì. Niente è cambiato.
desk-decide-draft = Porta nella bozza
desk-decide-else = Non accogliere
desk-decide-else-drop = Neutralizzare, o non accogliere
desk-decide-act = Atto con cui si neutralizza
desk-decide-neutralise = Neutralizza nella bozza
desk-decide-why = Perché non si accoglie
desk-decide-decline = Non accogliere
desk-decline-without-reason = Scrivi perché la proposta non si accoglie, in non più di 2000 caratteri.

# Su quali cifre lavora il tavolo.
desk-basis-frozen = Cifre fissate alla chiusura della verifica, il { $when } da { $who }: revisione n. { $revision } del piano, con le sue regole e le rilevazioni di allora.
desk-basis-frozen-other = Vedi le stesse righe con i dati di oggi
desk-basis-today = Dati di oggi: piano, regole e rilevazioni come sono ora. La verifica è stata chiusa il { $when } da { $who } sulla revisione n. { $revision } e le sue cifre non cambiano.
desk-basis-today-other = Vedi le cifre fissate alla chiusura
desk-basis-open = Verifica non ancora chiusa: le cifre sono quelle di oggi e possono cambiare fino alla chiusura.
desk-go-csv-proposals = Proposte in CSV
minutes-indicators = Indicatori
