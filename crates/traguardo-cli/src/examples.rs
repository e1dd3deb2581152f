//! The example plans, carried by the binary so that `demo` works wherever it is started.
//! Not here: any other data.

use rust_embed::RustEmbed;
use traguardo_files::{HandIn, Unreadable};

#[derive(RustEmbed)]
#[folder = "../../examples"]
struct Examples;

/// The names of the examples, in their order.
pub fn names() -> Vec<String> {
    let mut names: Vec<String> =
        Examples::iter().filter_map(|path| Some(path.split_once('/')?.0.to_owned())).collect();
    names.sort_unstable();
    names.dedup();
    names
}

/// An example as a hand-in.
pub fn read(name: &str) -> Result<HandIn, Unreadable> {
    let files: Vec<(String, Vec<u8>)> = Examples::iter()
        .filter_map(|path| {
            let (example, file) = path.split_once('/')?;
            let content = (example == name).then(|| Examples::get(&path)).flatten()?;
            Some((file.to_owned(), content.data.into_owned()))
        })
        .collect();
    let files: Vec<(&str, &[u8])> =
        files.iter().map(|(name, content)| (name.as_str(), content.as_slice())).collect();
    traguardo_files::read_files(&files)
}

#[cfg(test)]
mod tests {
    #[test]
    fn every_example_is_carried_and_read() {
        let names = super::names();
        assert!(names.contains(&"modena-2020".to_owned()), "{names:?}");
        for name in names {
            assert!(super::read(&name).is_ok(), "{name}");
        }
    }
}
