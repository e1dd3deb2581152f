//! Pasted tables: what is understood of them, what is asked, and that no line is ever dropped.
//! Not here: how the plan that comes out is checked and scored, which is that of every plan.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on says so by failing")]

use std::collections::BTreeSet;
use std::path::Path;

use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::select;
use traguardo::plan::Body;
use traguardo::text::{Lang, Texts};
use traguardo_files::fuzz::pasted;
use traguardo_files::pasted::{About, Count, Draft, Setting, Sort, read};

fn draft(text: &str) -> Draft {
    read(text.as_bytes(), &Setting::default()).unwrap()
}

fn mended(text: &str, mends: &[(&str, &str)]) -> Draft {
    let mut setting = Setting::default();
    for (key, said) in mends {
        setting.mends.say(About::of_key(key).unwrap(), said);
    }
    read(text.as_bytes(), &setting).unwrap()
}

fn body() -> Body {
    Body { ipa: "prova".to_owned(), name: "Ente di prova".to_owned() }
}

/// Every entry with what it made and what is asked about it.
fn shown(draft: &Draft) -> String {
    let mut lines = Vec::new();
    let texts = Texts::of(Lang::It);
    let tell = |doubt: &traguardo_files::pasted::Doubt| {
        let sentence: String = doubt.tell(texts).chars().take(60).collect();
        format!("  ? {} {sentence} {:?}", doubt.about.key(), doubt.proposals)
    };
    lines.extend(draft.doubts.iter().map(tell));
    for entry in &draft.entries {
        let moved = if entry.is_moved { ", moved" } else { "" };
        lines.push(format!("{} {:?}{moved}", entry.first_line, entry.sort));
        for made in draft.made(entry) {
            lines.push(format!("  {} {} «{}»", made.code, made.level, made.title));
        }
        lines.extend(entry.doubts.iter().map(tell));
    }
    lines.join("\n")
}

/// Facts of our own, laid out as a PDF is copied: merged cells, a row cut by a page, a slipped
/// row, a header that comes again, a page's head, a year that is wrong.
const PAGES: &str = "Piano della performance

Linee\tPeso\tObiettivi operativi\tPeso\tIndicatori\tTarget 2021\tAssegnatari
1. SERVIZI\t60\t1.1 Sportello\t70\tTempo di attesa\t<= 10 min\tURP
\t\t\t\tGiudizi positivi\t≥ 80%\tURP

Piano della performance

Linee\tPeso\tObiettivi operativi\tPeso\tIndicatori\tTarget 2021\tAssegnatari
\t1.2 Protocollo\t30\tDocumenti protocollati\t95\tURP
2. BILANCIO\t40\t2.1 Pagamenti\t100\tRelazione alla Giunta\tEntro
\t\t\t\t\til 30.09.2021\t
30.04.2021\tRagioneria\t2.2 Inventario
Aggiornato con deliberazione della Giunta n. 5 del 1 giugno 2021

Direttore
\tObiettivi individuali\tIndicatori\tTarget 2020
1\tRegolamento\tProposta\tentro il 31/10/2021
";

#[test]
fn rows_of_a_plan_are_recognised_through_pages_and_merged_cells() {
    insta::assert_snapshot!(shown(&draft(PAGES)), @r#"
      ? c.17.3 La colonna si chiama «Target 2020» ma il piano è del 2021: s ["target", "target_2020"]
    1 Furniture
    3 Header
    4 Row
      1 linea «SERVIZI»
      1.1 obiettivo operativo «Sportello»
      1.1~i1 indicatore «Tempo di attesa»
    5 Row
      1.1~i2 indicatore «Giudizi positivi»
    7 Furniture
    9 HeaderAgain
    10 Row, moved
      1.2 obiettivo operativo «Protocollo»
      1.2~i1 indicatore «Documenti protocollati»
      ? v.10 «95» è scritto senza ≥ o ≤: di questo indicatore è meglio di ["cresce", "cala"]
    11 Row
      2 linea «BILANCIO»
      2.1 obiettivo operativo «Pagamenti»
      2.1~i1 indicatore «Relazione alla Giunta»
    12 Joined(11)
    13 NotUnderstood
      ? r.13 Le celle di questa riga non stanno sotto le loro colonne: sc ["riga", "ignora"]
    14 NotUnderstood
      ? r.14 È la parte tagliata della riga sopra, o non appartiene al pi ["unisci", "ignora"]
    16 Branch
      ~3 sezione «Direttore»
    17 Header
    18 Row
      ~3~1 obiettivo individuale «Regolamento»
      ~3~1~i1 indicatore «Proposta»
    "#);
}

#[test]
fn html_merged_cells_share_their_target_and_a_list_finds_its_levels_by_numbering() {
    let html = "<table><tr><th>Cod.</th><th>Obiettivo</th><th>Indicatore</th><th>Target</th></tr>\
        <tr><td>301</td><td>Estero</td><td></td><td></td></tr>\
        <tr><td>301.D1.1</td><td>Fiere</td><td>Imprese</td><td rowspan=2>&ge; 10</td></tr>\
        <tr><td></td><td></td><td>Incontri</td></tr></table>";
    insta::assert_snapshot!(shown(&draft(html)), @r#"
    1 Header
    2 Row
      301 obiettivo strategico «Estero»
    3 Row
      301.D1.1 obiettivo operativo «Fiere»
      301.D1.1~i1 indicatore «Imprese»
    4 Row
      301.D1.1~i2 indicatore «Incontri»
    "#);
    let plan = draft(html).hand_in(body(), 2021, "").unwrap().plan;
    let targets = plan
        .uses
        .iter()
        .map(|used| used.details.targets.year.as_ref().unwrap().target().unwrap().normal());
    assert_eq!(targets.collect::<Vec<_>>(), [">= 10", ">= 10"]);
}

#[test]
fn indentation_gives_the_level_where_there_are_no_codes() {
    let text = "Obiettivo\tPeso\tIndicatore\nServizi\t50\t\n  Sportello\t60\tTempo\n  Web\t40\t\nPersonale\t50\t";
    insta::assert_snapshot!(shown(&draft(text)), @r#"
    1 Header
    2 Row
      ~1 obiettivo strategico «Servizi»
    3 Row
      ~1~1 obiettivo operativo «Sportello»
      ~1~1~i1 indicatore «Tempo»
    4 Row
      ~1~2 obiettivo operativo «Web»
    5 Row
      ~2 obiettivo strategico «Personale»
    "#);
}

#[test]
fn columns_without_a_header_are_known_by_what_they_hold() {
    let text = "1.1\tSportello\tTempo di attesa\t60\t<= 10 min\tURP\n\
                1.2\tProtocollo\tDocumenti\t40\t>= 95%\tURP\n\
                1.3\tInventario\tRelazione\t20\tentro il 31/12/2021\tRagioneria\n";
    insta::assert_snapshot!(shown(&draft(text)), @r#"
      ? c.1.0 La tabella non ha intestazioni. Dal contenuto questa colonna ["codice"]
      ? c.1.1 La tabella non ha intestazioni. Dal contenuto questa colonna ["titolo"]
      ? c.1.2 La tabella non ha intestazioni. Dal contenuto questa colonna ["indicatore"]
      ? c.1.3 La tabella non ha intestazioni. Dal contenuto questa colonna ["peso"]
      ? c.1.4 La tabella non ha intestazioni. Dal contenuto questa colonna ["target"]
      ? c.1.5 La tabella non ha intestazioni. Dal contenuto questa colonna ["responsabile"]
    1 Row
      1.1 obiettivo strategico «Sportello»
      1.1~i1 indicatore «Tempo di attesa»
    2 Row
      1.2 obiettivo strategico «Protocollo»
      1.2~i1 indicatore «Documenti»
    3 Row
      1.3 obiettivo strategico «Inventario»
      1.3~i1 indicatore «Relazione»
    "#);
}

#[test]
fn what_a_person_says_is_applied_and_the_target_as_written_stays() {
    let mends = [
        ("v.10", "cresce"),
        ("m.13.0", "-"),
        ("m.13.1", "-"),
        ("m.13.2", "2.2 Inventario"),
        ("m.13.4", "Relazione"),
        ("m.13.5", "entro il 34.04.2021"),
        ("r.14", "unisci"),
        ("c.17.3", "target"),
    ];
    let draft = mended(PAGES, &mends);
    insta::assert_snapshot!(shown(&draft), @r#"
    1 Furniture
    3 Header
    4 Row
      1 linea «SERVIZI»
      1.1 obiettivo operativo «Sportello»
      1.1~i1 indicatore «Tempo di attesa»
    5 Row
      1.1~i2 indicatore «Giudizi positivi»
    7 Furniture
    9 HeaderAgain
    10 Row, moved
      1.2 obiettivo operativo «Protocollo»
      1.2~i1 indicatore «Documenti protocollati»
    11 Row
      2 linea «BILANCIO»
      2.1 obiettivo operativo «Pagamenti»
      2.1~i1 indicatore «Relazione alla Giunta»
    12 Joined(11)
    13 Row
      2.2 obiettivo operativo «Inventario»
      2.2~i1 indicatore «Relazione»
      ? m.13.5 Nel target «entro il 34.04.2021» c'è un giorno che non esist ["entro il 30.04.2021", "entro il 24.04.2021", "entro il 14.04.2021"]
    14 Joined(13)
    16 Branch
      ~3 sezione «Direttore»
    17 Header
    18 Row
      ~3~1 obiettivo individuale «Regolamento»
      ~3~1~i1 indicatore «Proposta»
    "#);
    let hand_in = draft.hand_in(body(), 2021, "tabella.txt").unwrap();
    assert_eq!(hand_in.plan.answers.len(), 0);
    let mut with_answer = mends.to_vec();
    with_answer[5] = ("m.13.5", "entro il 30.04.2021");
    let plan = mended(PAGES, &with_answer).hand_in(body(), 2021, "").unwrap().plan;
    let used = plan.uses.iter().find(|used| used.node == "2.2").unwrap();
    assert_eq!(used.details.targets.year.as_ref().unwrap().verbatim, "entro il 30.04.2021");
}

#[test]
fn an_answer_to_a_doubtful_target_stands_beside_what_was_written() {
    let text = "Obiettivo\tIndicatore\tTarget 2021\n1.1 Bandi\tBandi\tEntro il 34.04.2021";
    let plan = mended(text, &[("m.2.2", "entro il 30.04.2021")]);
    assert_eq!(plan.count().understood, 1);
    let plan = plan.hand_in(body(), 2021, "").unwrap().plan;
    let target = plan.uses[0].details.targets.year.as_ref().unwrap();
    assert_eq!(target.verbatim, "Entro il 34.04.2021");
    assert_eq!(target.target().unwrap().normal(), "by 2021-04-30");
    assert_eq!(plan.answers[0].written, "Entro il 34.04.2021");
}

#[test]
fn what_is_no_table_is_refused_with_a_sentence() {
    let fault = |bytes: &[u8]| {
        let unreadable = read(bytes, &Setting::default()).unwrap_err();
        Texts::of(Lang::It).issue(&unreadable.issues[0])
    };
    assert!(fault(b"PK\x03\x04...").contains("cartella di lavoro"), "{}", fault(b"PK\x03\x04..."));
    let many = "a\tb\n".repeat(60_000);
    assert!(fault(many.as_bytes()).contains("50000"), "{}", fault(many.as_bytes()));
    let none = draft("Solo testo.\n\nAltro testo.");
    let unreadable = none.hand_in(body(), 2021, "").unwrap_err();
    assert_eq!(unreadable.issues[0].kind.name, "plan-empty");
}

// --- The documents

/// Rows of tables understood without help, with one answer, with more, not at all. Whoever makes
/// the reading better writes the better numbers here; they never get worse.
const DOCUMENTS: [(&str, i16, Count); 2] = [
    (
        "000_2faa58c3871413f9.txt",
        2021,
        Count { understood: 69, one_answer: 9, more_answers: 0, not_understood: 0 },
    ),
    (
        "003_19743dcdfce80009.txt",
        2019,
        Count { understood: 83, one_answer: 56, more_answers: 1, not_understood: 5 },
    ),
];

#[test]
fn the_counts_of_the_documents_only_improve() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../shared/seeds");
    let folder = [folder.as_path(), Path::new("/work/shared/seeds")]
        .into_iter()
        .find(|folder| folder.exists())
        .map(Path::to_path_buf);
    let Some(folder) = folder else {
        eprintln!("SKIPPED: ../shared/seeds is not there, the documents are not read");
        return;
    };
    for (name, year, before) in DOCUMENTS {
        let bytes = std::fs::read(folder.join(name)).unwrap();
        let setting = Setting { year: Some(year), ..Setting::default() };
        let draft = read(&bytes, &setting).unwrap();
        accounts_for_every_line(&String::from_utf8(bytes).unwrap(), &draft);
        let now = draft.count();
        let rows = |c: Count| c.understood + c.one_answer + c.more_answers + c.not_understood;
        println!("{name}: {now:?} of {} rows", rows(now));
        assert!(now.not_understood <= before.not_understood, "{name}: {now:?}");
        assert!(now.more_answers <= before.more_answers, "{name}: {now:?}");
        assert!(now.understood >= before.understood, "{name}: {now:?}");
    }
}

// --- Laws

/// Every line that is not blank belongs to one entry, and what a row of the plan held is in it.
fn accounts_for_every_line(text: &str, draft: &Draft) {
    let mut seen = BTreeSet::new();
    for entry in &draft.entries {
        for line in entry.first_line..=entry.last_line {
            assert!(seen.insert(line), "line {line} belongs to two entries");
        }
    }
    for (number, line) in (1_u32..).zip(text.lines()) {
        let words = line.split(|c: char| !c.is_alphanumeric()).any(|word| !word.is_empty());
        assert!(!words || seen.contains(&number), "line {number} is nowhere: {line}");
    }
    let Ok(hand_in) = draft.hand_in(body(), draft.year.unwrap_or(2021), "") else { return };
    let whole = format!("{:?}", hand_in.plan);
    for entry in draft.entries.iter().filter(|entry| entry.sort == Sort::Row) {
        for cell in entry.cells.iter().filter(|cell| !cell.text.is_empty()) {
            // Numbers are read, and other letters are escaped by the formatter.
            let word = cell.text.split(|c: char| !c.is_ascii_alphabetic()).max_by_key(|w| w.len());
            let is_there = word.is_none_or(|word| whole.contains(word));
            assert!(is_there || !entry.doubts.is_empty(), "«{}» is lost", cell.text);
        }
    }
}

/// Pieces that tables are made of, sound and broken.
const PIECES: &[&str] = &[
    "\t",
    "\n",
    "\n\n",
    ";",
    ",",
    "  ",
    "\"",
    "<table>",
    "<tr>",
    "<td>",
    "<td rowspan=3>",
    "</td>",
    "<td colspan=\"9\">",
    "</table>",
    "<!--",
    "<",
    "&nbsp;",
    "&#0;",
    "&amp",
    "Obiettivo",
    "Peso",
    "Indicatore",
    "Target 2021",
    "Target",
    "Cod.",
    "2019\t2020\t2021",
    "80%",
    "60%",
    "1.1 Servizi",
    "301.D1.1",
    "011_ Imprese",
    ">= 80%",
    "≤ 3 gg",
    "34.04.2021",
    "entro il 31/12/2021",
    "-18",
    "Aggiornato con deliberazione della Giunta n. 5",
    "U.O. Ragioneria",
    "pag. 3",
    "e continua",
    "⇥",
    "\u{a0}",
    "Posizione Organizzativa\t\n",
    "~1",
    "|",
    "99999999999999999999999",
    "qualitativo",
];

fn anything() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        4 => select(PIECES).prop_map(str::to_owned),
        1 => "[a-z ]{1,12}".prop_map(String::from),
        1 => "\\PC{0,6}".prop_map(String::from),
    ];
    vec(piece, 0..80).prop_map(|pieces| pieces.concat())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 256, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn no_line_of_a_pasted_text_is_dropped(text in anything()) {
        if let Ok(draft) = read(text.as_bytes(), &Setting::default())
            && draft.shape != traguardo_files::pasted::Shape::Html
        {
            let clean = text.replace("\r\n", "\n").replace('\r', "\n");
            accounts_for_every_line(&clean, &draft);
        }
    }

    #[test]
    fn no_word_of_pasted_html_is_dropped(words in vec(("[a-z]{3,9}", select(PIECES)), 1..40)) {
        let cells: Vec<String> = words.iter().map(|(word, piece)| format!("<td>{word} {}", piece.replace('<', ""))).collect();
        let rows: Vec<String> = cells.chunks(3).map(|row| format!("<tr>{}</tr>", row.concat())).collect();
        let draft = draft(&format!("<table>{}</table>", rows.concat()));
        let all: Vec<String> = draft.entries.iter().map(|entry| entry.text()).collect();
        let all = all.join(" ");
        for (word, _) in &words {
            prop_assert!(all.contains(word.as_str()), "{word} is nowhere");
        }
    }

    #[test]
    fn any_bytes_are_read_or_refused(text in anything(), tail in any::<[u8; 3]>(), raw in vec(any::<u8>(), 0..300)) {
        pasted(&[text.as_bytes(), &tail].concat());
        pasted(&raw);
    }
}
