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

## Mistakes in standards

mistake = error
mistake-toml = this is not TOML: { $what }
mistake-unknown-field = there is no field `{ $name }` here
mistake-missing-field = the field `{ $name }` is missing
mistake-wrong-kind = expected a { $wanted }, found a { $found }
mistake-unknown-word = `{ $name }` is none of the words allowed here
mistake-did-you-mean = did you mean `{ $name }`?
mistake-no-interval = expected a number, or [low, high]
mistake-duplicate-id = the requirement id `{ $name }` is there twice
mistake-unknown-requirement = there is no requirement `{ $name }`
mistake-unknown-let = requirement `{ $requirement }` has no `let.{ $name }`
mistake-unknown-type = the catalogue has no facility type `{ $name }`
mistake-unknown-property = facility type `{ $type }` has no property `{ $name }`
mistake-unknown-function = there is no function or unit `{ $name }`
mistake-unknown-category = property `{ $property }` has no value `{ $name }`
mistake-unknown-unit = the catalogue has no unit `{ $name }`
mistake-unknown-check = the requirement has no check `{ $name }`
mistake-not-a-number = expected a number
mistake-not-a-condition = expected a condition: a comparison, a yes-or-no property, or conditions joined by AND, OR, NOT
mistake-not-a-value = this value does not fit the kind or the bounds of property `{ $name }`
mistake-no-order = property `{ $name }` has no order; only =, <> and IN are possible
mistake-not-in-requirements = `{ $what }` cannot be used in requirements
mistake-null = IS NULL cannot be used in requirements: missing data is no answer
mistake-arguments = wrong number or kind of arguments for `{ $name }`
mistake-dimensions = units do not fit: { $left } on the left, { $right } on the right
mistake-circle = `{ $name }` leads back to itself
mistake-row = each row of `let.{ $name }` has either `value` or `from`
mistake-measure = `measure` has to be one side of the comparison of this check
mistake-nothing-to-check = requirement `{ $name }` has neither a check nor a `measure`

dimension-none = a bare number
dimension-count = a count
dimension-length = a length
dimension-area = an area
dimension-ratio = a ratio
dimension-angle = an angle
dimension-force = a force
dimension-duration = a time
dimension-money = an amount of money
dimension-date = a date

## Command line

help-about = barrierfree finds out, and proves, how barrier-free a city is
help-usage = Usage:
help-commands = Commands
help-arguments = Arguments
help-options = Options
help-lang = Language: zh Chinese (the default), en English
help-standards = Also use the packs and facility types of a folder; no rebuild needed
help-audit-about = Judge survey files by standards and report the gaps
help-audit-files = Survey files, CSV or XLSX; encoding and header row are found
help-audit-standard = Ids of the standards to judge by; `auto` takes what binds by jurisdiction and day
help-audit-profile = What each column is (TOML): one profile for all files, or one for each
help-audit-jurisdiction = Adcode (six digits) of facilities whose row names no jurisdiction
help-audit-as-of = The day the audit speaks of, such as 2026-11-22; today by default
help-audit-format = Output format
help-audit-output = Write to this file; HTML with more than 50,000 gaps becomes a folder
help-audit-findings = Which findings to list: gaps, or all
help-audit-fail-on = When the exit code is 1: on a violation or overdue target, on any gap, or never
help-audit-diagnostics = Write the list of problems in the data to this CSV file, to open beside the survey
help-demo-about = Make the survey files of a made-up city
help-demo-folder = Folder to write to
help-demo-size = How many facilities, 100 to 10000000
help-demo-seed = Seed: the same one gives the same files
help-standard-about = Look at standards and test them
help-standard-list-about = List the standards and how many requirements each has
help-standard-show-about = List the requirements of a standard with their examples
help-standard-show-id = Id of the standard
help-standard-check-about = Check how the standards are written, all mistakes at once
help-standard-test-about = Run the examples the standards carry
help-standard-test-ids = Ids of standards; all of them where there is none

audit-written = Written to { $file }
demo-made = Made the city (invented) in { $folder }: { $facilities } facilities in { $files } survey files
standard-checked = { $standards } standards, { $requirements } requirements, { $types } facility types: no mistakes
standard-tested = { $passed } examples as expected, { $failed } not
standard-given = given
standard-mismatch = { $field }: expected { $expected }, got { $got }
standard-unverified = not checked against the document

failure = audit failed
failure-read = cannot read { $file }: { $cause }
failure-write = cannot write { $file }: { $cause }
failure-catalogue = the catalogue has a mistake: { $cause }
failure-recipe = the recipe of the made-up city has a mistake: { $cause }
failure-survey = { $file }: { $cause }
failure-profile = profile { $file }: { $cause }
failure-profiles = { $profiles } profiles for { $files } files: give one profile, or one for each file
failure-unknown-standard = there is no standard { $name }; there are: { $known }
failure-nothing-read = no facility could be read from { $file }: { $cause }. { $remedy }
failure-no-rows = the files hold no facility
