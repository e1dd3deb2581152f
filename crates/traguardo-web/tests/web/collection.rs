//! Da compilare and Da verificare without a browser: what is saved, refused and said, and by whom.
//! Not here: the keyboard and what scripts do, see `tests/browser` of the repository.

use crate::support::sending::form;
use crate::support::somebody::entrance;
use crate::support::{Answer, HOME, SAMPLE, Site, by, site_for};
use axum::http::{StatusCode, header};
use traguardo::access::{Grant, Person, Role, Scope};
use traguardo::period::parse_date;
use traguardo::reading::Readings;
use traguardo::rules::Rules;
use traguardo::sample;
use traguardo_store::Closing;
use traguardo_web::Entrance;

const YEAR: &str = "?al=2019-12-31";

async fn post(site: &Site, page: &str, fields: &[(&str, &str)]) -> Answer {
    site.ask(form(&format!("{HOME}/{page}"), fields)).await
}

/// A row of EVENTI at the end of the year, as the script sends it.
fn row<'a>(figure: &'a str, seen: &'a str, key: &'a str) -> Vec<(&'a str, &'a str)> {
    vec![
        ("0.indicatore", "EVENTI"),
        ("0.parte", ""),
        ("0.verifica", "2019-12-31"),
        ("0.visto", seen),
        ("0.chiave", key),
        ("0.valore", figure),
        ("0.valore-era", ""),
        ("0.nota", ""),
        ("0.nota-era", ""),
    ]
}

async fn save(site: &Site, fields: &[(&str, &str)]) -> Answer {
    post(site, &format!("da-compilare/voce{YEAR}"), fields).await
}

fn position(answer: &Answer) -> String {
    let (_, after) = answer.body.split_once("data-position=\"").unwrap();
    after.split('"').next().unwrap().to_owned()
}

fn as_role(role: Role, ipa: &str) -> Entrance {
    let grants = vec![Grant { role, scope: Scope::Body(ipa.to_owned()) }];
    Entrance::Demo(vec![Person { id: "uno".to_owned(), name: "Uno".to_owned(), grants }])
}

#[tokio::test]
async fn a_cell_is_saved_with_its_score_and_sent_again_it_is_saved_once() {
    let site = site_for(entrance()).await;
    let page = site.get(&format!("{HOME}/da-compilare{YEAR}")).await;
    assert_eq!(page.status, StatusCode::OK);
    assert!(page.says("Verifica al 31 dicembre 2019"), "{}", page.words());
    let answer = save(&site, &row("610", "", "k1")).await;
    assert_eq!(answer.status, StatusCode::OK, "{}", answer.words());
    assert!(answer.body.contains("data-slot=\"score\"") && answer.says("Salvato alle"));
    let again = save(&site, &row("610", "", "k1")).await;
    assert_eq!((again.status, position(&again)), (StatusCode::OK, position(&answer)));
}

#[tokio::test]
async fn who_comes_second_is_told_and_may_save_knowingly() {
    let site = site_for(entrance()).await;
    let first = save(&site, &row("610", "", "k1")).await;
    let second = save(&site, &row("620", "", "k2")).await;
    assert_eq!(second.status, StatusCode::CONFLICT);
    assert!(second.says("ha salvato prima 610"), "{}", second.words());
    let seen = position(&first);
    let knowing = save(&site, &row("620", &seen, "k2")).await;
    assert_eq!(knowing.status, StatusCode::OK, "{}", knowing.words());
}

#[tokio::test]
async fn what_cannot_be_read_says_how_to_mend_it_and_nothing_is_saved() {
    let site = site_for(entrance()).await;
    for (figure, said) in [
        ("forse", "non è un numero"),
        ("1.23", "in due modi"),
        ("3/0", "denominatore"),
        ("3/", "denominatore"),
    ] {
        let answer = save(&site, &row(figure, "", "k")).await;
        assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY, "{figure}");
        assert!(answer.says(said), "{figure}: {}", answer.words());
    }
    let missing = save(&site, &row("N/D", "", "k")).await;
    assert!(missing.status == StatusCode::OK && missing.says("La nota è da scrivere"));
}

#[tokio::test]
async fn only_who_records_saves_and_only_what_is_owed() {
    for (role, ipa) in
        [(Role::Reader, "c_prova"), (Role::Evaluator, "c_prova"), (Role::Collector, "altro")]
    {
        let site = site_for(as_role(role, ipa)).await;
        let answer = save(&site, &row("610", "", "k")).await;
        assert_eq!(answer.status, StatusCode::FORBIDDEN, "{role:?} {ipa}");
    }
    let site = site_for(entrance()).await;
    let mut other = row("610", "", "k");
    other[2].1 = "2019-02-02";
    assert_eq!(save(&site, &other).await.status, StatusCode::BAD_REQUEST);
    other[0].1 = "NULLA";
    assert_eq!(save(&site, &other).await.status, StatusCode::BAD_REQUEST);
}

#[tokio::test]
async fn one_form_saves_what_was_touched_and_leaves_the_rest() {
    let site = site_for(entrance()).await;
    let mut fields = row("610", "", "k1");
    fields.extend([
        ("1.indicatore", "FIERE"),
        ("1.verifica", "2019-12-31"),
        ("1.chiave", "k2"),
        ("1.valore", ""),
        ("1.valore-era", ""),
    ]);
    let answer = post(&site, &format!("da-compilare{YEAR}"), &fields).await;
    assert_eq!(answer.status, StatusCode::OK, "{}", answer.words());
    assert!(answer.says("Una riga salvata."), "{}", answer.words());
}

#[tokio::test]
async fn a_reading_is_checked_after_which_a_correction_wants_a_reason() {
    let site = site_for(entrance()).await;
    let saved = save(&site, &row("900", "", "k1")).await;
    let at = position(&saved);
    let page = format!("da-verificare{YEAR}");
    let none = post(&site, &page, &[("azione", "verifica")]).await;
    assert!(none.says("Non è scelto nessun dato"), "{}", none.words());
    let silent = post(&site, &page, &[("azione", "rimanda"), ("scelto", &at)]).await;
    assert!(silent.says("occorre scrivere il motivo"));
    let done = post(&site, &page, &[("azione", "verifica"), ("scelto", &at)]).await;
    assert!(done.status == StatusCode::OK && done.says("Un dato verificato."), "{}", done.words());
    let mut again = row("910", &at, "k2");
    let refused = save(&site, &again).await;
    assert!(refused.says("per correggerlo scrivere il motivo"), "{}", refused.words());
    again.push(("0.motivo", "ricontato"));
    assert_eq!(save(&site, &again).await.status, StatusCode::OK);
    // What was corrected is to be looked at again: the old one is not marked.
    let late = post(&site, &page, &[("azione", "verifica"), ("scelto", &at)]).await;
    assert!(late.says("corretto nel frattempo"), "{}", late.words());
}

#[tokio::test]
async fn a_reading_without_the_note_that_it_owes_is_not_checked() {
    let site = site_for(entrance()).await;
    let at = position(&save(&site, &row("1", "", "k1")).await);
    let page = format!("da-verificare{YEAR}");
    let refused = post(&site, &page, &[("azione", "verifica"), ("scelto", &at)]).await;
    assert!(refused.says("Un dato non si può verificare"), "{}", refused.words());
    let mut noted = row("1", &at, "k2");
    noted[6].1 = "1";
    noted[7].1 = "fiera rinviata";
    let noted = save(&site, &noted).await;
    let at = position(&noted);
    let done = post(&site, &page, &[("azione", "verifica"), ("scelto", &at)]).await;
    assert!(done.says("Un dato verificato."), "{}", done.words());
}

#[tokio::test]
async fn the_workbook_of_what_is_owed_comes_back_with_nothing_to_save() {
    let site = site_for(entrance()).await;
    let file = site.get(&format!("{HOME}/da-compilare/foglio.xlsx{YEAR}")).await;
    assert_eq!(file.status, StatusCode::OK);
    assert!(file.header(header::CONTENT_DISPOSITION).contains("da-compilare-c_prova-2019"));
    let form = site.get(&format!("{HOME}/da-compilare/foglio{YEAR}")).await;
    assert!(form.status == StatusCode::OK && form.says("Carica il foglio"));
}

/// The plan of Modena with nothing recorded, of which the round of June is closed.
async fn site_with_closed_june() -> Site {
    let site = Site::empty(entrance()).await;
    site.save(&sample::plan(), &Readings::default(), &Rules::default()).await;
    let closing = Closing {
        checkpoint: parse_date("30/06/2020").unwrap(),
        reason: "Arrivano a settembre".to_owned(),
        program: "1.0.0".to_owned(),
        seen: None,
    };
    site.store.close_round("cciaa_mo", 2020, &closing, &by(2020)).await.unwrap();
    site
}

#[tokio::test]
async fn of_a_closed_round_nothing_is_due_and_its_rows_are_folded_after_what_is() {
    let site = site_with_closed_june().await;
    let page = site.get(&format!("{SAMPLE}/da-compilare?al=2020-08-01")).await;
    assert!(page.says("non c'è nulla da compilare"), "{}", page.words());
    assert!(!page.says("dati da inserire"), "{}", page.words());
    let folded = "Verifiche già chiuse Ciò che si scrive qui resta accanto alla verifica chiusa e \
                  non la cambia. 3 dati non sono stati inseriti";
    assert!(page.says(folded), "{}", page.words());
    assert!(page.body.contains("<details class=\"tg-fold\"><summary>"));
    let page = site.get(&format!("{SAMPLE}/da-compilare?al=2020-12-31")).await;
    assert!(page.says("3 dati da inserire , al"), "{}", page.words());
    let words = page.words();
    let at = |text: &str| words.find(text).unwrap();
    assert!(at("Verifica al 31 dicembre 2020") < at("Verifiche già chiuse"), "{words}");
    assert!(at("Verifiche già chiuse") < at("Verifica al 30 giugno 2020"), "{words}");
    // The workbook has what is due.
    let file = site.get(&format!("{SAMPLE}/da-compilare/foglio.xlsx?al=2020-12-31")).await;
    let file = traguardo_files::read_workbook("da-compilare.xlsx", &file.bytes).unwrap();
    let days: Vec<_> = file.readings.list.iter().filter_map(|reading| reading.date).collect();
    assert_eq!(days, [parse_date("31/12/2020").unwrap(); 3]);
    let english = site.get(&format!("{SAMPLE}/da-compilare?al=2020-12-31&lang=en")).await;
    assert!(english.says("does not change it. 3 figures were not entered"), "{}", english.words());
}

#[tokio::test]
async fn a_late_reading_stands_beside_the_closed_round_and_is_shown_where_it_was_written() {
    let site = site_with_closed_june().await;
    let store = &site.store;
    let before = store.rounds("cciaa_mo", 2020).await.unwrap();
    let fields = [
        ("0.indicatore", "PART"),
        ("0.parte", ""),
        ("0.verifica", "2020-06-30"),
        ("0.visto", ""),
        ("0.chiave", "k1"),
        ("0.valore", "310"),
        ("0.valore-era", ""),
    ];
    let page = site.ask(form(&format!("{SAMPLE}/da-compilare?al=2020-08-01"), &fields)).await;
    assert_eq!(page.status, StatusCode::OK, "{}", page.words());
    assert!(page.says("Una riga salvata.") && page.says("2 dati non sono stati inseriti"));
    assert!(page.body.contains("<details class=\"tg-fold\" open>"));
    assert_eq!(store.load("cciaa_mo", 2020).await.unwrap().readings.list.len(), 1);
    assert_eq!(store.rounds("cciaa_mo", 2020).await.unwrap(), before);
    assert_eq!(store.verify().await.unwrap().findings, []);
}
