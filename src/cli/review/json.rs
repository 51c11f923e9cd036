//! What waits for a decision, for programs.

use std::io::{Result, Write};

use serde_json::{Value, json};

use crate::project::{Claim, Conflict, Reviewed, Side};

/// Writes pairs and contradictions as one document.
pub(super) fn write(pairs: &[Reviewed], conflicts: &[Conflict], out: &mut dyn Write) -> Result<()> {
    let pairs: Vec<Value> = pairs.iter().map(pair).collect();
    let conflicts: Vec<Value> = conflicts.iter().map(conflict).collect();
    serde_json::to_writer_pretty(&mut *out, &json!({ "pairs": pairs, "conflicts": conflicts }))?;
    writeln!(out)
}

fn pair(pair: &Reviewed) -> Value {
    let [known, new] = &pair.both;
    json!({
        "number": pair.number,
        "type": pair.facility_type,
        "verdict": pair.verdict,
        "known": side(known),
        "new": side(new),
        "at": pair.decision.at,
        "by": pair.decision.by,
    })
}

fn side(side: &Side) -> Value {
    let (file, row) = side.row.clone().unzip();
    json!({
        "id": side.identity.to_string(),
        "name": side.name,
        "position": side.position,
        "file": file,
        "row": row,
    })
}

fn conflict(conflict: &Conflict) -> Value {
    json!({
        "type": conflict.facility_type,
        "id": conflict.facility,
        "name": conflict.name,
        "property": conflict.property,
        "day": conflict.day,
        "open": conflict.is_open(),
        "values": conflict.claims.iter().map(claim).collect::<Vec<_>>(),
        "at": conflict.decision.as_ref().map(|decision| decision.at),
        "by": conflict.decision.as_ref().map(|decision| &decision.by),
    })
}

fn claim(claim: &Claim) -> Value {
    json!({
        "cell": claim.cell.to_string(),
        "words": claim.words,
        "file": claim.file,
        "sheet": claim.sheet,
        "row": claim.row,
        "counts": claim.counts,
    })
}
