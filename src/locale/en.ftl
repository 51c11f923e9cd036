# English wording. The Chinese is in zh.ftl; both files have the same keys.

## Mistakes in CQL2 expressions

cql-unexpected = found `{ $found }` where { $expected } was expected
cql-unexpected-end = the expression ends too early; { $expected } was expected
cql-reserved = `{ $found }` is a reserved word where { $expected } was expected; a property of that name is written "{ $found }"
cql-null = `{ $found }` cannot be written here; to ask whether something is recorded, use `IS NULL` or `IS NOT NULL`
cql-comparison-chain = comparisons cannot be chained; use `BETWEEN … AND …`, or join them with `AND`, or add parentheses
cql-power-chain = powers cannot be chained; add parentheses to say which comes first
cql-too-deep = nesting or a chain of operators is more than { $limit } levels deep; split the expression
cql-too-long = the expression is longer than { $limit } bytes
cql-text-open = the text does not end: a single quote `'` is missing; a quote inside a text is written twice
cql-name-open = the name does not end: a double quote `"` is missing
cql-name-empty = there is no name between the double quotes
cql-character = the character `{ $found }` cannot be used here; put a name that has it in double quotes, a text in single quotes
cql-instead = `{ $found }` cannot be written; write `{ $instead }`
cql-number-tail = `{ $found }` is not a number: nothing may follow a number directly; a unit is written as a function, `mm(900)`
cql-number-long = `{ $found }` has too many digits: at most 18 on either side of the point
cql-not-a-date = `{ $found }` is not a date; a date is written `2026-01-31`
cql-not-a-timestamp = `{ $found }` is not a moment; a moment is universal time, written `2026-01-31T08:00:00Z`
cql-not-an-instant = an interval runs between dates `'2026-01-31'`, moments `'2026-01-31T08:00:00Z'`, properties or functions; `'..'` leaves an end open
cql-arguments = the function `{ $name }` takes { $count ->
    [one] one argument
   *[other] { $count } arguments
}, not { $given }
cql-too-few-positions = at least { $count } positions are needed here
cql-heights-missing = either all positions have a height or none has
cql-bbox = a `BBOX` has 4 or 6 numbers, not { $given }
cql-expect-operand = a value (property, number, text or function)
cql-expect-text = a text in single quotes
cql-expect-number = a number
cql-expect-instant = a date, a moment or `..` in single quotes
cql-expect-geometry = a geometry
cql-expect-arithmetic = an operator
cql-expect-comparison = a comparison
cql-expect-end = the end
cql-list-comma = { ", " }
cql-list-or = { " or " }
