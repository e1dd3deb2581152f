# Le verifiche chiuse: che cosa manca, che cosa è cambiato dopo. Le parole di «manca» si leggono
# da sole in un elenco e in una cella.
round-gap-owed = non consegnata
round-gap-note = senza la nota dovuta
round-gap-sent-back = rimandata indietro
round-gap-unchecked = non ancora verificata
round-gap-suspended = sospesa

round-refused-closed = Questa verifica è già chiusa: ciò che la compone non cambia più. Una correzione le resta accanto.
round-refused-no-checkpoint = Il piano non ha una verifica in quel giorno. Scegline una dall'elenco delle verifiche.
round-refused-ahead = La verifica è del { $date }: si può chiudere da quel giorno, perché fino ad allora può arrivare ancora qualcosa.
round-refused-gaps = { $count ->
        [one] Manca qualcosa a una rilevazione
       *[other] Manca qualcosa a { $count } rilevazioni
    }: completa ciò che manca, oppure scrivi perché la verifica si chiude lo stesso.

round-why-program = programma cambiato
round-why-plan = piano cambiato
round-why-rules = regole cambiate
round-why-readings = rilevazioni corrette o arrivate dopo
