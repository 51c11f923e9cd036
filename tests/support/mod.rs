//! Builders that several tests share.

pub(crate) mod agree;
pub(crate) mod feature_seeds;
pub(crate) mod random;
pub(crate) mod workbook;
