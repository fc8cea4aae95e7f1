//! Roles, permissions and programs in words.

use super::S;
use model::{Permission, Program, Role};

area! {
    /// Roles, permissions and programs.
    RoleText {
        name: fn(Role) -> S,
        opens: fn(Role) -> S,
        permission: fn(Permission) -> S,
        program: fn(Program) -> S,
        list: fn(&[String]) -> String,
    }
}
