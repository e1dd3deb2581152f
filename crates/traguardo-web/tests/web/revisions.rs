//! A revision from its draft to its adoption, through the pages alone.
//! Not here: the same with a browser, and what the store promises.

use crate::support::sending::{form, parts};
use crate::support::somebody::entrance;
use crate::support::{Answer, HOME, Site, site_for};
use axum::http::{StatusCode, header};
use traguardo_web::Entrance;

const ROW: [(&str, &str); 2] = [("codice", "QUOTA"), ("padre", "S2")];

async fn site() -> Site {
    site_for(entrance()).await
}

async fn get(site: &Site, part: &str) -> Answer {
    site.get(&format!("{HOME}/revisioni{part}")).await
}

async fn send(site: &Site, part: &str, fields: &[(&str, &str)]) -> Answer {
    site.ask(form(&format!("{HOME}/revisioni{part}"), fields)).await
}

/// The fields of the row as the form shows them, but for its title.
async fn row(site: &Site, version: &str, title: &str) -> Answer {
    let page = get(site, "/bozza/riga?codice=QUOTA&padre=S2").await;
    let cells =
        ["target", "peso", "responsabile", "rilevatore"].map(|name| (name, page.field(name)));
    let mut fields = ROW.to_vec();
    fields.extend([("versione", version), ("azione", "salva"), ("titolo", title)]);
    fields.extend(cells.iter().map(|(name, text)| (*name, text.as_str())));
    send(site, "/bozza/riga", &fields).await
}

/// Adopts the draft as it was seen, with the document of the act where there is one.
async fn adopt(site: &Site, fields: &[(&str, &str)], file: Option<(&str, &[u8])>) -> Answer {
    let file = file.map(|(name, bytes)| ("documento", name, bytes));
    site.ask(parts(&format!("{HOME}/revisioni/bozza/adotta"), fields, file)).await
}

const ACT: [(&str, &str); 3] = [("organo", "Giunta"), ("numero", "65"), ("data", "2019-07-25")];

#[tokio::test]
async fn a_draft_is_made_edited_and_adopted_and_the_register_tells_it() {
    let site = site().await;
    assert!(get(&site, "").await.says("Il piano ha una revisione"));
    let made = send(&site, "/bozza", &[("motivo", "Rolling di luglio")]).await;
    assert_eq!(made.status, StatusCode::SEE_OTHER);
    assert!(get(&site, "/bozza").await.says("La bozza dice ancora quello che dice il piano."));
    let saved = row(&site, "1", "Quota nuova").await;
    assert_eq!(saved.status, StatusCode::SEE_OTHER, "{}", saved.words());
    let draft = get(&site, "/bozza").await;
    assert!(draft.body.contains("<ins>Quota nuova</ins>"), "{}", draft.words());
    // A draft is never shown as the plan.
    assert!(!site.get(&format!("{HOME}/albero")).await.says("Quota nuova"));
    let fields = [&[("versione", "2")], &ACT[..]].concat();
    let adopted = adopt(&site, &fields, None).await;
    assert_eq!(adopted.status, StatusCode::SEE_OTHER, "{}", adopted.words());
    let list = get(&site, "").await;
    assert!(list.says("Giunta, atto n. 65 del"), "{}", list.words());
    assert!(list.says("Rolling di luglio") && list.says("Quota nuova"));
    let compared = get(&site, "/confronto?da=1&a=2").await;
    assert!(compared.body.contains("<ins>Quota nuova</ins>"));
    let back = get(&site, "/confronto?da=2&a=1").await;
    assert!(back.body.contains("<del>Quota nuova</del>"));
    assert!(get(&site, "/al?giorno=2019-07-25").await.says("revisione n. 2"));
    assert!(get(&site, "/al?giorno=2019-07-20").await.says("revisione n. 1"));
}

#[tokio::test]
async fn the_register_is_had_as_csv_and_as_json() {
    let site = site().await;
    send(&site, "/bozza", &[]).await;
    row(&site, "1", "Quota nuova").await;
    adopt(&site, &[&[("versione", "2")], &ACT[..]].concat(), None).await;
    let csv = get(&site, "/registro/csv").await;
    assert!(csv.header(header::CONTENT_TYPE).starts_with("text/csv"));
    assert!(csv.body.contains("Quota nuova"), "{}", csv.body);
    let json = get(&site, "/registro/json").await;
    assert!(json.body.contains("\"after\":\"Quota nuova\""), "{}", json.body);
    assert!(json.body.contains("\"organ\":\"Giunta\""));
    assert_eq!(get(&site, "/registro/pdf").await.status, StatusCode::NOT_FOUND);
}

#[tokio::test]
async fn the_document_of_an_act_is_kept_and_given_back_from_the_register() {
    let site = site().await;
    send(&site, "/bozza", &[]).await;
    row(&site, "1", "Quota nuova").await;
    let fields = [&[("versione", "2")], &ACT[..]].concat();
    let other = adopt(&site, &fields, Some(("delibera.exe", b"MZ"))).await;
    assert!(other.says("Questo tipo di file non si può allegare."), "{}", other.words());
    let forged = adopt(&site, &fields, Some(("delibera.pdf", b"<html>"))).await;
    assert_eq!(forged.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(forged.says("non è quello che il nome dice"), "{}", forged.words());
    assert!(forged.body.contains("value=\"65\""), "what was typed stays");
    assert!(get(&site, "").await.says("Il piano ha una revisione"), "nothing was adopted");
    let adopted = adopt(&site, &fields, Some(("delibera n. 65.pdf", b"%PDF-1.7 delibera"))).await;
    assert_eq!(adopted.status, StatusCode::SEE_OTHER, "{}", adopted.words());
    let list = get(&site, "").await;
    assert!(list.body.contains(&format!("href=\"{HOME}/revisioni/atti/2\"")), "{}", list.words());
    assert!(list.says("Il documento dell'atto (delibera n. 65.pdf)"));
    let file = get(&site, "/atti/2").await;
    assert_eq!(file.body, "%PDF-1.7 delibera");
    assert_eq!(file.header(header::CONTENT_TYPE), "application/octet-stream");
    assert!(file.header(header::CONTENT_DISPOSITION).contains("delibera n. 65.pdf"));
    assert_eq!(get(&site, "/atti/1").await.status, StatusCode::NOT_FOUND);
    assert_eq!(get(&site, "/atti/x").await.status, StatusCode::NOT_FOUND);
    let json = get(&site, "/registro/json").await;
    assert!(json.body.contains("\"file\":\"delibera n. 65.pdf\""), "{}", json.body);
}

#[tokio::test]
async fn who_comes_second_is_told_who_came_first_and_loses_nothing() {
    let site = site().await;
    send(&site, "/bozza", &[]).await;
    row(&site, "1", "Prima").await;
    let second = row(&site, "1", "Seconda").await;
    assert_eq!(second.status, StatusCode::CONFLICT);
    assert!(second.says("ha cambiato la bozza"));
    assert!(second.body.contains(">Seconda</textarea>"), "what was typed stays");
    assert!(second.says("Nella bozza c'è «Prima»"), "{}", second.words());
    assert!(second.body.contains("name=\"versione\" value=\"2\""));
    let again = row(&site, "2", "Seconda").await;
    assert_eq!(again.status, StatusCode::SEE_OTHER);
}

#[tokio::test]
async fn what_cannot_be_is_said_and_changes_nothing() {
    let site = site().await;
    send(&site, "/bozza", &[]).await;
    let wrong = [&ROW[..], &[("versione", "1"), ("azione", "neutralizza"), ("atto", " ")]].concat();
    let said = send(&site, "/bozza/riga", &wrong).await;
    assert_eq!(said.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(said.says("Per neutralizzare serve l'atto."), "{}", said.words());
    let no_act = adopt(&site, &[("versione", "1")], None).await;
    assert_eq!(no_act.status, StatusCode::UNPROCESSABLE_ENTITY);
    let same = adopt(&site, &[&[("versione", "1")], &ACT[..]].concat(), None).await;
    assert!(same.says("non c'è niente da adottare"), "{}", same.words());
    send(&site, "/bozza/abbandona", &[]).await;
    assert_eq!(get(&site, "/bozza").await.status, StatusCode::NOT_FOUND);
}

#[tokio::test]
async fn nobody_sees_or_changes_a_draft() {
    let site = site_for(Entrance::SignIn).await;
    let page = site.get(&format!("{HOME}/revisioni")).await;
    assert_eq!(page.status, StatusCode::OK);
    assert!(!page.says("Fare una bozza"));
    for part in ["/bozza", "/bozza/riga"] {
        let refused = site.get(&format!("{HOME}/revisioni{part}")).await;
        assert!(!refused.status.is_success(), "{part}");
    }
    assert_eq!(send(&site, "/bozza", &[]).await.status, StatusCode::FORBIDDEN);
}
