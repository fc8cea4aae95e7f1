//! One month's decisions about customers, made once per profile and not once per row.

use super::plan::Plan;
use crate::fact::{Attributes, Dim};
use std::sync::Arc;

/// Whether a customer passes and what it adds to a group's key, by its profile.
#[derive(Debug)]
pub(super) struct Tables {
    pub attributes: Arc<Attributes>,
    /// 0xff when customers of the profile pass.
    pub pass: Vec<u8>,
    /// The part of the key that market and segment make.
    pub key: Vec<u32>,
}

impl Tables {
    pub(super) fn new(plan: &Plan, attributes: Arc<Attributes>) -> Self {
        let given = plan.digits.iter().filter(|digit| digit.column.is_none());
        let given: Vec<_> = given.filter(|digit| digit.dim != Dim::Customer).collect();
        let (mut pass, mut key) = (Vec::new(), Vec::new());
        for profile in &attributes.profiles {
            let one = |dim| if dim == Dim::Market { profile.market } else { profile.segment };
            pass.push(plan.profile.iter().fold(0xff, |pass, (dim, set)| {
                pass & match dim {
                    Dim::Location => profile.locations.iter().fold(0, |any, &id| any | set.mask(id)),
                    _ => set.mask(one(*dim)),
                }
            }));
            key.push(given.iter().map(|digit| one(digit.dim) * digit.stride).sum());
        }
        Self { attributes, pass, key }
    }
}
