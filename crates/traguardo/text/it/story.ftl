# Quello che nella dimostrazione è già successo.
demo-story-observed = Le iniziative in presenza sono ferme da marzo; una parte è passata a distanza.
demo-story-concern = Con il target di prima il risultato dipende da eventi che non si possono tenere.
demo-story-remedy = Ridurre il target per il 2020 e contare anche le iniziative a distanza.
demo-story-assessed = Il risultato è condizionato dalla sospensione degli eventi in presenza, che non dipende dall'ente.
demo-story-premise = Visto l'art. 6 del D.Lgs. 150/2009, l'OIV ha esaminato il report di monitoraggio al 30 giugno 2020 e ne riporta qui gli esiti.
demo-story-lower = Le fiere e le missioni all'estero del secondo semestre sono annullate.
demo-story-move = L'entrata in vigore della disciplina è stata rinviata.
demo-story-raise = Il target è superato da tempo.
demo-story-declined = Il target segue un impegno triennale: se ne riparla con il piano dell'anno prossimo.
demo-story-looked-at = Estrazione dal sistema di origine, confrontata con il report.
demo-story-found = Il valore coincide con quello registrato.
demo-story-closing = I valori che mancano si rilevano solo a fine anno.
demo-story-draft = Proposta dell'OIV n. 1, dopo il monitoraggio di giugno
