//! Not a test of anything: prints rates when asked (`--ignored --nocapture rates`).
