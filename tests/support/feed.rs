//! A small timetable.

use std::io::{Cursor, Write as _};

use zip::ZipWriter;
use zip::write::SimpleFileOptions;

/// A station with two entrances and two platforms, one of which a lift leads to; a stop on the
/// street; two lines.
pub(crate) const TABLES: [(&str, &str); 4] = [
    (
        "stops.txt",
        "\u{FEFF}stop_id,stop_name,stop_lat,stop_lon,location_type,parent_station,wheelchair_boarding\n\
         S,中心站,40.75,107.40,1,,1\n\
         E1,东口,40.75,107.41,2,S,\n\
         E2,西口,40.75,107.39,2,S,2\n\
         P1,一站台,40.751,107.40,0,S,0\n\
         P2,二站台,40.752,107.40,,S,\n\
         P2B,二站台车头,40.752,107.40,4,P2,\n\
         HALL,站厅,40.75,107.40,3,S,\n\
         T,街角,40.76,107.45,,,7\n\
         V,,,x,0,,\n",
    ),
    (
        "routes.txt",
        "route_id,route_short_name,route_long_name,route_type\nA,1,环线,3\nB,,城际,109\nC,9,,17\n",
    ),
    (
        "trips.txt",
        "route_id,service_id,trip_id,wheelchair_accessible\nA,d,1,1\nA,d,2,1\nA,d,3,2\nA,d,4,0\nB,d,5,2\nC,d,6,\n",
    ),
    (
        "pathways.txt",
        "pathway_id,from_stop_id,to_stop_id,pathway_mode,is_bidirectional,stair_count,max_slope,min_width\n\
         W,E1,HALL,1,1,,0.05,2.4\nU,HALL,E2,2,1,-24,,1.8\nL,HALL,P1,5,1,,,\nX,HALL,P2B,2,1,30,,\n",
    ),
];

/// A zip of tables.
pub(crate) fn zipped(tables: &[(&str, &str)]) -> Vec<u8> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, text) in tables {
        zip.start_file(*name, SimpleFileOptions::default()).expect("a zip");
        zip.write_all(text.as_bytes()).expect("a part");
    }
    zip.finish().expect("a zip").into_inner()
}
