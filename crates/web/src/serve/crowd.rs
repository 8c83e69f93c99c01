//! How many connections one caller holds, and how many bytes wait on them: an address, or a network
//! of IPv6, of which one customer has a whole /64. Callers are forgotten with their last connection.

use std::collections::HashMap;
use std::net::{IpAddr, Ipv6Addr};
use std::sync::atomic::AtomicUsize;
use std::sync::{Arc, Mutex};

#[derive(Clone)]
pub(super) struct Crowd {
    most: usize,
    exempt: Arc<Vec<IpAddr>>,
    held: Arc<Mutex<HashMap<IpAddr, Share>>>,
}

/// What one caller holds.
#[derive(Default)]
struct Share {
    seats: usize,
    bytes: Arc<AtomicUsize>,
}

/// One connection's seat; given back when dropped.
pub(super) struct Seat {
    crowd: Crowd,
    peer: IpAddr,
    /// The bytes that wait on all connections of the caller; for whoever speaks for many, on this one.
    pub(super) bytes: Arc<AtomicUsize>,
}

impl Crowd {
    pub(super) fn new(most: usize, exempt: Vec<IpAddr>) -> Self {
        Self { most, exempt: Arc::new(exempt), held: Arc::default() }
    }

    /// A seat, unless this address holds its share already.
    pub(super) fn enter(&self, address: IpAddr) -> Option<Seat> {
        let peer = network(address);
        let mut held = self.held.lock().unwrap_or_else(|poisoned| poisoned.into_inner());
        let share = held.entry(peer).or_default();
        let exempt = self.exempt.contains(&address);
        if share.seats >= self.most && !exempt {
            return None;
        }
        share.seats += 1;
        let bytes = if exempt { Arc::default() } else { Arc::clone(&share.bytes) };
        Some(Seat { crowd: self.clone(), peer, bytes })
    }
}

fn network(address: IpAddr) -> IpAddr {
    match address.to_canonical() {
        IpAddr::V6(v6) => {
            let host = u128::from(u64::MAX);
            IpAddr::V6(Ipv6Addr::from_bits(v6.to_bits() & !host))
        }
        v4 => v4,
    }
}

impl Drop for Seat {
    fn drop(&mut self) {
        let mut held = self.crowd.held.lock().unwrap_or_else(|poisoned| poisoned.into_inner());
        if let Some(share) = held.get_mut(&self.peer) {
            share.seats -= 1;
            if share.seats == 0 {
                held.remove(&self.peer);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_network_of_ipv6_is_one_caller() {
        let crowd = Crowd::new(2, Vec::new());
        let of = |address: &str| crowd.enter(address.parse().unwrap());
        let seats = [of("2001:db8:0:1::1"), of("2001:db8:0:1::2"), of("2001:db8:0:1:ffff::3")];
        assert_eq!(seats.iter().flatten().count(), 2);
        assert!(of("2001:db8:0:2::1").is_some());
        assert!(of("::ffff:192.0.2.1").is_some());
    }

    #[test]
    fn seats_are_given_back_and_addresses_forgotten() {
        let proxy: IpAddr = "127.0.0.9".parse().unwrap();
        let crowd = Crowd::new(2, vec![proxy]);
        let peer: IpAddr = "192.0.2.1".parse().unwrap();
        let seats: Vec<_> = (0..3).map(|_| crowd.enter(peer)).collect();
        assert_eq!(seats.iter().flatten().count(), 2);
        drop(seats);
        assert!(crowd.held.lock().unwrap().is_empty());
        let all: Vec<_> = (0..3).map(|_| crowd.enter(proxy)).collect();
        assert_eq!(all.iter().flatten().count(), 3);
    }
}
