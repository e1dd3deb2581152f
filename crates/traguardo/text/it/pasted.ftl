# La tabella incollata: domande, anteprima, pagina e comando.
pasted-ask-direction = «{ $found }» è scritto senza ≥ o ≤: di questo indicatore è meglio di più (cresce) o di meno (cala)?
pasted-ask-no-target = Manca il target. Nel documento la cella era forse unita a quella di sopra: scrivi qui il target, o lascia vuoto se non c'è.
pasted-ask-no-indicator = C'è un target senza indicatore: di quale indicatore è?
pasted-ask-row = È la parte tagliata della riga sopra, o non appartiene al piano?
pasted-ask-year = La colonna si chiama «{ $found }» ma il piano è del { $year }: sono i target del piano, o di un altro anno?
pasted-ask-column = La tabella non ha intestazioni. Dal contenuto questa colonna sembra «{ $role }»: va bene?
pasted-ask-slipped = Le celle di questa riga non stanno sotto le loro colonne: scrivile al loro posto, o di' che cos'è la riga.

pasted-summary = { $tables ->
    [one] Una tabella
   *[other] { $tables } tabelle
    }, { $rows } righe con qualcosa; anno: { $year }.
pasted-year-unknown = nessuna intestazione lo dice
pasted-column-line = riga
pasted-column-code = codice
pasted-column-level = livello
pasted-column-title = titolo
pasted-column-weight = peso
pasted-column-target = target
pasted-not-understood = non capita
pasted-moved = le celle erano scivolate di lato e sono state rimesse sotto le loro colonne
pasted-proposals = Per esempio: { $proposals }
pasted-left-out = Fuori dalle tabelle, non riportate nel piano:
pasted-skipped = Saltate, intestazioni ripetute e testate di pagina: righe { $lines }.
pasted-count = Righe capite senza aiuto: { $understood }. Con una risposta: { $one }. Con più risposte: { $more }. Non capite: { $not }.

cli-arg-table = Una tabella incollata: un file di testo, CSV o HTML; con - lo standard input
cli-arg-plan-year = L'anno del piano della tabella. Senza, quello delle sue intestazioni
cli-arg-ipa = Il codice IPA dell'ente: serve per salvare una tabella
cli-arg-name = Il nome dell'ente. Senza, il codice IPA
cli-arg-levels = I nomi dei livelli dall'alto, separati da ;
cli-arg-out = La cartella nuova in cui scrivere il piano della tabella
cli-name-table = FILE
cli-name-plan-year = ANNO
cli-name-ipa = CODICE
cli-name-name = NOME
cli-name-levels = LIVELLI
cli-name-out = CARTELLA
cli-table-ipa-missing = Per salvare serve il codice IPA dell'ente: --ipa cciaa_mo
cli-table-ipa-wrong = «{ $found }» non è un codice IPA: si scrive con lettere, cifre, «_», «-» e «.», al più 64.
cli-table-year-missing = Le intestazioni non dicono di che anno è il piano: --year 2021
cli-table-unreadable = Il file «{ $found }» non si legge: { $error }
cli-table-plan-there = Nella base di dati c'è già il piano { $plan }, che resta com'era. Scrivi la tabella in una cartella con --out, confrontala e poi importa la cartella.
cli-table-folder-full = La cartella «{ $target }» non è vuota: scegline una nuova.
