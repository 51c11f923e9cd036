//! The blank workbook of the next round: written, filled in, and read as it is.

use std::io::{Cursor, Read as _, Write as _};

use barrierfree::project::Library;
use calamine::{Data, Reader as _, Xlsx};
use serde_json::Value;

use super::Desk;

/// Two car parks of a county that is known, and one of another.
const LOTS: &str = "设施编号,设施类型,名称,行政区划代码,地址,总车位数,无障碍车位数,无障碍车位有标识,停车场种类,经度,纬度,调查日期,调查人\n\
    P1,停车场,东门停车场,150802,东街1号,60,1-2,是,独立公共停车场,107.4,40.75,2025-05-01,赵六\n\
    P2,停车场,西门停车场,150802,西街1号,80,2,否,配建停车场,107.41,40.75,2025-05-01,赵六\n\
    P3,停车场,外县停车场,150821,,60,1,是,独立公共停车场,107.5,41.1,2025-05-01,赵六\n";

const HOUSEHOLDS: &str = "设施编号,设施类型,名称,行政区划代码\nHH-77,残疾人家庭,李四家,150802\n";

fn desk() -> Desk {
    let desk = Desk::with("lots.csv", LOTS);
    desk.put("households.csv", HOUSEHOLDS);
    desk.put("barrierfree.toml", "standards = ['cn-150800-2017']\n");
    let imported = desk.run(&["import", "lots.csv", "households.csv", "--accept"]);
    assert_eq!(imported.code, Some(0), "{}", imported.err);
    desk
}

/// The cells of a sheet as text, row by row.
fn cells(desk: &Desk, file: &str, sheet: &str) -> Vec<Vec<String>> {
    let bytes = std::fs::read(desk.path(file)).expect("a workbook");
    let mut book = Xlsx::new(Cursor::new(bytes)).expect("a workbook");
    let range = book.worksheet_range(sheet).expect("a sheet");
    let text = |cell: &Data| cell.to_string();
    range.rows().map(|row| row.iter().map(text).collect()).collect()
}

/// Writes cells into a sheet of a workbook, behind what is in their row or into a new one, and nothing else.
fn fill(desk: &Desk, file: &str, sheet: usize, row: usize, written: &[(usize, &str)]) {
    let bytes = std::fs::read(desk.path(file)).expect("a workbook");
    let mut from = zip::ZipArchive::new(Cursor::new(bytes)).expect("a zip");
    let mut to = zip::ZipWriter::new(Cursor::new(Vec::new()));
    for number in 0..from.len() {
        let mut part = from.by_index(number).expect("a part");
        let name = part.name().expect("a name").into_owned();
        let mut content = Vec::new();
        part.read_to_end(&mut content).expect("bytes");
        if name == format!("xl/worksheets/sheet{sheet}.xml") {
            content = filled(&String::from_utf8(content).expect("text"), row, written).into_bytes();
        }
        to.start_file(name, zip::write::SimpleFileOptions::default()).expect("a part");
        to.write_all(&content).expect("bytes");
    }
    desk.put(file, to.finish().expect("a zip").into_inner());
}

fn filled(sheet: &str, row: usize, written: &[(usize, &str)]) -> String {
    let column =
        |at: usize| rust_xlsxwriter::utility::column_number_to_name(u16::try_from(at).expect("a column"));
    let cell = |(at, text): &(usize, &str)| {
        format!("<c r=\"{}{row}\" t=\"inlineStr\"><is><t>{text}</t></is></c>", column(*at))
    };
    let cells: String = written.iter().map(cell).collect();
    match sheet.find(&format!("<row r=\"{row}\"")) {
        Some(start) => {
            let end = start + sheet[start..].find("</row>").expect("its end");
            format!("{}{cells}{}", &sheet[..end], &sheet[end..])
        }
        None => sheet.replace("</sheetData>", &format!("<row r=\"{row}\">{cells}</row></sheetData>")),
    }
}

/// The place of a header in a row of them, whatever its unit.
fn at(headers: &[String], label: &str) -> usize {
    let bare = |header: &String| header.split(" (").next().unwrap_or_default() == label;
    headers.iter().position(bare).unwrap_or_else(|| panic!("{label}: {headers:?}"))
}

fn json(desk: &Desk, arguments: &[&str]) -> Value {
    let run = desk.run(arguments);
    serde_json::from_str(&run.out).unwrap_or_else(|error| panic!("{error}: {}{}", run.out, run.err))
}

#[test]
fn known_facilities_of_the_area_are_filled_in_and_people_never() {
    let desk = desk();
    let run =
        desk.run(&["template", "停车场", "disabled_household", "--jurisdiction", "150802", "-o", "t.xlsx"]);
    assert_eq!(run.code, Some(0), "{}", run.err);
    assert!(run.err.contains("2 张表，已填好 2 处已知设施"), "{}", run.err);
    let rows = cells(&desk, "t.xlsx", "停车场(库)");
    let headers = &rows[0];
    assert_eq!(headers[..4], ["设施编号", "名称", "行政区划代码", "乡镇街道"]);
    assert_eq!(headers[at(headers, "总车位数")], "总车位数 (个车位)");
    assert_eq!(rows.len(), 3);
    assert_eq!((rows[1][0].as_str(), rows[1][1].as_str()), ("P1", "东门停车场"));
    assert_eq!(rows[1][at(headers, "经度")], "107.4");
    let earlier = &rows[1][at(headers, "上次记录")];
    for words in [
        "2025-05-01：",
        "停车场种类 独立公共停车场",
        "总车位数 60个车位",
        "无障碍车位数 1-2个车位",
        "无障碍车位有标识 是",
    ] {
        assert!(earlier.contains(words), "{words}: {earlier}");
    }
    let whole = std::fs::read(desk.path("t.xlsx")).expect("a workbook");
    let mut zip = zip::ZipArchive::new(Cursor::new(whole)).expect("a zip");
    let mut text = String::new();
    for number in 0..zip.len() {
        zip.by_index(number).expect("a part").read_to_string(&mut text).expect("text");
    }
    for never in ["李四", "HH-77", "赵六", "外县"] {
        assert!(!text.contains(never), "{never}");
    }
    for there in ["<sheetProtection", "<dataValidation ", "state=\"frozen\"", "state=\"hidden\""] {
        assert!(text.contains(there), "{there}");
    }
    let again = desk.run(&["template", "parking", "-o", "t.xlsx"]);
    assert_eq!(again.code, Some(2), "somebody may have filled it in");
    assert!(desk.run(&["template", "停车厂", "-o", "u.xlsx"]).err.contains("停车厂"));
}

#[test]
fn what_comes_back_maps_by_itself_and_links_by_id() {
    let desk = desk();
    desk.run(&["template", "parking", "--jurisdiction", "150802", "-o", "t.xlsx"]);
    let headers = cells(&desk, "t.xlsx", "停车场(库)").remove(0);
    let column = |label| at(&headers, label);
    // P1 was visited, P2 was not, and a new one was found.
    let (total, free, day) = (column("总车位数"), column("无障碍车位数"), column("调查日期"));
    fill(&desk, "t.xlsx", 2, 2, &[(total, "61"), (free, "不详"), (day, "2026-05-02")]);
    fill(
        &desk,
        "t.xlsx",
        2,
        4,
        &[(column("名称"), "新停车场"), (total, "约20"), (day, "2026-05-02"), (column("数据状态"), "估计")],
    );
    let run = desk.run(&["import", "t.xlsx", "--accept", "--diagnostics", "d.csv"]);
    assert_eq!(run.code, Some(0), "{}", run.err);
    let said = desk.read("d.csv");
    assert!(said.contains("1 处已知设施的行没有填写"), "{said}");
    assert!(!said.contains("没有识别") && !said.contains("隐藏"), "{said}");
    desk.run(&["export", "--format", "csv", "-o", "state"]);
    let state = desk.read("state/parking.csv");
    let row = |id: &str| {
        state.lines().find(|line| line.contains(id)).unwrap_or_else(|| panic!("{id}: {state}")).to_owned()
    };
    assert!(row("P1,").contains(",61,") && row("P1,").contains("2026-05-02"), "{state}");
    assert!(row("P2,").contains("2025-05-01"), "nobody was there: {state}");
    assert!(row("新停车场").contains("estimated"), "{state}");
    assert_eq!(state.lines().count(), 5, "{state}");
    assert!(!state.contains("赵六"), "{state}");
}

#[test]
fn every_column_of_every_type_maps_in_both_languages() {
    let library = Library::load(None).expect("the catalogue");
    let types: Vec<String> = library.catalogue.types.iter().map(|of| of.id.to_string()).collect();
    let desk = Desk::new();
    for language in ["zh", "en"] {
        let file = format!("{language}.xlsx");
        let mut arguments = vec!["template", "--lang", language, "-o", &file];
        arguments.extend(types.iter().map(String::as_str));
        let run = desk.run(&arguments);
        assert_eq!(run.code, Some(0), "{}", run.err);
        for number in 0..types.len() {
            fill(&desk, &file, number + 2, 2, &[(0, "X1"), (1, "某处")]);
        }
        let read = json(
            &desk,
            &["audit", &file, "--standard", "cn-150800-2017", "--format", "json", "--fail-on", "never"],
        );
        let sheets = read["sheets"].as_array().expect("sheets");
        assert_eq!(sheets.len(), types.len(), "the instructions and lists are no surveys");
        for (sheet, of) in sheets.iter().zip(&types) {
            assert_eq!(sheet["type"], of.as_str(), "{sheet}");
            let unmapped =
                sheet["columns"].as_array().expect("columns").iter().filter(|one| one["by"] != "alias");
            assert_eq!(unmapped.collect::<Vec<_>>(), Vec::<&Value>::new(), "{of}");
        }
        let codes = read["diagnostics"].as_array().expect("a list").iter().map(|one| one["code"].to_string());
        let odd =
            codes.filter(|code| !["\"no-observation-date\"", "\"no-jurisdiction\""].contains(&code.as_str()));
        assert_eq!(odd.collect::<Vec<_>>(), Vec::<String>::new());
    }
}
