//! The most memory that this process has held, as Linux counts it.

/// Forgets the highest mark up to now. `false` where the system does not offer it.
pub fn forget_peak() -> bool {
    std::fs::write("/proc/self/clear_refs", "5").is_ok()
}

/// What the process holds now and the most that it has held since [`forget_peak`], in bytes;
/// `None` where the system does not tell.
pub fn held() -> Option<(u64, u64)> {
    let status = std::fs::read_to_string("/proc/self/status").ok()?;
    Some((line(&status, "VmRSS:")?, line(&status, "VmHWM:")?))
}

fn line(status: &str, name: &str) -> Option<u64> {
    let rest = status.lines().find_map(|line| line.strip_prefix(name))?;
    let kilobytes: u64 = rest.split_whitespace().next()?.parse().ok()?;
    Some(kilobytes * 1024)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_lines_of_linux_are_read() {
        let status = "Name:\tseloste\nVmHWM:\t   2048 kB\nVmRSS:\t   1024 kB\n";
        assert_eq!(line(status, "VmHWM:"), Some(2 << 20));
        assert_eq!(line(status, "VmRSS:"), Some(1 << 20));
        assert_eq!(line(status, "VmSwap:"), None);
    }
}
