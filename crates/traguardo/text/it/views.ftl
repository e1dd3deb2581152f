# Le viste del piano: quadro pluriennale, cascata, elenchi, target letti, domande.

fault-other-site = La richiesta non viene da queste pagine
fault-other-site-sentence = Il modulo è stato inviato da un altro sito, oppure il browser non dice da dove viene. Non è cambiato niente: apri la pagina da qui e invia di nuovo.
