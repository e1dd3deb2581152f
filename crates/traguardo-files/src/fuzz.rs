//! Fuzz bodies: what must hold of any bytes; a property test and cargo-fuzz drive the same ones.
//! Not here: the drivers, see `tests/` and `fuzz/` of the repository.

use traguardo::indicator::Direction;
use traguardo::target::phrase::{Context, read};
use traguardo::text::{Lang, Texts};

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
