//! How many connections one address holds. Addresses are forgotten with their last connection.

use std::collections::HashMap;
use std::net::IpAddr;
use std::sync::{Arc, Mutex};

#[derive(Clone)]
pub(super) struct Crowd {
    most: usize,
    exempt: Arc<Vec<IpAddr>>,
    held: Arc<Mutex<HashMap<IpAddr, usize>>>,
}

/// One connection's seat; given back when dropped.
pub(super) struct Seat {
    crowd: Crowd,
    peer: IpAddr,
}

impl Crowd {
    pub(super) fn new(most: usize, exempt: Vec<IpAddr>) -> Self {
        Self { most, exempt: Arc::new(exempt), held: Arc::default() }
    }

    /// A seat, unless this address holds its share already.
    pub(super) fn enter(&self, peer: IpAddr) -> Option<Seat> {
        let mut held = self.held.lock().unwrap_or_else(|poisoned| poisoned.into_inner());
        let count = held.entry(peer).or_insert(0);
        if *count >= self.most && !self.exempt.contains(&peer) {
            return None;
        }
        *count += 1;
        Some(Seat { crowd: self.clone(), peer })
    }
}

impl Drop for Seat {
    fn drop(&mut self) {
        let mut held = self.crowd.held.lock().unwrap_or_else(|poisoned| poisoned.into_inner());
        if let Some(count) = held.get_mut(&self.peer) {
            *count -= 1;
            if *count == 0 {
                held.remove(&self.peer);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

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
