//! Values that must not slip into a log, a page or an error by accident.

use std::fmt;

use zeroize::Zeroize;

/// Through which door a personal value leaves. Named at each use so that a reader can find every
/// exit by searching for it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Exit {
    /// Shown on a page to somebody entitled to see it.
    Page,
    /// Answered by the interface for programs.
    Api,
    /// Sent by mail to the person.
    Mail,
    /// Part of a copy given to the person or of a declared disclosure.
    Export,
    /// Compared or computed with, inside the program only.
    Decision,
}

/// A personal value. It has no `Display`, its `Debug` tells nothing, and it is wiped when dropped.
#[derive(Clone, PartialEq, Eq)]
pub struct Sensitive<T: Zeroize>(T);

impl<T: Zeroize> Sensitive<T> {
    /// Marks a value as personal.
    pub fn new(value: T) -> Self {
        Self(value)
    }

    /// The value, on its way out through the named door.
    pub fn expose(&self, _exit: Exit) -> &T {
        &self.0
    }
}

impl<T: Zeroize> Drop for Sensitive<T> {
    fn drop(&mut self) {
        self.0.zeroize();
    }
}

impl<T: Zeroize> From<T> for Sensitive<T> {
    fn from(value: T) -> Self {
        Self(value)
    }
}

impl<T: Zeroize> fmt::Debug for Sensitive<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Sensitive(…)")
    }
}

/// Encrypted bytes. The database code sees personal data only in this form.
#[derive(Clone, PartialEq, Eq)]
pub struct Sealed(Vec<u8>);

impl Sealed {
    /// Bytes that the vault has sealed, or that a database has kept.
    pub fn from_bytes(bytes: Vec<u8>) -> Self {
        Self(bytes)
    }

    /// The sealed bytes.
    pub fn as_bytes(&self) -> &[u8] {
        &self.0
    }
}

impl fmt::Debug for Sealed {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Sealed({} bytes)", self.0.len())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_sensitive_value_does_not_print() {
        let name = Sensitive::new("Maija Esimerkki".to_owned());
        assert!(!format!("{name:?}").contains("Maija"));
        assert_eq!(name.expose(Exit::Page), "Maija Esimerkki");
    }
}
