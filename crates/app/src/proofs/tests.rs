//! Planted violations: each must turn the right promise broken, and no other.
