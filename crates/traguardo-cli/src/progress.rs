//! A progress bar on standard error, for work that takes longer than a second.
//! Not here: what is being done; the bar is told how much of how much.

use std::io::IsTerminal;
use std::time::{Duration, Instant};

use indicatif::{ProgressBar, ProgressStyle};

const PATIENCE: Duration = Duration::from_secs(1);

/// A bar that shows itself only once the work has lasted a second, and only on a terminal.
pub struct Progress {
    started: Instant,
    bar: Option<ProgressBar>,
    title: String,
}

impl Progress {
    /// A bar with its title, hidden for now.
    pub fn new(title: String) -> Self {
        Self { started: Instant::now(), bar: None, title }
    }

    /// So much of so much is done.
    pub fn at(&mut self, done: usize, total: usize) {
        if self.bar.is_none() && self.started.elapsed() < PATIENCE {
            return;
        }
        if self.bar.is_none() && !std::io::stderr().is_terminal() {
            return;
        }
        let total = u64::try_from(total).unwrap_or(u64::MAX);
        let title = &self.title;
        let bar = self.bar.get_or_insert_with(|| {
            let style = ProgressStyle::with_template("{msg} {bar:40} {percent}%");
            ProgressBar::new(total)
                .with_style(style.unwrap_or_else(|_| ProgressStyle::default_bar()))
                .with_message(title.clone())
        });
        bar.set_length(total);
        bar.set_position(u64::try_from(done).unwrap_or(u64::MAX));
    }
}

impl Drop for Progress {
    fn drop(&mut self) {
        if let Some(bar) = &self.bar {
            bar.finish_and_clear();
        }
    }
}
