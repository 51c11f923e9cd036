//! barrierfree finds out, and proves, how barrier-free a city is.
//!
//! The modules are floors in reading order; imports go down only.

pub mod geometry;
pub mod geopackage;
pub mod locale;
pub mod parallel;
pub mod picture;
pub mod quantity;

pub mod diagnostic;
pub mod model;

pub mod inventory;
pub mod link;
pub mod standard;
pub mod survey;

pub mod audit;

pub mod city;
pub mod map;
pub mod report;

pub mod store;

pub mod export;

pub mod project;

#[cfg(feature = "cli")]
pub mod cli;
