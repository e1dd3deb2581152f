//! How much a hand-in may hold: far above any real plan, far below what would exhaust a machine.
//! Not here: the bounds of a single number, see [`traguardo::number`].

/// The most bytes that a file may have.
pub const FILE_BYTES: u64 = 64 << 20;
/// The most bytes that a workbook may hold once unpacked, all its parts together.
pub const UNPACKED_BYTES: u64 = 256 << 20;
/// The most parts that a workbook may have.
pub const PARTS: usize = 10_000;
/// The most rows that a table may have, the header included.
pub const ROWS: u32 = 200_000;
/// The most columns that a table may have.
pub const COLUMNS: u32 = 512;
/// The most cells that are not blank that a table may have.
pub const CELLS: usize = 4_000_000;
/// The most characters that a cell may have, as in a spreadsheet.
pub const CELL_CHARACTERS: usize = 32_767;
/// The most issues that are listed for one table; one more says that there are others.
pub const ISSUES: usize = 10_000;
/// The most bytes that a pasted table may have.
pub const PASTED_BYTES: usize = 8 << 20;
/// The most rows that a pasted table may have.
pub const PASTED_ROWS: usize = 50_000;
/// The most columns that a pasted table may have.
pub const PASTED_COLUMNS: usize = 128;
/// The most cells that a pasted table may have, blank ones included.
pub const PASTED_CELLS: usize = 1_000_000;
