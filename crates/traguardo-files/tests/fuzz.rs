//! No bytes make a reader panic or ask for the machine's memory.
//! Not here: what the readers say of them.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on says so by failing")]

use std::io::{Cursor, Write};
use std::sync::LazyLock;

use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::{Index, select};
use traguardo::{rules::Rules, sample};
use traguardo_files::{fuzz, read_files, read_workbook, workbook_bytes, write_folder};
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

const NAMES: [&str; 7] = [
    "ente.toml",
    "regole.toml",
    "piano.csv",
    "rilevazioni.csv",
    "uffici.csv",
    "eventi.csv",
    "risposte.csv",
];

/// The files of a sound folder.
static FOLDER: LazyLock<Vec<(String, Vec<u8>)>> = LazyLock::new(|| {
    let folder = std::env::temp_dir().join(format!("traguardo-fuzz-{}", std::process::id()));
    write_folder(&folder, &sample::plan(), &sample::readings(), &Rules::default()).unwrap();
    let files = NAMES.iter().filter_map(|name| {
        std::fs::read(folder.join(name)).ok().map(|bytes| ((*name).to_owned(), bytes))
    });
    let files = files.collect();
    std::fs::remove_dir_all(folder).unwrap();
    files
});

/// The parts of a sound workbook, unpacked.
static PARTS: LazyLock<Vec<(String, Vec<u8>)>> = LazyLock::new(|| {
    let bytes = workbook_bytes(&sample::plan(), &sample::readings(), &Rules::default()).unwrap();
    let mut archive = zip::ZipArchive::new(Cursor::new(bytes)).unwrap();
    let count = archive.len();
    let part = |index| {
        let mut file = archive.by_index(index).unwrap();
        let mut content = Vec::new();
        std::io::copy(&mut file, &mut content).unwrap();
        (file.name().unwrap().into_owned(), content)
    };
    (0..count).map(part).collect()
});

/// The parts of an ODS workbook that reads well.
fn ods() -> Vec<(String, Vec<u8>)> {
    let content = r#"<d><spreadsheet><table name="Ente"><table-row><table-cell value-type="string"><p>chiave</p></table-cell><table-cell number-columns-repeated="2"><p>valore</p></table-cell></table-row></table><table name="Piano"><table-row number-rows-repeated="7"><table-cell value-type="percentage" value="0.5"><p>5&amp;0%</p></table-cell></table-row></table></spreadsheet></d>"#;
    vec![("content.xml".to_owned(), content.as_bytes().to_vec())]
}

fn archive(parts: &[(String, Vec<u8>)]) -> Vec<u8> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    let stored = SimpleFileOptions::default().compression_method(zip::CompressionMethod::Stored);
    for (name, content) in parts {
        zip.start_file(name.as_str(), stored).unwrap();
        zip.write_all(content).unwrap();
    }
    zip.finish().unwrap().into_inner()
}

/// Something to do to some bytes: where, what goes in and how much goes out.
type Change = (Index, Vec<u8>, usize);

fn change() -> impl Strategy<Value = Change> {
    let pieces: &[&[u8]] = &[
        b"",
        b";",
        b"\"",
        b"\n",
        b"\r",
        b"\xff",
        b"\0",
        b"-5",
        b"1.23",
        b"34.04.2021",
        b"=",
        b"[[",
        b"]",
        b"{",
        b"'",
        b"<",
        b">",
        b"&",
        b"&#x41;",
        b"</c>",
        b"<c r=\"XFD1048576\">",
        b"s=\"9\"",
        b"99999999999999999999",
        b"1E400",
        b"-1",
        b"N/D",
        b"|",
        b"indicatore",
        b"\xc3",
        b"<row r=\"0\">",
    ];
    let put = prop_oneof![select(pieces).prop_map(<[u8]>::to_vec), vec(any::<u8>(), 0..6)];
    (any::<Index>(), put, 0..4_usize)
}

fn mutate(bytes: &mut Vec<u8>, changes: &[Change]) {
    for (at, put, out) in changes {
        let at = at.index(bytes.len() + 1);
        let end = (at + out).min(bytes.len());
        bytes.splice(at..end, put.iter().copied());
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 192, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn arbitrary_bytes_in_every_file(contents in vec(vec(any::<u8>(), 0..200), NAMES.len())) {
        let files: Vec<(&str, &[u8])> =
            NAMES.into_iter().zip(contents.iter().map(Vec::as_slice)).collect();
        _ = read_files(&files);
        for bytes in &contents {
            _ = read_workbook("x", bytes);
            _ = read_workbook("x", &[b"PK\x03\x04", &bytes[..]].concat());
        }
    }

    #[test]
    fn the_bodies_of_the_fuzzers_hold(
        which in any::<u8>(),
        changes in vec(change(), 0..6),
        bytes in vec(any::<u8>(), 0..200),
    ) {
        let (name, mut file) = FOLDER[usize::from(which) % FOLDER.len()].clone();
        mutate(&mut file, &changes);
        let known = NAMES.iter().position(|known| *known == name).unwrap();
        file.insert(0, u8::try_from(known).unwrap());
        fuzz::folder(&file);
        let mut sheets = ods()[0].1.clone();
        mutate(&mut sheets, &changes);
        fuzz::workbook(&sheets);
        fuzz::folder(&bytes);
        fuzz::workbook(&bytes);
    }

    #[test]
    fn a_sound_folder_changed_here_and_there(changes in vec(vec(change(), 0..4), 7)) {
        let mut files = FOLDER.clone();
        for ((_, bytes), changes) in files.iter_mut().zip(&changes) {
            mutate(bytes, changes);
        }
        let files: Vec<(&str, &[u8])> =
            files.iter().map(|(name, bytes)| (name.as_str(), bytes.as_slice())).collect();
        _ = read_files(&files);
    }

    #[test]
    fn a_sound_workbook_changed_in_its_parts(changes in vec((any::<Index>(), change()), 1..6)) {
        for mut parts in [PARTS.clone(), ods()] {
            for (part, change) in &changes {
                let part = part.index(parts.len());
                mutate(&mut parts[part].1, std::slice::from_ref(change));
            }
            _ = read_workbook("x", &archive(&parts));
        }
    }

    #[test]
    fn a_sound_workbook_changed_as_a_whole(changes in vec(change(), 1..5)) {
        let mut bytes = archive(&PARTS);
        mutate(&mut bytes, &changes);
        _ = read_workbook("x", &bytes);
    }
}
