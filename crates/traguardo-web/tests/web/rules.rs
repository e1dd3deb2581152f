//! The rules of a plan, seen by everybody, changed in the draft and adopted, through the pages.
//! Not here: the same with a browser, and what rules do to a score.

use crate::support::sending::{by_script, form, parts};
use crate::support::somebody::entrance;
use crate::support::{Answer, HOME, Site, site_for};
use axum::http::{StatusCode, header};
use traguardo::rules::Rules;
use traguardo_web::Entrance;

const FORM: &str = "/revisioni/bozza/regole";

async fn get(site: &Site, part: &str) -> Answer {
    site.get(&format!("{HOME}{part}")).await
}

async fn send(site: &Site, part: &str, fields: &[(&str, &str)]) -> Answer {
    sent(site, part, fields, false).await
}

async fn sent(site: &Site, part: &str, fields: &[(&str, &str)], is_typing: bool) -> Answer {
    let request = form(&format!("{HOME}{part}"), fields);
    site.ask(if is_typing { by_script(request) } else { request }).await
}

/// The form of the usual rules with some fields typed otherwise.
async fn typed(site: &Site, version: &str, action: &str, other: &[(&str, &str)]) -> Answer {
    filled(site, (version, action), other, false).await
}

async fn filled(
    site: &Site,
    (version, action): (&str, &str),
    other: &[(&str, &str)],
    is_typing: bool,
) -> Answer {
    let rules = traguardo_files::rules::written(&Rules::default());
    let mut fields: Vec<(&str, &str)> =
        rules.iter().map(|(key, text)| (key.as_str(), text.as_str())).collect();
    fields.extend([("valido_dal", "2019-01-01"), ("versione", version), ("azione", action)]);
    for (key, text) in other {
        match fields.iter_mut().find(|(known, _)| known == key) {
            Some(field) => field.1 = text,
            None => fields.push((key, text)),
        }
    }
    sent(site, FORM, &fields, is_typing).await
}

async fn adopt(site: &Site, version: &str, date: &str) -> Answer {
    let act = [("versione", version), ("organo", "Giunta"), ("numero", "12"), ("data", date)];
    site.ask(parts(&format!("{HOME}/revisioni/bozza/adotta"), &act, None)).await
}

#[tokio::test]
async fn everybody_sees_each_rule_with_its_figure_its_meaning_and_since_when() {
    let site = site_for(Entrance::SignIn).await;
    let page = site.get(&format!("{HOME}/regole")).await;
    assert_eq!(page.status, StatusCode::OK);
    let words = page.words();
    for said in [
        "quelle della revisione n. 1",
        "in vigore dal 1° gennaio 2019",
        "Punteggio massimo 100 punti Nessun indicatore supera 100 punti",
        "Giorni di ritardo zero Una scadenza non rispettata vale zero.",
        "Parti mancanti (N/D) zero Chi manca conta zero e tiene il suo peso.",
        "dal 21 luglio 2019, senza atto",
        "D.Lgs. 150/2009, art. 7",
        "Raggiunto 90 nessun limite",
        "Lontano 0 50",
    ] {
        assert!(words.contains(said), "{said}: {words}");
    }
    assert!(!words.contains("Fare una bozza e aprire le regole"), "nobody edits");
}

#[tokio::test]
async fn rules_are_tried_then_saved_then_adopted_and_the_register_says_before_and_after() {
    let site = entrance_site().await;
    let opened = send(&site, "/regole", &[]).await;
    assert_eq!(opened.header(header::LOCATION), format!("{HOME}{FORM}"));
    assert!(get(&site, FORM).await.says("Le regole scritte qui sono quelle adottate."));
    let new = [("fasce.1.da", "95"), ("nodo.mancante", "escludi"), ("fasce.1.colore", "blu")];
    let tried = typed(&site, "1", "prova", &new).await;
    assert_eq!(tried.status, StatusCode::OK);
    assert!(tried.says("Niente è ancora salvato"), "{}", tried.words());
    assert!(tried.says("stampati cambiano su"), "{}", tried.words());
    assert!(tried.body.contains("value=\"95\"") && tried.says("Parti mancanti (N/D)"));
    assert!(get(&site, FORM).await.says("sono quelle adottate"), "a trial saves nothing");
    let saved = typed(&site, "1", "salva", &new).await;
    assert_eq!(saved.status, StatusCode::SEE_OTHER, "{}", saved.words());
    assert!(get(&site, &format!("{FORM}?salvate=1")).await.says("salvate nella bozza"));
    // A draft is never what stands.
    assert!(get(&site, "/regole").await.says("Raggiunto 90 nessun limite"));
    assert_eq!(adopt(&site, "2", "2019-09-01").await.status, StatusCode::SEE_OTHER);
    let register = get(&site, "/revisioni").await.words();
    for said in
        ["nodo.mancante prima zero dopo escludi", "fasce.raggiunto.colore prima verde dopo blu"]
    {
        assert!(register.contains(said), "{said}: {register}");
    }
    assert!(register.contains("fasce prima 90 raggiunto"), "{register}");
    let today = get(&site, "/regole").await.words();
    for said in [
        "revisione n. 2",
        "Raggiunto 95 nessun limite",
        "non conta: il suo peso va agli altri. dal 1° settembre 2019: Giunta, atto n. 12",
        "Punteggio massimo 100 punti Nessun indicatore supera 100 punti, per quanto il risultato \
         superi il target. dal 21 luglio 2019, senza atto",
    ] {
        assert!(today.contains(said), "{said}: {today}");
    }
    for past in ["/regole?revisione=1", "/regole?giorno=2019-08-31"] {
        let past = get(&site, past).await.words();
        assert!(past.contains("com'erano") && past.contains("Raggiunto 90"), "{past}");
        assert!(!past.contains("Fare una bozza"), "what was is not edited: {past}");
    }
    assert!(get(&site, "/regole?revisione=9").await.says("Il piano non ha questa revisione"));
    assert!(get(&site, "/regole?giorno=ieri").await.says("Il giorno non si legge"));
}

#[tokio::test]
async fn whoever_is_still_typing_rules_gets_what_they_change_alone() {
    let site = entrance_site().await;
    send(&site, "/regole", &[]).await;
    let typing = [("fasce.1.da", "95"), ("nodo.mancante", "escludi")];
    let part = filled(&site, ("1", "prova"), &typing, true).await;
    assert_eq!(part.status, StatusCode::OK);
    assert!(part.says("stampati cambiano su") && !part.body.contains("<main"), "{}", part.body);
    let half = filled(&site, ("1", "prova"), &[("indicatore.massimo", "cen")], true).await;
    assert_eq!(half.status, StatusCode::OK);
    assert!(half.says("«cen» non va bene"), "{}", half.words());
    let saving = filled(&site, ("1", "salva"), &typing, true).await;
    assert_eq!(saving.status, StatusCode::OK);
    let form = get(&site, FORM).await;
    assert!(form.says("sono quelle adottate"), "what a script asks for never changes anything");
    let late = filled(&site, ("7", "prova"), &typing, true).await;
    assert!(late.says("ha cambiato la bozza"), "{}", late.words());
}

#[tokio::test]
async fn each_bad_figure_gets_one_sentence_and_the_rest_is_kept() {
    let site = entrance_site().await;
    send(&site, "/regole", &[]).await;
    let wrong = [("indicatore.massimo", "cento"), ("stampa.decimali", ""), ("fasce.2.da", "65")];
    let said = typed(&site, "1", "salva", &wrong).await;
    assert_eq!(said.status, StatusCode::UNPROCESSABLE_ENTITY);
    let words = said.words();
    assert!(words.contains("2 regole non si possono salvare così"), "{words}");
    assert_eq!(words.matches("«cento» non va bene per la chiave").count(), 1, "{words}");
    assert_eq!(words.matches("Manca la chiave «stampa.decimali»").count(), 1, "{words}");
    assert!(said.body.contains("value=\"cento\"") && said.body.contains("value=\"65\""));
    let unknown = typed(&site, "1", "salva", &[("fasce.99.da", "1")]).await;
    assert_eq!(unknown.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(unknown.says("campo sconosciuto"));
    let floor = typed(&site, "1", "salva", &[("indicatore.minimo", "200")]).await;
    assert!(floor.says("«200» non va bene"), "{}", floor.words());
    assert!(get(&site, FORM).await.says("sono quelle adottate"), "nothing is saved");
}

#[tokio::test]
async fn who_comes_second_is_told_who_came_first_and_keeps_what_was_typed() {
    let site = entrance_site().await;
    send(&site, "/regole", &[]).await;
    typed(&site, "1", "salva", &[("indicatore.massimo", "110")]).await;
    let second = typed(&site, "1", "salva", &[("indicatore.massimo", "120")]).await;
    assert_eq!(second.status, StatusCode::CONFLICT);
    assert!(second.says("Anna Esempio (anna) ha cambiato la bozza"), "{}", second.words());
    assert!(second.body.contains("value=\"120\"") && second.says("Nella bozza c'è «110»"));
    assert!(second.body.contains("name=\"versione\" value=\"2\""));
    let again = typed(&site, "2", "salva", &[("indicatore.massimo", "120")]).await;
    assert_eq!(again.status, StatusCode::SEE_OTHER);
}

#[tokio::test]
async fn a_band_is_taken_away_by_blanking_it_and_added_in_a_blank_line() {
    let site = entrance_site().await;
    send(&site, "/regole", &[]).await;
    let bands = [
        ("fasce.2.da", ""),
        ("fasce.2.nome", ""),
        ("fasce.5.da", "80"),
        ("fasce.5.nome", "buono"),
        ("fasce.5.colore", "blu"),
        ("fasce.5.forma", "cerchio"),
    ];
    assert_eq!(typed(&site, "1", "salva", &bands).await.status, StatusCode::SEE_OTHER);
    adopt(&site, "2", "2019-09-01").await;
    let page = get(&site, "/regole").await.words();
    assert!(page.contains("Buono 80 90") && !page.contains("Quasi raggiunto"), "{page}");
    let half = [("fasce.5.da", "80"), ("fasce.5.nome", "")];
    send(&site, "/regole", &[]).await;
    let said = typed(&site, "1", "salva", &half).await;
    assert!(said.says("fasce.5.nome"), "{}", said.words());
}

async fn entrance_site() -> Site {
    site_for(entrance()).await
}
