//! What the writers leave behind: their own files, whole, and nothing that could do harm.
//! Not here: that they read back, see `law.rs`.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on says so by failing")]

use std::fs;
use std::io::{Cursor, ErrorKind, Read};
use std::path::PathBuf;

use insta::assert_snapshot;
use traguardo::office::Office;
use traguardo::rules::Rules;
use traguardo::sample;
use traguardo_files::{read_workbook, workbook_bytes, write_folder, write_workbook};

/// A new folder for one test.
fn folder(name: &str) -> PathBuf {
    let folder = std::env::temp_dir().join(format!("traguardo-{name}-{}", std::process::id()));
    _ = fs::remove_dir_all(&folder);
    fs::create_dir_all(&folder).unwrap();
    folder
}

fn names(folder: &PathBuf) -> Vec<String> {
    let entries = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().file_name());
    let mut names: Vec<String> = entries.map(|name| name.into_string().unwrap()).collect();
    names.sort_unstable();
    names
}

#[test]
fn a_folder_is_written_as_an_office_would() {
    let folder = folder("office");
    write_folder(&folder, &sample::plan(), &sample::readings(), &Rules::default()).unwrap();
    let file = |name: &str| fs::read_to_string(folder.join(name)).unwrap();
    assert_snapshot!(file("ente.toml"), @r#"
    ipa = "cciaa_mo"
    nome = "Camera di commercio di Modena"
    anno = 2020
    orizzonte = [2020]
    livelli = ["ambito", "obiettivo strategico", "obiettivo operativo"]
    verifiche = ["2020-06-30"]
    "#);
    let rules = file("regole.toml");
    assert_snapshot!(rules[rules.find("[stampa]").unwrap()..rules.find("da = 70").unwrap()], @r#"
    [stampa]
    decimali = 2
    arrotonda = "meta_su"

    [[fasce]]
    da = 90
    nome = "raggiunto"
    colore = "verde"
    forma = "spunta"

    [[fasce]]
    "#);
    assert_snapshot!(file("piano.csv"), @r#"
    codice;padre;livello;titolo;peso;quota_indicatori;quota_obiettivi;unita;verso;target;periodico_2020-06-30
    1;;ambito;Competitività delle imprese;100;;;;;;
    301;1;obiettivo strategico;Internazionalizzazione;100;50;50;;;;
    EXPORT;301;indicatore;Fatturato export provinciale;10;;;€;cresce;>= 13.000.000.000 €;>= 6.500.000.000 €
    PART;301;indicatore;Partecipanti alle iniziative;90;;;N.;cresce;>= 600 N.;>= 300 N.
    301.D1.2;301;obiettivo operativo;Servizi certificativi;100;;;;;;
    CERT;301.D1.2;indicatore;Rispetto dei tempi di rilascio;100;;;%;cresce;>= 83,00 %;
    "#);
    assert_snapshot!(file("rilevazioni.csv"), @r#"
    indicatore;data;valore
    EXPORT;2020-06-30;3.111.720.000
    PART;2020-06-30;143
    CERT;2020-06-30;95,97
    "#);
    fs::remove_dir_all(folder).unwrap();
}

#[test]
fn tables_that_hold_nothing_any_more_go_and_other_files_stay() {
    let folder = folder("stale");
    let (mut plan, readings, rules) = (sample::plan(), sample::readings(), Rules::default());
    let code = "U1".to_owned();
    let office = Office { name: code.clone(), code, parent: None, kind: None, head: None, row: 0 };
    plan.offices.push(office);
    write_folder(&folder, &plan, &readings, &rules).unwrap();
    fs::write(folder.join("leggimi.txt"), "x").unwrap();
    assert!(names(&folder).contains(&"uffici.csv".to_owned()));
    plan.offices.clear();
    write_folder(&folder, &plan, &readings, &rules).unwrap();
    assert_eq!(
        names(&folder),
        ["ente.toml", "leggimi.txt", "piano.csv", "regole.toml", "rilevazioni.csv"]
    );
    fs::remove_dir_all(folder).unwrap();
}

#[test]
fn a_folder_of_somebody_else_is_refused_and_left_as_it_was() {
    let folder = folder("foreign");
    fs::write(folder.join("tesi.odt"), "x").unwrap();
    let refused = write_folder(&folder, &sample::plan(), &sample::readings(), &Rules::default());
    assert_eq!(refused.unwrap_err().kind(), ErrorKind::DirectoryNotEmpty);
    assert_eq!(names(&folder), ["tesi.odt"]);
    fs::remove_dir_all(folder).unwrap();
}

#[test]
fn a_workbook_is_replaced_whole_and_holds_no_formula() {
    let folder = folder("book");
    let path = folder.join("piano.xlsx");
    let (mut plan, readings, rules) = (sample::plan(), sample::readings(), Rules::default());
    for (node, title) in plan.nodes.iter_mut().zip(["=1+1", "+39 059", "@SUM(A1)"]) {
        title.clone_into(&mut node.title);
    }
    write_workbook(&path, &plan, &readings, &rules).unwrap();
    write_workbook(&path, &plan, &readings, &rules).unwrap();
    assert_eq!(names(&folder), ["piano.xlsx"]);
    let bytes = fs::read(&path).unwrap();
    assert_eq!(bytes, workbook_bytes(&plan, &readings, &rules).unwrap());
    assert_eq!(read_workbook("x", &bytes).unwrap().plan.nodes[0].title, "=1+1");
    let mut archive = zip::ZipArchive::new(Cursor::new(bytes)).unwrap();
    for index in 0..archive.len() {
        let mut content = String::new();
        archive.by_index(index).unwrap().read_to_string(&mut content).unwrap();
        assert!(!content.contains("<f>"));
    }
    fs::remove_dir_all(folder).unwrap();
}
