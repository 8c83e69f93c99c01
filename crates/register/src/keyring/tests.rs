//! The promises of the key ring, each broken on purpose.
