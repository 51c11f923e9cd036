//! The counties' borders, as a map would have them.

use serde_json::{Value, json};

use super::recipe::{County, Recipe};

/// The counties as `GeoJSON`; they tile the city and do not overlap.
pub fn boundaries(recipe: &Recipe) -> String {
    let features: Vec<Value> = recipe.counties.iter().map(|county| feature(county, recipe)).collect();
    json!({ "type": "FeatureCollection", "features": features }).to_string()
}

fn feature(county: &County, recipe: &Recipe) -> Value {
    json!({
        "type": "Feature",
        "properties": {
            "adcode": county.adcode,
            "name": format!("{}{}", recipe.name, county.name),
            "level": "county",
            "parent": recipe.adcode,
        },
        "geometry": { "type": "Polygon", "coordinates": [ring(county)] },
    })
}

/// The corners in degrees, the first again at the end.
fn ring(county: &County) -> Vec<[f64; 2]> {
    let corners = county.corners.iter().chain(county.corners.first());
    corners.map(|corner| corner.map(|degrees| f64::from(degrees) / 1e6)).collect()
}
