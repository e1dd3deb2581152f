# La raccolta delle rilevazioni: che cosa manca, che cosa si è salvato, che cosa si è verificato.

store-key-used = La chiave con cui si è salvato è già quella di un'altra rilevazione: ricaricare la pagina e salvare di nuovo. ({ $database })
