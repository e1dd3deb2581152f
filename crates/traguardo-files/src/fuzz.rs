//! Fuzz bodies: what must hold of any bytes; a property test and cargo-fuzz drive the same ones.
//! Not here: the drivers, see `tests/` and `fuzz/` of the repository.

use std::io::{Cursor, Write};

use traguardo::check::has_errors;
use traguardo::indicator::Direction;
use traguardo::period::Date;
use traguardo::plan::Body;
use traguardo::report::Report;
use traguardo::target::phrase::{Context, read};
use traguardo::text::{Lang, Texts};

use zip::ZipWriter;
use zip::write::SimpleFileOptions;

use crate::pasted::{About, Mends, ROWS, Setting, read as read_pasted};
use crate::{HandIn, Unreadable, read_files, read_workbook};

/// Reads bytes as a target: the first says what is known of its indicator, the rest is the phrase.
/// Nothing panics, what is read can be said, and a proposal raises no question.
///
/// # Panics
/// Where one of these does not hold.
///
/// ```
/// traguardo_files::fuzz::target("1entro il 34.04.2021".as_bytes());
/// ```
pub fn target(bytes: &[u8]) {
    let Some((known, phrase)) = bytes.split_first() else { return };
    let direction = match known % 3 {
        0 => None,
        1 => Some(Direction::Up),
        _ => Some(Direction::Down),
    };
    let context = Context { direction, year: (known % 2 == 0).then_some(2021) };
    let phrase = String::from_utf8_lossy(phrase);
    match read(&phrase, context) {
        Ok(target) => {
            let _ = (target.normal(), Texts::of(Lang::It).target(&target));
        }
        Err(question) => {
            for proposal in &question.proposals() {
                assert!(read(proposal, context).is_ok(), "{phrase:?} proposes {proposal:?}");
            }
        }
    }
}

/// Reads bytes as a pasted table; the last three say something of it as a person would. Nothing
/// panics, no row belongs to two entries, and a plan comes out or a sentence says why not.
///
/// # Panics
/// Where one of these does not hold.
///
/// ```
/// traguardo_files::fuzz::pasted(b"Obiettivo\tTarget\n1.1 Web\t>= 3abc");
/// ```
pub fn pasted(bytes: &[u8]) {
    let (text, said) = bytes.split_at(bytes.len() - bytes.len().min(3));
    let mut mends = Mends::default();
    if let [line, column, word] = said {
        let (line, column, word) = (u32::from(*line), usize::from(*column), usize::from(*word));
        mends.say(About::Row { line }, ROWS[word % ROWS.len()]);
        let roles = ["codice", "titolo", "indicatore", "target_2021", "peso", "ignora"];
        mends.say(About::Column { line: line / 8, column }, roles[word % roles.len()]);
        mends.say(About::Cell { line: line / 4, column }, "-");
    }
    let Ok(draft) = read_pasted(text, &Setting { mends, ..Setting::default() }) else { return };
    let mut last = 0;
    for entry in &draft.entries {
        assert!(entry.first_line > last, "line {} belongs to two entries", entry.first_line);
        last = entry.last_line;
    }
    let _ = (draft.count(), draft.all_doubts().count());
    let body = Body { ipa: "prova".to_owned(), name: "Ente".to_owned() };
    if let Err(unreadable) = draft.hand_in(body, 2021, "") {
        assert!(!unreadable.issues.is_empty(), "refused without a word");
    }
}

/// A sound folder: each body puts its bytes into one of the files.
const FOLDER: [(&str, &str); 7] = [
    ("ente.toml", "ipa = \"prova\"\nnome = \"Ente\"\nanno = 2021\nlivelli = [\"obiettivo\"]\n"),
    ("regole.toml", "[indicatore]\nmassimo = 100\n"),
    (
        "piano.csv",
        "codice;padre;livello;titolo;peso;target\n1;;obiettivo;Web;100;\nI;1;indicatore;Pagine;100;>= 3\n",
    ),
    ("rilevazioni.csv", "indicatore;data;valore\nI;30/06/2021;2\n"),
    ("uffici.csv", "codice;nome;padre\nU;Ufficio;\n"),
    ("eventi.csv", "evento;data;atto\nbilancio;30/04/2021;Giunta 1\n"),
    ("risposte.csv", "codice;padre;colonna;scritto;significa;da;il\n"),
];

/// Reads bytes as a file of a folder that is otherwise sound: the first byte says which. Nothing
/// panics, what is read can be scored, and what is refused is said.
///
/// # Panics
/// Where one of these does not hold.
///
/// ```
/// traguardo_files::fuzz::folder(b"\x02codice;livello;titolo\n1;obiettivo;Web\n");
/// ```
pub fn folder(bytes: &[u8]) {
    let Some((which, content)) = bytes.split_first() else { return };
    let which = usize::from(*which) % FOLDER.len();
    let mut files = FOLDER.map(|(name, text)| (name, text.as_bytes()));
    files[which].1 = content;
    read_in_full(read_files(&files));
}

/// Reads bytes as a workbook, and as the sheets of one that unpacks. Nothing panics, what is read
/// can be scored, and what is refused is said.
///
/// # Panics
/// Where one of these does not hold.
///
/// ```
/// traguardo_files::fuzz::workbook(b"<d><spreadsheet><table name='Piano'/></spreadsheet></d>");
/// ```
pub fn workbook(bytes: &[u8]) {
    read_in_full(read_workbook("x", bytes));
    if let Some(packed) = packed(bytes) {
        read_in_full(read_workbook("x", &packed));
    }
}

/// An archive whose only part, that of the sheets in ODS, has this content.
fn packed(content: &[u8]) -> Option<Vec<u8>> {
    let mut archive = ZipWriter::new(Cursor::new(Vec::new()));
    archive.start_file("content.xml", SimpleFileOptions::default()).ok()?;
    archive.write_all(content).ok()?;
    Some(archive.finish().ok()?.into_inner())
}

fn read_in_full(read: Result<HandIn, Unreadable>) {
    match read {
        Ok(HandIn { plan, readings, rules, issues, .. }) => {
            let report = Report::new(&plan, &readings, &rules, Date::constant(2021, 6, 30));
            let words = Texts::of(Lang::It);
            for issue in report.issues.iter().chain(&issues).take(20) {
                assert!(!words.issue(issue).is_empty(), "{} says nothing", issue.kind.name);
            }
        }
        Err(unreadable) => assert!(has_errors(&unreadable.issues), "refused without a word"),
    }
}
