//! Work that two processors share where there is much of it.
//! Not here: what the work is.

/// From so many rows on a second processor is asked to help.
pub(crate) const LARGE: usize = 5_000;

/// Does two things at once.
pub(crate) fn both<T: Send>(one: impl FnOnce() -> T, other: impl FnOnce() -> T + Send) -> (T, T) {
    std::thread::scope(|scope| {
        let other = scope.spawn(other);
        let one = one();
        (one, other.join().unwrap_or_else(|fault| std::panic::resume_unwind(fault)))
    })
}
