//! Proposals that a reader would accept as a phrase: whole brackets, whole parts.
//! Not here: whether they are understood, see [`super::proposals`].

/// Whether every part of a proposal closes its brackets and none is empty or breaks off.
pub(super) fn reads_cleanly(proposal: &str) -> bool {
    proposal.split(';').all(|part| is_whole(part) && is_closed(part))
}

fn is_closed(part: &str) -> bool {
    let mut open = 0_u32;
    for letter in part.chars() {
        match letter {
            '(' | '[' => open += 1,
            ')' | ']' => match open.checked_sub(1) {
                Some(fewer) => open = fewer,
                // `a)` numbers a part of a list.
                None if part.trim_start().find(letter).is_some_and(|at| at <= 2) => {}
                None => return false,
            },
            _ => {}
        }
    }
    open == 0
}

fn is_whole(part: &str) -> bool {
    const DANGLING: [&str; 24] = [
        "di", "del", "dello", "della", "dei", "degli", "delle", "da", "dal", "dalla", "in", "nel",
        "nella", "nei", "su", "sul", "sulla", "per", "a", "al", "e", "o", "entro", "cui",
    ];
    let part = part.trim();
    let last = part.rsplit(' ').next().unwrap_or_default().to_lowercase();
    !part.is_empty()
        && !part.ends_with([':', '(', '[', '-', ',', '/', '\''])
        && !part.starts_with([')', ']', ':', ','])
        && !DANGLING.contains(&last.as_str())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn proposals_that_break_off_are_none() {
        for broken in ["5 (; sei)", "80% (baseline; 75%)", "2021:; 80%", "80 su; 100", "a; ; b"] {
            assert!(!reads_cleanly(broken), "{broken}");
        }
        assert!(reads_cleanly("≥ 30 gg (medi); entro il 31/12/2021"));
    }
}
