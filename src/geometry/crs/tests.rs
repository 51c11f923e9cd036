use super::*;

fn code(text: &str) -> String {
    match Crs::parse(text) {
        Ok(crs) => crs.to_string(),
        Err(why) => format!("{why:?}"),
    }
}

#[test]
fn systems_are_known_by_the_names_people_and_programs_give_them() {
    for (text, expected) in [
        ("EPSG:4326", "EPSG:4326"),
        ("epsg：４５４８", "EPSG:4548"),
        ("urn:ogc:def:crs:EPSG::4490", "EPSG:4490"),
        ("http://www.opengis.net/def/crs/EPSG/0/25832", "EPSG:25832"),
        ("OGC:CRS84", "EPSG:4326"),
        ("urn:ogc:def:crs:OGC:1.3:CRS84", "EPSG:4326"),
        ("WGS84", "EPSG:4326"),
        ("GCS_WGS_1984", "EPSG:4326"),
        ("国家2000", "EPSG:4490"),
        ("2000国家大地坐标系", "EPSG:4490"),
        ("CGCS2000 / 3-degree Gauss-Kruger zone 39", "EPSG:4527"),
        ("CGCS2000_3_Degree_GK_Zone_39", "EPSG:4527"),
        ("CGCS2000_3_Degree_GK_CM_117E", "EPSG:4548"),
        ("CGCS2000 / 3-degree Gauss-Kruger CM 117E", "EPSG:4548"),
        ("CGCS2000 / Gauss-Kruger zone 20", "EPSG:4498"),
        ("CGCS2000_GK_CM_117E", "EPSG:4509"),
        ("2000国家大地坐标系 3度带 39带", "EPSG:4527"),
        ("国家2000，三度带，中央子午线117度", "EPSG:4548"),
        ("国家2000 中央经线 120", "EPSG:4549"),
        ("WGS 84 / UTM zone 50N", "EPSG:32650"),
        ("WGS_1984_UTM_Zone_55S", "EPSG:32755"),
        ("WGS_1984_Web_Mercator_Auxiliary_Sphere", "EPSG:3857"),
        ("ETRS89 / UTM zone 32N", "EPSG:25832"),
        ("GDA94 / MGA zone 55", "EPSG:28355"),
        ("OSGB36 / British National Grid", "EPSG:27700"),
        ("GCJ-02", "GCJ-02"),
        ("火星坐标", "GCJ-02"),
        ("高德坐标", "GCJ-02"),
        ("经度(GCJ02)", "GCJ-02"),
        ("百度坐标", "BD-09"),
        ("BD-09ll", "BD-09"),
        (
            r#"PROJCS["CGCS2000_3_Degree_GK_Zone_39",GEOGCS["GCS_China_Geodetic_Coordinate_System_2000"]]"#,
            "EPSG:4527",
        ),
        (
            r#"PROJCS["x",GEOGCS["y",AUTHORITY["EPSG","4490"]],UNIT["metre",1],AUTHORITY["EPSG","4549"]]"#,
            "EPSG:4549",
        ),
    ] {
        assert_eq!(code(text), expected, "{text}");
    }
}

#[test]
fn what_is_no_system_or_has_no_public_way_is_refused() {
    for text in
        ["", "经度", "X坐标", "local", "EPSG:", "EPSG:99999", "EPSG:4555", "CGCS2000 GK zone 24", "UTM 50N"]
    {
        assert_eq!(Crs::parse(text), Err(NoCrs::Unknown), "{text}");
    }
    for text in [
        "北京54",
        "1954北京坐标系",
        "Beijing 1954 / 3-degree Gauss-Kruger zone 38",
        "西安80",
        "Xian_1980_GK_Zone_20",
    ] {
        assert_eq!(Crs::parse(text), Err(NoCrs::DatumShift), "{text}");
    }
    for text in ["EPSG:2414", "EPSG:2345", "EPSG:4214", "EPSG:4610", "EPSG:21460"] {
        assert_eq!(Crs::parse(text), Err(NoCrs::DatumShift), "{text}");
    }
}

#[test]
fn every_definition_can_be_converted_and_leads_back() {
    let mut known = 0;
    for crs in (0..=40_000).filter_map(Crs::of_code) {
        let transform = crs.transform();
        known += 1;
        assert_eq!(transform.projected.is_none(), crs.is_degrees(), "{crs}");
        let Some(projected) = &transform.projected else { continue };
        let Area { west, south, east, north } = projected.area;
        let middle = LonLat { longitude: f64::midpoint(west, east), latitude: south + (north - south) * 0.4 };
        let written = transform.of_wgs84(middle).unwrap_or_else(|| panic!("{crs} at {middle:?}"));
        let back = transform.to_wgs84(written).unwrap_or_else(|| panic!("{crs} at {written:?}"));
        assert!(middle.offset_to(back).length() < 0.001, "{crs}: {middle:?} {back:?}");
    }
    assert_eq!(known, 6 + 64 + 120 + 11 + 11 + 14 + 1 + 1 + 9 + 4);
}

#[test]
fn figures_of_another_kind_are_nowhere() {
    let place = EastNorth { east: 39_448_438.0, north: 4_418_590.0 };
    let degrees = LonLat { longitude: 116.4, latitude: 39.9 };
    assert_eq!(Crs::WGS84.transform().to_wgs84(Coordinates::Metres(place)), None);
    let zone = Crs::of_code(4527).expect("a zone").transform();
    assert_eq!(zone.to_wgs84(Coordinates::Degrees(degrees)), None);
    assert_eq!(zone.to_wgs84(Coordinates::Metres(place.swapped())), None);
    assert!(zone.to_wgs84(Coordinates::Metres(place)).is_some());
    let prefixed_as_plain = Crs::of_code(4548).expect("a zone").transform();
    assert_eq!(prefixed_as_plain.to_wgs84(Coordinates::Metres(place)), None);
}
