//! A target read while one types, and the open questions of a plan answered.
//! Not here: the same with a browser, see `tests/browser` of the repository.

use std::path::Path;

use crate::support::sending::{form, letters};
use crate::support::somebody::entrance;
use crate::support::{Answer, HOME, Site, site_for};
use axum::body::Body;
use axum::http::{Request, StatusCode, header};
use traguardo::target::Expected;

/// What the form of the open question on `QUOTA` sends.
const QUOTA: [(&str, &str); 4] =
    [("codice", "QUOTA"), ("padre", "S2"), ("colonna", "target"), ("scritto", "circa 90 %")];

async fn site() -> Site {
    site_for(entrance()).await
}

async fn send(site: &Site, fields: &[(&str, &str)]) -> Answer {
    // A form of another target says so itself.
    let own = QUOTA.iter().filter(|(name, _)| fields.iter().all(|(other, _)| other != name));
    let fields: Vec<_> = own.chain(fields).copied().collect();
    site.ask(form(&format!("{HOME}/domande"), &fields)).await
}

#[tokio::test]
async fn a_phrase_is_read_in_words_with_its_normal_form_and_a_worked_example() {
    let site = site().await;
    let page = site.get("/target?frase=%3E%3D%20600%20N.&anno=2026").await;
    assert_eq!(page.status, StatusCode::OK);
    assert!(page.body.contains("value=\"&#62;= 600 N.\""), "the phrase stays in its field");
    assert!(page.says("Letto") && page.says("Forma normale: >= 600"));
    assert!(page.says("480 N. 100 × 480 / 600 = 80,00 Quasi raggiunto 80,00"));
    let deadline = site.get("/target?frase=entro+il+31%2F12%2F2026&anno=2026").await;
    assert!(deadline.says("fatto il 31/12/2026 Raggiunto 100,00"));
    assert!(deadline.says("fatto il 10/01/2027 Lontano 0,00"));
    let down = site.get("/target?frase=4%2C60+gg&anno=2026&verso=cala").await;
    assert!(down.says("5,52 gg 100 × (1 − 0,92 / 4,60) = 80,00"), "{}", down.words());
}

#[tokio::test]
async fn a_phrase_that_is_not_sure_is_a_question() {
    let site = site().await;
    let page = site.get("/target?frase=entro+il+34.04.2026&anno=2026").await;
    assert!(page.says("Da chiarire") && page.says("un giorno che non esiste nel calendario"));
    assert!(!page.says("Come si calcola Con valori"));
    let long = site.get(&format!("/target?frase={}", "9".repeat(1001))).await;
    assert!(long.says("Il testo è troppo lungo"));
    let year = site.get("/target?frase=5&anno=venti").await;
    assert!(year.says("L'anno del piano si scrive con quattro cifre"));
    let markup = site.get("/target?frase=%3Cscript%3Ealert(1)%3C/script%3E&anno=2026").await;
    assert!(!markup.body.contains("<script>alert"));
}

#[tokio::test]
async fn while_one_types_only_the_reading_comes() {
    let request = Request::get("/target?frase=%3E%3D%205&anno=2026").header("hx-request", "true");
    let part = site().await.ask(request.body(Body::empty()).unwrap()).await;
    assert!(!part.body.contains("<html") && part.says("Forma normale: >= 5"));
    let vary: Vec<_> = part.headers.get_all(header::VARY).iter().collect();
    assert!(vary.iter().any(|text| text.as_bytes() == b"hx-request"), "{vary:?}");
}

#[tokio::test]
async fn open_questions_stand_on_a_page_in_the_menu_and_on_the_home() {
    let site = site().await;
    let page = site.get(&format!("{HOME}/domande")).await;
    assert!(page.says("3 target aspettano una risposta."));
    assert!(page.says("QUOTA · S2 · target 2019 Nel piano è scritto: circa 90 %"));
    assert!(page.says("QUOTA · S2 · target 2020 Nel piano è scritto: come da allegato 3"));
    assert!(page.body.contains("Domande <span class=\"tg-count\">3</span>"));
    let home = site.get(HOME).await;
    assert!(home.says("3 target non si leggono con certezza"));
    assert_eq!(site.get(&format!("{HOME}/domande?lang=en")).await.status, StatusCode::OK);
}

#[tokio::test]
async fn an_answer_is_kept_with_who_and_when_and_the_target_scores_from_then_on() {
    let site = site().await;
    let answer = send(&site, &[("significa", ">= 90 %")]).await;
    assert_eq!(answer.status, StatusCode::SEE_OTHER);
    let page = site.get(answer.header(header::LOCATION)).await;
    assert!(page.says("Risposta salvata: «circa 90 %» ora si legge"), "{}", page.words());
    assert!(page.says("93,89") && page.says("2 target aspettano una risposta."));
    assert!(page.says("Significa: >= 90 % Anna Esempio (anna),"));
    let why = site.get(&format!("{HOME}/spiega/S2/QUOTA")).await;
    assert!(why.says("Target dell'anno: «circa 90 %».") && why.says("da Anna Esempio"));
    let again = send(&site, &[("significa", ">= 80 %")]).await;
    assert_eq!(again.status, StatusCode::SEE_OTHER);
    let page = site.get(&format!("{HOME}/domande")).await;
    assert!(page.says("Significa: >= 80 % Anna Esempio (anna),") && !page.says(">= 90 % Anna"));
}

/// The site of the plan in which a step of `EVENTI` cannot be read.
async fn site_with_a_doubtful_step() -> Site {
    let plan = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../tests/browser/plans/pluriennale");
    let mut hand_in = traguardo_files::read(&plan).unwrap();
    let used = hand_in.plan.uses.iter_mut().find(|used| used.indicator == "EVENTI").unwrap();
    used.details.targets.steps.clear();
    used.details.targets.steps.insert(80.into(), Expected::written("circa 500"));
    hand_in.plan.understand();
    let site = Site::empty(entrance()).await;
    site.save(&hand_in.plan, &hand_in.readings, &hand_in.rules).await;
    site
}

#[tokio::test]
async fn a_doubtful_step_is_answered_where_it_stands_and_its_target_scores() {
    let site = site_with_a_doubtful_step().await;
    let page = site.get(&format!("{HOME}/domande")).await;
    assert!(page.says("soglia 80 Nel piano è scritto: circa 500"), "{}", page.words());
    let why = format!("{HOME}/spiega/P1/EVENTI");
    let before = site.get(&why).await;
    assert!(!before.says("80,00"), "{}", before.words());
    let step = [
        ("codice", "EVENTI"),
        ("padre", "P1"),
        ("colonna", "soglia_80"),
        ("scritto", "circa 500"),
        ("significa", "300"),
    ];
    let answer = send(&site, &step).await;
    assert_eq!(answer.status, StatusCode::SEE_OTHER, "{}", answer.words());
    let page = site.get(answer.header(header::LOCATION)).await;
    assert!(page.says("«circa 500» ora si legge"), "{}", page.words());
    assert!(!page.says("soglia 80 Nel piano è scritto: circa 500 Proposte"));
    // 305 by 30 June: the step at 300, not the 600 of the target.
    let after = site.get(&why).await;
    assert!(after.says("80,00"), "{}", after.words());
}

#[tokio::test]
async fn an_answer_that_cannot_be_taken_loses_nothing_that_was_typed() {
    let site = site().await;
    for (fields, said) in [
        (vec![("significa", "parecchie")], "«parecchie» non si legge ancora"),
        (vec![("significa", "")], "Scegli una proposta o scrivi il significato."),
        (vec![("significa", ">= 90 %"), ("proposta", ">= 80 %")], "lascia uno dei due"),
    ] {
        let answer = send(&site, &fields).await;
        assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY, "{said}");
        assert!(answer.says(said), "{said}: {}", answer.words());
        for (name, text) in fields.iter().filter(|(name, _)| *name != "proposta") {
            let text = text.trim().replace('>', "&#62;");
            assert!(answer.body.contains(&format!("value=\"{text}")), "{name} is lost");
        }
    }
    let page = site.get(&format!("{HOME}/domande")).await;
    assert!(page.says("3 target aspettano una risposta."));
}

#[tokio::test]
async fn an_answer_to_a_target_that_has_changed_meanwhile_is_shown_beside_the_new_text() {
    let site = site().await;
    let other = [("scritto", "circa 80 %"), ("significa", ">= 80 %")];
    let fields: Vec<_> = QUOTA[..3].iter().chain(&other).copied().collect();
    let answer = site.ask(form(&format!("{HOME}/domande"), &fields)).await;
    assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(answer.says("ora è scritto «circa 90 %»"));
    assert!(answer.body.contains("value=\"&#62;= 80 %\""));
}

#[tokio::test]
async fn a_form_of_another_site_or_of_no_form_changes_nothing() {
    let site = site().await;
    let fields = letters(&[QUOTA.as_slice(), &[("significa", ">= 90 %")]].concat());
    let kind = "application/x-www-form-urlencoded";
    for (name, text) in [("sec-fetch-site", "cross-site"), ("origin", "https://altro.example")] {
        let request = Request::post(format!("{HOME}/domande"))
            .header(header::CONTENT_TYPE, kind)
            .header(header::HOST, "piani.ente.it")
            .header(name, text);
        let answer = site.ask(request.body(Body::from(fields.clone())).unwrap()).await;
        assert_eq!(answer.status, StatusCode::FORBIDDEN, "{name}");
        assert!(answer.says("La richiesta non viene da queste pagine"));
    }
    let request = Request::post(format!("{HOME}/domande")).header("sec-fetch-site", "same-origin");
    let answer = site.ask(request.body(Body::from("{}")).unwrap()).await;
    assert_eq!(answer.status, StatusCode::BAD_REQUEST);
    assert!(site.get(&format!("{HOME}/domande")).await.says("3 target aspettano"));
}

#[tokio::test]
async fn a_meaning_is_checked_while_it_is_written() {
    let site = site().await;
    let asked = |significa: &str| {
        let fields = [QUOTA.as_slice(), &[("significa", significa)]].concat();
        format!("{HOME}/domande/lettura?{}", letters(&fields))
    };
    assert!(site.get(&asked(">= 90 %")).await.says("si legge:"));
    assert!(site.get(&asked("tante")).await.says("«tante» non si legge ancora con certezza."));
    assert_eq!(site.get(&asked("")).await.body.trim(), "");
}

#[tokio::test]
async fn steps_stand_beside_their_target_and_in_its_explanation() {
    let site = site().await;
    let page = site.get(&format!("{HOME}/indicatori/TEMPI")).await;
    assert!(page.says("soglie 80: 4,80 gg · 60: 5,00 gg"));
    let why = site.get(&format!("{HOME}/spiega/S2/TEMPI")).await;
    assert!(why.says("Soglie sotto il target: 80: «4,80 gg», 60: «5,00 gg»."));
}
