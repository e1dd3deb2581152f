//! What offices get wrong in their files: each with its name, its place and what the sentence says.
//! Not here: what is wrong between rows (parents, sums, cycles), which the core checks.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on says so by failing")]

use insta::assert_snapshot;
use traguardo::issue::{Issue, Layout};
use traguardo::text::{Lang, Texts};
use traguardo_files::{HandIn, Unreadable, read, read_files};

const BODY: &str =
    "ipa = 'cciaa_mo'\nnome = 'Camera'\nanno = 2020\nlivelli = ['ambito', 'obiettivo']\n";
const PLAN: &str = "codice;padre;livello;titolo;peso\n1;;ambito;Imprese;100\n";

fn hand_in(files: &[(&str, &str)]) -> Result<HandIn, Unreadable> {
    let bytes: Vec<_> = files.iter().map(|(name, text)| (*name, text.as_bytes())).collect();
    read_files(&bytes)
}

/// The beginning of a long list of what is allowed.
fn cut(text: &str) -> String {
    let most = text.char_indices().nth(50).map(|(at, _)| at);
    most.map_or_else(|| text.to_owned(), |at| format!("{}…", &text[..at]))
}

/// Each issue as `name · row · column · parameters`.
fn shown(issues: &[Issue]) -> String {
    let line = |issue: &Issue| {
        let place = &issue.place;
        let row = place.row.map(|row| row.to_string()).unwrap_or_default();
        let params: Vec<_> =
            issue.params.iter().map(|(name, text)| format!("{name}={}", cut(text))).collect();
        let column = place.column.as_deref().unwrap_or_default();
        format!("{} · {row} · {column} · {}", issue.kind.name, params.join(" "))
    };
    issues.iter().map(line).collect::<Vec<_>>().join("\n")
}

/// The issues of a plan that can still be read.
fn issues_of(files: &[(&str, &str)]) -> String {
    shown(&hand_in(files).unwrap().issues)
}

fn issues_of_plan(plan: &str) -> String {
    issues_of(&[("ente.toml", BODY), ("piano.csv", plan)])
}

fn issues_of_readings(readings: &str) -> String {
    issues_of(&[("ente.toml", BODY), ("piano.csv", PLAN), ("rilevazioni.csv", readings)])
}

fn issues_of_rules(rules: &str) -> String {
    issues_of(&[("ente.toml", BODY), ("piano.csv", PLAN), ("regole.toml", rules)])
}

/// The issues of a hand-in out of which no tree can be made.
fn why_not(files: &[(&str, &str)]) -> String {
    shown(&hand_in(files).unwrap_err().issues)
}

#[test]
fn a_path_that_leads_nowhere_and_an_empty_folder_are_said() {
    let nowhere = read("/nowhere/at/all".as_ref()).unwrap_err();
    assert_snapshot!(shown(&nowhere.issues), @"path-missing ·  ·  · found=/nowhere/at/all");
    assert_eq!(nowhere.layout, Layout::Folder);
    assert_snapshot!(why_not(&[]), @"folder-empty ·  ·  · found=");
    assert_snapshot!(why_not(&[("leggimi.txt", "")]), @"folder-empty ·  ·  · found=");
    let folder = std::env::temp_dir().join(format!("traguardo-empty-{}", std::process::id()));
    std::fs::create_dir_all(&folder).unwrap();
    let empty = read(&folder).unwrap_err();
    assert_eq!(empty.issues[0].kind.name, "folder-empty");
    std::fs::remove_dir(folder).unwrap();
}

#[test]
fn all_that_stops_a_plan_is_said_at_once() {
    assert_snapshot!(why_not(&[("piano.csv", "codice;titolo;pesso\n1;;x")]), @r#"
    table-missing ·  ·  · found=ente.toml
    column-unknown · 1 · pesso · found=pesso nearest=peso allowed=codice, padre, livello, titolo, peso, quota_indica…
    column-missing · 1 · livello · found=livello allowed=codice, livello, titolo
    "#);
    assert_snapshot!(why_not(&[("ente.toml", "nome = 'x'\nanno = 20\ncitta = 'Modena'")]), @r#"
    key-missing ·  · ipa · found=ipa
    key-not-allowed · 2 · anno · found=20 allowed=1990–2200 nearest=none
    key-unknown · 3 · citta · found=citta nearest=none allowed=ipa, nome, anno, orizzonte, livelli, verifiche, ve…
    table-missing ·  ·  · found=piano.csv
    "#);
    assert_snapshot!(why_not(&[("ente.toml", BODY), ("piano.csv", "codice;livello;titolo")]), @"plan-empty ·  ·  ·");
    assert_snapshot!(why_not(&[("ente.toml", BODY), ("piano.csv", "")]), @r#"
    column-missing · 1 · codice · found=codice allowed=codice, livello, titolo
    column-missing · 1 · livello · found=livello allowed=codice, livello, titolo
    column-missing · 1 · titolo · found=titolo allowed=codice, livello, titolo
    "#);
    assert_snapshot!(why_not(&[("Ente.TOML", BODY), ("piani.csv", PLAN), ("note.csv", "")]), @r#"
    table-unknown ·  ·  · found=piani.csv nearest=piano.csv
    table-missing ·  ·  · found=piano.csv
    "#);
}

#[test]
fn columns_are_named_with_the_nearest_known_one() {
    let plan = "Codice; PADRE ;livello;titolo;pesso;targhet_2021;periodico_30.06.2020;peso;peso;xyz;\n\
                1;;ambito;Imprese;;;;;;;\n";
    assert_snapshot!(issues_of_plan(plan), @r#"
    column-unknown · 1 · pesso · found=pesso nearest=peso allowed=codice, padre, livello, titolo, peso, quota_indica…
    column-unknown · 1 · targhet_2021 · found=targhet_2021 nearest=target_2021 allowed=codice, padre, livello, titolo, peso, quota_indica…
    column-twice · 1 · peso · found=peso first=H second=I
    column-unknown · 1 · xyz · found=xyz nearest=none allowed=codice, padre, livello, titolo, peso, quota_indica…
    "#);
    let twice = "codice;livello;titolo;target;target_2020;periodico_30/06/2020;periodico_2020-06-30\n1;ambito;a";
    assert_snapshot!(issues_of_plan(twice), @r#"
    column-twice · 1 · periodico_2020-06-30 · found=periodico_2020-06-30 first=F second=G
    column-twice · 1 · target_2020 · found=target_2020 first=D second=E
    "#);
}

#[test]
fn cells_of_the_plan_that_cannot_be_read_make_their_row_faulty() {
    let plan = "\
codice;padre;livello;titolo;peso;quota_indicatori;unita;verso;cumulato;pira;stato
1;;ambito;Imprese;-5;;;;;;
2;;ambito;Turismo;1.23;50;%;;;;
3;;ambito;;10001;-1;;;;SI;
;;ambito;Senza codice;100;;;;;;
A;1;indicatore;Quota;dieci;;;cresca;forse;;elimnato
B;;Indicatore;Senza padre;100 %;;;CALA;No;no;Eliminato
C;1;indicatore;Cifre;1234567890123456789012345678901234567890;60;gg;;;;
D;1;indicatore;Una; cella;di;troppo;;;;;qui
";
    assert_snapshot!(issues_of_plan(plan), @r#"
    weight-negative · 2 · peso · found=-5
    cell-ignored · 3 · unita · found=%
    number-ambiguous · 3 · peso · found=1.23
    cell-missing · 4 · titolo · 
    number-out-of-range · 4 · quota_indicatori · found=-1 allowed=0–100
    number-out-of-range · 4 · peso · found=10.001 allowed=0–10.000
    cell-missing · 5 · codice · 
    cell-not-allowed · 6 · verso · found=cresca allowed=cresce, cala nearest=cresce
    cell-not-allowed · 6 · cumulato · found=forse allowed=si, no nearest=none
    number-expected · 6 · peso · found=dieci
    cell-not-allowed · 6 · stato · found=elimnato allowed=aggiornato, eliminato, inserito, confermato, neutr… nearest=eliminato
    cell-missing · 7 · padre · 
    cell-ignored · 8 · quota_indicatori · found=60
    number-too-long · 8 · peso · found=1234567890123456789012345678901234567890
    row-too-long · 9 · L · found=qui columns=11
    cell-ignored · 9 · quota_indicatori · found=di
    number-expected · 9 · peso · found=cella
    "#);
    let hand_in = hand_in(&[("ente.toml", BODY), ("piano.csv", plan)]).unwrap();
    let nodes: Vec<_> =
        hand_in.plan.nodes.iter().map(|n| (n.code.as_str(), n.details.faulty)).collect();
    assert_eq!(nodes, [("1", true), ("2", true), ("3", true), ("?5", true)]);
    let uses: Vec<_> =
        hand_in.plan.uses.iter().map(|u| (u.indicator.as_str(), u.details.faulty)).collect();
    assert_eq!(uses, [("A", true), ("C", true), ("D", true)]);
    assert_eq!(hand_in.plan.indicators.len(), 4);
}

#[test]
fn an_indicator_redefined_differently_is_said_and_one_that_is_completed_is_not() {
    let plan = "\
codice;padre;livello;titolo;unita;verso;formula;fonte
1;;ambito;Imprese;;;;
A;1;indicatore;Quota;;cresce;;Integra
2;;ambito;Turismo;;;;
A;2;indicatore;Quota del turismo;%;cresce;x / y;
3;;ambito;Scuola;;;;
A;3;indicatore;Quota;gg;cala;x / z;Integra
";
    assert_snapshot!(issues_of_plan(plan), @r#"
    indicator-redefined · 7 · unita · found=gg first=5 expected=%
    indicator-redefined · 7 · verso · found=cala first=3 expected=cresce
    indicator-redefined · 7 · formula · found=x / z first=5 expected=x / y
    "#);
    let hand_in = hand_in(&[("ente.toml", BODY), ("piano.csv", plan)]).unwrap();
    let indicator = &hand_in.plan.indicators[0];
    assert_eq!(indicator.measure.as_deref(), Some("%"));
    let uses: Vec<_> =
        hand_in.plan.uses.iter().map(|u| (u.title.as_deref(), u.details.faulty)).collect();
    assert_eq!(uses, [(None, false), (Some("Quota del turismo"), false), (None, true)]);
}

#[test]
fn readings_that_cannot_be_read_are_kept_as_written() {
    let readings = "\
indicatore;data;valore;numeratore;denominatore;fatto_il;giudizio;parte;stato;registrato_il
A;30/06/2020;1.23;;;;;;;
A;34.04.2021;5;;;;;;;
A;ieri;n.d.;;;;;;;
A;30/06/2020;circa 5;;;;;;;
A;30/06/2020;9999999999999999999999999999999999999999;;;;;;;
A;30/06/2020;;;;;;;;
A;30/06/2020;5;;;01/02/2020;;;;
A;30/06/2020;;5;;;;;;
A;30/06/2020;;5;x;;;;;
A;30/06/2020;N/D;1;2;;;;;
A;30/06/2020;;;;31.02.2020;;;;
A;30/06/2020;;;;;101;;;
A;30/06/2020;;;;;1.5;;;
A;30/06/2020;5;;;;;0;controllato;domani
;30/06/2020;5;;;;;;;
A;;5;;;;;;;
";
    assert_snapshot!(issues_of_readings(readings), @r#"
    reading-number-ambiguous · 2 · valore · found=1.23
    date-impossible · 3 · data · found=34.04.2021
    date-expected · 4 · data · found=ieri
    reading-not-understood · 5 · valore · found=circa 5
    number-too-long · 6 · valore · found=9999999999999999999999999999999999999999
    reading-without-content · 7 · valore · found=none
    reading-without-content · 8 · valore · found=valore, fatto_il
    cell-missing · 9 · denominatore · 
    number-expected · 10 · denominatore · found=x
    reading-without-content · 11 · valore · found=valore, numeratore, denominatore
    date-impossible · 12 · fatto_il · found=31.02.2020
    reading-judgement-range · 13 · giudizio · found=101
    number-ambiguous · 14 · giudizio · found=1.5
    number-out-of-range · 15 · parte · found=0 allowed=1–999
    cell-not-allowed · 15 · stato · found=controllato allowed=rilevato, verificato nearest=none
    date-expected · 15 · registrato_il · found=domani
    cell-missing · 16 · indicatore · 
    cell-missing · 17 · data ·
    "#);
    let files = [("ente.toml", BODY), ("piano.csv", PLAN), ("rilevazioni.csv", readings)];
    let list = hand_in(&files).unwrap().readings.list;
    let kept: Vec<_> =
        list.iter().map(|r| format!("{} {:?} {}", r.row, r.observed, r.faulty)).collect();
    assert_snapshot!(kept.join("\n"), @r#"
    2 Unread("1.23") false
    3 Number(Quantity { number: 5, measure: None }) true
    4 NotAvailable true
    5 Unread("circa 5") false
    6 Unread("9999999999999999999999999999999999999999") true
    7 Unread("") true
    8 Unread("5 | 01/02/2020") true
    9 Unread("5 / ") true
    10 Unread("5 / x") true
    11 Unread("N/D | 1 | 2") true
    12 Unread("31.02.2020") true
    13 Unread("101") true
    14 Unread("1.5") true
    15 Number(Quantity { number: 5, measure: None }) true
    17 Number(Quantity { number: 5, measure: None }) true
    "#);
}

#[test]
fn what_was_observed_is_read_in_each_of_its_ways() {
    let readings = "\
indicatore;data;valore;numeratore;denominatore;fatto_il;giudizio
A;2020-06-30;3.111.720.000,00 €;;;;
A;2020-06-30;SI;;;;
A;2020-06-30;No;;;;
A;2020-06-30;n/d;;;;
A;2020-06-30;N.D.;;;;
A;2020-06-30;;1;3;;
A;2020-06-30;33,33 %;1;3;;
A;2020-06-30;;;;30-06-2020;
A;2020-06-30;;;;;87,5
";
    let files = [("ente.toml", BODY), ("piano.csv", PLAN), ("rilevazioni.csv", readings)];
    let hand_in = hand_in(&files).unwrap();
    assert_eq!(hand_in.issues, []);
    let kept: Vec<_> = hand_in.readings.list.iter().map(|r| format!("{:?}", r.observed)).collect();
    assert_snapshot!(kept.join("\n"), @r#"
    Number(Quantity { number: 3111720000.00, measure: Some("€") })
    YesNo(true)
    YesNo(false)
    NotAvailable
    NotAvailable
    Quotient { numerator: 1, denominator: 3, stated: None }
    Quotient { numerator: 1, denominator: 3, stated: Some(Quantity { number: 33.33, measure: Some("%") }) }
    Done(2020-06-30)
    Judgement(87.5)
    "#);
}

#[test]
fn rules_that_are_wrong_keep_their_defaults_and_say_what_is_allowed() {
    let rules = "\
valido_dal = '34.04.2021'
[indicatore]
massimo = 'molto'
minimo = 200
minore_uguale = 'iperbolico'
sogle = 'gradini'
ritardo_punti_al_giorno = -1
[nodo]
mancante = 'ZERO'
[stampa]
decimali = 7
[[fasce]]
da = 90
nome = 'raggiunto'
colore = 'verde scuro'
[[fasce]]
da = 'tanto'
nom = 'x'
colore = 'rosso'
forma = 'spunta'
";
    assert_snapshot!(issues_of_rules(rules), @r#"
    date-impossible · 1 · valido_dal · found=34.04.2021
    key-not-allowed · 3 · indicatore.massimo · found=molto allowed=0–10.000, nessuno nearest=none
    key-not-allowed · 4 · indicatore.minimo · found=200 allowed=<= indicatore.massimo nearest=none
    key-not-allowed · 5 · indicatore.minore_uguale · found=iperbolico allowed=lineare, iperbolica nearest=iperbolica
    key-unknown · 6 · indicatore.sogle · found=indicatore.sogle nearest=indicatore.soglie allowed=valido_dal, indicatore.massimo, indicatore.minimo,…
    key-not-allowed · 7 · indicatore.ritardo_punti_al_giorno · found=-1 allowed=0–10.000 nearest=none
    key-not-allowed · 11 · stampa.decimali · found=7 allowed=0–6 nearest=none
    key-not-allowed · 15 · fasce.1.colore · found=verde scuro allowed=verde, oliva, ambra, rosso, blu, grigio nearest=verde
    key-missing · 15 · fasce.1.forma · found=fasce.1.forma
    key-not-allowed · 17 · fasce.2.da · found=tanto allowed=-10.000–100.000 nearest=none
    key-unknown · 18 · fasce.2.nom · found=fasce.2.nom nearest=fasce.2.nome allowed=valido_dal, indicatore.massimo, indicatore.minimo,…
    key-missing · 19 · fasce.2.nome · found=fasce.2.nome
    "#);
    let files = [("ente.toml", BODY), ("piano.csv", PLAN), ("regole.toml", rules)];
    assert_eq!(hand_in(&files).unwrap().rules, traguardo::rules::Rules::default());
    assert_snapshot!(issues_of_rules("[nodo\nmancante = zero"), @"toml-broken · 1 ·  · found=[nodo");
}

#[test]
fn a_body_can_write_its_years_and_checkpoints_in_several_ways() {
    let plan_of = |text: &str| {
        let body = format!("ipa = 'x'\nnome = 'x'\nanno = 2020\n{text}");
        let files = [("ente.toml", body.as_str()), ("piano.csv", PLAN)];
        let hand_in = hand_in(&files).unwrap();
        let days = hand_in.plan.checkpoints.iter().map(|c| match c.hand_in {
            Some(by) => format!("{} by {by}", c.date),
            None => c.date.to_string(),
        });
        let days: Vec<_> = days.collect();
        format!("{:?} {} {}", hand_in.plan.horizon, days.join(", "), shown(&hand_in.issues))
    };
    assert_snapshot!(plan_of(""), @"[2020]");
    assert_snapshot!(plan_of("orizzonte = 3"), @"[2020, 2021, 2022]");
    assert_snapshot!(plan_of("orizzonte = '2020-2022'"), @"[2020, 2021, 2022]");
    assert_snapshot!(plan_of("orizzonte = [2020, 2021, '2022']\nverifiche = [2020-06-30]"), @"[2020, 2021, 2022] 2020-06-30");
    assert_snapshot!(plan_of("verifiche = '30/06/2020; 30/09/2020'"), @"[2020] 2020-06-30, 2020-09-30");
    assert_snapshot!(plan_of("verifiche = ['30/06/2020', {data = '30/09/2020', consegna = 2020-10-15}]"), @"[2020] 2020-06-30, 2020-09-30 by 2020-10-15");
    assert_snapshot!(plan_of("orizzonte = 1000\nverifiche = [{consegna = '31/02/2020'}, 'giugno']"), @r#"
    [2020]  key-not-allowed · 4 · orizzonte · found=1000 allowed=2020, 2021, 2022; 2020-2022; 3 nearest=none
    date-expected · 5 · verifiche.2 · found=giugno
    date-impossible · 5 · verifiche.1.consegna · found=31/02/2020
    key-missing · 5 · verifiche.1.data · found=verifiche.1.data
    "#);
}

#[test]
fn the_other_tables_say_what_they_lack() {
    let tables = [
        ("ente.toml", BODY),
        ("piano.csv", PLAN),
        ("uffici.csv", "codice;nome;capo\nU1;;\n;Ragioneria;"),
        ("eventi.csv", "evento;data\nbilancio;31/02/2020\n;01/01/2020"),
        (
            "risposte.csv",
            "codice;colonna;scritto;significa\nA;soglia_62,5;5;>= 5\nA;targhet;5;>= 5\nA;target;5;",
        ),
    ];
    assert_snapshot!(issues_of(&tables), @r#"
    column-unknown · 1 · capo · found=capo nearest=none allowed=codice, nome, padre, tipo, responsabile
    cell-missing · 2 · nome · 
    cell-missing · 3 · codice · 
    date-impossible · 2 · data · found=31/02/2020
    cell-missing · 3 · evento · 
    cell-not-allowed · 3 · colonna · found=targhet allowed=target, target_2021, periodico_2020-06-30, soglia_… nearest=target
    cell-missing · 4 · significa ·
    "#);
    let plan = hand_in(&tables).unwrap().plan;
    assert_eq!((plan.offices.len(), plan.events.len()), (1, 1));
    assert_eq!(plan.answers[0].column, "soglia_62.5");
}

#[test]
fn a_csv_of_old_windows_is_read_with_a_note() {
    let plan = b"codice,livello,titolo\n1,ambito,Qualit\xe0 e citt\xe0\n";
    let hand_in = read_files(&[("ente.toml", BODY.as_bytes()), ("piano.csv", plan)]).unwrap();
    assert_eq!(shown(&hand_in.issues), "encoding-windows ·  ·  · ");
    assert_eq!(hand_in.plan.nodes[0].title, "Qualità e città");
}

#[test]
fn a_cell_longer_than_a_cell_may_be_is_said() {
    let plan = format!("{PLAN}2;;ambito;{};\n", "è".repeat(40_000));
    assert_snapshot!(issues_of_plan(&plan), @"cell-too-long · 3 · titolo · allowed=32767");
}

#[test]
fn every_issue_found_here_has_a_whole_sentence_in_both_languages() {
    let files = [
        ("ente.toml", "ipa = 'a b'\nnone = 1\nanno = 2020"),
        ("piano.csv", "codice;codice;livello;pesso\n1;2;3;4;5"),
        ("rilevazioni.csv", "indicatore;data\nA;34.04.2021"),
        ("regole.toml", "x = "),
        ("uffici.csv", "codice;nome\nU;\"x"),
    ];
    let unreadable = hand_in(&files).unwrap_err();
    assert!(unreadable.issues.len() >= 9, "{}", shown(&unreadable.issues));
    for issue in &unreadable.issues {
        for lang in [Lang::It, Lang::En] {
            let sentence = Texts::of(lang).issue(issue);
            let whole =
                !sentence.contains("{$") && !sentence.contains("{ $") && sentence.len() > 20;
            assert!(whole && !sentence.contains("issue-"), "{sentence}");
        }
    }
}
