//! The parts of a workbook's archive as XML events, unpacked little by little under a budget.
//! Not here: what the events mean.

use std::io::{self, BufRead, Cursor, Read};

use quick_xml::Reader;
use quick_xml::escape::resolve_xml_entity;
use quick_xml::events::{BytesRef, BytesStart, Event};
use zip::ZipArchive;

use super::Fault;
use crate::limit;

/// The most bytes of one tag, text or comment: far more than any cell holds.
const EVENT_BYTES: usize = 1 << 20;
/// The most elements inside each other.
const DEPTH: usize = 256;
/// How much is unpacked at a time.
const CHUNK: usize = 1 << 16;

const DAMAGED: Fault = Fault::Broken("damaged");

/// The archive of a workbook. All its parts share one budget, whatever sizes they declare.
pub(super) struct Archive<'b> {
    zip: ZipArchive<Cursor<&'b [u8]>>,
    left: u64,
}

/// A part of the archive, unpacked as it is read.
pub(super) struct Bounded<'z> {
    file: Box<dyn Read + 'z>,
    left: &'z mut u64,
    chunk: Vec<u8>,
    at: usize,
    end: usize,
    /// Bytes unpacked since the last event.
    since: usize,
}

/// A part of the archive as XML events.
pub(super) struct Xml<'z> {
    reader: Reader<Bounded<'z>>,
    buffer: Vec<u8>,
    depth: usize,
}

impl<'b> Archive<'b> {
    /// Opens an archive, unless it declares more than it may hold.
    pub(super) fn open(bytes: &'b [u8]) -> Result<Self, Fault> {
        // Each part costs memory before anything of it is read.
        let parts =
            bytes.windows(4).filter(|window| window == b"PK\x01\x02").take(limit::PARTS + 1);
        if parts.count() > limit::PARTS {
            return Err(Fault::TooLarge);
        }
        let zip = ZipArchive::new(Cursor::new(bytes)).map_err(|_| DAMAGED)?;
        if zip.decompressed_size().is_some_and(|size| size > u128::from(limit::UNPACKED_BYTES)) {
            return Err(Fault::TooLarge);
        }
        Ok(Self { zip, left: limit::UNPACKED_BYTES })
    }

    /// Whether there is a part of this name.
    pub(super) fn has(&self, name: &str) -> bool {
        self.index(name).is_some()
    }

    /// Opens a part, if there is one of this name.
    pub(super) fn part(&mut self, name: &str) -> Result<Option<Xml<'_>>, Fault> {
        let Some(index) = self.index(name) else { return Ok(None) };
        let file = Box::new(self.zip.by_index(index).map_err(|_| DAMAGED)?);
        let bounded =
            Bounded { file, left: &mut self.left, chunk: vec![0; CHUNK], at: 0, end: 0, since: 0 };
        let mut reader = Reader::from_reader(bounded);
        reader.config_mut().expand_empty_elements = true;
        Ok(Some(Xml { reader, buffer: Vec::new(), depth: 0 }))
    }

    /// Some programs write the names of parts in other letters, or with backslashes.
    fn index(&self, name: &str) -> Option<usize> {
        let same = |found: &str| {
            let plain = |c: char| if c == '\\' { '/' } else { c.to_ascii_lowercase() };
            found.chars().map(plain).eq(name.chars().map(plain))
        };
        self.zip.index_for_name(name).or_else(|| {
            (0..self.zip.len()).find(
                |index| matches!(self.zip.name_for_index(*index), Some(Ok(found)) if same(&found)),
            )
        })
    }
}

impl Read for Bounded<'_> {
    fn read(&mut self, target: &mut [u8]) -> io::Result<usize> {
        let mut available = self.fill_buf()?;
        let count = available.read(target)?;
        self.consume(count);
        Ok(count)
    }
}

impl BufRead for Bounded<'_> {
    fn fill_buf(&mut self) -> io::Result<&[u8]> {
        if self.at == self.end {
            (self.at, self.end) = (0, self.file.read(&mut self.chunk)?);
            self.since += self.end;
            let unpacked = u64::try_from(self.end).unwrap_or(u64::MAX);
            if unpacked > *self.left || self.since > EVENT_BYTES {
                return Err(io::ErrorKind::FileTooLarge.into());
            }
            *self.left -= unpacked;
        }
        Ok(&self.chunk[self.at..self.end])
    }

    fn consume(&mut self, count: usize) {
        self.at = (self.at + count).min(self.end);
    }
}

impl Xml<'_> {
    /// The next event; nothing at the end.
    pub(super) fn next(&mut self) -> Result<Option<Event<'_>>, Fault> {
        self.buffer.clear();
        self.reader.get_mut().since = 0;
        let event = self.reader.read_event_into(&mut self.buffer).map_err(|error| match error {
            quick_xml::Error::Io(io) if io.kind() == io::ErrorKind::FileTooLarge => Fault::TooLarge,
            _ => DAMAGED,
        })?;
        match event {
            Event::Start(_) => self.depth += 1,
            Event::End(_) => self.depth = self.depth.saturating_sub(1),
            Event::Eof => return Ok(None),
            _ => {}
        }
        if self.depth > DEPTH { Err(DAMAGED) } else { Ok(Some(event)) }
    }
}

/// An attribute of a tag by its name without prefix, unescaped.
pub(super) fn attribute(tag: &BytesStart<'_>, name: &str) -> Option<String> {
    let mut attributes = tag.attributes();
    let attributes = attributes.with_checks(false);
    let found = attributes.flatten().find(|a| a.key.local_name().as_ref() == name)?;
    Some(match found.normalized_value(quick_xml::XmlVersion::Implicit1_0) {
        Ok(text) => text.into_owned(),
        Err(_) => found.value.into_owned(),
    })
}

/// Appends the text of an event to a text, with entities resolved.
pub(super) fn push_text(target: &mut String, event: &Event<'_>) {
    match event {
        Event::Text(text) => target.push_str(&text.xml10_content()),
        Event::CData(text) => target.push_str(&text.xml10_content()),
        Event::GeneralRef(entity) => push_entity(target, entity),
        _ => {}
    }
}

fn push_entity(target: &mut String, entity: &BytesRef<'_>) {
    match entity.resolve_char_ref() {
        Ok(Some(character)) => target.push(character),
        _ => target.push_str(resolve_xml_entity(entity).unwrap_or_default()),
    }
}
