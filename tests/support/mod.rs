//! Builders that several tests share.

pub(crate) mod workbook;
