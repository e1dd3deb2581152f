//! The terminal while something is asked that must not be seen on it.
//! Not here: the questions, and what is done with the answers.

#[cfg(unix)]
use std::fs::File;

#[cfg(unix)]
use rustix::termios::{LocalModes, OptionalActions, Termios, tcgetattr, tcsetattr};

/// As long as it is held the terminal shows nothing of what is typed. `rpassword` hides only from
/// after its question on: who types as soon as the question stands there would be seen.
pub struct Unseen {
    #[cfg(unix)]
    before: Option<(File, Termios)>,
}

impl Unseen {
    /// Hides from now on; where there is no terminal there is nothing to hide.
    #[cfg(unix)]
    pub fn from_now_on() -> Self {
        let hidden = || {
            let terminal = File::open("/dev/tty").ok()?;
            let before = tcgetattr(&terminal).ok()?;
            let mut modes = before.clone();
            modes.local_modes.remove(LocalModes::ECHO);
            tcsetattr(&terminal, OptionalActions::Now, &modes).ok()?;
            Some((terminal, before))
        };
        Self { before: hidden() }
    }

    /// Nothing is done before the question: `rpassword` hides from after it on.
    #[cfg(not(unix))]
    pub fn from_now_on() -> Self {
        Self {}
    }
}

#[cfg(unix)]
impl Drop for Unseen {
    fn drop(&mut self) {
        if let Some((terminal, before)) = &self.before {
            // There is no way to say that it failed, and nothing else to try.
            let _ = tcsetattr(terminal, OptionalActions::Now, before);
        }
    }
}
