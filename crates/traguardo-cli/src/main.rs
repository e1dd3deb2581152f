//! The binary.
//! Nothing else.

fn main() {}
