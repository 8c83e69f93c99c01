//! What the process asks of the operating system before it touches anything: that others can read
//! neither its files nor its memory, and how many descriptors it may have.

use rustix::fs::Mode;
use rustix::process::{
    DumpableBehavior, Resource, Rlimit, getrlimit, set_dumpable_behavior, setrlimit, umask,
};

/// Descriptors that are no visitors' connections: database, keys, ledger, jobs, mail.
const OWN_DESCRIPTORS: u64 = 256;

/// From here on, what is written is the owner's alone, whatever the shell or the container says;
/// a crash leaves no copy of the memory, and other processes of the same user cannot read it.
pub fn keep_to_itself() {
    umask(Mode::from_bits_truncate(0o077));
    let hard = getrlimit(Resource::Core).maximum;
    let none = Rlimit { current: Some(0), maximum: hard };
    if let Err(error) = setrlimit(Resource::Core, none) {
        tracing::warn!(%error, "core dumps cannot be switched off");
    }
    if let Err(error) = set_dumpable_behavior(DumpableBehavior::NotDumpable) {
        tracing::warn!(%error, "the memory cannot be closed to debuggers");
    }
}

/// Raises the limit of descriptors as far as it may go, and tells how many connections fit.
pub fn room_for_connections(wanted: usize) -> usize {
    let limit = getrlimit(Resource::Nofile);
    let raised = Rlimit { current: limit.maximum, maximum: limit.maximum };
    let now = match setrlimit(Resource::Nofile, raised) {
        Ok(()) => limit.maximum,
        Err(_) => limit.current,
    };
    // No limit at all is a large one.
    let descriptors = usize::try_from(now.unwrap_or(u64::MAX)).unwrap_or(usize::MAX);
    let room = descriptors.saturating_sub(OWN_DESCRIPTORS as usize).max(1);
    if room < wanted {
        tracing::warn!(connections = room, "the limit of open files allows few connections");
    }
    wanted.min(room)
}
