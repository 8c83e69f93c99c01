//! The frozen table: codes are only ever added, at the end.

use super::*;

/// All checks in the order of their codes.
pub static ALL: &[&Check] = &[
    &syntax::CHECK,
    &too_large::CHECK,
    &no_notice::CHECK,
    &unknown_node::CHECK,
    &unknown_property::CHECK,
    &unknown_value::CHECK,
    &bad_value::CHECK,
    &missing_value::CHECK,
    &surplus_value::CHECK,
    &bad_name::CHECK,
    &duplicate::CHECK,
    &typed_version::CHECK,
];
