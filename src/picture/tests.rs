use super::*;

/// A photo of four quarters: red, green, blue and white, from the top left.
fn quarters(width: u32, height: u32) -> image::RgbImage {
    image::RgbImage::from_fn(width, height, |x, y| {
        image::Rgb(match (x < width / 2, y < height / 2) {
            (true, true) => [255, 0, 0],
            (false, true) => [0, 255, 0],
            (true, false) => [0, 0, 255],
            (false, false) => [255, 255, 255],
        })
    })
}

fn encoded(pixels: &image::RgbImage, format: ImageFormat) -> Vec<u8> {
    let mut bytes = Cursor::new(Vec::new());
    pixels.write_to(&mut bytes, format).expect("a picture");
    bytes.into_inner()
}

/// The same JPEG with what a camera writes: turned by 90 degrees, taken by somebody at 40.75 N, 107.4 E.
fn by_camera(jpeg: &[u8], orientation: u8) -> Vec<u8> {
    let exif = crate::picture::testing::exif(orientation, [40, 45, 0], [107, 24, 0]);
    crate::picture::testing::with_exif(jpeg, &exif)
}

fn fault(bytes: &[u8]) -> Fault {
    Picture::read(bytes).expect_err("no photo")
}

#[test]
fn a_photo_is_shown_upright_and_without_what_the_camera_wrote() {
    let bytes = by_camera(&encoded(&quarters(2_000, 1_000), ImageFormat::Jpeg), 6);
    let photo = Picture::read(&bytes).expect("a photo");
    assert_eq!(photo.size, (1_000, 2_000));
    let place = photo.camera.place.expect("a place");
    assert!((place.latitude - 40.75).abs() < 1e-9 && (place.longitude - 107.4).abs() < 1e-9);
    assert_eq!(photo.camera.taken, Some("2026-05-01T09:30:00".parse().expect("a time")));
    for (shown, side) in photo.shown().expect("pictures").iter().zip(SHOWN) {
        for private in [&b"Exif"[..], b"Zhang San"] {
            assert!(!shown.windows(private.len()).any(|part| part == private));
        }
        let shown = image::load_from_memory(shown).expect("a picture").to_rgb8();
        assert_eq!(shown.dimensions(), (side / 2, side));
        let [red, _, _] = shown.get_pixel(shown.width() - 5, 5).0;
        let [_, _, blue] = shown.get_pixel(5, 5).0;
        assert!(
            red > 200 && blue > 200,
            "turned to the right, red is at the top right and blue at the top left"
        );
    }
}

#[test]
fn every_format_and_every_way_to_hold_a_camera_is_read() {
    for format in [ImageFormat::Jpeg, ImageFormat::Png, ImageFormat::WebP] {
        let photo = Picture::read(&encoded(&quarters(40, 20), format)).expect("a photo");
        assert_eq!(photo.size, (40, 20));
        assert_eq!(photo.camera, Camera::default());
    }
    for orientation in 1..=8 {
        let bytes = by_camera(&encoded(&quarters(40, 20), ImageFormat::Jpeg), orientation);
        let size = Picture::read(&bytes).expect("a photo").size;
        assert_eq!(size, if orientation < 5 { (40, 20) } else { (20, 40) });
    }
}

#[test]
fn what_is_no_whole_photo_is_refused_for_its_cause() {
    let jpeg = encoded(&quarters(400, 300), ImageFormat::Jpeg);
    let png = encoded(&quarters(400, 300), ImageFormat::Png);
    assert_eq!(fault(b""), Fault::Empty);
    assert_eq!(fault("设施编号,名称\n".as_bytes()), Fault::NoPicture);
    assert_eq!(fault(b"\0\0\0\x18ftypheic\0\0\0\0mif1heic"), Fault::Heic);
    assert_eq!(fault(b"\0\0\0\x18ftypavif\0\0\0\0"), Fault::Foreign("AVIF"));
    assert_eq!(fault(b"GIF89a"), Fault::Foreign("GIF"));
    for part in [jpeg.len() - 2, jpeg.len() / 2, 30] {
        assert_eq!(fault(&jpeg[..part]), Fault::Cut, "{part}");
    }
    assert_eq!(fault(&png[..png.len() / 2]), Fault::Cut);
    assert!(Picture::read(&[jpeg, b"more of the camera's own".to_vec()].concat()).is_ok());
}

#[test]
fn what_unfolds_beyond_measure_is_refused_before_it_does() {
    // A picture of 60000 by 60000 that says so in its first bytes and holds none.
    let mut png = encoded(&quarters(4, 4), ImageFormat::Png);
    png[16..24].copy_from_slice(&[0, 0, 0xEA, 0x60, 0, 0, 0xEA, 0x60]);
    let sum = crc(&png[12..29]);
    png[29..33].copy_from_slice(&sum.to_be_bytes());
    assert_eq!(fault(&png), Fault::TooManyPixels);
    let mut jpeg = encoded(&quarters(64, 64), ImageFormat::Jpeg);
    let size = jpeg.windows(2).position(|pair| pair == [0xFF, 0xC0]).expect("a frame") + 5;
    jpeg[size..size + 4].copy_from_slice(&[0x3A, 0x98, 0x3A, 0x98]);
    assert_eq!(fault(&jpeg), Fault::TooManyPixels);
    let large = usize::try_from(MOST_BYTES).expect("a size") + 1;
    assert_eq!(fault(&vec![0xFF; large]), Fault::TooManyBytes);
}

/// The check sum of a chunk.
fn crc(bytes: &[u8]) -> u32 {
    !bytes.iter().fold(!0, |sum, byte| {
        (0..8).fold(
            sum ^ u32::from(*byte),
            |sum, _| if sum & 1 > 0 { sum >> 1 ^ 0xEDB8_8320 } else { sum >> 1 },
        )
    })
}

proptest::proptest! {
    #[test]
    fn no_bytes_bring_it_down(at: proptest::sample::Index, byte: u8, end: proptest::sample::Index) {
        for format in [ImageFormat::Jpeg, ImageFormat::Png, ImageFormat::WebP] {
            let mut bytes = encoded(&quarters(16, 16), format);
            if format == ImageFormat::Jpeg {
                bytes = by_camera(&bytes, 3);
            }
            let at = at.index(bytes.len());
            bytes[at] = byte;
            let _ = Picture::read(&bytes);
            bytes.truncate(end.index(bytes.len()));
            let _ = Picture::read(&bytes);
        }
    }
}
