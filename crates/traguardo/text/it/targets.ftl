# I target: che cosa manca a un target per essere capito, e che cosa fa mancare un punteggio.
issue-target-year-missing = Il target «{ $found }» non dice di quale anno è: scrivi la data con l'anno, per esempio «entro il 31/12/2021».
issue-target-reference-missing = Il target «{ $found }» chiede una variazione o un confronto e non dice rispetto a che cosa: scrivi per esempio «rispetto all'anno precedente» o «rispetto al 2020».
issue-target-event-missing = Il target «{ $found }» fissa un tempo e non dice da quale giorno si conta: scrivi per esempio «entro 60 giorni dall'approvazione del bilancio», oppure «<= 60 gg» se è una durata.
issue-target-attached = Il target «{ $found }» rinvia a un allegato: scrivi qui che cosa ci si aspetta.
issue-target-elsewhere = Il target «{ $found }» rinvia a una legge, a un piano o a un altro documento: scrivi qui la data o il numero.
issue-target-two-quantities = Nel target «{ $found }» ci sono due misure: dividile fra due indicatori, oppure separale con un punto e virgola se sono parti dello stesso.
issue-target-several-dates = Nel target «{ $found }» ci sono più date e non si capisce a che cosa si riferisce ciascuna: scrivi davanti a ogni data che cosa scade, oppure separale con un punto e virgola.
issue-target-garbled = Nel target «{ $found }» ci sono cifre fuori posto, come se ne fosse caduta qualcuna: riscrivilo.
issue-target-level-in-words = Il target «{ $found }» è un livello a parole, e nessuno ha detto quanti punti vale: scrivi il numero, oppure «qualitativo» se lo giudica una persona.
issue-target-undecided = Il target «{ $found }» è ancora da definire: scrivilo appena è deciso.
issue-target-approximate = Il target «{ $found }» vale solo all'incirca: scrivi un minimo, un massimo o un intervallo.
issue-answer-not-understood = La risposta «{ $found }» al target «{ $written }» non si capisce: scrivi come risposta una frase che si legge con certezza.
issue-event-unknown = Il target di «{ $code }» conta i giorni da «{ $event }», che non è fra gli eventi: aggiungilo alla tabella degli eventi, con la sua data.
issue-event-without-date = Il target di «{ $code }» conta i giorni da «{ $event }», che non ha ancora una data: scrivila nella tabella degli eventi appena è nota.

cause-event-unknown = l'evento da cui si contano i giorni non è fra gli eventi
cause-event-without-date = l'evento da cui si contano i giorni non ha ancora una data
cause-not-judged = manca il giudizio su una soglia scritta a parole
