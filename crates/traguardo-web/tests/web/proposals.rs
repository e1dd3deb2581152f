//! A proposal of the OIV on its way through the pages: into the draft, to its act, back, or declined.
//! Not here: the same with a browser, and making proposals, see `desk.rs`.

use crate::support::monitoring::{Answer, Desk, HOME, body, get, modena, of_office, plain, post};
use crate::support::sending::parts;
use axum::http::StatusCode;
use traguardo::access::Role;
use traguardo::period::{parse_date, parse_moment};
use traguardo_store::{Closing, Signature};
use traguardo_web::Entrance;

const PART: (&str, &str) = ("301", "PART-INT");

async fn propose(desk: &Desk, of: (&str, &str), fields: &[(&str, &str)]) {
    let about = [("nodo", of.0), ("indicatore", of.1), ("proposta_motivo", "Fiere annullate")];
    let sent = desk.send("/tavolo-oiv", &[&about[..], fields].concat()).await;
    assert_eq!(sent.status, StatusCode::SEE_OTHER, "{}", plain(&sent.body));
}

async fn lowered() -> Desk {
    let desk = modena().await;
    let fields = [("modifica", "lower"), ("proposta_target", ">= 300 N.")];
    propose(&desk, PART, &fields).await;
    desk
}

async fn seen(desk: &Desk, path: &str) -> Answer {
    desk.ask(Role::Controller, body(), get(path)).await
}

async fn sent(desk: &Desk, path: &str, fields: &[(&str, &str)]) -> Answer {
    desk.ask(Role::Controller, body(), post(path, fields)).await
}

async fn click(desk: &Desk, after: &str) -> Answer {
    sent(desk, "/tavolo-oiv/proposte/1", &[("azione", "bozza"), ("dopo", after)]).await
}

async fn adopt(desk: &Desk, fields: &[(&str, &str)]) -> Answer {
    let form = parts(&format!("{HOME}/revisioni/bozza/adotta"), fields, None);
    desk.ask(Role::Controller, body(), form).await
}

const ACT: [(&str, &str); 3] = [("organo", "Giunta"), ("numero", "45"), ("data", "2020-09-30")];

#[tokio::test]
async fn one_click_carries_a_proposal_into_the_draft_and_the_act_is_said_when_it_is_adopted() {
    let desk = lowered().await;
    let page = seen(&desk, "/tavolo-oiv").await;
    assert!(page.says("Porta nella bozza"), "{}", plain(&page.body));
    assert!(!desk.get("/tavolo-oiv").await.says("Porta nella bozza"), "the OIV does not decide");
    let clicked = click(&desk, "1").await;
    assert_eq!(clicked.status, StatusCode::SEE_OTHER, "{}", plain(&clicked.body));
    let row = "/revisioni/bozza/riga?codice=PART%2DINT&padre=301";
    assert_eq!(clicked.to.replace("PART-INT", "PART%2DINT"), format!("{HOME}{row}"));
    let form = seen(&desk, row).await;
    assert!(form.body.contains("name=\"target\" value=\"&#62;= 300 N.\""), "{}", form.body);
    let words = "Proposta dell'OIV n. 1: ridurre il target: >= 300 N.. Motivo: Fiere annullate";
    assert!(form.says(words), "{}", plain(&form.body));
    let left = "ha cambiato solo il target dell'anno. Restano com'erano: Target al 30 giugno 2020.";
    assert!(form.says(left), "{}", plain(&form.body));
    assert!(seen(&desk, "/tavolo-oiv").await.says("nella bozza della revisione 2"));
    let twice = click(&desk, "2").await;
    assert_eq!(twice.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(twice.says("è già stato deciso"));
    let adopted = [&[("versione", "1")], &ACT[..]].concat();
    let adopted = adopt(&desk, &adopted).await;
    assert_eq!(adopted.status, StatusCode::SEE_OTHER, "{}", plain(&adopted.body));
    let said = "adottata con la revisione 2: Giunta, atto n. 45 del 30 settembre 2020";
    for path in ["/tavolo-oiv", "/tavolo-oiv/csv/proposte"] {
        let page = desk.get(path).await;
        assert!(page.says(said), "{path}: {}", plain(&page.body));
    }
    let list = seen(&desk, "/revisioni").await;
    assert!(list.says("Proposta dell'OIV n. 1: Fiere annullate"), "{}", plain(&list.body));
    assert_eq!(desk.store.verify().await.unwrap().findings, []);
}

#[tokio::test]
async fn a_proposal_is_open_again_when_the_draft_is_given_up() {
    let desk = lowered().await;
    click(&desk, "1").await;
    sent(&desk, "/revisioni/bozza/abbandona", &[]).await;
    let page = seen(&desk, "/tavolo-oiv").await;
    assert!(page.says("Fiere annullate aperta") && page.says("Porta nella bozza"));
    assert_eq!(click(&desk, "3").await.status, StatusCode::SEE_OTHER);
}

#[tokio::test]
async fn who_decides_second_is_told_who_came_first_and_nothing_is_drafted() {
    let desk = lowered().await;
    let fields = [("azione", "respingi"), ("dopo", "1"), ("motivo", "Target già rivisto")];
    let declined = sent(&desk, "/tavolo-oiv/proposte/1", &fields).await;
    assert_eq!(declined.status, StatusCode::SEE_OTHER);
    let second = click(&desk, "1").await;
    assert_eq!(second.status, StatusCode::CONFLICT);
    assert!(second.says("Intanto «controller» ha scritto"), "{}", plain(&second.body));
    let draft = seen(&desk, "/revisioni/bozza").await;
    assert_eq!(draft.status, StatusCode::NOT_FOUND);
}

#[tokio::test]
async fn a_proposal_is_declined_with_a_reason_and_the_oiv_may_put_it_otherwise() {
    let desk = lowered().await;
    let blank = [("azione", "respingi"), ("dopo", "1"), ("motivo", " ")];
    let refused = sent(&desk, "/tavolo-oiv/proposte/1", &blank).await;
    assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(refused.says("Scrivi perché la proposta non si accoglie"));
    let fields = [("azione", "respingi"), ("dopo", "1"), ("motivo", "Target già rivisto")];
    sent(&desk, "/tavolo-oiv/proposte/1", &fields).await;
    let page = desk.get("/tavolo-oiv").await;
    assert!(page.says("non accolta: Target già rivisto controller,"), "{}", plain(&page.body));
    assert!(!seen(&desk, "/tavolo-oiv").await.says("Porta nella bozza"));
    let fields = [("modifica", "lower"), ("proposta_target", ">= 350 N."), ("dopo_proposta", "2")];
    propose(&desk, PART, &[&fields[..], &[("proposta_numero", "1")]].concat()).await;
    assert!(seen(&desk, "/tavolo-oiv").await.says("Porta nella bozza"));
}

#[tokio::test]
async fn what_goes_is_taken_out_or_neutralised_by_an_act() {
    let desk = modena().await;
    propose(&desk, PART, &[("modifica", "drop")]).await;
    let no_act = [("azione", "neutralizza"), ("dopo", "1"), ("atto", "")];
    let refused = sent(&desk, "/tavolo-oiv/proposte/1", &no_act).await;
    assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(refused.says("serve l'atto"), "{}", plain(&refused.body));
    let by_act = [("azione", "neutralizza"), ("dopo", "1"), ("atto", "Delibera 45/2020")];
    let sent_on = sent(&desk, "/tavolo-oiv/proposte/1", &by_act).await;
    assert!(sent_on.to.contains("/bozza/riga?"), "{}", sent_on.to);
    let draft = seen(&desk, "/revisioni/bozza").await;
    assert!(draft.says("Delibera 45/2020"), "{}", plain(&draft.body));
    sent(&desk, "/revisioni/bozza/abbandona", &[]).await;
    let taken = click(&desk, "3").await;
    assert_eq!(taken.to, format!("{HOME}/revisioni/bozza"), "its row is gone");
    let row = seen(&desk, "/revisioni/bozza/riga?codice=PART-INT&padre=301").await;
    assert_eq!(row.status, StatusCode::NOT_FOUND);
}

#[tokio::test]
async fn another_indicator_without_a_target_opens_the_row_with_the_words_beside() {
    let desk = modena().await;
    let fields = [("modifica", "replace"), ("proposta_titolo", "Webinar")];
    propose(&desk, PART, &fields).await;
    let clicked = click(&desk, "1").await;
    assert!(clicked.to.contains("/bozza/riga?"), "{}", clicked.to);
    let row = seen(&desk, "/revisioni/bozza/riga?codice=PART-INT&padre=301").await;
    assert!(row.says("sostituire l'indicatore: Webinar"), "{}", plain(&row.body));
    // Nothing is changed yet, and a draft that changes nothing of the row takes nothing up.
    let draft = seen(&desk, "/revisioni/bozza").await;
    assert!(draft.says("La bozza dice ancora quello che dice il piano."));
}

#[tokio::test]
async fn offices_see_on_their_indicator_what_the_oiv_proposes_and_what_became_of_it() {
    let desk = modena().await;
    let mut stored = desk.store.load("cciaa_mo", 2020).await.unwrap();
    let node = stored.plan.nodes.iter_mut().find(|node| node.code == "301").unwrap();
    node.details.responsible = vec!["AREA1".to_owned()];
    let by = Signature { who: "prova".to_owned(), at: parse_moment("2020-07-21 11:00").unwrap() };
    let (plan, readings, rules) = (&stored.plan, &stored.readings, &stored.rules);
    desk.store.save(plan, readings, rules, &by, |_, _| ()).await.unwrap();
    let page = "/indicatori/PART-INT";
    assert!(!desk.get(page).await.says("Proposte dell'OIV"), "there are none yet");
    propose(&desk, PART, &[("modifica", "lower"), ("proposta_target", ">= 300 N.")]).await;
    let said = "301 · proposta n. 1 · verifica 30 giugno 2020 ridurre il target: >= 300 N. \
                Fiere annullate aperta";
    for (role, scope, sees) in [
        (Role::Head, of_office("AREA1"), true),
        (Role::Collector, of_office("AREA1"), true),
        (Role::Controller, body(), true),
        (Role::SecretaryGeneral, body(), true),
        (Role::Evaluator, body(), true),
        (Role::Head, of_office("AREA2"), false),
        (Role::Collector, of_office("AREA2"), false),
        (Role::Reader, body(), false),
        (Role::Administrator, body(), false),
    ] {
        let seen = desk.ask(role, scope.clone(), get(page)).await;
        assert_eq!(seen.status, StatusCode::OK);
        assert_eq!(seen.says(said), sees, "{role:?} {scope:?}: {}", plain(&seen.body));
        assert_eq!(seen.says("Proposte dell'OIV"), sees, "{role:?} {scope:?}");
    }
    let nobody = desk.answer(Entrance::SignIn, get(page)).await;
    assert!(nobody.status == StatusCode::OK && !nobody.says("Proposte dell'OIV"));
    let fields = [("azione", "respingi"), ("dopo", "1"), ("motivo", "Target già rivisto")];
    sent(&desk, "/tavolo-oiv/proposte/1", &fields).await;
    let head = desk.ask(Role::Head, of_office("AREA1"), get(page)).await;
    assert!(head.says("non accolta: Target già rivisto"), "{}", plain(&head.body));
    let other = desk.ask(Role::Head, of_office("AREA1"), get("/indicatori/EXPORT")).await;
    assert!(!other.says("Proposte dell'OIV"), "of another indicator nothing is proposed");
}

const FAIRS: (&str, &str) = ("301.D1.1", "FIERE-EXTRA-UE");

async fn close_june(desk: &Desk) {
    let closing = Closing {
        checkpoint: parse_date("30/06/2020").unwrap(),
        reason: "Mancano i valori di fine anno".to_owned(),
        program: "0".to_owned(),
        seen: None,
    };
    let at = parse_moment("2020-07-22 09:00").unwrap();
    let by = Signature { who: "controller".to_owned(), at };
    desk.store.close_round("cciaa_mo", 2020, &closing, &by).await.unwrap();
}

#[tokio::test]
async fn the_desk_of_a_closed_round_has_the_figures_that_were_fixed_and_on_request_those_of_today()
{
    let desk = modena().await;
    assert!(desk.get("/tavolo-oiv").await.says("Verifica non ancora chiusa"));
    propose(&desk, FAIRS, &[("modifica", "lower"), ("proposta_target", ">= 16,00 %")]).await;
    close_june(&desk).await;
    click(&desk, "1").await;
    adopt(&desk, &[&[("versione", "1")], &ACT[..]].concat()).await;
    for path in ["/tavolo-oiv", "/verbale", "/tavolo-oiv/csv/osservazioni"] {
        let (fixed, today) = (desk.get(path).await, desk.get(&format!("{path}?dati=oggi")).await);
        assert!(fixed.body.contains("62,96"), "{path}: {}", fixed.body);
        assert!(!today.body.contains("62,96"), "{path}: {}", today.body);
        if !path.contains("csv") {
            let said = "Cifre fissate alla chiusura della verifica, il 22 luglio 2020 da controller: \
                        revisione n. 1 del piano";
            assert!(fixed.says(said), "{path}: {}", plain(&fixed.body));
            assert!(today.says("Dati di oggi: piano, regole e rilevazioni come sono ora."));
        }
    }
    let fixed = desk.get("/tavolo-oiv").await;
    assert!(fixed.body.contains("/verifiche/2020-06-30/spiega/301"), "its own explanations");
    assert!(fixed.body.contains("/tavolo-oiv?dati=oggi"), "the way to the others");
    assert!(desk.get("/tavolo-oiv/campione").await.says("Cifre fissate"));
    // What is written beside stays in both, and the way back keeps which figures were looked at.
    let fields = [("nodo", "301"), ("osservato", "Fiere annullate")];
    let written = desk.send("/tavolo-oiv?dati=oggi", &fields).await;
    assert!(written.to.contains("dati=oggi"), "{}", written.to);
    for path in ["/tavolo-oiv", "/tavolo-oiv?dati=oggi"] {
        assert!(desk.get(path).await.says("Osservazione: Fiere annullate"));
    }
}

#[tokio::test]
async fn a_sample_of_a_closed_round_is_drawn_from_its_readings_and_stays_what_it_was() {
    let desk = modena().await;
    let before = desk.send("/tavolo-oiv/campione", &[("quante", "8"), ("seme", "2020")]).await;
    assert_eq!(before.status, StatusCode::SEE_OTHER);
    let open = desk.get("/tavolo-oiv/campione").await.tables();
    close_june(&desk).await;
    desk.send("/tavolo-oiv/campione", &[("quante", "8"), ("seme", "2020")]).await;
    let closed = desk.get("/tavolo-oiv/campione").await.tables();
    assert_eq!(open[0], closed[0], "the same readings, the same seed");
}
