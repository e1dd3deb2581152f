# Le revisioni di un piano: elenco, bozza, adozione, registro delle variazioni.

store-revision-unknown = In «{ $database }» il piano non ha una revisione n. { $number }: l'ultima è la n. { $last }.
store-draft-unknown = Il piano non ha una bozza di revisione. Se ne apre una dalla pagina «Revisioni».
store-draft-unseen = Nel frattempo { $who } ha cambiato la bozza: rileggerla prima di adottarla. Niente è stato adottato.
store-draft-outdated = Dopo l'apertura della bozza è stata adottata la revisione n. { $last }: la bozza non ne tiene conto. Riportare le modifiche in una bozza nuova. Niente è stato adottato.
store-draft-unchanged = La bozza dice quello che il piano dice già: non c'è niente da adottare.
