//! Builders that several tests share.

pub(crate) mod agree;
pub(crate) mod camera;
pub(crate) mod compound;
pub(crate) mod facilities;
pub(crate) mod feature_seeds;
pub(crate) mod feed;
pub(crate) mod fuzz;
pub(crate) mod old_workbook;
pub(crate) mod opendocument;
pub(crate) mod openstreetmap;
pub(crate) mod random;
pub(crate) mod server;
pub(crate) mod shapefile;
pub(crate) mod workbook;
