//! A cell as its author wrote it, and the part of its text that an issue is about.
//! Not here: where the cell stands, see [`super::Place`].

use std::ops::Range;

/// The text of a cell and the part of it to underline, counted in characters.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Cell {
    /// The text as written.
    pub text: String,
    /// The first character of the part.
    pub start: usize,
    /// How many characters the part has; 0 where the cell is blank.
    pub length: usize,
}

impl Cell {
    /// A cell all of which is meant.
    ///
    /// ```
    /// let cell = traguardo::issue::Cell::whole("34.04.2021");
    /// assert_eq!((cell.start, cell.length), (0, 10));
    /// ```
    #[must_use]
    pub fn whole(text: impl Into<String>) -> Self {
        let text = text.into();
        let length = text.chars().count();
        Self { text, start: 0, length }
    }

    /// The same cell, with only a part of it meant; where the part is not in it, all of it.
    ///
    /// ```
    /// use traguardo::issue::Cell;
    /// let cell = Cell::whole("però il 34.04.2021").under("34.04.2021");
    /// assert_eq!((cell.start, cell.length), (8, 10));
    /// assert_eq!(Cell::whole("sì").under("no").length, 2);
    /// ```
    #[must_use]
    pub fn under(self, part: &str) -> Self {
        match self.text.find(part) {
            Some(at) if !part.is_empty() => self.at(at..at + part.len()),
            _ => self,
        }
    }

    /// The same cell, with only a range of its bytes meant.
    ///
    /// ```
    /// let cell = traguardo::issue::Cell::whole("però no").at(6..8);
    /// assert_eq!((cell.start, cell.length), (5, 2));
    /// ```
    #[must_use]
    pub fn at(mut self, bytes: Range<usize>) -> Self {
        let count = |range: Range<usize>| self.text.get(range).map(|text| text.chars().count());
        if let (Some(start), Some(length)) = (count(0..bytes.start), count(bytes)) {
            (self.start, self.length) = (start, length);
        }
        self
    }

    /// What stands before the part, the part, and what stands after it.
    ///
    /// ```
    /// let cell = traguardo::issue::Cell::whole("entro il 31").under("il");
    /// assert_eq!(cell.parts(), ("entro ", "il", " 31"));
    /// ```
    #[must_use]
    pub fn parts(&self) -> (&str, &str, &str) {
        let byte = |character: usize| {
            self.text.char_indices().nth(character).map_or(self.text.len(), |(at, _)| at)
        };
        let (start, end) = (byte(self.start), byte(self.start.saturating_add(self.length)));
        (&self.text[..start], &self.text[start..end], &self.text[end..])
    }
}
