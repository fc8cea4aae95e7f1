//! What a month's customers pass and which groups they are of.

use super::{filter::IdSet, plan::Plan};
use crate::fact::{Attributes, Dim};
use std::sync::Arc;

/// One month's attributes, made ready for a plan.
#[derive(Debug)]
pub(super) struct Tables {
    attributes: Arc<Attributes>,
    /// The sets of locations that pass, for each filter on locations.
    locations: Vec<Vec<u8>>,
    /// The dimensions of groups that the customer gives, and what their ids are multiplied by in a key.
    given: Vec<(Dim, u32)>,
}

impl Tables {
    pub(super) fn new(plan: &Plan, attributes: Arc<Attributes>) -> Self {
        let passes = |set: &IdSet| -> Vec<u8> {
            attributes.sets.iter().map(|all| all.iter().fold(0, |any, &id| any | set.mask(id))).collect()
        };
        let locations = plan.given.iter().filter(|(dim, _)| *dim == Dim::Location);
        let locations = locations.map(|(_, set)| passes(set)).collect();
        let given = plan.digits.iter().filter(|digit| digit.column.is_none() && digit.dim != Dim::Customer);
        let given = given.map(|digit| (digit.dim, digit.stride)).collect();
        Self { attributes, locations, given }
    }

    /// Whether groups depend on the customer's attributes.
    pub(super) const fn makes_keys(&self) -> bool {
        !self.given.is_empty()
    }

    /// What the customer's attributes add to a group's key.
    pub(super) fn key(&self, customer: u32) -> u32 {
        let of = |dim| self.attributes.column(dim).get(customer as usize).copied().unwrap_or(0);
        self.given.iter().map(|&(dim, stride)| of(dim) * stride).sum()
    }

    /// Clears the mask of customers whose attributes do not pass.
    pub(super) fn test(&self, plan: &Plan, customers: &[u32], mask: &mut [u8]) {
        let mut locations = self.locations.iter();
        for (dim, set) in &plan.given {
            let table = match dim {
                Dim::Location => locations.next().map_or(&[][..], Vec::as_slice),
                _ => set.table(),
            };
            let column = self.attributes.column(*dim);
            for (mask, &customer) in mask.iter_mut().zip(customers) {
                let id = column.get(customer as usize).copied().unwrap_or(0);
                *mask &= table.get(id as usize).copied().unwrap_or(0);
            }
        }
    }
}
