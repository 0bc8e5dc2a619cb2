//! Putting places in order by numbers, without comparing: a few passes over all of them, however many there are.

const BITS: u32 = 11;
const BUCKETS: usize = 1 << BITS;

/// Puts places in order by their keys. Those with equal keys stay as they stood.
pub fn sort_by_keys(order: &mut Vec<u32>, key: impl Fn(u32) -> u64) {
    let keys: Vec<u64> = order.iter().map(|place| key(*place)).collect();
    let Some(first) = keys.first() else { return };
    // Only bits in which keys differ need a pass.
    let differing = keys.iter().fold(0, |bits, key| bits | (key ^ first));
    let mut pairs: Vec<(u64, u32)> = keys.iter().copied().zip(order.iter().copied()).collect();
    let mut sorted = pairs.clone();
    let mut shift = 0;
    while shift < u64::BITS {
        if digit(differing, shift) != 0 {
            pass(&pairs, &mut sorted, shift);
            std::mem::swap(&mut pairs, &mut sorted);
        }
        shift += BITS;
    }
    order.clear();
    order.extend(pairs.iter().map(|(_, place)| *place));
}

fn pass(from: &[(u64, u32)], to: &mut [(u64, u32)], shift: u32) {
    let mut starts = vec![0_usize; BUCKETS + 1];
    for (key, _) in from {
        starts[digit(*key, shift) + 1] += 1;
    }
    for at in 1..starts.len() {
        starts[at] += starts[at - 1];
    }
    for pair in from {
        let start = &mut starts[digit(pair.0, shift)];
        to[*start] = *pair;
        *start += 1;
    }
}

/// The digit of a key that begins at a bit.
fn digit(key: u64, shift: u32) -> usize {
    usize::try_from((key >> shift) % BUCKETS as u64).unwrap_or(0)
}

#[cfg(all(test, not(target_arch = "wasm32")))]
mod tests {
    use proptest::collection::vec;
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn it_is_a_stable_sort(keys in vec(prop_oneof![0..4_u64, any::<u64>(), Just(u64::MAX)], 0..200)) {
            let mut order: Vec<u32> = (0..u32::try_from(keys.len()).unwrap()).rev().collect();
            let mut expected = order.clone();
            expected.sort_by_key(|place| keys[*place as usize]);
            sort_by_keys(&mut order, |place| keys[place as usize]);
            prop_assert_eq!(order, expected);
        }
    }
}
