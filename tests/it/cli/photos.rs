//! Photos of an inventory: taken in, linked, missing, and of people.

use std::io::{Cursor, Write as _};

use serde_json::Value;

use super::Desk;
use crate::support::camera::{exif, with_exif};

/// Car parks with photos: one named with its ending, two in a cell, one nobody brought, one that is only said.
const LOTS: &str = "设施编号,设施类型,名称,总车位数,经度,纬度,照片,调查日期\n\
    P1,停车场,东门停车场,60,107.4,40.75,IMG_1.jpg,2026-05-01\n\
    P2,停车场,西门停车场,60,107.41,40.75,IMG_2.JPG、坡道,2026-05-01\n\
    P3,停车场,南门停车场,60,107.42,40.75,IMG_9.jpg,2026-05-01\n\
    P4,停车场,北门停车场,60,107.43,40.75,有,2026-05-01\n";

/// A photo of its own colour.
fn photo(colour: u8) -> Vec<u8> {
    let pixels = image::RgbImage::from_fn(64, 48, |x, y| {
        image::Rgb([colour, u8::try_from(x).unwrap_or_default(), u8::try_from(y).unwrap_or_default()])
    });
    let mut bytes = Cursor::new(Vec::new());
    pixels.write_to(&mut bytes, image::ImageFormat::Jpeg).expect("a photo");
    bytes.into_inner()
}

/// The same as a phone writes it, at a place in degrees, minutes and seconds.
fn at(colour: u8, latitude: [u32; 3], longitude: [u32; 3]) -> Vec<u8> {
    with_exif(&photo(colour), &exif(6, latitude, longitude))
}

/// A project with the car parks taken in.
fn desk() -> Desk {
    let desk = Desk::with("lots.csv", LOTS);
    desk.put("barrierfree.toml", "standards = ['cn-150800-2017']\n");
    let imported = desk.run(&["import", "lots.csv", "--accept"]);
    assert_eq!(imported.code, Some(0), "{}", imported.err);
    desk
}

fn json(desk: &Desk, arguments: &[&str]) -> Value {
    let run = desk.run(arguments);
    serde_json::from_str(&run.out).unwrap_or_else(|error| panic!("{error}: {}{}", run.out, run.err))
}

fn list(desk: &Desk) -> Value {
    json(desk, &["photos", "list", "--json"])
}

/// Every code of what is to be looked at, with the photo it is about.
fn codes(photos: &Value) -> Vec<(String, String)> {
    let all = photos["diagnostics"].as_array().expect("a list");
    let text = |value: &Value| value.as_str().unwrap_or_default().to_owned();
    let photo = |one: &Value| text(if one["photo"].is_null() { &one["file"] } else { &one["photo"] });
    all.iter().map(|one| (text(&one["code"]), photo(one))).collect()
}

fn of(photos: &Value, name: &str) -> Value {
    let all = photos["photos"].as_array().expect("a list");
    all.iter().find(|one| one["name"] == name).unwrap_or_else(|| panic!("{name}: {photos}"))["facilities"]
        .clone()
}

/// Every file below a folder of the desk.
fn files(desk: &Desk, folder: &str) -> Vec<String> {
    let (mut found, mut folders) = (Vec::new(), vec![desk.path(folder)]);
    while let Some(next) = folders.pop() {
        for entry in std::fs::read_dir(next).into_iter().flatten() {
            let path = entry.expect("an entry").path();
            if path.is_dir() { folders.push(path) } else { found.push(path.to_string_lossy().into_owned()) }
        }
    }
    found.sort();
    found
}

#[test]
fn photos_are_linked_by_name_and_by_id_and_what_is_missing_is_told() {
    let desk = desk();
    desk.put("p/IMG_1.jpg", at(10, [40, 45, 0], [107, 24, 0]));
    desk.put("p/img_2.jpg", photo(20));
    desk.put("p/东区/坡道.png.jpg", photo(30));
    desk.put("p/坡道.jpg", photo(40));
    desk.put("p/P4_入口.jpg", photo(50));
    desk.put("p/风景.jpg", photo(60));
    desk.put("p/.DS_Store", "x");
    let run = desk.run(&["photos", "import", "p"]);
    assert_eq!(run.code, Some(0), "{}", run.err);
    assert!(
        run.err.contains("新增照片 6 张，已有 0 张，未能导入的文件 0 个，有待查看的 3 处"),
        "{}",
        run.err
    );
    let photos = list(&desk);
    let parking = |id: &str| serde_json::json!([{ "type": "parking", "id": id }]);
    assert_eq!(of(&photos, "IMG_1.jpg"), parking("P1"));
    assert_eq!(of(&photos, "img_2.jpg"), parking("P2"));
    assert_eq!(of(&photos, "坡道.jpg"), parking("P2"));
    assert_eq!(of(&photos, "P4_入口.jpg"), parking("P4"));
    assert_eq!(of(&photos, "风景.jpg"), serde_json::json!([]));
    let said = codes(&photos);
    for (code, photo) in [
        ("photo-missing", "IMG_9.jpg"),
        ("photo-unnamed", "风景.jpg"),
        ("photo-unnamed", "东区/坡道.png.jpg"),
    ] {
        assert!(said.contains(&(code.into(), photo.into())), "{code} {photo}: {said:?}");
    }
    let missing = desk.run(&["photos", "list", "--missing", "--lang", "en"]).out;
    assert!(missing.contains("lots.csv:4:照片: the photo \"IMG_9.jpg\" is not there"), "{missing}");
    assert!(!missing.contains("风景"), "{missing}");
    let status = json(&desk, &["status", "--json"]);
    assert_eq!(status["photos"], 6);
    assert!(status["doubtful"].to_string().contains("photo-missing"), "{status}");
}

#[test]
fn what_is_shown_is_upright_small_and_says_nothing_of_place_or_owner() {
    let desk = desk();
    desk.put("p/IMG_1.jpg", at(10, [40, 45, 0], [107, 24, 0]));
    desk.run(&["photos", "import", "p"]);
    let one = list(&desk)["photos"][0].clone();
    assert_eq!(one["size"], serde_json::json!([48, 64]), "the camera was held upright");
    assert_eq!(one["taken"], "2026-05-01T09:30:00");
    let shown = std::fs::read(desk.path(one["shown"].as_str().expect("a path"))).expect("a picture");
    assert!(!shown.windows(4).any(|part| part == b"Exif") && !shown.windows(5).any(|part| part == b"Zhang"));
    let hash = one["hash"].as_str().expect("a hash");
    let original = std::fs::read(desk.path(&format!("photos/originals/{}/{hash}", &hash[..2])));
    assert_eq!(original.expect("the photo"), at(10, [40, 45, 0], [107, 24, 0]));
    assert_eq!(files(&desk, "photos/shown").len(), 2);
}

#[test]
fn the_same_photo_is_one_and_repeating_changes_nothing() {
    let desk = desk();
    for name in ["p/IMG_1.jpg", "p/copy/P3.jpg"] {
        desk.put(name, photo(10));
    }
    let first = json(&desk, &["photos", "import", "p", "--json"]);
    assert_eq!((&first["added"], &first["known"]), (&1.into(), &1.into()), "{first}");
    let before = (list(&desk), files(&desk, "photos"), json(&desk, &["verify", "--json"])["content"].clone());
    let again = json(&desk, &["photos", "import", "p", "--json"]);
    assert_eq!((&again["added"], &again["known"]), (&0.into(), &2.into()), "{again}");
    assert_eq!(
        (list(&desk), files(&desk, "photos"), json(&desk, &["verify", "--json"])["content"].clone()),
        before
    );
    assert_eq!(json(&desk, &["status", "--json"])["photos"], 1);
    // What was lost or damaged since comes back.
    for file in files(&desk, "photos") {
        std::fs::write(file, "x").expect("a file");
    }
    assert_eq!(desk.run(&["verify"]).code, Some(1));
    desk.run(&["photos", "import", "p"]);
    assert_eq!(desk.run(&["verify"]).code, Some(0));
}

#[test]
fn a_photo_taken_elsewhere_is_told_with_both_places() {
    let desk = desk();
    desk.put("p/IMG_1.jpg", at(10, [40, 45, 0], [107, 24, 5]));
    desk.put("p/P2.jpg", at(20, [40, 48, 0], [107, 24, 36]));
    let photos = json(&desk, &["photos", "import", "p", "--json", "--lang", "en"]);
    let far: Vec<_> = codes(&photos).into_iter().filter(|(code, _)| code == "photo-far").collect();
    assert_eq!(far, [("photo-far".to_owned(), "P2.jpg".to_owned())], "{photos}");
    let text = photos["diagnostics"].to_string();
    assert!(
        text.contains("107.410000, 40.800000, 5560 m from facility P2 at 107.410000, 40.750000"),
        "{text}"
    );
}

#[test]
fn what_is_no_photo_is_left_with_its_cause_and_the_others_come_in() {
    let desk = desk();
    let good = photo(10);
    desk.put("p/IMG_1.jpg", &good);
    desk.put("p/cut.jpg", &good[..good.len() / 2]);
    desk.put("p/heic.jpg", b"\0\0\0\x18ftypheic\0\0\0\0mif1heic");
    desk.put("p/empty.jpg", b"");
    desk.put("p/note.jpg", "设施编号");
    desk.put("p/anim.gif", b"GIF89a\x01\0\x01\0");
    let run = desk.run(&["photos", "import", "p"]);
    assert_eq!(run.code, Some(0));
    for words in [
        "heic.jpg：是 HEIC 格式",
        "cut.jpg：文件不完整",
        "empty.jpg：文件是空的",
        "note.jpg：不是图片",
        "anim.gif：是 GIF 文件",
    ] {
        assert!(run.err.contains(words), "{words}: {}", run.err);
    }
    assert!(run.err.contains("新增照片 1 张"), "{}", run.err);
    assert_eq!(desk.run(&["verify"]).code, Some(0));
}

#[test]
fn a_zip_is_read_and_leads_nowhere() {
    let desk = desk();
    let mut zip = zip::ZipWriter::new(Cursor::new(Vec::new()));
    let plain = zip::write::SimpleFileOptions::default();
    let files: [(&str, Vec<u8>); 4] = [
        ("东区/IMG_1.jpg", photo(10)),
        ("../../evil.jpg", photo(20)),
        ("__MACOSX/._IMG_1.jpg", vec![0; 9]),
        ("zeros.jpg", [&photo(30)[..2], &[0xFF, 0xE0], &vec![0; 45 << 20]].concat()),
    ];
    for (name, bytes) in files {
        zip.start_file(name, plain).expect("a file");
        zip.write_all(&bytes).expect("bytes");
    }
    desk.put("photos.zip", zip.finish().expect("a zip").into_inner());
    let run = desk.run(&["photos", "import", "photos.zip"]);
    assert_eq!(run.code, Some(0), "{}", run.err);
    assert!(run.err.contains("evil.jpg：zip 中的文件名指向文件夹之外"), "{}", run.err);
    assert!(run.err.contains("zeros.jpg：超过 40 MB"), "{}", run.err);
    assert_eq!(of(&list(&desk), "东区/IMG_1.jpg")[0]["id"], "P1");
    let mut bomb = zip::ZipWriter::new(Cursor::new(Vec::new()));
    for name in ["a.jpg", "b.jpg", "c.jpg", "z.jpg"] {
        bomb.start_file(name, plain).expect("a file");
        bomb.write_all(&[&photo(30)[..4], &vec![0; 30 << 20]].concat()).expect("bytes");
    }
    desk.put("bomb.zip", bomb.finish().expect("a zip").into_inner());
    let bomb = desk.run(&["photos", "import", "bomb.zip"]);
    assert!(bomb.err.contains("z.jpg：zip 解开后远大于其本身"), "{}", bomb.err);
    desk.put("cut.zip", &std::fs::read(desk.path("photos.zip")).expect("a zip")[..200]);
    let cut = desk.run(&["photos", "import", "cut.zip"]);
    assert_eq!(cut.code, Some(2));
    assert!(cut.err.contains("cut.zip 既不是文件夹，也不是完整的 zip"), "{}", cut.err);
    let none = Desk::with("barrierfree.toml", "");
    none.put("p/a.jpg", photo(1));
    assert_eq!(none.run(&["photos", "import", "p"]).code, Some(2));
}

#[test]
fn photos_of_people_are_kept_and_never_shown_or_named() {
    let desk = Desk::with("barrierfree.toml", "");
    desk.put("lots.csv", LOTS);
    desk.put(
        "households.csv",
        "设施编号,设施类型,名称,照片\nH1,残疾人家庭,李四家,lisi.jpg、lost-lisi.jpg\nH2,残疾人家庭,王五家,\n",
    );
    let imported = desk.run(&["import", "lots.csv", "households.csv", "--accept"]);
    assert_eq!(imported.code, Some(0), "{}", imported.err);
    desk.put("p/IMG_1.jpg", photo(10));
    desk.put("p/lisi.jpg", at(20, [10, 0, 0], [20, 0, 0]));
    desk.put("p/H2_wangwu.jpg", photo(30));
    desk.put("p/zhaoliu.jpg", photo(40));
    desk.put("p/H2_broken.jpg", "x");
    let mut said = desk.run(&["photos", "import", "p", "--diagnostics", "d.csv"]).text();
    said += &desk.read("d.csv");
    for command in [
        &["photos", "list"][..],
        &["photos", "list", "--json"],
        &["photos", "list", "--missing"],
        &["status"],
    ] {
        said += &desk.run(command).text();
    }
    assert_eq!(desk.run(&["backup", "create", "b"]).code, Some(0));
    said += &desk.read("b/manifest.json");
    let originals = files(&desk, "photos/originals");
    assert_eq!(originals.len(), 4, "they are kept");
    std::fs::remove_file(&originals[0]).expect("a file");
    std::fs::remove_file(&originals[1]).expect("a file");
    std::fs::remove_file(&originals[2]).expect("a file");
    said += &desk.run(&["verify"]).text();
    for name in ["lisi", "wangwu", "zhaoliu", "H2_broken", "李四", "H1", "H2"] {
        assert!(!said.contains(name), "{name}: {said}");
    }
    assert!(said.contains("IMG_1.jpg"));
    assert_eq!(files(&desk, "photos/shown").len(), 2, "only that of the car park");
}
