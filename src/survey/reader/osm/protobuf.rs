//! The little of Protocol Buffers that OpenStreetMap uses: fields by number, and packed lists.

/// What does not read as the format has it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Broken;

pub(super) type Result<T> = std::result::Result<T, Broken>;

/// A message being read.
#[derive(Clone, Copy)]
pub(super) struct Message<'b>(pub(super) &'b [u8]);

/// What a field holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Field<'b> {
    Number(u64),
    Bytes(&'b [u8]),
    /// A number of fixed width, which nothing here has.
    Fixed,
}

impl<'b> Message<'b> {
    /// The number of the next field, and what it holds.
    pub(super) fn next(&mut self) -> Result<Option<(u64, Field<'b>)>> {
        if self.0.is_empty() {
            return Ok(None);
        }
        let key = varint(&mut self.0)?;
        let field = match key & 7 {
            0 => Field::Number(varint(&mut self.0)?),
            1 => self.take(8).map(|_| Field::Fixed)?,
            2 => {
                let length = varint(&mut self.0)?;
                Field::Bytes(self.take(usize::try_from(length).map_err(|_| Broken)?)?)
            }
            5 => self.take(4).map(|_| Field::Fixed)?,
            _ => return Err(Broken),
        };
        Ok(Some((key >> 3, field)))
    }

    /// Hands up every field.
    pub(super) fn each(mut self, mut take: impl FnMut(u64, Field<'b>) -> Result<()>) -> Result<()> {
        while let Some((number, field)) = self.next()? {
            take(number, field)?;
        }
        Ok(())
    }

    fn take(&mut self, count: usize) -> Result<&'b [u8]> {
        let (taken, rest) = self.0.split_at_checked(count).ok_or(Broken)?;
        self.0 = rest;
        Ok(taken)
    }
}

impl<'b> Field<'b> {
    pub(super) fn bytes(self) -> Result<&'b [u8]> {
        if let Self::Bytes(bytes) = self { Ok(bytes) } else { Err(Broken) }
    }

    pub(super) fn number(self) -> Result<u64> {
        if let Self::Number(number) = self { Ok(number) } else { Err(Broken) }
    }
}

/// A number of one byte for every seven bits.
fn varint(bytes: &mut &[u8]) -> Result<u64> {
    let mut number = 0;
    for shift in (0..70).step_by(7) {
        let (byte, rest) = bytes.split_first().ok_or(Broken)?;
        *bytes = rest;
        number |= u64::from(byte & 0x7F).checked_shl(shift).unwrap_or(0);
        if byte & 0x80 == 0 {
            return Ok(number);
        }
    }
    Err(Broken)
}

/// The numbers of a packed list.
#[derive(Default)]
pub(super) struct Packed<'b>(pub(super) &'b [u8]);

impl Iterator for Packed<'_> {
    type Item = u64;

    fn next(&mut self) -> Option<u64> {
        varint(&mut self.0).ok()
    }
}

impl<'b> Packed<'b> {
    /// Numbers with a sign, each as the difference to the one before.
    pub(super) fn deltas(self) -> impl Iterator<Item = i64> + 'b {
        self.scan(0_i64, |last, step| {
            *last = last.wrapping_add(signed(step));
            Some(*last)
        })
    }
}

/// A number whose sign is its lowest bit.
pub(super) fn signed(number: u64) -> i64 {
    (number >> 1).cast_signed() ^ -(number & 1).cast_signed()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_read_to_their_edges() {
        assert_eq!(Packed(&[0x96, 0x01, 0]).collect::<Vec<_>>(), [150, 0]);
        let most = [&[0xFF; 9][..], &[1]].concat();
        assert_eq!(varint(&mut &most[..]), Ok(u64::MAX));
        assert_eq!((signed(u64::MAX), signed(u64::MAX - 1), signed(3)), (i64::MIN, i64::MAX, -2));
        assert_eq!(Packed(&[2, 4, 3]).deltas().collect::<Vec<_>>(), [1, 3, 1]);
    }

    #[test]
    fn what_breaks_off_or_never_ends_is_broken() {
        assert_eq!(varint(&mut &[0x80][..]), Err(Broken));
        assert_eq!(varint(&mut &[0x80; 11][..]), Err(Broken));
        assert_eq!(Message(&[0x0A, 5, 1]).next(), Err(Broken));
        assert_eq!(
            Message(&[0x0A, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 1]).next(),
            Err(Broken)
        );
        assert_eq!(Message(&[0x0B]).next(), Err(Broken));
    }
}
