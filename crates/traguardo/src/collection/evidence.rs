//! What proves a reading: a file or a link.
//! Not here: the bytes of a file, which the store keeps under their hash.

use crate::period::DateTime;

/// Something that proves a reading. Never changed or taken away.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Evidence {
    /// The position of the reading.
    pub reading: usize,
    /// What it is called: the name of the file, or what the link leads to.
    pub name: String,
    /// What it is.
    pub proof: Proof,
    /// Who added it.
    pub by: String,
    /// When.
    pub at: DateTime,
}

/// A file or a link.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Proof {
    /// A file.
    File {
        /// What kind of file it is (`application/pdf`).
        media: String,
        /// How long it is.
        bytes: u64,
        /// SHA-256 of its bytes, in hexadecimal: the name under which it is kept.
        sha256: String,
    },
    /// The address of a page.
    Link(String),
}
