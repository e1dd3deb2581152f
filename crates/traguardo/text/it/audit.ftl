# La verifica di quello che è stampato.
