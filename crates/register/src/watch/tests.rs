//! The rules of the watch, on two clocks that the test moves apart.

use super::*;

const HOUR: SignedDuration = SignedDuration::from_hours(1);
const DAY: SignedDuration = SignedDuration::from_hours(24);

struct Hands(Mutex<Reading>);

impl Clock for Hands {
    fn now(&self) -> Timestamp {
        self.read().wall
    }

    fn read(&self) -> Reading {
        *self.0.lock().unwrap()
    }
}

impl Hands {
    /// Time passes on both.
    fn pass(&self, by: SignedDuration) {
        let mut hands = self.0.lock().unwrap();
        hands.wall += by;
        hands.steady.passed += by;
    }

    /// Somebody sets the clock.
    fn set(&self, by: SignedDuration) {
        self.0.lock().unwrap().wall += by;
    }

    /// The machine is off for a while.
    fn reboot(&self, off: SignedDuration) {
        let mut hands = self.0.lock().unwrap();
        hands.wall += off;
        hands.steady = Steady { boot: hands.steady.boot + 1, passed: SignedDuration::from_secs(9) };
    }
}

fn started() -> (Arc<Hands>, Watch, Timestamp) {
    let wall: Timestamp = "2026-01-14T08:00:00Z".parse().unwrap();
    let steady = Steady { boot: 1, passed: DAY };
    let hands = Arc::new(Hands(Mutex::new(Reading { wall, steady })));
    let watch = Watch::new(hands.clone());
    (hands, watch, wall)
}

/// The same watch after a restart of the program.
fn restarted(hands: &Arc<Hands>, watch: &Watch) -> Watch {
    let seen = watch.state().seen;
    let text = serde_json::to_string(&seen).unwrap();
    let again = Watch::new(hands.clone());
    again.recall(serde_json::from_str(&text).unwrap());
    again
}

#[test]
fn time_that_passes_is_never_in_doubt() {
    let (hands, mut watch, start) = started();
    for day in 1..=800 {
        hands.pass(DAY);
        assert_eq!(watch.look(), (start + DAY * day, None));
        if day % 50 == 0 {
            watch = restarted(&hands, &watch);
        }
    }
    // A month without a look, and the program stopped meanwhile: the machine has run.
    hands.pass(DAY * 30);
    assert_eq!(restarted(&hands, &watch).look().1, None);
}

#[test]
fn a_leap_is_in_doubt_and_small_leaps_add_up() {
    let (hands, watch, start) = started();
    hands.set(LEAP);
    assert_eq!(watch.look(), (start + LEAP, None), "exactly the limit is not more");
    hands.set(HOUR);
    let doubt = Doubt { shows: start + LEAP + HOUR, expected: start };
    assert_eq!(watch.look(), (doubt.shows, Some(doubt)));
    assert_eq!(restarted(&hands, &watch).look().1, Some(doubt), "a restart is no way out");
    // Days later nothing has changed.
    hands.pass(DAY * 9);
    assert!(watch.look().1.is_some());
    // Mended, it is over by itself.
    hands.set(-HOUR);
    assert_eq!(watch.look().1, None);
}

#[test]
fn a_leap_leaves_no_mark_when_it_is_mended() {
    let (hands, watch, start) = started();
    hands.set(DAY * 3650);
    assert!(watch.look().1.is_some());
    hands.set(DAY * -3650);
    hands.pass(HOUR);
    assert_eq!(watch.look(), (start + HOUR, None));
}

#[test]
fn time_never_goes_back() {
    let (hands, watch, start) = started();
    // A little: it stands still.
    hands.set(-SLACK);
    assert_eq!(watch.look(), (start, None));
    hands.set(SLACK);
    hands.pass(HOUR);
    assert_eq!(watch.look(), (start + HOUR, None));
    // Much: it goes on by the running time, and is in doubt.
    hands.set(DAY * -3650);
    let (now, doubt) = watch.look();
    assert_eq!(now, start + HOUR);
    assert_eq!(doubt.unwrap().expected, now);
    hands.pass(HOUR * 5);
    let again = restarted(&hands, &watch);
    assert_eq!(again.look().0, start + HOUR * 6);
    hands.reboot(SignedDuration::ZERO);
    let again = restarted(&hands, &again);
    assert_eq!(again.look().0, start + HOUR * 6, "nor over a start of the machine");
    assert!(again.look().1.is_some());
    hands.set(DAY * 3650 + HOUR);
    assert_eq!(again.look().1, None, "mended, it is over by itself");
}

#[test]
fn a_machine_that_was_off_for_long_asks() {
    let (hands, watch, start) = started();
    hands.reboot(LEAP - HOUR);
    let watch = restarted(&hands, &watch);
    assert_eq!(watch.look().1, None, "a night and a day off are usual");
    hands.reboot(DAY * 7);
    let watch = restarted(&hands, &watch);
    assert!(watch.look().1.is_some());
    watch.trust(watch.as_shown());
    assert_eq!(watch.look(), (start + LEAP - HOUR + DAY * 7, None));
    hands.pass(DAY);
    assert_eq!(restarted(&hands, &watch).look().1, None);
}

#[test]
fn a_person_can_say_that_the_earlier_time_is_right() {
    let (hands, watch, start) = started();
    hands.set(DAY);
    assert_eq!(watch.look(), (start + DAY, None));
    hands.set(-DAY);
    assert!(watch.look().1.is_some());
    watch.trust(watch.as_shown());
    assert_eq!(watch.look(), (start, None));
}

#[test]
fn what_is_known_is_written_down_once_a_minute() {
    let (hands, watch, _) = started();
    assert!(watch.news().is_some(), "the first time at once");
    watch.state().kept = watch.news();
    hands.pass(SignedDuration::from_secs(59));
    watch.look();
    assert_eq!(watch.news(), None);
    hands.pass(SignedDuration::from_secs(1));
    watch.look();
    assert!(watch.news().is_some());
}

#[test]
fn the_ends_of_time_are_no_panic() {
    let (hands, watch, _) = started();
    for wall in [Timestamp::MAX, Timestamp::MIN, Timestamp::MAX] {
        hands.0.lock().unwrap().wall = wall;
        watch.look();
        hands.0.lock().unwrap().steady.passed = SignedDuration::MAX;
        watch.look();
        watch.trust(watch.as_shown());
        watch.look();
    }
}

/// A clock that is read while another thread wants to know the time, too, which the hands of the
/// test clock cannot show.
struct Crossed {
    hands: Arc<Hands>,
    watch: std::sync::OnceLock<std::sync::Weak<Watch>>,
}

impl Clock for Crossed {
    fn now(&self) -> Timestamp {
        self.read().wall
    }

    fn read(&self) -> Reading {
        let reading = self.hands.read();
        if let Some(watch) = self.watch.get().and_then(std::sync::Weak::upgrade)
            && let Ok(mut state) = watch.state.try_lock()
        {
            // Another thread gets in between with a later reading.
            self.hands.pass(DAY * 30);
            state.seen.judge(&self.hands.read());
        }
        reading
    }
}

#[test]
fn readings_are_judged_in_the_order_in_which_they_were_taken() {
    let (hands, _, _) = started();
    let clock = Arc::new(Crossed { hands: hands.clone(), watch: std::sync::OnceLock::new() });
    let watch = Arc::new(Watch::new(clock.clone()));
    clock.watch.set(Arc::downgrade(&watch)).unwrap();
    let first = watch.look();
    assert_eq!(first.1, None, "{first:?}");
    hands.set(-DAY);
    let (now, doubt) = watch.look();
    assert!(doubt.is_some());
    assert_eq!(now, first.0, "no time has passed");
}
