//! Why a file is no photo that can be looked at.

/// Why a file is no photo that can be looked at.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Fault {
    /// It holds nothing.
    Empty,
    /// No picture at all.
    NoPicture,
    /// HEIC, whatever its name says.
    Heic,
    /// A picture of another format, by its name.
    Foreign(&'static str),
    /// It ends before its picture does.
    Cut,
    /// What is in it makes no picture, as the decoder says.
    Damaged(String),
    /// More bytes than a photo has.
    TooManyBytes,
    /// More pixels than a photo has.
    TooManyPixels,
    /// A name that leads out of its archive.
    UnsafeName,
    /// Behind a password.
    Locked,
    /// Packed smaller than photos can be.
    Bomb,
}

/// Pictures that are not read, by their first bytes.
const FOREIGN: [(&[u8], &str); 6] = [
    (b"GIF8", "GIF"),
    (b"BM", "BMP"),
    (b"II*\0", "TIFF"),
    (b"MM\0*", "TIFF"),
    (b"FUJIFILM", "RAW"),
    (b"8BPS", "PSD"),
];

/// What the box that an ISO media file begins with may name, for pictures.
const HEIC: [&[u8]; 6] = [b"heic", b"heix", b"hevc", b"heim", b"mif1", b"msf1"];

impl Fault {
    /// What bytes are that are no photo of a format that is read.
    pub(super) fn of_foreign(bytes: &[u8]) -> Self {
        let brand = bytes.get(4..12).and_then(|head| head.strip_prefix(b"ftyp"));
        match brand {
            _ if bytes.is_empty() => Self::Empty,
            Some(b"avif" | b"avis") => Self::Foreign("AVIF"),
            Some(brand) if HEIC.contains(&brand) => Self::Heic,
            Some(_) => Self::Foreign("MP4"),
            None => {
                let found = FOREIGN.iter().find(|(magic, _)| bytes.starts_with(magic));
                found.map_or(Self::NoPicture, |(_, name)| Self::Foreign(name))
            }
        }
    }

    /// Whether the first bytes are those of a picture that is read.
    pub fn is_picture(head: &[u8]) -> bool {
        super::format(head).is_ok()
    }

    /// The end of its key in the locale.
    pub fn key(&self) -> &'static str {
        match self {
            Self::Empty => "empty",
            Self::NoPicture => "no-picture",
            Self::Heic => "heic",
            Self::Foreign(_) => "foreign",
            Self::Cut => "cut",
            Self::Damaged(_) => "spoilt",
            Self::TooManyBytes => "too-many-bytes",
            Self::TooManyPixels => "too-many-pixels",
            Self::UnsafeName => "unsafe-name",
            Self::Locked => "locked",
            Self::Bomb => "bomb",
        }
    }

    /// What its words have to name: a format, or what the decoder says.
    pub fn detail(&self) -> &str {
        match self {
            Self::Foreign(name) => name,
            Self::Damaged(why) => why,
            _ => "",
        }
    }
}
