# Come si mostrano le segnalazioni, e le frasi di quelle che il piano riceve prima di essere adottato.

check-proposal = proposta: { $text }
