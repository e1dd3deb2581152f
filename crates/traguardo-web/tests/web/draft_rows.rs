//! The form of a row of the draft: everything that a revision changes is changed there.
//! Not here: the draft's way to its adoption, see `revisions.rs`.

use crate::support::sending::{by_script, form};
use crate::support::somebody::entrance;
use crate::support::{Answer, HOME, Site, site_for};
use axum::body::Body;
use axum::http::{Request, StatusCode, header};

const QUOTA: [(&str, &str); 2] = [("codice", "QUOTA"), ("padre", "S2")];

/// A site with a draft, and the version of the draft that was seen last.
struct Draft {
    site: Site,
    version: u32,
}

async fn draft() -> Draft {
    let mut draft = Draft { site: site_for(entrance()).await, version: 0 };
    let made = draft.post("", &[]).await;
    assert_eq!(made.status, StatusCode::SEE_OTHER);
    draft.version = 1;
    draft
}

impl Draft {
    async fn get(&self, part: &str) -> Answer {
        self.site.get(&format!("{HOME}/revisioni/bozza{part}")).await
    }

    async fn post(&self, part: &str, fields: &[(&str, &str)]) -> Answer {
        self.site.ask(self.form(part, fields)).await
    }

    fn form(&self, part: &str, fields: &[(&str, &str)]) -> Request<Body> {
        let version = self.version.to_string();
        let fields = [&[("versione", &*version)], fields].concat();
        form(&format!("{HOME}/revisioni/bozza{part}"), &fields)
    }

    /// Presses a button of the form of a row.
    async fn press(&self, row: &[(&str, &str)], button: &str, cells: &[(&str, &str)]) -> Answer {
        self.post("/riga", &[row, &[("azione", button)], cells].concat()).await
    }

    /// What the page asks for by itself while somebody is typing.
    async fn typing(&self, row: &[(&str, &str)], cells: &[(&str, &str)]) -> Answer {
        self.scripted(&[row, &[("azione", "prova")], cells].concat()).await
    }

    async fn scripted(&self, fields: &[(&str, &str)]) -> Answer {
        self.site.ask(by_script(self.form("/riga", fields))).await
    }

    /// Saves a row, which must be taken.
    async fn save(&mut self, row: &[(&str, &str)], cells: &[(&str, &str)]) {
        let saved = self.press(row, "salva", cells).await;
        assert_eq!(saved.status, StatusCode::SEE_OTHER, "{}", saved.words());
        self.version += 1;
    }

    /// What the draft changes of the plan, cell by cell.
    async fn changes(&self) -> String {
        let page = self.get("").await;
        let (_, after) = page.body.split_once("aria-labelledby=\"changes\"").unwrap();
        let (changes, _) = after.split_once("</section>").unwrap();
        let text = changes.split('<').filter_map(|piece| piece.split_once('>').map(|(_, t)| t));
        let text = text.collect::<Vec<_>>().join(" ").replace("&#62;", ">").replace("&#60;", "<");
        text.split_whitespace().collect::<Vec<_>>().join(" ")
    }
}

#[tokio::test]
async fn every_target_of_a_row_is_changed_taken_away_or_added() {
    let mut draft = draft().await;
    let row = [("codice", "TEMPI"), ("padre", "S2")];
    let form = draft.get("/riga?codice=TEMPI&padre=S2").await;
    for name in ["target", "target_2016", "target_2020", "soglia_80", "soglia_60"] {
        assert!(form.body.contains(&format!("name=\"{name}\"")), "{name}");
    }
    assert!(form.says("Target al 30 giugno 2019"), "a checkpoint without a target is offered");
    let cells = [
        ("target", "<= 4,40 gg"),
        ("target_2020", "<= 4,30 gg"),
        ("soglia_80", "4,70 gg"),
        ("soglia_60", ""),
        ("altro_quale", "periodico_2019-06-30"),
        ("altro_target", "<= 4,80 gg"),
    ];
    draft.save(&row, &cells).await;
    let changes = draft.changes().await;
    for told in [
        "target prima <= 4,60 gg dopo <= 4,40 gg",
        "target_2020 prima <= 4,50 gg dopo <= 4,30 gg",
        "soglia_80 prima 4,80 gg dopo 4,70 gg",
        "soglia_60 prima 5,00 gg",
        "periodico_2019-06-30 dopo <= 4,80 gg",
    ] {
        assert!(changes.contains(told), "{told}: {changes}");
    }
    let more = [("altro_quale", "soglia"), ("altro_dove", "40"), ("altro_target", "5,50 gg")];
    draft.save(&row, &more).await;
    assert!(draft.changes().await.contains("soglia_40 dopo 5,50 gg"));
    for (cells, said) in [
        (&[("altro_target", "5")][..], "Dire quale target si aggiunge"),
        (&[("altro_quale", "target_2020"), ("altro_target", "5")], "Questo target c'è già"),
        (
            &[("altro_quale", "soglia"), ("altro_dove", "120"), ("altro_target", "5")],
            "punti da 0 a 100",
        ),
    ] {
        let refused = draft.press(&row, "salva", cells).await;
        assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(refused.says(said), "{}", refused.words());
    }
}

#[tokio::test]
async fn a_node_gets_another_title_level_parent_quotas_owners_and_note() {
    let mut draft = draft().await;
    let cells = [
        ("titolo", "Eventi"),
        ("livello", "obiettivo operativo"),
        ("sotto", "S2"),
        ("quota_indicatori", "60"),
        ("quota_obiettivi", "40"),
        ("peso", "55,5"),
        ("responsabile", "A1.2"),
        ("rilevatore", "A1.1, A2"),
        ("note", "Spostato\r\nper decisione della Giunta"),
    ];
    draft.save(&[("codice", "P1"), ("padre", "")], &cells).await;
    let changes = draft.changes().await;
    for told in [
        "padre prima S1 dopo S2",
        "livello prima programma dopo obiettivo operativo",
        "titolo prima Eventi e fiere dopo Eventi",
        "quota_indicatori dopo 60",
        "quota_obiettivi dopo 40",
        "peso prima 50 dopo 55,5",
        "responsabile prima A1.1 dopo A1.2",
        "rilevatore dopo A1.1 | A2",
        "note dopo Spostato per decisione",
    ] {
        assert!(changes.contains(told), "{told}: {changes}");
    }
    let itself = draft.press(&[("codice", "S2"), ("padre", "")], "salva", &[("sotto", "P1")]).await;
    assert!(itself.says("S2 non può stare sotto sé stesso."), "{}", itself.words());
}

#[tokio::test]
async fn the_facts_of_an_indicator_are_changed_for_all_who_use_it() {
    let mut draft = draft().await;
    assert!(draft.get("/riga?codice=QUOTA&padre=S2").await.says("usato da un solo obiettivo"));
    let cells = [
        ("titolo", ""),
        ("indicatore_unita", "N."),
        ("indicatore_verso", "cala"),
        ("indicatore_formula", "pratiche evase / pratiche presentate"),
        ("indicatore_fonte", "Registro imprese"),
        ("indicatore_frequenza", "trimestrale"),
        ("indicatore_cumulato", "si"),
    ];
    draft.save(&QUOTA, &cells).await;
    let changes = draft.changes().await;
    for told in [
        "unita prima % dopo N.",
        "verso prima cresce dopo cala",
        "formula dopo pratiche evase / pratiche presentate",
        "fonte dopo Registro imprese",
        "frequenza dopo trimestrale",
        "cumulato dopo sì",
    ] {
        assert!(changes.contains(told), "{told}: {changes}");
    }
    assert!(!changes.contains("titolo"), "what was not touched stays: {changes}");
}

#[tokio::test]
async fn objectives_and_indicators_are_added() {
    let mut draft = draft().await;
    let form = draft.get("/riga?nuovo=obiettivo&padre=S2").await;
    assert!(form.body.contains("<option value=\"S2\" selected>"), "under the one it was asked for");
    let node = [("nuovo", "obiettivo"), ("codice", "P9")];
    let cells =
        [("titolo", "Sportello"), ("livello", "programma"), ("sotto", "S2"), ("peso", "10")];
    draft.save(&node, &cells).await;
    let known = [("nuovo", "indicatore"), ("codice", "TEMPI"), ("padre", "P9")];
    draft.save(&known, &[("peso", "50"), ("target", "<= 4 gg")]).await;
    let fresh = [("nuovo", "indicatore"), ("codice", "CODE"), ("padre", "P9")];
    let facts = [("indicatore_titolo", "Code allo sportello"), ("indicatore_verso", "cala")];
    draft.save(&fresh, &[&facts[..], &[("peso", "50"), ("target", "<= 10")]].concat()).await;
    let changes = draft.changes().await;
    assert!(changes.contains("inserito Nodo P9 · Sportello"), "{changes}");
    assert!(changes.contains("Indicatore TEMPI nel nodo P9"), "{changes}");
    assert!(changes.contains("inserito Indicatore CODE · Code allo sportello"), "{changes}");
    let again = draft.press(&known, "salva", &[]).await;
    assert!(again.says("Nella bozza TEMPI (P9) c'è già."), "{}", again.words());
    let other = [("nuovo", "indicatore"), ("codice", "TEMPI"), ("padre", "P1")];
    let both = draft.press(&other, "salva", &facts).await;
    assert!(both.says("L'indicatore TEMPI c'è già"), "{}", both.words());
    let nowhere = [("nuovo", "indicatore"), ("codice", "TEMPI"), ("padre", "")];
    let nowhere = draft.press(&nowhere, "salva", &[]).await;
    assert!(nowhere.says("Scegliere l'obiettivo"), "{}", nowhere.words());
}

#[tokio::test]
async fn the_effect_is_seen_before_it_is_saved() {
    let mut draft = draft().await;
    let row = [("codice", "STUDENTI"), ("padre", "P2")];
    let tried = draft.press(&row, "prova", &[("target", ">= 800 N."), ("peso", "90")]).await;
    assert_eq!(tried.status, StatusCode::OK);
    assert!(tried.says("Queste sono prove"), "{}", tried.words());
    assert!(tried.body.contains("<del>65,00</del>") && tried.body.contains("<ins>97,50</ins>"));
    assert!(tried.body.contains("value=\"&#62;= 800 N.\""), "what was typed stays");
    assert!(tried.says("P2"), "{}", tried.words());
    assert!(draft.changes().await.contains("dice ancora quello che dice il piano"));
    draft.save(&row, &[("target", ">= 800 N."), ("peso", "90")]).await;
    let saved = draft.get("/riga?codice=STUDENTI&padre=P2&fatto=salvata").await;
    assert!(saved.says("Salvato nella bozza."));
    assert!(saved.body.contains("<ins>97,50</ins>"), "{}", saved.words());
}

#[tokio::test]
async fn whoever_is_still_typing_gets_the_effect_alone_and_nothing_is_saved() {
    let mut draft = draft().await;
    let row = [("codice", "STUDENTI"), ("padre", "P2")];
    let typed = draft.typing(&row, &[("target", ">= 800 N."), ("peso", "90")]).await;
    assert_eq!(typed.status, StatusCode::OK);
    assert!(typed.body.starts_with("<h2 id=\"effects\">") && !typed.body.contains("<main"));
    assert!(typed.says("L'effetto della bozza con quello che è scritto qui"));
    assert!(typed.body.contains("<ins>97,50</ins>"), "{}", typed.body);
    let said = typed.body.split_once("<p data-said hidden>").unwrap().1;
    assert!(said.contains("Punteggi che cambiano: "), "{said}");
    assert!(draft.changes().await.contains("dice ancora quello che dice il piano"));
    let same = draft.typing(&row, &[("peso", "100")]).await;
    assert!(same.says("L'effetto della bozza sui punteggi"), "{}", same.words());
    assert!(same.says("Nessun punteggio cambia. Problemi nuovi: 0."), "{}", same.words());
    // Half a figure is none yet: that is no error of the page.
    let half = draft.typing(&row, &[("peso", "9x")]).await;
    assert_eq!(half.status, StatusCode::OK);
    assert!(half.says("Il peso è un numero da 0 a 100"), "{}", half.words());
    let gone = draft.scripted(&[&row[..], &[("azione", "togli")]].concat()).await;
    assert_eq!(gone.status, StatusCode::OK, "what a script asks for never changes anything");
    draft.save(&row, &[("peso", "90")]).await;
    draft.version -= 1;
    let late = draft.typing(&row, &[("peso", "80")]).await;
    assert!(late.says("ha cambiato la bozza"), "{}", late.words());
}

#[tokio::test]
async fn the_card_the_mission_the_pira_and_the_marks_of_a_row_are_changed() {
    let mut draft = draft().await;
    let form = draft.get("/riga?codice=S1&padre=").await;
    assert!(form.body.contains("<details class=\"tg-fold\"><summary>Altri dati"), "closed");
    let row = [("codice", "S1"), ("padre", "")];
    let cells = [
        ("riferimento", "Obiettivo B06"),
        ("tipologia", "nuovo"),
        ("beneficio", "Più imprese all'estero"),
        ("risultato", ""),
        ("missione", "016"),
        ("pira", "si"),
        ("complessita", "30"),
        ("capacita", ""),
        ("innovazione", "20"),
    ];
    let tried = draft.press(&row, "prova", &cells).await;
    assert!(tried.body.contains("<details class=\"tg-fold\" open>"), "what was typed is in sight");
    draft.save(&row, &cells).await;
    let changes = draft.changes().await;
    for told in [
        "riferimento dopo Obiettivo B06",
        "tipologia dopo nuovo",
        "beneficio dopo Più imprese all",
        "missione dopo 016",
        "pira dopo sì",
        "capacita prima 20",
        "innovazione prima 15 dopo 20",
    ] {
        assert!(changes.contains(told), "{told}: {changes}");
    }
    assert!(!changes.contains("complessita"), "what was not touched stays: {changes}");
    draft.save(&[("codice", "EVENTI"), ("padre", "P1")], &[("pira", "")]).await;
    assert!(draft.changes().await.contains("pira prima sì"));
    let beyond = draft.press(&row, "salva", &[("innovazione", "130")]).await;
    assert_eq!(beyond.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(beyond.says("Un voto della pesatura è un numero da 0 a 100"), "{}", beyond.words());
}

#[tokio::test]
async fn an_indicator_moves_to_another_objective_with_all_that_its_row_has() {
    let mut draft = draft().await;
    let form = draft.get("/riga?codice=PAGAMENTI&padre=S2").await;
    assert!(form.body.contains("<option value=\"S2\" selected>"), "the one that uses it");
    let row = [("codice", "PAGAMENTI"), ("padre", "S2")];
    let typed = draft.typing(&row, &[("usato_da", "P1"), ("peso", "15")]).await;
    assert!(typed.says("P1 Eventi e fiere"), "{}", typed.words());
    let moved = draft.press(&row, "salva", &[("usato_da", "P1"), ("peso", "15")]).await;
    let place = format!("{HOME}/revisioni/bozza/riga?codice=PAGAMENTI&padre=P1&fatto=salvata");
    assert_eq!(moved.header(header::LOCATION), place);
    draft.version += 1;
    let changes = draft.changes().await;
    for told in [
        "eliminato Indicatore PAGAMENTI nel nodo S2",
        "inserito Indicatore PAGAMENTI nel nodo P1",
        "peso dopo 15",
        "target dopo -18",
        "missione dopo 032",
    ] {
        assert!(changes.contains(told), "{told}: {changes}");
    }
    let back = [("codice", "PAGAMENTI"), ("padre", "P1")];
    draft.save(&back, &[("usato_da", "S2"), ("peso", "20")]).await;
    assert!(draft.changes().await.contains("dice ancora quello che dice il piano"));
    let twice = [("nuovo", "indicatore"), ("codice", "PAGAMENTI"), ("padre", "P2")];
    draft.save(&twice, &[("peso", "10"), ("target", "-18")]).await;
    let taken = draft.press(&row, "salva", &[("usato_da", "P2")]).await;
    assert!(taken.says("Nella bozza PAGAMENTI (P2) c'è già."), "{}", taken.words());
}

#[tokio::test]
async fn whom_a_neutralised_weight_goes_to_is_said_before_it_is_saved() {
    let mut draft = draft().await;
    let form = draft.get("/riga?codice=PAGAMENTI&padre=S2").await;
    assert!(form.says("Il suo peso andrebbe a:"), "{}", form.words());
    assert!(
        form.says("QUOTA (S2) Quota di pratiche evase entro cinque giorni 30 37,5"),
        "{}",
        form.words()
    );
    assert!(form.says("TEMPI (S2)") && form.says("50 62,5"), "{}", form.words());
    let row = [("codice", "PAGAMENTI"), ("padre", "S2")];
    let done = draft.press(&row, "neutralizza", &[("atto", "Giunta 65 25/07/2019")]).await;
    assert_eq!(done.status, StatusCode::SEE_OTHER, "{}", done.words());
    draft.version += 1;
    let changes = draft.changes().await;
    assert!(
        changes.contains(
            "neutralizzato Indicatore PAGAMENTI nel nodo S2 · Tempestività dei pagamenti"
        )
    );
    assert!(
        changes.contains("peso prima 50 dopo 62,5") && changes.contains("peso prima 30 dopo 37,5")
    );
    let form = draft.get("/riga?codice=PAGAMENTI&padre=S2&fatto=neutralizzata").await;
    assert!(form.says("Neutralizzato nella bozza"), "{}", form.words());
    assert!(form.says("Questa riga non conta più nei punteggi. Giunta 65 25/07/2019"));
    assert!(!form.body.contains("value=\"neutralizza\""));
    let gone = draft.press(&[("codice", "M2"), ("padre", "")], "togli", &[]).await;
    assert_eq!(gone.header(header::LOCATION), format!("{HOME}/revisioni/bozza"));
}
