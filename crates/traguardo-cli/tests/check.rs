//! `check` on the five examples, as a reader sees it: Modena whole, of the others what is known to
//! be wrong in their documents. Not here: hand-ins made for one fault, see `bad_input.rs`.
#![allow(clippy::unwrap_used, reason = "a test that fails says so by panicking")]

mod support;

use support::{Ran, example, run_on};

fn checked(name: &str) -> Ran {
    run_on("check", &example(name), &[])
}

/// The issues of an example that speak of a text, with their snippets.
fn about(name: &str, text: &str) -> String {
    let ran = checked(name);
    let blocks = ran.out.split("\n\n").filter(|block| block.contains(text));
    blocks.collect::<Vec<_>>().join("\n\n")
}

/// The whole of what is said of Modena, cut before the issue of row 65 of the plan.
fn modena() -> (String, String) {
    let ran = checked("modena-2020");
    assert_eq!((ran.code, ran.err.as_str()), (0, ""));
    let row = ran.out.find("--> piano.csv:65,").unwrap();
    let cut = ran.out[..row].rfind("\n\n").unwrap() + 2;
    (ran.out[..cut].to_owned(), ran.out[cut..].to_owned())
}

#[test]
fn modena_is_halved_mechanically_and_asks_for_nothing_in_places() {
    insta::assert_snapshot!(modena().0, @r#"
    nota[owners-absent]: Il piano non dice chi risponde degli obiettivi: se l'ente lo sa, conviene scriverlo nella colonna responsabile.
     --> piano.csv, colonna «responsabile»

    nota[weights-absent]: Sotto «cciaa_mo» nessuna riga ha un peso: che cosa succede lo dice la regola senza_pesi.
     --> piano.csv:2, colonna «peso»

    avviso[target-halved]: «>= 9,15 %» è la parte dell'anno già trascorsa di «>= 18,30 %»: è giusto per ciò che si accumula, non per una percentuale che a ogni data è intera. Correggi il target periodico, oppure scrivi «si» nella colonna cumulato.
      --> piano.csv:23, colonna «periodico_2020-06-30»
       |
    23 | >= 9,15 %
       | ^^^^^^^^^

    avviso[indicator-targets-differ]: Lo stesso indicatore ha qui «>= 900 N.» e alla riga 46 (sotto «700») «>= 800 N.»: scrivi lo stesso target, oppure distingui i due indicatori nel codice e nel titolo.
      --> piano.csv:50, colonna «target»
       |
    50 | >= 900 N.
       | ^^^^^^^^^

    avviso[indicator-targets-differ]: Lo stesso indicatore ha qui «>= 0 N.» e alla riga 46 (sotto «700») «>= 800 N.»: scrivi lo stesso target, oppure distingui i due indicatori nel codice e nel titolo.
      --> piano.csv:51, colonna «target»
       |
    51 | >= 0 N.
       | ^^^^^^^

    avviso[target-always-met]: Il target «>= 0 N.» si raggiunge sempre, qualunque cosa accada: scrivi quanto ci si aspetta davvero.
      --> piano.csv:51, colonna «target»
       |
    51 | >= 0 N.
       | ^^^^^^^

    avviso[target-halved]: «>= 10,00 %» è la parte dell'anno già trascorsa di «>= 20,00 %»: è giusto per ciò che si accumula, non per una percentuale che a ogni data è intera. Correggi il target periodico, oppure scrivi «si» nella colonna cumulato.
      --> piano.csv:61, colonna «periodico_2020-06-30»
       |
    61 | >= 10,00 %
       | ^^^^^^^^^^
    "#);
}

#[test]
fn modena_falls_by_more_than_all_and_repeats_a_figure() {
    insta::assert_snapshot!(modena().1, @r#"
    avviso[target-always-met]: Il target «>= 0 N.» si raggiunge sempre, qualunque cosa accada: scrivi quanto ci si aspetta davvero.
      --> piano.csv:65, colonna «target»
       |
    65 | >= 0 N.
       | ^^^^^^^

    avviso[target-always-met]: Il target «>= 0 N.» si raggiunge sempre, qualunque cosa accada: scrivi quanto ci si aspetta davvero.
      --> piano.csv:66, colonna «target»
       |
    66 | >= 0 N.
       | ^^^^^^^

    avviso[target-halved]: «>= 6,00 %» è la parte dell'anno già trascorsa di «>= 12,00 %»: è giusto per ciò che si accumula, non per una percentuale che a ogni data è intera. Correggi il target periodico, oppure scrivi «si» nella colonna cumulato.
      --> piano.csv:76, colonna «periodico_2020-06-30»
       |
    76 | >= 6,00 %
       | ^^^^^^^^^

    avviso[target-halved]: «>= 75,00 %» è la parte dell'anno già trascorsa di «>= 150,00 %»: è giusto per ciò che si accumula, non per una percentuale che a ogni data è intera. Correggi il target periodico, oppure scrivi «si» nella colonna cumulato.
      --> piano.csv:88, colonna «periodico_2020-06-30»
       |
    88 | >= 75,00 %
       | ^^^^^^^^^^

    avviso[target-halved]: «>= 80,00 %» è la parte dell'anno già trascorsa di «>= 160,00 %»: è giusto per ciò che si accumula, non per una percentuale che a ogni data è intera. Correggi il target periodico, oppure scrivi «si» nella colonna cumulato.
      --> piano.csv:89, colonna «periodico_2020-06-30»
       |
    89 | >= 80,00 %
       | ^^^^^^^^^^

    avviso[target-halved]: «>= 7,50 %» è la parte dell'anno già trascorsa di «>= 15,00 %»: è giusto per ciò che si accumula, non per una percentuale che a ogni data è intera. Correggi il target periodico, oppure scrivi «si» nella colonna cumulato.
      --> piano.csv:90, colonna «periodico_2020-06-30»
       |
    90 | >= 7,50 %
       | ^^^^^^^^^

    avviso[percentage-out-of-range]: -1.527,97 % non può essere: nulla può calare più del 100 %. Controlla il segno, la virgola e la misura.
      --> rilevazioni.csv:23, colonna «valore»
       |
    23 | -1.527,97 %
       | ^^^^^^^^^^^

    nota[readings-identical]: 210,24 è anche la rilevazione di «EC05.1» dello stesso giorno, fino ai decimali: controlla che una delle due non sia stata copiata.
      --> rilevazioni.csv:55, colonna «valore»
       |
    55 | 210,24 %
       | ^^^^^^^^

    12 avvisi, 3 note
    "#);
}

#[test]
fn caserta_has_a_34th_of_april() {
    insta::assert_snapshot!(about("caserta-2021", "34.04.2021"), @r#"
    errore[target-date-impossible]: Nel target «Entro il 31.03.2021 Entro il 34.04.2021 Entro il 30.06.2021» c'è un giorno che non esiste nel calendario: correggi la data.
       --> piano.csv:118, colonna «target»
        |
    118 | Entro il 31.03.2021 Entro il 34.04.2021 Entro il 30.06.2021
        |                              ^^^^^^^^^^
        = proposta: Entro il 31.03.2021; Entro il 30.04.2021; Entro il 30.06.2021
        = proposta: Entro il 31.03.2021; Entro il 24.04.2021; Entro il 30.06.2021
        = proposta: Entro il 31.03.2021; Entro il 14.04.2021; Entro il 30.06.2021
    "#);
}

#[test]
fn caserta_has_a_target_that_lost_digits() {
    insta::assert_snapshot!(about("caserta-2021", "20 % 020"), @r#"
    errore[target-garbled]: Nel target «≥ 20 % 020» ci sono cifre fuori posto, come se ne fosse caduta qualcuna: riscrivilo.
      --> piano.csv:31, colonna «target»
       |
    31 | ≥ 20 % 020
       | ^^^^^^^^^^
       = proposta: ≥ 20 % rispetto al 2020
       = proposta: ≥ 20 %

    errore[target-garbled]: Nel target «2≥ 20 % 020» ci sono cifre fuori posto, come se ne fosse caduta qualcuna: riscrivilo.
       --> piano.csv:141, colonna «target_2020»
        |
    141 | 2≥ 20 % 020
        | ^^^^^^^^^^^
        = proposta: ≥ 20 %
    "#);
}

#[test]
fn caserta_has_a_column_of_the_year_before() {
    insta::assert_snapshot!(about("caserta-2021", "Target 2020"), @r#"
    avviso[text-other-year]: Qui si parla del 2020 in un piano del 2021: sembra rimasto da un altro piano; correggi l'anno.
       --> piano.csv:137, colonna «note»
        |
    137 | L'intestazione della colonna è stampata «Target 2020»
        |                                                 ^^^^
    "#);
}

#[test]
fn caserta_writes_the_weights_of_2_3_twice() {
    insta::assert_snapshot!(about("caserta-2021", "«2.3."), @r#"
    avviso[weights-not-100]: I pesi sotto «2.3.1» sommano a 10, che è il peso di «2.3.1» stesso, e non a 100: sembra scritto due volte. Il punteggio si calcola in proporzione, ma conviene correggerli.
      --> piano.csv:22, colonna «peso»
       |
    22 | 10
       | ^^

    avviso[weights-not-100]: I pesi sotto «2.3.2» sommano a 30, che è il peso di «2.3.2» stesso, e non a 100: sembra scritto due volte. Il punteggio si calcola in proporzione, ma conviene correggerli.
      --> piano.csv:24, colonna «peso»
       |
    24 | 30
       | ^^

    avviso[weights-not-100]: I pesi sotto «2.3.3» sommano a 30, che è il peso di «2.3.3» stesso, e non a 100: sembra scritto due volte. Il punteggio si calcola in proporzione, ma conviene correggerli.
      --> piano.csv:26, colonna «peso»
       |
    26 | 30
       | ^^

    avviso[weights-not-100]: I pesi sotto «2.3.4» sommano a 30, che è il peso di «2.3.4» stesso, e non a 100: sembra scritto due volte. Il punteggio si calcola in proporzione, ma conviene correggerli.
      --> piano.csv:28, colonna «peso»
       |
    28 | 30
       | ^^
    "#);
}

#[test]
fn maremma_cites_an_act_of_one_day_with_two_numbers() {
    insta::assert_snapshot!(about("maremma-2019", "n. 27"), @r#"
    avviso[acts-contradict]: «deliberazione della Giunta n. 27 del 26 luglio 2018» e «deliberazione della Giunta n. 97 del 26 luglio 2018» (riga 32) hanno la stessa data e numeri diversi: se l'atto è uno, correggi il numero.
      --> piano.csv:95, colonna «atto»
       |
    95 | deliberazione della Giunta n. 27 del 26 luglio 2018
       | ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
    "#);
}

#[test]
fn maremma_cites_an_act_of_one_month_with_two_days() {
    insta::assert_snapshot!(about("maremma-2019", "del 21 luglio 2019"), @r#"
    avviso[act-without-number]: L'atto è citato senza numero («deliberazione della Giunta n. del 21 luglio 2019 (1)»), in 2 righe: scrivilo, altrimenti non si ritrova.
       --> piano.csv:163, colonna «atto»
        |
    163 | deliberazione della Giunta n. del 21 luglio 2019 (1)
        | ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^

    avviso[acts-contradict]: «deliberazione della Giunta n. del 21 luglio 2019 (1)» non ha numero e nello stesso mese c'è «D GC 81 25.07.2019» (riga 2): controlla il giorno e scrivi il numero.
       --> piano.csv:163, colonna «atto»
        |
    163 | deliberazione della Giunta n. del 21 luglio 2019 (1)
        | ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
    "#);
}

#[test]
fn art_67_has_a_number_with_its_point_in_the_wrong_place() {
    insta::assert_snapshot!(about("art67-2022", "3.1296"), @r#"
    errore[reading-quotient-in-cell]: «3.1296/3.196» è una divisione e il suo punto si può leggere in due modi: come migliaia 31.296 / 3.196 (979,22 %), come decimali 3,1296 / 3,196 (97,92 %). Scrivi i due numeri giusti nelle colonne numeratore e denominatore, con i decimali dopo la virgola, e lascia vuota questa cella.
     --> rilevazioni.csv:9, colonna «valore»
      |
    9 | 3.1296/3.196
      | ^^^^^^^^^^^^
    "#);
}

#[test]
fn sondrio_has_objectives_for_which_nobody_answers() {
    assert_eq!(checked("sondrio-2020").code, 0);
    insta::assert_snapshot!(about("sondrio-2020", "[owner-missing]"), @r#"
    avviso[owner-missing]: Di «3.3.3» (Tempi emissione sanzioni RI) non risponde nessun ufficio, né sopra né sotto: scrivi chi nella colonna responsabile.
      --> piano.csv:68, colonna «responsabile»

    avviso[owner-missing]: Di «8» (Utilizzatori massali delle) non risponde nessun ufficio, né sopra né sotto: scrivi chi nella colonna responsabile.
       --> piano.csv:118, colonna «responsabile»

    avviso[owner-missing]: Di «9.1.1» (Massimizzazione risorse (Pareto EC15.4)) non risponde nessun ufficio, né sopra né sotto: scrivi chi nella colonna responsabile.
       --> piano.csv:128, colonna «responsabile»

    avviso[owner-missing]: Di «9.1.3» (Spesa promozionale procapite) non risponde nessun ufficio, né sopra né sotto: scrivi chi nella colonna responsabile.
       --> piano.csv:132, colonna «responsabile»
    "#);
}

#[test]
fn examples_with_errors_say_so_to_whoever_calls() {
    for name in ["caserta-2021", "maremma-2019", "art67-2022"] {
        assert_eq!(checked(name).code, 1, "{name}");
    }
}
