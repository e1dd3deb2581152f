//! Placeholder, replaced by the first real module.
//! Nothing else.
