//! The views of a plan: years side by side, cascade, lists and their CSV.
//! Not here: what a browser makes of them, see `tests/browser` of the repository.

use crate::support::{HOME, site_for};
use axum::http::{StatusCode, header};
use traguardo_web::Entrance;

async fn site() -> crate::support::Site {
    site_for(Entrance::SignIn).await
}

#[tokio::test]
async fn every_view_answers_in_both_languages_with_no_text_left_unwritten() {
    let site = site().await;
    for page in ["quadro-pluriennale", "cascata", "elenchi", "elenchi?gruppo=missione&pira=si"] {
        for lang in ["it", "en"] {
            let mark = if page.contains('?') { '&' } else { '?' };
            let answer = site.get(&format!("{HOME}/{page}{mark}lang={lang}")).await;
            assert_eq!(answer.status, StatusCode::OK, "{page} {lang}");
            let words = answer.words();
            for prefix in ["years-", "cascade-", "lists-", "filter-", "status-", "mission-", "nav-"]
            {
                let unwritten = words.split(' ').find(|word| word.starts_with(prefix));
                assert_eq!(unwritten, None, "{page} {lang}");
            }
            assert!(!answer.body.contains(" style="), "{page}: a style within the page");
        }
    }
}

#[tokio::test]
async fn years_show_what_was_expected_and_observed_and_the_act_beside_what_changed() {
    let page = site().await.get(&format!("{HOME}/quadro-pluriennale")).await;
    assert!(page.says("7 indicatori , anno per anno, dal 2016 al 2020."));
    assert!(page.says("aggiornato 2 righe, inserito una riga, eliminato una riga"));
    assert!(page.says("Missione 011 · Competitività e sviluppo delle imprese"));
    assert!(page.says("Partecipanti agli eventi promossi dall'ente EVENTI · peso 40%"));
    assert!(page.says("Target >= 400 rilevato 410 N."));
    assert!(page.says("Target >= 500 N. rilevato 520 N. Target >= 600 N. rilevato 305 N."));
    assert!(page.says("Aggiornato Giunta 97 26/07/2018"));
    // What is not of the end of its year says of when it is.
    assert!(page.says("rilevato 1.130 N. al 31/10/2018"));
    // A use has its own mission, else that of the node above.
    assert!(page.says("Missione 032 · Servizi istituzionali"));
}

#[tokio::test]
async fn what_an_act_has_eliminated_stays_readable() {
    let page = site().await.get(&format!("{HOME}/quadro-pluriennale?stato=eliminato")).await;
    assert!(page.body.contains("<s><a href=\"/enti/c_prova/piani/2019/indicatori/FIERE\">"));
    assert!(page.body.contains("<s>&#62;= 4</s>"), "{}", page.body);
    assert!(page.says("Eliminato Giunta 97 26/07/2018 Consiglio 12 30/10/2018"));
    assert!(!page.says("Studenti coinvolti"));
}

#[tokio::test]
async fn filters_stay_in_the_form_the_date_and_the_language() {
    let site = site().await;
    let page = site.get(&format!("{HOME}/quadro-pluriennale?missione=012&al=2019-06-30")).await;
    assert!(page.body.contains("<option value=\"012\" selected>"));
    assert!(page.says("Quota di pratiche evase"));
    assert!(!page.says("Studenti coinvolti"));
    let english = "quadro-pluriennale?al=2019-06-30&#38;lang=en&#38;missione=012";
    assert!(page.body.contains(english), "the language loses the filter");
    assert!(page.body.contains("<input type=\"hidden\" name=\"missione\" value=\"012\">"));
    let nothing = site.get(&format!("{HOME}/quadro-pluriennale?missione=999")).await;
    assert!(nothing.says("Nessuna riga del piano corrisponde ai filtri scelti."));
    assert!(nothing.body.contains("<option value=\"999\" selected>"));
}

#[tokio::test]
async fn the_cascade_multiplies_weights_and_marks_sums_that_are_not_100() {
    let page = site().await.get(&format!("{HOME}/cascata")).await;
    assert!(page.says("In 2 punti i pesi non danno 100"));
    assert!(
        page.says("Promuovere il territorio e le sue imprese Pesi delle voci sotto: 120%, non 100")
    );
    assert!(page.says("12,00% 60% × 100% × 50% × 40% di fatto 16,67%"));
    assert!(page.says("65 30 + 20 + 15"));
    assert!(page.says("<= 4,60 gg 4,80 gg 5,00 gg Servizio registro imprese"));
    assert!(page.says("Fiere a cui l'ente partecipa Eliminato"));
}

#[tokio::test]
async fn lists_are_by_office_by_area_by_mission_and_of_the_pira_alone() {
    let site = site().await;
    let all = site.get(&format!("{HOME}/elenchi")).await;
    assert!(all.says("7 righe del piano. Al 30 giugno 2019 4 su 6 hanno un risultato."));
    // A row of two offices stands under each of them.
    assert_eq!(all.words().matches("Studenti coinvolti").count(), 2);
    // An area holds the rows of its services.
    let area = site.get(&format!("{HOME}/elenchi?ufficio=A1")).await;
    assert!(area.says("Servizio promozione 4 righe") && area.says("Tempo medio di evasione"));
    assert!(!area.says("Tempestività dei pagamenti"));
    let pira = site.get(&format!("{HOME}/elenchi?pira=si")).await;
    assert!(pira.says("3 righe del piano"));
    let mission = site.get(&format!("{HOME}/elenchi?missione=032")).await;
    assert!(mission.says("Una riga del piano") && mission.says("Tempestività dei pagamenti"));
    let top = site.get(&format!("{HOME}/elenchi?gruppo=ambito&ambito=M2")).await;
    assert!(top.says("M2 · Regolazione dei mercati 3 righe, 2 con un risultato."));
}

#[tokio::test]
async fn the_same_rows_come_as_csv_and_no_cell_is_a_formula() {
    let file = site().await.get(&format!("{HOME}/elenchi/csv?ufficio=A2")).await;
    assert_eq!(file.header(header::CONTENT_TYPE), "text/csv; charset=utf-8");
    let disposition = "attachment; filename=\"c_prova-2019-elenco.csv\"";
    assert_eq!(file.header(header::CONTENT_DISPOSITION), disposition);
    let lines: Vec<&str> = file.body.trim_start_matches('\u{feff}').split("\r\n").collect();
    assert_eq!(
        lines,
        [
            "Codice;Indicatore;Obiettivo;Titolo dell'obiettivo;Ufficio responsabile;\
             Missione di bilancio;PIRA;Peso;Target;Valore;Risultato;Fascia",
            "STUDENTI;Studenti coinvolti nei percorsi di orientamento;P2;\
             Orientamento al lavoro e alle professioni;Servizio promozione, Area 2, Amministrazione;\
             011;sì;100;>= 1.200 N.;780 N.;65,00;Parziale",
            "PAGAMENTI;Tempestività dei pagamenti;S2;Tenere pronti i servizi di regolazione;\
             Area 2, Amministrazione;032;no;20;'-18;'-16,40 gg;91,11;Raggiunto",
            "",
        ]
    );
}
