# La tabella incollata: domande, anteprima, pagina e comando.
pasted-ask-direction = «{ $found }» è scritto senza ≥ o ≤: di questo indicatore è meglio di più (cresce) o di meno (cala)?
pasted-ask-no-target = Manca il target. Nel documento la cella era forse unita a quella di sopra: scrivi qui il target, o lascia vuoto se non c'è.
pasted-ask-no-indicator = C'è un target senza indicatore: di quale indicatore è?
pasted-ask-row = È la parte tagliata della riga sopra, o non appartiene al piano?
pasted-ask-year = La colonna si chiama «{ $found }» ma il piano è del { $year }: sono i target del piano, o di un altro anno?
pasted-ask-column = La tabella non ha intestazioni. Dal contenuto questa colonna sembra «{ $role }»: va bene?
pasted-ask-slipped = Le celle di questa riga non stanno sotto le loro colonne: scrivile al loro posto, o di' che cos'è la riga.
