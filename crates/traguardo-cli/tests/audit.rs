//! `traguardo audit` on Modena and on small plans: what it names, in which format, how it ends.
//! Not here: how a figure is judged, see the core.
#![allow(clippy::unwrap_used, clippy::panic, reason = "a test that fails says so by panicking")]

mod support;

use insta::assert_snapshot;
use serde_json::Value;
use support::{Folder, modena, run_on};

const AT: [&str; 2] = ["--at", "2020-06-30"];

#[test]
fn on_modena_area_1_is_wrong_and_nothing_else() {
    let ran = run_on("audit", &modena(), &AT);
    assert_eq!(ran.code, 1, "{}", ran.err);
    assert_snapshot!(ran.out, @r#"
    Camera di commercio di Modena, piano 2020: risultati stampati, verificati al 30 giugno 2020
    sbagliato 1 · Competitività delle imprese: È stampato 73,43, ma le sue parti, come sono stampate, danno 71,43: 33,34% × 62,96 + 33,33% × 97,50 + 33,33% × 53,84. La differenza è 2,00, e con gli arrotondamenti si arriva solo da 71,42 a 71,44.
    entro l'arrotondamento 701 · Tutela della legalità: È stampato 81,01, dai dati esce 81,00. Le sue parti, come sono stampate, danno da 81,00 a 81,01: la differenza sta nell'arrotondamento.
    entro l'arrotondamento 701.C2.1 · Favorire la tutela della legalità, in particolare sviluppando, anche in collaborazione con le Istituzioni locali, azioni di contrasto preventivo alla criminalità economica: È stampato 44,67, dai dati esce 44,66. Le sue parti, come sono stampate, danno da 44,66 a 44,67: la differenza sta nell'arrotondamento.
    entro l'arrotondamento C2.4_01 (701.C2.1) · Tasso di evasione dei verbali di accertamento: È stampato 64,13, la rilevazione 6,41 contro 10,00 come è scritta dà 64,10. Se è stata arrotondata all'ultima cifra, può dare da 64,05 a 64,15: la differenza di 0,03 sta nell'arrotondamento.
    Risultati stampati: 140. uguale 136, entro l'arrotondamento 3, sbagliato 1.
    "#);
}

#[test]
fn the_json_of_modena_has_all_140_figures_with_their_verdicts() {
    let ran = run_on("audit", &modena(), &[&AT[..], &["--format", "json"]].concat());
    assert_eq!(ran.code, 1);
    let json: Value = serde_json::from_str(&ran.out).unwrap();
    assert_eq!(
        (json["body"].as_str(), json["at"].as_str()),
        (Some("cciaa_mo"), Some("2020-06-30"))
    );
    let counts = ["equal", "within_rounding", "follows_wrong", "wrong", "not_compared"]
        .map(|verdict| json["counts"][verdict].as_u64().unwrap());
    assert_eq!(counts, [136, 3, 0, 1, 0]);
    let figures = json["figures"].as_array().unwrap();
    assert_eq!(figures.len(), 140);
    assert_snapshot!(serde_json::to_string_pretty(&figures[0]).unwrap(), @r#"
    {
      "code": "1",
      "computed": "71,43",
      "kind": "node",
      "message": "È stampato 73,43, ma le sue parti, come sono stampate, danno 71,43: 33,34% × 62,96 + 33,33% × 97,50 + 33,33% × 53,84. La differenza è 2,00, e con gli arrotondamenti si arriva solo da 71,42 a 71,44.",
      "outcome": "scored",
      "printed": "73,43",
      "title": "Competitività delle imprese",
      "verdict": "wrong"
    }
    "#);
    assert_eq!(
        (figures[2]["kind"].as_str(), figures[2]["printed"].as_str()),
        (Some("indicators"), Some("47,69"))
    );
}

#[test]
fn the_csv_has_a_row_for_each_figure() {
    let ran = run_on("audit", &modena(), &[&AT[..], &["--format", "csv"]].concat());
    assert_eq!(ran.out.lines().count(), 141);
    assert_snapshot!(ran.out.lines().take(4).collect::<Vec<_>>().join("\n"), @r#"
    codice;padre;cifra;titolo;stampato;calcolato;esito;motivo
    1;;nodo;Competitività delle imprese;73,43;71,43;sbagliato;È stampato 73,43, ma le sue parti, come sono stampate, danno 71,43: 33,34% × 62,96 + 33,33% × 97,50 + 33,33% × 53,84. La differenza è 2,00, e con gli arrotondamenti si arriva solo da 71,42 a 71,44.
    301;;nodo;Internazionalizzazione;62,96;62,96;uguale;
    301;;indicatori del nodo;Internazionalizzazione;47,69;47,69;uguale;
    "#);
}

#[test]
fn a_plan_without_slips_or_without_printed_figures_ends_well() {
    let plan = "codice;padre;livello;titolo;peso;unita;verso;target;stampato\n\
         A;;area;Area;100;;;;88,00\n\
         1;A;obiettivo;Primo;60;;;;80,00\n\
         2;A;obiettivo;Secondo;40;;;;100\n\
         I1;1;indicatore;Partecipanti;100;N.;cresce;>= 10 N.;80,00\n\
         I2;2;indicatore;Giorni;100;gg;cala;<= 5 gg;-\n";
    let folder = Folder::good().with("piano.csv", plan);
    let ran = run_on("audit", folder.path(), &AT);
    assert_eq!(ran.code, 0, "{}", ran.err);
    assert_snapshot!(ran.out, @r#"
    Ente di prova, piano 2020: risultati stampati, verificati al 30 giugno 2020
    non confrontabile I2 (2) · Giorni: È stampato «-» al posto di una cifra; dai dati esce 100,00.
    Risultati stampati: 5. uguale 4, non confrontabile 1, sbagliato 0.
    "#);
    let ran = run_on("audit", Folder::good().path(), &AT);
    assert_eq!(ran.code, 0);
    assert_snapshot!(ran.out, @r#"
    Ente di prova, piano 2020: risultati stampati, verificati al 30 giugno 2020
    Il piano non riporta risultati stampati: non c'è nulla da verificare.
    "#);
}
