//! An inventory to another place, whatever keeps it here or there.

use super::{Failure, files};
use crate::store::{Address, Store, StoreError, carry};

/// Carries an inventory to another place; gives back its content hash, which both have then.
pub fn migrate(from: &Address, to: &Address) -> Result<String, Failure> {
    to.check().map_err(Failure::store(to))?;
    let mut source = held(from)?;
    let mut target = to.write(files::now()).map_err(Failure::store(to))?;
    carry(&mut *source, &mut *target).map_err(Failure::store(to))
}

/// An inventory that is there, while nobody else writes to it.
pub(super) fn held(address: &Address) -> Result<Box<dyn Store>, Failure> {
    let open = || {
        drop(address.read(files::now())?);
        address.write(files::now())
    };
    open().map_err(|error: StoreError| Failure::store(address)(error))
}
