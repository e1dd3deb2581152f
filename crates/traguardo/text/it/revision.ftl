# Le revisioni di un piano: elenco, bozza, adozione, registro delle variazioni.

store-revision-unknown = In «{ $database }» il piano non ha una revisione n. { $number }: l'ultima è la n. { $last }.
