//! Passwords: Argon2id, at most two at once; long and unguessed, without rules of composition
//! (NIST SP 800-63B-4, section 3.1.1).

use argon2::{Argon2, PasswordHasher, PasswordVerifier};
use seloste_kernel::{Exit, Fault, FaultKind, Random, Sensitive};
use tokio::sync::Semaphore;

/// Each takes 19 MiB and a core for some ten milliseconds.
const AT_ONCE: usize = 2;
/// So many more may wait; others are told to come again.
const WAITING_MAX: usize = 16;
/// Characters without a second factor.
const CHARS_MIN_ALONE: usize = 15;
/// Characters where a second factor is always asked.
const CHARS_MIN_WITH_SECOND: usize = 8;
/// Characters at most: room for a sentence, not for a burden.
pub const PASSPHRASE_CHARS_MAX: usize = 128;
/// The salt of the work done for usernames that do not exist. Nothing is kept of it.
const NOBODY: &[u8; 16] = b"nobody's account";

/// What is wrong with a chosen password.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Weak {
    /// Fewer characters than this.
    Short(usize),
    /// Guessed too soon.
    Guessed,
}

/// Where passwords are hashed.
pub struct Gate {
    places: Semaphore,
    running: Semaphore,
}

impl Gate {
    /// An empty one.
    pub fn new() -> Self {
        Self { places: Semaphore::new(AT_ONCE + WAITING_MAX), running: Semaphore::new(AT_ONCE) }
    }

    async fn run<T: Send + 'static>(
        &self,
        work: impl FnOnce() -> T + Send + 'static,
    ) -> Result<T, Fault> {
        let _place = self
            .places
            .try_acquire()
            .map_err(|_| Fault::new(FaultKind::TooMany { retry_after_s: 2 }, "fault-too-many"))?;
        let _turn = self.running.acquire().await.map_err(Fault::internal)?;
        tokio::task::spawn_blocking(work).await.map_err(Fault::internal)
    }

    /// Whether the password is the one behind the hash. Without a hash (nobody of that name, not
    /// yet opened) the same work is done and the answer is no.
    ///
    /// # Errors
    /// `TooMany` when too many wait already.
    pub async fn verify(
        &self,
        typed: Sensitive<String>,
        hash: Option<Sensitive<String>>,
    ) -> Result<bool, Fault> {
        self.run(move || {
            let typed = typed.expose(Exit::Decision).as_bytes();
            match &hash {
                Some(hash) => Argon2::default()
                    .verify_password(typed, hash.expose(Exit::Decision).as_str())
                    .is_ok(),
                None => {
                    let work = Argon2::default().hash_password_with_salt(typed, NOBODY);
                    std::hint::black_box(work).is_err()
                }
            }
        })
        .await
    }

    /// The hash to keep instead of a password, in PHC form.
    ///
    /// # Errors
    /// `TooMany` when too many wait already.
    pub async fn hash(
        &self,
        chosen: Sensitive<String>,
        random: &dyn Random,
    ) -> Result<Sensitive<String>, Fault> {
        let mut salt = [0; 16];
        random.fill(&mut salt);
        self.run(move || {
            Argon2::default()
                .hash_password_with_salt(chosen.expose(Exit::Decision).as_bytes(), &salt)
                .map(|hash| Sensitive::new(hash.to_string()))
                .map_err(Fault::internal)
        })
        .await?
    }
}

/// Characters that a password must have.
pub const fn least_chars(second_factor: bool) -> usize {
    if second_factor { CHARS_MIN_WITH_SECOND } else { CHARS_MIN_ALONE }
}

/// Refuses a password that is short or soon guessed; `known` are words an attacker tries first.
pub fn strong_enough(
    chosen: &Sensitive<String>,
    second_factor: bool,
    known: &[&str],
) -> Result<(), Weak> {
    let chosen = chosen.expose(Exit::Decision);
    let least = least_chars(second_factor);
    if chosen.chars().count() < least {
        return Err(Weak::Short(least));
    }
    if zxcvbn::zxcvbn(chosen, known).score() < zxcvbn::Score::Three {
        return Err(Weak::Guessed);
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use seloste_kernel::SeededRandom;

    fn personal(text: &str) -> Sensitive<String> {
        Sensitive::new(text.to_owned())
    }

    #[test]
    fn short_and_guessable_passwords_are_refused() {
        let check = |text, second| strong_enough(&personal(text), second, &["aino", "seloste"]);
        assert_eq!(check("kävelevä7", false), Err(Weak::Short(15)));
        assert_eq!(check("kvx9wqp", true), Err(Weak::Short(8)));
        assert_eq!(check("passwordpassword", false), Err(Weak::Guessed));
        assert_eq!(check("ainoainoainoaino", false), Err(Weak::Guessed));
        assert_eq!(check("aaaaaaaaaaaaaaaaaaaa", false), Err(Weak::Guessed));
        assert_eq!(check("lumi hattu peruna silta", false), Ok(()));
        assert_eq!(check("kvx9wqpz4r", true), Ok(()));
    }

    #[tokio::test]
    async fn the_right_password_only() {
        let gate = Gate::new();
        let hash = gate.hash(personal("lumi hattu"), &SeededRandom::new(1)).await.unwrap();
        assert!(hash.expose(Exit::Decision).starts_with("$argon2id$v=19$m=19456,t=2,p=1$"));
        assert!(gate.verify(personal("lumi hattu"), Some(hash.clone())).await.unwrap());
        assert!(!gate.verify(personal("lumi hattu "), Some(hash)).await.unwrap());
        assert!(!gate.verify(personal("lumi hattu"), None).await.unwrap());
        let broken = Some(personal("$argon2id$"));
        assert!(!gate.verify(personal("lumi hattu"), broken).await.unwrap());
    }

    #[tokio::test]
    async fn too_many_at_once_are_told_to_come_again() {
        let gate = Gate::new();
        let all = u32::try_from(AT_ONCE + WAITING_MAX).unwrap();
        let taken = gate.places.acquire_many(all).await.unwrap();
        let fault = gate.verify(personal("x"), None).await.unwrap_err();
        assert!(matches!(fault.kind(), FaultKind::TooMany { .. }));
        drop(taken);
        assert!(!gate.verify(personal("x"), None).await.unwrap());
    }
}
