//! Where a request came from, as far as anybody may know: an address goes in, a country comes out.

use std::net::{IpAddr, Ipv4Addr};

/// Tells the country (ISO 3166-1 alpha-2) of an address. A plain function and not a closure, so
/// that it can remember nothing.
pub type CountryOf = fn(IpAddr) -> Option<&'static str>;

/// Where a request came from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Whence {
    /// From this machine or a private network around it.
    Near,
    /// From this country.
    Country(&'static str),
    /// Nobody can tell: no table knows the address, or the proxy does not say whom it speaks for.
    Unknown,
}

impl Whence {
    /// Looks an address up and forgets it.
    pub fn of(address: IpAddr, country_of: CountryOf) -> Self {
        let address = address.to_canonical();
        if is_near(address) {
            return Self::Near;
        }
        country_of(address).map_or(Self::Unknown, Self::Country)
    }
}

/// Addresses that no one can reach us from over the public network (RFC 1918, 3927, 4193, 6598).
fn is_near(address: IpAddr) -> bool {
    match address {
        IpAddr::V4(v4) => {
            v4.is_loopback() || v4.is_private() || v4.is_link_local() || is_shared(v4)
        }
        IpAddr::V6(v6) => v6.is_loopback() || v6.is_unique_local() || v6.is_unicast_link_local(),
    }
}

/// `100.64.0.0/10`, which carriers and private networks over the public one use inside.
fn is_shared(address: Ipv4Addr) -> bool {
    let [first, second, ..] = address.octets();
    first == 100 && second & 0xc0 == 64
}

#[cfg(test)]
mod tests {
    use super::*;

    fn whence(address: &str) -> Whence {
        let table: CountryOf = |address| match address {
            IpAddr::V4(v4) => (v4.octets()[0] == 11).then_some("FI"),
            IpAddr::V6(v6) => (v6.segments()[0] == 0x2001).then_some("US"),
        };
        Whence::of(address.parse().unwrap(), table)
    }

    #[test]
    fn near_is_what_the_public_network_does_not_reach() {
        for near in [
            "127.0.0.1",
            "::1",
            "10.1.2.3",
            "172.31.0.1",
            "192.168.1.1",
            "169.254.1.1",
            "100.64.0.1",
            "100.127.255.255",
            "fd00::1",
            "fe80::1",
            "::ffff:10.0.0.1",
        ] {
            assert_eq!(whence(near), Whence::Near, "{near}");
        }
        for unknown in ["0.0.0.0", "::", "172.32.0.1", "100.128.0.1", "100.63.0.1", "fec0::1"] {
            assert_eq!(whence(unknown), Whence::Unknown, "{unknown}");
        }
        assert_eq!(whence("11.0.0.1"), Whence::Country("FI"));
        assert_eq!(whence("::ffff:11.0.0.1"), Whence::Country("FI"));
        assert_eq!(whence("2001:db8::1"), Whence::Country("US"));
    }
}
