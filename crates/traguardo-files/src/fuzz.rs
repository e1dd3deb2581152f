//! Fuzz bodies: what must hold of any bytes; a property test and cargo-fuzz drive the same ones.
//! Not here: the drivers, see `tests/` and `fuzz/` of the repository.

use traguardo::indicator::Direction;
use traguardo::plan::Body;
use traguardo::target::phrase::{Context, read};
use traguardo::text::{Lang, Texts};

use crate::pasted::{About, Mends, ROWS, Setting, read as read_pasted};

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
            for proposal in &question.proposals {
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
