//! The checks that reading itself reports, under the names it knows them by.

pub(crate) use super::bad_name::CHECK as BAD_NAME;
pub(crate) use super::bad_value::CHECK as BAD_VALUE;
pub(crate) use super::duplicate::CHECK as DUPLICATE;
pub(crate) use super::missing_value::CHECK as MISSING_VALUE;
pub(crate) use super::no_notice::CHECK as NO_NOTICE;
pub(crate) use super::surplus_value::CHECK as SURPLUS_VALUE;
pub(crate) use super::syntax::CHECK as SYNTAX;
pub(crate) use super::too_large::CHECK as TOO_LARGE;
pub(crate) use super::typed_version::CHECK as TYPED_VERSION;
pub(crate) use super::unknown_node::CHECK as UNKNOWN_NODE;
pub(crate) use super::unknown_property::CHECK as UNKNOWN_PROPERTY;
pub(crate) use super::unknown_value::CHECK as UNKNOWN_VALUE;
