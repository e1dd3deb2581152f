//! The one place of the command that reads the clock.
//! Not here: any rule about dates; the core is given them.

use jiff::Zoned;
use jiff::civil::{Date, DateTime};

/// Today, where the machine stands.
pub fn today() -> Date {
    Zoned::now().date()
}

/// Now, where the machine stands, to the second.
pub fn now() -> DateTime {
    let now = Zoned::now().datetime();
    now.with().subsec_nanosecond(0).build().unwrap_or(now)
}
