//! The elements of one block of the binary format.

use std::borrow::Cow;
use std::ops::ControlFlow;

use jiff::Timestamp;
use jiff::civil::Date;
use jiff::tz::TimeZone;

use super::element::{Element, Kind, Look, MEMBERS, Take, is_among};
use super::protobuf::{Broken, Field, Message, Packed, Result, signed};

/// Groups of elements that share their texts and units.
pub(super) struct Block<'b> {
    texts: Vec<&'b [u8]>,
    groups: Vec<&'b [u8]>,
    /// Of places, in billionths of a degree.
    granularity: i64,
    latitude: i64,
    longitude: i64,
    /// Of times, in milliseconds.
    tick: i64,
}

/// What the fields of one element hold.
#[derive(Default)]
struct Fields<'b> {
    id: i64,
    keys: Packed<'b>,
    values: Packed<'b>,
    info: &'b [u8],
    /// References or members.
    members: Packed<'b>,
    kinds: Packed<'b>,
    latitudes: Packed<'b>,
    longitudes: Packed<'b>,
    place: (i64, i64),
}

impl<'b> Block<'b> {
    pub(super) fn read(bytes: &'b [u8]) -> Result<Self> {
        let (texts, groups) = (Vec::new(), Vec::new());
        let mut block = Self { texts, groups, granularity: 100, latitude: 0, longitude: 0, tick: 1_000 };
        Message(bytes).each(|number, field| {
            match number {
                1 => Message(field.bytes()?).each(|_, text| {
                    block.texts.push(text.bytes()?);
                    Ok(())
                })?,
                2 => block.groups.push(field.bytes()?),
                17 => block.granularity = field.number()?.cast_signed(),
                18 => block.tick = field.number()?.cast_signed(),
                19 => block.latitude = field.number()?.cast_signed(),
                20 => block.longitude = field.number()?.cast_signed(),
                _ => {}
            }
            Ok(())
        })?;
        Ok(block)
    }

    /// Hands up the elements that are wanted.
    pub(super) fn walk(&self, look: Look<'_>, take: &mut Take<'_>) -> Result<ControlFlow<()>> {
        for group in &self.groups {
            let mut message = Message(group);
            while let Some((number, field)) = message.next()? {
                let flow = match (number, look) {
                    (2, Look::Tagged(_) | Look::Nodes(_)) => self.dense(field.bytes()?, look, take)?,
                    (1, Look::Tagged(_) | Look::Nodes(_)) => self.one(Kind::Node, field, look, take)?,
                    (3, Look::Tagged(_) | Look::Ways(_)) => self.one(Kind::Way, field, look, take)?,
                    (4, Look::Tagged(_)) => self.one(Kind::Relation, field, look, take)?,
                    _ => ControlFlow::Continue(()),
                };
                if flow.is_break() {
                    return Ok(flow);
                }
            }
        }
        Ok(ControlFlow::Continue(()))
    }

    fn one(
        &self,
        kind: Kind,
        field: Field<'b>,
        look: Look<'_>,
        take: &mut Take<'_>,
    ) -> Result<ControlFlow<()>> {
        let fields = Fields::read(kind, field.bytes()?)?;
        let tags = self.tags(fields.keys.zip(fields.values));
        let wanted = match look {
            Look::Tagged(wanted) => wanted.kind(&tags).is_some(),
            Look::Ways(ids) | Look::Nodes(ids) => is_among(ids, fields.id),
        };
        let (edited, visible) = self.info(fields.info)?;
        if !wanted || !visible {
            return Ok(ControlFlow::Continue(()));
        }
        let mut element = Element { kind, id: fields.id, edited, tags: owned(tags), ..Element::default() };
        match kind {
            Kind::Node => element.at = Some(self.place(fields.place)),
            Kind::Way => {
                element.nodes = fields.members.deltas().take(MEMBERS).collect();
                element.at = self.middle(fields.latitudes, fields.longitudes);
            }
            Kind::Relation => {
                for (id, kind) in fields.members.deltas().zip(fields.kinds) {
                    element.member([Kind::Node, Kind::Way, Kind::Relation][kind.min(2) as usize], id);
                }
            }
        }
        Ok(take(&element))
    }

    /// Nodes as columns: ids, places and times as differences, tags one after the other with a zero behind.
    fn dense(&self, bytes: &'b [u8], look: Look<'_>, take: &mut Take<'_>) -> Result<ControlFlow<()>> {
        let mut columns = [&[][..]; 5];
        Message(bytes).each(|number, field| {
            let at = match number {
                1 => 0,
                5 => 1,
                8 => 2,
                9 => 3,
                10 => 4,
                _ => return Ok(()),
            };
            columns[at] = field.bytes()?;
            Ok(())
        })?;
        let [ids, info, latitudes, longitudes, tags] = columns;
        let [times, visible] = columns_of_info(info)?;
        let (mut tags, mut times, mut visible) = (Packed(tags), Packed(times).deltas(), Packed(visible));
        let places = Packed(latitudes).deltas().zip(Packed(longitudes).deltas());
        for (id, place) in Packed(ids).deltas().zip(places) {
            let (time, is_visible) = (times.next(), visible.next() != Some(0));
            let said = match look {
                Look::Tagged(_) => self.tags(pairs(&mut tags)),
                _ => Vec::new(),
            };
            let wanted = match look {
                Look::Tagged(wanted) => !said.is_empty() && wanted.kind(&said).is_some(),
                Look::Ways(ids) | Look::Nodes(ids) => is_among(ids, id),
            };
            if wanted && is_visible {
                let edited = time.and_then(|time| self.day(time));
                let at = Some(self.place(place));
                let element = Element { id, edited, tags: owned(said), at, ..Element::default() };
                if take(&element).is_break() {
                    return Ok(ControlFlow::Break(()));
                }
            }
        }
        Ok(ControlFlow::Continue(()))
    }

    /// The day of the last change, and whether the element is there at all.
    fn info(&self, info: &[u8]) -> Result<(Option<Date>, bool)> {
        let (mut edited, mut visible) = (None, true);
        Message(info).each(|number, field| {
            match number {
                2 => edited = self.day(field.number()?.cast_signed()),
                6 => visible = field.number()? != 0,
                _ => {}
            }
            Ok(())
        })?;
        Ok((edited, visible))
    }

    fn tags(&self, pairs: impl Iterator<Item = (u64, u64)>) -> Vec<(Cow<'b, str>, Cow<'b, str>)> {
        let text = |at: u64| {
            let text = usize::try_from(at).ok().and_then(|at| self.texts.get(at));
            String::from_utf8_lossy(text.copied().unwrap_or_default())
        };
        pairs.map(|(key, value)| (text(key), text(value))).collect()
    }

    #[expect(clippy::cast_precision_loss, reason = "billionths of a degree are far below 2^53")]
    fn place(&self, (latitude, longitude): (i64, i64)) -> (f64, f64) {
        let degrees = |offset: i64, units: i64| {
            self.granularity.wrapping_mul(units).wrapping_add(offset) as f64 / 1_000_000_000.0
        };
        (degrees(self.longitude, longitude), degrees(self.latitude, latitude))
    }

    /// The centre of a way whose nodes are written with their places.
    fn middle(&self, latitudes: Packed<'_>, longitudes: Packed<'_>) -> Option<(f64, f64)> {
        let places = latitudes.deltas().zip(longitudes.deltas()).take(MEMBERS).map(|place| self.place(place));
        super::middle(places)
    }

    fn day(&self, time: i64) -> Option<Date> {
        let time = Timestamp::from_millisecond(time.checked_mul(self.tick)?).ok()?;
        (time.as_second() > 0).then(|| time.to_zoned(TimeZone::UTC).date())
    }
}

impl<'b> Fields<'b> {
    fn read(kind: Kind, bytes: &'b [u8]) -> Result<Self> {
        let mut fields = Self::default();
        Message(bytes).each(|number, field| {
            match (number, kind) {
                (1, Kind::Node) => fields.id = signed(field.number()?),
                (1, _) => fields.id = field.number()?.cast_signed(),
                (2, _) => fields.keys = Packed(field.bytes()?),
                (3, _) => fields.values = Packed(field.bytes()?),
                (4, _) => fields.info = field.bytes()?,
                (8, Kind::Node) => fields.place.0 = signed(field.number()?),
                (9, Kind::Node) => fields.place.1 = signed(field.number()?),
                (8, Kind::Way) | (9, Kind::Relation) => fields.members = Packed(field.bytes()?),
                (9, Kind::Way) => fields.latitudes = Packed(field.bytes()?),
                (10, Kind::Way) => fields.longitudes = Packed(field.bytes()?),
                (10, Kind::Relation) => fields.kinds = Packed(field.bytes()?),
                _ => {}
            }
            Ok::<_, Broken>(())
        })?;
        Ok(fields)
    }
}

/// Times and whether they are there, of nodes as columns.
fn columns_of_info(info: &[u8]) -> Result<[&[u8]; 2]> {
    let mut columns = [&[][..]; 2];
    Message(info).each(|number, field| {
        match number {
            2 => columns[0] = field.bytes()?,
            6 => columns[1] = field.bytes()?,
            _ => {}
        }
        Ok(())
    })?;
    Ok(columns)
}

/// Pairs up to the next zero.
fn pairs<'p>(numbers: &'p mut Packed<'_>) -> impl Iterator<Item = (u64, u64)> + 'p {
    std::iter::from_fn(|| match numbers.next()? {
        0 => None,
        key => Some((key, numbers.next()?)),
    })
}

fn owned(tags: Vec<(Cow<'_, str>, Cow<'_, str>)>) -> Vec<(String, String)> {
    tags.into_iter().map(|(key, value)| (key.into_owned(), value.into_owned())).collect()
}
