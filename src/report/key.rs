//! The name of a finding that stays the same from run to run.

use sha2::{Digest as _, Sha256};

use crate::model::{FacilityId, RequirementId};

/// How much of the hash is kept: 128 bits do not collide in any city.
const KEY_BYTES: usize = 16;

/// The stable key of what one requirement says of one facility.
///
/// The first 16 bytes, in hexadecimal, of SHA-256 over the requirement's id,
/// a zero byte, and the facility's id. It says nothing of outcome or day, so
/// that waivers, assignments and comparisons of two runs can hold on to it.
pub fn finding_key(requirement: &RequirementId, subject: &FacilityId) -> String {
    let mut hash = Sha256::new();
    hash.update(requirement.as_str());
    hash.update([0]);
    hash.update(subject.as_str());
    let kept = hash.finalize().into_iter().take(KEY_BYTES);
    kept.flat_map(|byte| [byte >> 4, byte & 15])
        .filter_map(|half| char::from_digit(half.into(), 16))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_key_is_the_hash_of_requirement_and_subject() {
        // printf 'BYN-39\0lot-1' | sha256sum
        let key = finding_key(&"BYN-39".into(), &"lot-1".into());
        assert_eq!(key, "049fc09c4b0689b5543adf6658b61af5");
        assert_ne!(key, finding_key(&"BYN-39l".into(), &"ot-1".into()));
    }
}
