//! The files of a folder under any bytes.
//! Not here: the body, which a property test drives too.
#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| traguardo_files::fuzz::folder(bytes));
