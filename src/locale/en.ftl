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
mistake-toml-twice = this name stands above already; a name may be written only once
mistake-unknown-field = there is no field `{ $name }` here
mistake-missing-field = the field `{ $name }` is missing
mistake-wrong-kind = expected { $wanted }, found { $found }
mistake-kind-string = a text
mistake-kind-integer = a whole number
mistake-kind-float = a decimal number
mistake-kind-boolean = true or false
mistake-kind-date = a date
mistake-kind-datetime = a date
mistake-kind-array = a list
mistake-kind-table = a table
mistake-unknown-word = `{ $name }` is none of the words allowed here: { $known }
mistake-did-you-mean = did you mean `{ $name }`?
mistake-no-interval = expected a number, or [low, high]
mistake-duplicate-id = the requirement id `{ $name }` is there twice
mistake-duplicate-parameter = the parameter `{ $name }` is there twice
mistake-unknown-requirement = there is no requirement `{ $name }`
mistake-unknown-standard = there is no standard `{ $name }`
mistake-unknown-let = requirement `{ $requirement }` has no `let.{ $name }`
mistake-unknown-type = the catalogue has no facility type `{ $name }`
mistake-unknown-group = the catalogue has no group of types `{ $name }`
mistake-unknown-property = facility type `{ $type }` has no property `{ $name }`
mistake-unknown-function = there is no function or unit `{ $name }`
mistake-unknown-category = property `{ $property }` has no value `{ $name }`
mistake-unknown-unit = the catalogue has no unit `{ $name }`
mistake-not-a-subject = the requirement does not speak of facility type `{ $name }`
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
mistake-aggregate = exactly one of count, share, sum, nearest, rank belongs here
mistake-among = it is not said among which facilities: write among = "parts", among = "jurisdiction", or within
mistake-area-domain = an area has no parts and no position; facilities of the area need no `among`
mistake-rank = the subject is a `{ $type }`, and only facilities of its own type have a rank beside it
mistake-constant = expected a fixed number, without properties and without the day of the audit
mistake-no-area = the standard has no [[area]] of level `{ $name }`
mistake-duplicate-type = the facility type `{ $name }` is there twice
mistake-header-twice = the header `{ $name }` is both `{ $one }` and `{ $other }`
mistake-bounds = `bounds` end before they begin
mistake-unsurveyed = `unsurveyed` is outside `bounds`
mistake-values = a category has `values`, and nothing else has
mistake-relation-sign = there is none of <=, >=, = in `{ $name }`
mistake-relation-name = the type has no number `{ $name }`
mistake-two-meanings = `{ $name }` has two meanings for properties of one kind
mistake-duplicate-clause = the clause id `{ $name }` is there twice
mistake-clause-examined = clause `{ $name }` is examined by the requirement `{ $requirement }`, and cannot be listed as unexamined
mistake-clause-order = clause `{ $name }` belongs before `{ $before }`: the list is in the order of the document

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
help-command = COMMAND
help-some-options = [OPTIONS]
help-help = Show this help
help-version = Show the version
help-arguments = Arguments
help-options = Options
help-lang = Language: zh Chinese (the default), en English
help-standards = Also use the packs and facility types of a folder; no rebuild needed
help-audit-about = Judge survey files by standards and report the gaps
help-audit-files = Survey files: CSV, workbooks (XLSX, XLS, ODS), maps (GeoJSON, Esri JSON, KML, KMZ) or JSON; encoding and header row are found
help-standard = Ids of the standards to judge by; `auto` takes what binds by jurisdiction and day
help-profile = What each column is (TOML): one profile for all files, or one for each
help-jurisdiction = Adcode (six digits) of facilities whose row names no jurisdiction
help-audit-known-by = Use only what was accepted by this time, such as 2026-11-22 or 2026-11-22T08:00:00+08:00; now by default
help-boundaries = Boundaries of areas (GeoJSON polygons with adcode, name, level and parent), to place facilities and check positions by
help-audit-as-of = The day the audit speaks of, such as 2026-11-22; today by default
help-audit-format = Output format: table (the default), json, csv, html, xlsx, sarif or earl; for maps geojson, svg or png
help-audit-output = Write to this file; HTML with more than 50,000 gaps becomes a folder
help-audit-findings = Which findings to list: gaps (the default), or all
help-audit-fail-on = When the exit code is 1: `violation` on a violation or overdue target (the default), `any` on any gap, `never`
help-audit-diagnostics = Write the list of problems in the data to this CSV file, to open beside the survey
help-map-number = Map approval number (审图号) printed on maps; without it they say that they are internal
help-demo-about = Make the survey files of a made-up city
help-demo-folder = Folder to write to
help-demo-size = How many facilities, 100 to 10000000; 5000 by default
help-demo-seed = Seed, 1 by default: the same one gives the same files
help-completions-about = Print a script that completes the command line
help-completions-shell = The shell: bash, zsh, fish or powershell
help-man-about = Write manual pages, one for the program and one for each command
help-man-folder = Folder to write to
man-name = NAME
man-synopsis = SYNOPSIS
man-description = DESCRIPTION
man-version = VERSION
man-written = Wrote { $count ->
    [one] one manual page
   *[other] { $count } manual pages
} to { $folder }
progress-reading = Reading { $done } of { $all } MB ({ $percent } %)
progress-judging = Judging …
progress-writing = Writing …
help-standard-about = Look at standards and test them
help-standard-list-about = List the standards and how many requirements each has
help-standard-show-about = List the requirements of a standard with their examples
help-standard-show-id = Id of the standard
help-standard-check-about = Check how the standards are written, all mistakes at once
help-standard-test-about = Run the examples the standards carry
help-standard-test-ids = Ids of standards; all of them where there is none
help-standard-coverage-about = Say of every clause of a standard whether it is checked, and why not
help-standard-coverage-ids = Ids of standards; all of them where there is none
help-standard-coverage-format = Output: table (terminal, default), json
help-standard-diff-about = Compare two standards, or two editions of one, and what becomes of the verdicts on surveys
help-standard-diff-before = The former: id of a standard, or folder of a pack
help-standard-diff-after = The latter: id of a standard, or folder of a pack
help-standard-diff-surveys = Survey files, to see which verdicts turn
help-standard-diff-as-of = The day, such as 2026-05-01; today where it is missing
help-standard-diff-format = Output: table (terminal, default), json
help-standard-conflicts-about = Show where standards that bind the same subject on a day disagree, which governs and why
help-standard-conflicts-place = Administrative code; every place with a standard of its own where it is missing
help-standard-conflicts-as-of = The day, such as 2026-05-01; today where it is missing
help-standard-conflicts-facility-type = One facility type only
help-standard-conflicts-format = Output: table (terminal, default), json

argument-no-value = { $argument } needs a value; see --help
argument-bad-choice = { $argument } cannot be { $value }{ $nearest ->
    [none] .
   *[other] ; did you mean { $nearest }?
} It can be: { $known }
argument-bad-value = { $argument } cannot be { $value }; see --help for what it takes
argument-unknown = there is no option { $argument }{ $nearest ->
    [none] .
   *[other] ; did you mean { $nearest }?
} See --help
argument-unknown-command = there is no command { $command }{ $nearest ->
    [none] .
   *[other] ; did you mean { $nearest }?
} See --help
argument-missing = { $argument } is missing; files go before the options. See --help
argument-twice = { $argument } can be given only once

audit-written = Written to { $file }
demo-made = Wrote the made-up city to { $folder }: { $facilities } facilities in { $files } survey files
standard-checked = { $standards } standards, { $requirements } requirements, { $types } facility types: no mistakes
standard-tested = { $passed } examples as expected, { $failed } not
standard-given = given
standard-given-nothing = nothing
standard-mismatch = { $field }: expected { $expected }, got { $got }
standard-unverified = not checked against the document
standard-covered = { $clauses } clauses: { $counts }
clause-checked = checked
clause-metadata = about the document itself
clause-not_checkable = not checkable
clause-retired = retired
coverage-clause = Clause
coverage-text = What it asks, or why it is not checked

failure = could not run
failure-read = cannot read { $file }: { $cause }
failure-write = cannot write { $file }: { $cause }
failure-recipe = the recipe of the made-up city has a mistake: { $cause }
failure-survey = { $file }: { $cause }
failure-profile = the profile { $file } has mistakes:
profile-mistake = line { $line }: { $what }
failure-profiles = { $profiles } profiles for { $files } files: give one profile, or one for each file
failure-unknown-standard = there is no standard { $name }{ $nearest ->
    [none] .
   *[other] ; did you mean { $nearest }?
} There are: { $known }
failure-no-pack = the folder { $folder } has no pack.toml and is no pack. Name the id of a standard, or the folder of a pack
failure-unknown-type = the catalogue has no facility type { $name }{ $nearest ->
    [none] .
   *[other] ; did you mean { $nearest }?
}
failure-nothing-read = no facility could be read from { $file }: { $cause }; { $remedy }
failure-boundaries = the boundaries in { $file } have mistakes: { $cause }
failure-boundary = { $area }: { $why ->
    [crossing] the outline crosses itself and has no inside ({ $detail })
    [adcode] the property `adcode` is not six digits
    [parent] the property `parent` is not six digits
    [twice] two outlines have this code
    [degrees] the coordinates are not degrees
   *[shape] it is not a polygon
}
failure-no-boundary = { $file } holds no boundaries
failure-no-rows = the files hold no facility
failure-known-by = { $value } is not a time; write a day, such as 2026-11-22, or a time, such as 2026-11-22T08:00:00+08:00
failure-jurisdiction = { $value } is not an administrative code; write the six digits of GB/T 2260, such as 150802

## What the system says

system-not-found = there is no such file or folder; check its name and place
system-denied = permission denied
system-is-folder = it is a folder; name the files in it
system-no-folder = a part of the path is not a folder
system-not-text = it is not UTF-8 text; save it as UTF-8
system-full = the disk is full
system-read-only = the disk is read-only
system-bad-name = the name is not allowed
system-no-room = the folder { $folder } has no room for the temporary file of the workbook; free some space, or write it to another folder
system-other = { $why }

## Diagnostics: what is the matter with the data, and what to do

diagnostic-not-a-number = “{ $value }” is not a number
remedy-not-a-number = write a number, with a unit if need be, such as 12, 14-17, 895±10 mm; if the spreadsheet has turned 3-5 or 1:12 into a date, format the cell as text and enter it again
diagnostic-not-yes-or-no = “{ $value }” is neither yes nor no
remedy-not-yes-or-no = write yes or no, or unknown where nobody knows; if the column uses codes, say what they mean under `values` in the profile
diagnostic-not-a-category = “{ $value }” is none of the known values
remedy-not-a-category = { $nearest ->
    [none] use one of { $known_en }; or say what it means under `values` in the profile
   *[other] did you mean “{ $nearest }”? The known values are { $known_en }; or say what it means under `values` in the profile
}
diagnostic-not-a-date = “{ $value }” is not a date, or its day and month cannot be told apart
remedy-not-a-date = write 2015-03-05, 2015-03 or 2015; if the whole column has the month or the day first, say so with `date_order` in the profile
diagnostic-not-an-adcode = “{ $value }” is not an administrative code
remedy-not-an-adcode = write the six digits of GB/T 2260, such as 150802, or the full name of an area the standards list, unless several have that name
diagnostic-wrong-unit = the unit of “{ $value }” does not fit the column
remedy-wrong-unit = { $unit ->
    [none] the column is a count: write the number alone; if the column was taken for the wrong property, correct it in the profile
   *[other] use a unit that converts to { $unit }; if the unit in brackets in the header is wrong, change the header or give `unit` in the profile
}
diagnostic-out-of-bounds = “{ $value }” is outside what is possible ({ $bounds })
remedy-out-of-bounds = check the number and its unit; a unit other than the default belongs in brackets in the header, or under `unit` in the profile
diagnostic-not-whole = “{ $value }” is not a whole number, and things are counted here
remedy-not-whole = write a whole number, or a range such as 2-3 where it is not certain
diagnostic-word-in-count = things are counted here, and “{ $value }” is written; it is taken as unknown
remedy-word-in-count = write how many; if yes in this column means at least one and no means none, give the column `words_as_counts = true` in the profile
diagnostic-guessed-number = “{ $value }” was read as { $reading }
remedy-guessed-number = please confirm, or better write the number with its unit
diagnostic-damaged-id = the id “{ $value }” was damaged by a spreadsheet and is not used
remedy-damaged-id = format the id column as text and copy the ids from the original data again
diagnostic-no-identity = the row has neither id nor name nor position
remedy-no-identity = add at least one of them, or the next survey will not recognise it; if the row is a total or a note, delete it, or leave it out with `[[keep]]` in the profile
diagnostic-derived-id = { $rows ->
    [one] one row has no id; one was made from type, name and position
   *[other] { $rows } rows have no id; ids were made from type, name and position
}
remedy-derived-id = add an id, or a change of name or position will make it another facility
diagnostic-total-row = this row is a total and was not taken for a facility
remedy-total-row = if it is a facility, give it an id or mend its name
diagnostic-heading-row = the row is one cell merged across the columns: taken for a heading or a remark, not a facility
remedy-heading-row = if it is a facility, unmerge the cell and fill in the columns
diagnostic-merged-cells = { $rows ->
    [one] “{ $column }” has merged cells: what they say counts for every row they span; one row was filled in
   *[other] “{ $column }” has merged cells: what they say counts for every row they span; { $rows } rows were filled in
}
remedy-merged-cells = if that is not meant, unmerge the cells and fill in each row
diagnostic-unknown-type = { $written ->
    [no] no facility type is written
   *[other] “{ $value }” is not a known facility type
}
remedy-unknown-type = { $nearest ->
    [none] use a type of the catalogue; the row is not used
   *[other] did you mean “{ $nearest }”? Use a type of the catalogue; the row is not used
}
diagnostic-sheet-type-unknown = nothing says what type of facility this sheet holds
remedy-sheet-type-unknown = { $candidates_en ->
    [none] name the sheet or file after a facility type, add a column “facility type”, or give `type` in the profile
   *[other] it may be one of { $candidates_en }; name the sheet or file after a facility type, add a column “facility type”, or give `type` in the profile
}
diagnostic-conflict = “{ $property_en }” contradicts row { $other_row } of { $other_file }, which speaks of the same day
remedy-conflict = compare the two rows and correct or delete one; of an inventory, barrierfree review choose says which counts; until then nothing is concluded from either
diagnostic-relation-broken = the recorded numbers contradict each other: { $relation_en } always holds
remedy-relation-broken = check these numbers; until then nothing is concluded from any of them
diagnostic-bad-position = the position “{ $value }” is not on Earth, or only half of it is given
diagnostic-bad-geometry = { $why ->
    [crosses-itself] the outline of the feature crosses itself
    [unclosed] the outline of the feature is not closed: it does not end where it begins
    [too-few-points] the feature has too few points: a line needs two, an area four with the first repeated
    [not-a-number] a coordinate of the feature is not a number
   *[unknown-kind] the kind of geometry of the feature is not known
}
remedy-bad-geometry = check and repair the geometry in a GIS; the position is taken from the points that can be used, the rest of the feature as it is
diagnostic-said-twice = this is said twice in one feature, and differently; the last, “{ $value }”, is used
remedy-said-twice = check it at the source and remove one of the two
diagnostic-duplicate-row = the same in everything as row { $other_row } of { $other_file }; both count as one facility
remedy-duplicate-row = check whether it was entered twice; if these are two facilities, give each an id of its own
diagnostic-link-not-followed = { $links ->
    [one] the file refers to another map file, which is not read
   *[other] the file refers to { $links } other map files, which are not read
}
remedy-link-not-followed = download the files it refers to and give them too
remedy-bad-position = give both longitude and latitude, as degrees such as 116.391 or 116°23′29″; the rest of the row is used
diagnostic-crs-not-converted = { $why ->
    [datum] the way from “{ $value }” to CGCS2000 differs from place to place and is not public; the positions of { $whose ->
        [rows] the rows that say so
       *[sheet] this sheet
    } are not used
   *[unknown] the reference system “{ $value }” is not known; the positions of { $whose ->
        [rows] the rows that say so
       *[sheet] this sheet
    } are not used
}
remedy-crs-not-converted = { $why ->
    [datum] ask the surveying authority or the source of the data for CGCS2000 (EPSG:4490 or one of its zones)
   *[unknown] check how it is written, such as EPSG:4548 or GCJ-02; if it is right, convert the file to degrees of EPSG:4490 with a GIS first
}
diagnostic-crs-by-header = the header “{ $value }” names the reference system; positions are converted from { $crs }
remedy-crs-by-header = if that is not so, give `crs` in the profile's `position`
diagnostic-swapped-axes = { $rows ->
    [1] longitude and latitude (or east and north) are swapped in “{ $value }”; it was read the right way round
   *[other] longitude and latitude (or east and north) are swapped in all { $rows } rows, such as “{ $value }”; they were read the right way round
}
remedy-swapped-axes = swap the two headers or the two columns; in China longitudes (73–135) and latitudes (18–54) do not overlap, so this is certain
diagnostic-x-is-north = X is north and Y is east in all { $rows } rows, such as “{ $value }”; they were read so
remedy-x-is-north = this is how surveyors write it, and nothing needs doing; if it is not so, give `east` and `north` in the profile's `position`
diagnostic-metres-as-degrees = { $rows ->
    [1] “{ $value }” is in metres, and by { $crs } the coordinates are degrees; the position is not used
   *[other] all { $rows } rows are in metres, such as “{ $value }”, and by { $crs } the coordinates are degrees; the positions are not used
}
remedy-metres-as-degrees = { $grid ->
    [three] the figures look like Gauss-Kruger, three degrees, zone { $zone }; if the datum is CGCS2000, give `crs = "{ $likely }"` in the profile's `position`
    [six] the figures look like Gauss-Kruger, six degrees, zone { $zone }; if the datum is CGCS2000, give `crs = "{ $likely }"` in the profile's `position`
    [unprefixed] the easting has no zone, so the meridian cannot be told; ask the source for the reference system and give it as `crs` in the profile's `position`, such as EPSG:4548 (meridian 117°) or EPSG:28355
   *[none] ask the source for the reference system and give it as `crs` in the profile's `position`
}
diagnostic-degrees-as-metres = { $rows ->
    [1] “{ $value }” is in degrees, and { $crs } is in metres; the position is not used
   *[other] all { $rows } rows are in degrees, such as “{ $value }”, and { $crs } is in metres; the positions are not used
}
remedy-degrees-as-metres = check `crs` in the profile: EPSG:4490 or EPSG:4326 for degrees, GCJ-02 where they are from Amap or Tencent maps, BD-09 where they are from Baidu's
diagnostic-outside-crs = { $rows ->
    [1] “{ $value }” is outside the area of { $crs }; the position is not used
   *[other] all { $rows } rows are outside the area of { $crs }, such as “{ $value }”; the positions are not used
}
remedy-outside-crs = { $grid ->
    [three] the figures look like Gauss-Kruger, three degrees, zone { $zone }; if the datum is CGCS2000, give `crs = "{ $likely }"` in the profile's `position`
    [six] the figures look like Gauss-Kruger, six degrees, zone { $zone }; if the datum is CGCS2000, give `crs = "{ $likely }"` in the profile's `position`
    [unprefixed] the easting has no zone, so the meridian cannot be told; ask the source for the reference system and give it as `crs` in the profile's `position`, such as EPSG:4548 (meridian 117°) or EPSG:28355
   *[none] ask the source for the reference system and give it as `crs` in the profile's `position`
}
diagnostic-shifted = { $against ->
    [areas] the positions do not lie in the areas recorded for them: read as { $crs }, those outside their area fall from { $before } to { $after }
   *[file] { $crs ->
        [none] the positions are all shifted by { $metres } m against those of { $other } ({ $matches } facilities in both); the cause is not known
       *[other] the positions are all shifted by { $metres } m against those of { $other } ({ $matches } facilities in both), which is the shift of { $crs } within { $residual } m
    }
}
remedy-shifted = { $whose ->
    [this] this file was read as { $declared } and is probably { $crs }; ask its source, and if so give `crs = "{ $crs }"` in the profile's `position`. No position was changed
    [other] { $other } was read as { $declared } and is probably { $crs }; ask its source, and if so give `crs = "{ $crs }"` in the `position` of its profile. No position was changed
   *[unknown] check the reference systems and central meridians of both files. No position was changed
}
diagnostic-outside-boundaries = { $facilities ->
    [one] one facility lies in no area of the boundaries: row { $first }
   *[other] { $facilities } facilities lie in no area of the boundaries, such as rows { $first }
}
remedy-outside-boundaries = check the positions and their reference system, or use boundaries of all areas
diagnostic-area-disagrees = { $facilities ->
    [one] one facility is recorded in { $value } and lies in { $area } ({ $name }): row { $first }
   *[other] { $facilities } facilities are recorded in { $value } and lie in { $area } ({ $name }), such as rows { $first }
}
remedy-area-disagrees = check the adcode and the position; until then { $value }, as recorded, counts
diagnostic-area-by-position = { $facilities ->
    [one] one facility was placed in its area by its position
   *[other] { $facilities } facilities were placed in their areas by their positions
}
remedy-area-by-position = nothing needs doing; where an adcode is recorded, it counts
diagnostic-no-observation-date = { $rows ->
    [one] one row has no day of observation; the day of the audit is taken
   *[other] { $rows } rows have no day of observation; the day of the audit is taken
}
remedy-no-observation-date = add a column “survey date”, or give `observed_on` in the profile
diagnostic-day-of-import = { $rows ->
    [one] one row has no day of observation; the day of the import, { $day }, is taken
   *[other] { $rows } rows have no day of observation; the day of the import, { $day }, is taken
}
remedy-day-of-import = add a column “survey date”, or give `observed_on` in the profile or to the import
diagnostic-type-gone = { $rows ->
    [one] one row is of a type that the catalogue no longer has, and is not used
   *[other] { $rows } rows are of a type that the catalogue no longer has, and are not used
}
remedy-type-gone = use the packs the survey was imported with, such as with --standards
diagnostic-known-later = { $rows ->
    [one] one row was accepted after { $known_by } and is not used
   *[other] { $rows } rows were accepted after { $known_by } and are not used
}
remedy-known-later = nothing needs doing; to use them, give a later --known-by
diagnostic-no-known-at = { $rows ->
    [one] one row does not say when it was accepted, which makes that now; this audit knows what was accepted by { $known_by }, so the row is not used
   *[other] { $rows } rows do not say when they were accepted, which makes that now; this audit knows what was accepted by { $known_by }, so they are not used
}
remedy-no-known-at = add a column “known at”, or give `known_at` in the profile
diagnostic-observed-later = { $rows ->
    [one] one row was observed after { $as_of }, the day of the audit, and is not used
   *[other] { $rows } rows were observed after { $as_of }, the day of the audit, and are not used
}
remedy-observed-later = check the day of observation, or audit as of a later day
diagnostic-formula-error = { $result ->
    [missing] the formula was saved without its result
   *[other] the cell holds the error “{ $value }”
}
remedy-formula-error = correct the formula in the spreadsheet and save it, or write the value itself
diagnostic-bad-encoding = some letters cannot be read in the encoding that was found: “{ $value }”
remedy-bad-encoding = give `encoding` (such as gb18030) under `[file]` in the profile, or save the file as UTF-8
diagnostic-no-rows = there are headers and no data below them
remedy-no-rows = check that the file is complete; if the wrong row was taken for the headers, give `header_row` in the profile
diagnostic-no-header = no header row was found
remedy-no-header = put a row of headers among the first thirty rows, at least two of them names of the catalogue, or give `header_row` and `[columns]` in the profile
diagnostic-hidden-sheet = a hidden sheet, which is not read
remedy-hidden-sheet = if it holds survey data, unhide it, or name it under `sheet` in the profile
diagnostic-sheet-missing = the profile's sheet “{ $value }” is not in the file
remedy-sheet-missing = { $nearest ->
    [none] check the name of the sheet
   *[other] did you mean “{ $nearest }”? Change the profile or the name of the sheet
}
diagnostic-row-too-wide = the row has { $columns } columns, more than any sheet can hold, and is not used
remedy-row-too-wide = check the separators and quotation marks of the row
diagnostic-unreadable-row = { $why ->
    [unclosed-quote] a quotation mark is never closed, so that all that follows ended up in one cell; the row is not used
    [too-long] the row is too long and is not used
    [not-json] the line is not proper JSON and is not used; the other lines are
    [no-record] this element of the list is not an object of names and values, and is not used
   *[other] the row is damaged and cannot be read
}
remedy-unreadable-row = { $why ->
    [not-json] check the quotation marks, commas and brackets of the line
    [no-record] check this element at the source
    [too-long] split what is too long, or simplify an outline that is too dense
   *[other] check the quotation marks and separators of the row
}
diagnostic-column-twice = “{ $column }” says the same as an earlier column and is not used
remedy-column-twice = delete the one that is not needed, or name the one to use in the profile
diagnostic-column-missing = the profile's column “{ $column }” is not in the sheet
remedy-column-missing = { $nearest ->
    [none] check the header
   *[other] did you mean “{ $nearest }”? Change the profile or the header
}

## Mistakes in a profile

profile-syntax = { $detail }
profile-unknown-type = no facility type `{ $name }`{ $nearest ->
    [none] {""}
   *[other] ; did you mean `{ $nearest }`?
}
profile-unknown-property = no property `{ $name }`{ $nearest ->
    [none] {""}
   *[other] ; did you mean `{ $nearest }`?
}
profile-unknown-unit = no unit `{ $name }`{ $nearest ->
    [none] {""}
   *[other] ; did you mean `{ $nearest }`?
}
profile-unit-does-not-fit = the unit `{ $unit }` does not fit the property `{ $name }`
profile-words-need-count = `words_as_counts` is for counts, and `{ $name }` is not a count
profile-bad-value = `{ $value }` is not a value of `{ $name }`{ $nearest ->
    [none] {""}
   *[other] ; did you mean `{ $nearest }`?
}
profile-bad-adcode = `{ $value }` is not an administrative code of six digits
profile-bad-day = `{ $value }` is not a single day; write 2024-05-01
profile-column-and-constant = `{ $name }` is given both a column and a constant; keep one
profile-bad-header-rows = `header_rows` is a number from 1 to { $most }
profile-position-pair-or-wkt = `position` needs `longitude` and `latitude`, or `east` and `north`, or `wkt`
profile-keep-is-or-is-not = `keep` needs one of `is` and `is_not`

## Problems found while auditing

diagnostic-unreadable-file = { $rows ->
    [0] the file cannot be read: { $cause }
    [1] one row was read, the rest cannot be: { $cause }
   *[other] { $rows } rows were read, the rest cannot be: { $cause }
}
remedy-unreadable-file = the other files were audited; mend this one and audit again
diagnostic-no-jurisdiction = { $facilities ->
    [one] one facility names no administrative area and was judged by national standards only
   *[other] { $facilities } facilities name no administrative area and were judged by national standards only
}
remedy-no-jurisdiction = add a column with the adcode, or say it with --jurisdiction

diagnostic-unknown-jurisdiction = { $facilities ->
    [one] no pack knows the area { $value }; its facility was judged by national standards only
   *[other] no pack knows the area { $value }; its { $facilities } facilities were judged by national standards only
}
remedy-unknown-jurisdiction = check the code; if the place has documents of its own, add their pack with --standards

## Reading survey files
read-io = The file cannot be read: { $why }. Make sure that it has not been moved and that the disk or network is connected, then try again.
read-empty = The file is empty. Make sure that it is the right file and that it has been saved, then try again.
read-password = The workbook is protected by a password. Open it in Excel or WPS, choose File, Info, Protect Workbook, Encrypt with Password (in WPS: File, Encrypt), clear the password and save it as .xlsx, then try again.
read-old-workbook = This is a workbook in the old binary format (.xls or .et). Open it in Excel or WPS, save it as an Excel workbook (.xlsx), then try again.
read-truncated = The file is incomplete: its end is missing, most often because a download or a copy was interrupted. Get the complete file again.
read-damaged = The file is damaged in “{ $part }” and cannot be read. Open a workbook in Excel or WPS, let it be repaired and save it as .xlsx; if it does not open, or is no workbook, get the file again.
read-oversized = “{ $part }” of the file unfolds to an abnormal size and is not read, for safety. Open it in the software it comes from and save the data as CSV, or copy only the data into a new file.
read-still-open = The database is still open in another program, with changes that are not in it yet (the -wal file beside it). Save and close it there, then try again.
read-part-missing = The file “{ $part }” that belongs to it is missing: of a shapefile the drawings are in .shp and the attributes in .dbf. Put the .shp, .dbf, .prj and .cpg of one name in one folder and choose the .shp, or pack them into a zip, then try again.
read-unsafe-name = The archive holds a file with a suspicious name, “{ $part }”, which leads out of the archive; it is not read, for safety. Ask for a proper file where this one came from.
read-document-type = The file defines entities of its own (DOCTYPE), which no map needs; it is not read, for safety. Open it in a GIS and export it again.
read-not-json = The file begins like JSON, but in line { $line }, at letter { $at }, { $fault }, and it cannot be read any further. Export it again where it was made; if it was written by hand, correct that place.
json-ends = the text breaks off: the file is incomplete, most often because a download or a copy was interrupted
json-no-value = a value is missing
json-no-key = a name in double quotation marks is missing
json-no-colon = the colon after a name is missing
json-no-comma = a comma or a closing bracket is missing
json-trailing-comma = a bracket closes after a comma too many
json-no-number = there is something that is not written as a number
json-bad-escape = a backslash is followed by something that may not follow it
json-control-character = there is a line break or another control character inside quotation marks
json-too-deep = the nesting goes deeper than 128 levels, where reading stops for safety
json-trailing = something follows the end
read-needs = To read this file, a program has to know “{ $what }”, which this release does not. Write it again without, for an extract of OpenStreetMap with “osmium cat -f pbf,pbf_compression=zlib”, then try again.
read-unknown-encoding = There is no text encoding called “{ $name }”. Use UTF-8, GB18030, UTF-16LE or Big5, or leave it out to have it recognised.
read-is-pdf = This is a PDF document, not a table. Provide the table it was made from, saved as .xlsx or CSV.
read-is-word = This is a Word document, not a table. Copy the table in it to a spreadsheet and save that as .xlsx.
read-is-slides = This is a slide show, not a table. Provide the original table, saved as .xlsx or CSV.
read-is-xlsb = This is a binary workbook (.xlsb). Open it in Excel or WPS, save it as an Excel workbook (.xlsx), then try again.
read-is-archive = This is an archive, not a table. Unpack it first, then choose the .xlsx, CSV or GeoJSON file in it.
read-is-shapefile = This is a part of a shapefile. Choose the .shp of the same name (with .dbf and .prj beside it), or pack them into a zip, then try again.
read-is-geopackage = This is an SQLite database and no GeoPackage: no layers are registered in it. Export it as GeoPackage, GeoJSON or CSV, then try again.
read-is-json = There is no list of objects in this JSON, so it makes no table. Provide a GeoJSON feature collection, an Esri JSON feature set or an array of objects.
read-is-geometry = This GeoJSON has geometry only and does not say of which facility. Export a feature collection with properties.
read-is-topojson = This is TopoJSON, which this release does not read. Export it from QGIS or the like as GeoJSON, then try again.
read-is-parquet = This is a Parquet table, which this release does not read. Export it as CSV or GeoJSON, then try again.
read-is-tiff = This is a TIFF picture or a GeoTIFF raster, not a table. Provide vector data (such as GeoJSON) or a table.
read-is-kml = There is no placemark in this KML or KMZ, so no facility can be read. If it only refers to other files, choose those.
read-is-opendocument = This is an OpenDocument file (such as .odt or .odg), not a spreadsheet. Copy the table in it to a spreadsheet and save that as .xlsx.
read-is-old-workbook = This is a workbook from before 1995. Open it in Excel or WPS, choose File, Save As, Excel workbook (.xlsx), then try again.
read-is-wps = This is a document in a format of WPS itself (such as .et or .wps). Open it in WPS, choose File, Save As, Excel file (*.xlsx), then try again; from a text document, copy the table to a WPS spreadsheet first.
read-is-numbers = This is an Apple Numbers spreadsheet (.numbers). Open it in Numbers, choose File, Export To, Excel, then try again.
read-is-ofd = This is an OFD document, not a table. Get the table it was made from, as .xlsx or CSV.
read-is-access = This is an Access database, not a table. Open the table in Access, choose External Data, Export, Excel, save it as .xlsx, then try again.
read-is-image = This is a picture, not a table. Enter what it shows into a table and save that as .xlsx or CSV.
read-is-html = This is a web page and no workbook, even if its name ends in .xls; some systems export “Excel” files like this. Open it in Excel or WPS, save it as .xlsx, then try again.
read-is-xml = This is an XML file, not an .xlsx workbook. If it is an XML Spreadsheet 2003, open it in Excel or WPS, save it as .xlsx, then try again.
read-is-binary = This file is not recognised: it is neither text nor a workbook. Save it as .xlsx or CSV in the software that made it, then try again.

## reports: the five outcomes

outcome-passed = Passed
outcome-failed = Failed
outcome-cantTell = Cannot tell
outcome-inapplicable = Not applicable
outcome-untested = Untested

## reports: why it cannot be told

reason-conflict = Records contradict each other
reason-not_surveyed = Not surveyed
reason-recorded_unknown = Recorded as unknown
reason-straddles_threshold = The range lies on both sides of the limit
reason-inventory_not_complete = More facilities may exist than were recorded
reason-condition_not_evidenced = No evidence of the condition
reason-deference_unresolved = The standard referred to is not determined
reason-needs_second_observation = A second round is needed
reason-division_by_zero = The divisor may be zero

## reports: why it was not tested

silence-no_threshold = The clause sets no limit; measured only
silence-not_in_force = Not in force on that day
silence-out_of_scope = Outside the scope of this audit
silence-no_register = No register was given

## reports: classes of gaps

gap-violation = Violation
gap-overdue_target = Overdue target
gap-upcoming = Upcoming
gap-lagging = Lagging
gap-advice = Advice
gap-evidence_gap = Evidence gap

## reports: how strongly a clause binds

strength-mandatory = mandatory
strength-target = target
strength-progressive = progressive
strength-conditional = conditional
strength-encouraged = encouraged
strength-advisory = advisory
strength-binding = binding
strength-expected = expected

## reports: how exactly a deadline is written

precision-day = { $date }
precision-month = end of { $date }
precision-year = end of { $date }
precision-plan_end = { $date } (end of the plan)
precision-event = no date set

## reports: numbers

report-amount-range = { $low }–{ $high }
report-amount-least = at least { $low }
report-amount-most = at most { $high }
report-amount-unknown = unknown
report-comma = {", "}
report-semicolon = {"; "}

## reports: what was found

report-found-short = { $name }: { $measured }, required { $required }, { $shortfall } short
report-found-equal = { $name }: { $measured }, which is the limit of { $required } itself and does not pass
report-found-over = { $name }: { $measured }, at most { $required } allowed, { $shortfall } over
report-found-maybe = { $name }: { $measured }, required { $required }, possibly off by { $shortfall }
report-found-beside = { $name }: { $measured }, required { $required }
report-found-measured = { $name }: { $measured }
report-found-not = { $name }: missing or not met
report-found-also-open = Also undecided: { $names }
report-found-open = { $reason }: { $names }
report-found-open-plain = { $reason }

## reports: what to do

report-remedy-put-right = Put right: { $names }
report-survey-conflict = Check the contradicting records: { $names }
report-survey-not_surveyed = Survey: { $names }; then it can be decided
report-survey-recorded_unknown = Find out: { $names }; then it can be decided
report-survey-straddles_threshold = Measure more exactly: { $names }
report-survey-inventory_not_complete = Find out whether there are more facilities, or declare the survey complete
report-survey-condition_not_evidenced = Show whether the condition holds: { $names }
report-survey-deference_unresolved = Determine which standard applies: { $names }
report-survey-needs_second_observation = Survey once more: { $names }
report-survey-division_by_zero = Check whether it is zero: { $names }

## reports: who, by when, from where

report-responsible-lead = lead: { $names }
report-responsible-participants = with: { $names }
report-responsible-unranked = { $names }
report-responsible-nobody = Not stated in the clause
report-deadline-none = No deadline in the clause
report-deadline-inferred = inferred from the plan
report-deadline-overdue = { $count ->
    [one] one day overdue
   *[other] { $count } days overdue
}
report-sheet = { $file } [{ $sheet }]
report-at = { $file }, { $cells }
report-row = row { $row }
report-cells = row { $row }, “{ $columns }”
report-caveat-made-up = Made up
report-caveat-unverified = Not checked against the document
report-caveat-rests-on = goes by other standards, { $count ->
    [one] one requirement of which was
   *[other] { $count } requirements of which were
} not checked against the document
report-unverified-mark = Not checked against the document, or goes by what was not: check before you cite it
report-caveat-parameter = the document does not define “{ $word }”; this program assumes { $value }
report-withheld = Concerns too few people to be shown
report-rows-withheld = withheld (people)
report-merged-more = { $count ->
    [one] and one more clause asks for the same repair: { $clauses }
   *[other] and { $count } more clauses ask for the same repair: { $clauses }
}
report-merged-into = the same repair as { $leader }, which decides

## reports: the verdict

report-verdict-failed = { $count ->
    [one] Failed: one duty that is due is not met.
   *[other] Failed: { $count } duties that are due are not met, at { $facilities } { $facilities ->
        [one] facility
       *[other] facilities
    }.
}
report-verdict-open = { $count ->
    [one] Nothing that is due is known to fail, but one finding cannot be decided. Survey it first.
   *[other] Nothing that is due is known to fail, but { $count } findings cannot be decided. Survey these first.
}
report-verdict-later = { $count ->
    [one] Everything that is due is met; one further point is not due yet or is advice.
   *[other] Everything that is due is met; { $count } further points are not due yet or are advice.
}
report-verdict-withheld = Some things fail or are open. They concern people and are shown as counts only, under the requirements.
report-verdict-passed = Passed: every requirement that applies is met.
report-verdict-nothing = Nothing could be judged.
report-as-of = as of { $date }
report-in-jurisdiction = jurisdiction { $place }
report-by-standards = by { $count ->
    [one] one standard
   *[other] { $count } standards
}
report-of-facilities = { $count ->
    [one] one facility
   *[other] { $count } facilities
}
report-made-up = Note: “{ $title }” is made up, for demonstration only.

## reports: sections

report-section-requirements = Requirements
report-section-gaps = Gaps
report-section-urgent = Most urgent
report-section-diagnostics = Problems in the data
report-section-columns = What the columns became
report-requirements-not-judged = { $count ->
    [one] One more requirement was
   *[other] { $count } more requirements were
} inapplicable or untested; --format html, csv or json lists all.
report-more-facilities = { $count ->
    [one] One more facility has gaps
   *[other] { $count } more facilities have gaps
}; the whole list comes with --format html, csv or json.
report-whole-diagnostics = Each with its place and remedy comes with --format html, csv or json.
report-sheet-line = { $place }: { $type }, rows { $rows }, columns read { $used } of { $columns }
report-several-types = several types
report-type-jurisdiction = area
report-columns-left-out = left out: { $names }

## reports: column headings

report-column-facility = Facility
report-column-facility-id = Facility id
report-column-type = Type
report-column-jurisdiction = Jurisdiction
report-column-standard = Standard
report-column-clause = Clause
report-column-requirement = Requirement
report-column-requirement-id = Requirement id
report-column-strength = Obligation
report-column-outcome = Outcome
report-column-gap = Gap
report-column-found = Found
report-column-remedy = What to do
report-column-measured-low = Measured, low
report-column-measured-high = Measured, high
report-column-required-low = Required, low
report-column-required-high = Required, high
report-column-shortfall-low = Shortfall, low
report-column-shortfall-high = Shortfall, high
report-column-unit = Unit
report-column-reason = Reason
report-column-properties = Properties
report-column-responsible = Responsible
report-column-deadline = Deadline
report-column-overdue-days = Days overdue
report-column-sources = Sources
report-column-caveats = Caveats
report-column-merged-into = Merged into
report-column-key = Key
report-column-file = File
report-column-sheet = Sheet
report-column-row = Row
report-column-column = Column
report-column-severity = Severity
report-column-kind = Kind
report-column-value = Value
report-column-message = Message
report-column-code = Code
report-column-missing = At least short

## reports: severity and kinds of problems in the data

report-severity-error = Unusable
report-severity-warning = Worth checking
report-severity-note = Worth knowing
report-kind-not-a-number = Not a number
report-kind-not-yes-or-no = Not a yes or no
report-kind-not-a-category = None of the choices
report-kind-not-a-date = Not a date
report-kind-wrong-unit = Wrong unit
report-kind-out-of-bounds = Out of bounds
report-kind-not-whole = A count with a fraction
report-kind-word-in-count = A word where a count belongs
report-kind-guessed-number = Read by a guess
report-kind-damaged-id = An id damaged by the spreadsheet
report-kind-no-identity = No id, name or position
report-kind-derived-id = Id made from name and place
report-kind-total-row = Row of totals
report-kind-heading-row = Heading or remark
report-kind-merged-cells = Merged cells
report-kind-unknown-type = Unknown facility type
report-kind-conflict = Records of one day contradict
report-kind-relation-broken = Values do not fit together
report-kind-bad-position = Bad position
report-kind-bad-geometry = Faulty geometry
report-kind-said-twice = Same key twice
report-kind-duplicate-row = Repeated rows
report-kind-link-not-followed = Links not followed
report-kind-crs-not-converted = Coordinates not converted
report-kind-crs-by-header = Reference system named by a header
report-kind-swapped-axes = Longitude and latitude swapped
report-kind-x-is-north = X is north, Y is east
report-kind-metres-as-degrees = Metres declared as degrees
report-kind-degrees-as-metres = Degrees declared as metres
report-kind-outside-crs = Outside the reference system's area
report-kind-shifted = Positions shifted as one
report-kind-outside-boundaries = Outside all areas
report-kind-area-disagrees = Area and position disagree
report-kind-area-by-position = Area found by position
report-kind-no-observation-date = No date of observation
report-kind-day-of-import = Day of the import taken
report-kind-type-gone = A type that is no longer known
report-kind-known-later = Accepted after the time the audit knows of
report-kind-no-known-at = No time of acceptance
report-kind-observed-later = Observed after the day of the audit
report-kind-formula-error = A formula without a result
report-kind-bad-encoding = Broken encoding
report-kind-no-rows = No rows
report-kind-no-header = No header row
report-kind-row-too-wide = A row that is too wide
report-kind-unreadable-row = An unreadable row
report-kind-column-twice = Two columns for one property
report-kind-column-missing = A column of the profile is missing
failure-pages = too many gaps for one page: say with -o where the folder of pages is to go

## reports: the HTML pages

report-html-title = Accessibility gap report
report-html-contents = Contents
report-html-skip = Skip to the content
report-html-back = Back to the report
report-html-footer = Made by barrierfree. This page carries its own data and connects to nothing.
report-html-verdict = Verdict
report-html-requirements = Requirements
report-html-jurisdictions = Jurisdictions
report-html-urgent = Most urgent
report-html-list = Full list
report-html-diagnostics = Problems in the data
report-html-columns = What the columns became
report-html-plan = What was audited
report-html-method = How to read this report
report-html-at-facilities = { $count ->
    [one] At one facility
   *[other] At { $count } facilities
}
report-html-requirements-lead = One facility may be bound by several requirements; do not add up the rows.
report-html-shares = Shares
report-html-period-past = Planning period past
report-html-checks = { $count } checks
report-html-no-gaps = There are no gaps.
report-html-facilities-with-gaps = Facilities with gaps
report-html-nowhere = Jurisdiction not recorded
report-html-urgent-lead = Gaps written out here: { $shown }, at facilities: { $facilities }; of all { $all }, the rest is in the full list. Violations that are due come first, then by what is missing and how long it is overdue.
report-html-needs-script = Filters and pages need JavaScript. Without it the most urgent gaps above can still be read, and --format csv writes the whole list for a spreadsheet.
report-html-no-findings = There is nothing to list.
report-html-filters = Filter the list
report-html-search = Search
report-html-filter-outcome = Outcome
report-html-filter-gap = Gap
report-html-filter-duty = Requirement
report-html-filter-place = Jurisdiction
report-html-clear = Clear filters
report-html-pages = Pages
report-html-previous = Previous
report-html-next = Next
report-html-diagnostics-lead = Open a kind to see each place, what is written there and what to do.
report-html-diagnostics-pages = Each place and what to do is on these pages:
report-html-no-diagnostics = No problems were found in the data.
report-html-no-sheets = No files were read.
report-crs = { $converted ->
    [no] reference system { $name } (not converted; positions are not used)
   *[yes] reference system { $name }{ $by ->
        [profile] , as the profile says
        [file] , as the file says
        [header] , as a header says
        [column] , as each row says
       *[nobody] ; nothing says so, and degrees were assumed
    }
}
report-html-encoding = Encoding { $encoding }
report-html-header-row = Headers in row { $row }
report-html-became = Read as
report-html-mapped-by = Decided by
report-html-columns-common = { $count ->
    [one] One column that every sheet has and that is read alike
   *[other] { $count } columns that every sheet has and that are read alike
}
report-html-columns-every = Columns of every sheet
report-html-columns-own = Its other columns
report-html-columns-all = Its columns
report-html-left-out = Left out
report-html-no-property = Filters rows or tells where they are
report-html-plan-known-by = Known by
report-html-plan-as-of = As of
report-html-plan-scope = How the standards apply
report-html-plan-jurisdiction = Jurisdiction
report-html-plan-facilities = Facilities
report-html-plan-complete = Declared completely surveyed
report-html-plan-engine = Program
report-html-auto = Each only where and when it binds
report-html-as-if = Each to every facility, as if bound
report-html-none-complete = Nothing; there may be facilities that were not recorded
report-html-standards = Standards used
report-html-inputs = Files read
report-html-hash = Hash
report-html-rows = Rows
report-html-page = Page
report-html-facilities = Facilities
report-html-entries = Entries
report-html-list-pages = The list is long and split by jurisdiction; nothing is left out. Each page can be filtered.
report-column-only = Column { $column }
report-mapped-profile = the profile
report-mapped-alias = the header
report-mapped-nothing = nothing

## reports: words of the script

report-js-all = All
report-js-close = Close
report-js-count = Entries that match: { $count }, at facilities: { $facilities }; entries in all: { $all }
report-js-no-match = Nothing matches; loosen the filters.
report-js-none = Not recorded
report-js-page = Page { $page } of { $pages }
report-js-more = Show a hundred more
report-js-shown = Shown: { $shown } of { $all }
report-js-place = Place

## reports: what the words mean

report-means-passed = The requirement applies and every check holds.
report-means-failed = The requirement applies and at least one check does not hold.
report-means-cantTell = The data do not decide it; a survey would. Neither a pass nor a failure.
report-means-inapplicable = The requirement does not apply to the facility.
report-means-untested = Not tried, by its nature; for instance the clause sets no limit.
report-means-violation = A mandatory or conditional duty that is due is not met.
report-means-overdue_target = A target is missed and its deadline is past.
report-means-upcoming = Not met, and not due yet.
report-means-lagging = What should move forward step by step does not.
report-means-advice = Something encouraged or advised is not done.
report-means-evidence_gap = Cannot be told; evidence comes first.
report-note-at-least = “At least short” adds the low ends over facilities that are known to fail; the truth may be more.
report-note-intervals = “14–17” is the range of what is possible; a verdict holds for every value in it.
report-note-unverified = A requirement marked as not checked against the document should be compared with it before it is cited.
report-note-overlap = Several standards may demand the same of one facility. All are listed; the strictest decides what to build.
report-note-personal = Types that concern people are shown as counts of ten or more only, never one by one.
report-note-sources = Every finding names its clause, and file, sheet, row and column.

## Kinds of problems, continued

report-kind-unreadable-file = unreadable file
report-kind-unknown-jurisdiction = area unknown to the packs
report-kind-no-jurisdiction = no jurisdiction
report-kind-sheet-missing = sheet of the profile missing
report-kind-hidden-sheet = hidden sheet not read
report-kind-not-an-adcode = not an adcode
report-kind-sheet-type-unknown = type of the sheet unknown
report-sheets-whole = every column of the other { $count } sheets was read
report-columns-became = read: { $names }

## reports: the workbook

report-xlsx-summary = Summary
report-xlsx-gaps = Gaps
report-xlsx-others = Other findings
report-xlsx-diagnostics = Problems in the data
report-xlsx-requirements = Requirements
report-xlsx-all = findings of every outcome
report-xlsx-gaps-only = gaps only
report-xlsx-cut = … (too long for a cell; whole in the JSON)
report-xlsx-withheld = “※” marks what concerns too few people to be shown.
report-xlsx-printed = The sheet of gaps prints up to the column “Due on”; the columns behind it are there to filter by and to find the source.
report-html-plan-listed = Listed
report-column-lead = Lead department
report-column-deadline-date = Due on
report-column-measured = Measured
report-column-required = Required
report-column-also = Same repair
report-column-count = Count
report-column-passed = { outcome-passed }
report-column-failed = { outcome-failed }
report-column-cant-tell = { outcome-cantTell }
report-column-inapplicable = { outcome-inapplicable }
report-column-untested = { outcome-untested }
## Maps

map-title = Accessibility compliance map
map-facilities = Facilities (by worst outcome)
map-rings = Rings: several facilities, by outcome
map-rest = Not applicable or untested
map-classes = Areas: requirements met, at least
map-no-data = No data
map-thin = Less than half decided
map-keys = Numbers on the map
map-more = { $count } more areas in the table of jurisdictions
map-north = N
map-number = Map approval number: { $number }
map-internal = Internal working map, not reviewed for publication; do not publish
map-source = Source: { $files ->
    [one] { $files } survey file
   *[other] { $files } survey files
}{ $told ->
    [yes] , { $rows } rows
   *[no] {""}
}. Equirectangular projection, CGCS2000 (WGS 84) coordinates. barrierfree { $engine }
map-unverified = { $count ->
    [one] One requirement that decided something was
   *[other] { $count } requirements that decided something were
} not checked against the document, or { $count ->
    [one] goes
   *[other] go
} by what was not: see the report.
map-unplaced = { $count ->
    [one] { $shown } facility has no position and is not on the map.
   *[other] { $shown } facilities have no position and are not on the map.
}
map-outside = { $count ->
    [one] The position of { $shown } facility lies outside the map.
   *[other] The positions of { $shown } facilities lie outside the map.
}
map-left = { $count ->
    [one] { $count } area is too small for its name; see the table of jurisdictions.
   *[other] { $count } areas are too small for their names; see the table of jurisdictions.
}
map-lacking = { $count ->
    [one] { $count } character is not in the font of this map, and a “〓” in the PNG: { $codes }.
   *[other] { $count } characters are not in the font of this map, and a “〓” in the PNG: { $codes }.
}
map-ring = { $count } facilities: { $failed } failed, { $open } undecided, { $passed } passed, { $rest } not applicable or untested

map-description = Areas are coloured by the share of requirements met, facilities are marked by their outcome; rings stand for several. The table below has the same figures.
map-rings-line = Rings stand for several facilities: thick is failed, hollow undecided, thin passed
map-table = The figures of the map as a table
map-share = Requirements met
map-coverage = Decided
report-html-map = Map

failure-no-positions = No facility has a position, so there is no map to draw. Fill in longitude and latitude in the survey, or choose another format
failure-layers = GeoJSON is a folder with two layers, facilities and jurisdictions: name it with -o

## Projects

help-project = The project's folder; by default the one you are in
help-json = As JSON
help-init-about = Make a project: a folder with its configuration, inventory, photos and reports
help-init-folder = The folder
help-init-title = What the project is called
help-init-jurisdiction = Adcode (six digits) of facilities whose row names no jurisdiction
help-config-about = Check and show what a project is set to
help-config-check-about = Check the configuration, all mistakes at once
help-config-show-about = Show every key and its value
help-config-show-origin = Say who gave each value: nobody, the file or the command line
init-made = Made the project in { $folder }; { $file } explains every key
config-checked = { $file }: no mistakes
config-not-set = (not set)
config-origin-default = default
config-origin-file = file
config-origin-command-line = command line
config-no-file = there is no file { $file }
config-bad-profile = the profile { $file } has mistakes: { $what }
config-head =
    Configuration of a barrierfree project. Paths are relative to this file.
    A line that begins with # is not in force. `barrierfree config check` checks the file,
    `barrierfree config show --origin` says what is in force and why.
config-key-title = What the project is called.
config-key-language = The language of commands in this folder: "zh" or "en". --lang outranks it.
config-key-jurisdiction = Adcode (six digits) of facilities whose row names no jurisdiction.
config-key-standards = Standards to judge by: their ids, or "auto" for what binds by jurisdiction and day.
config-key-profiles = Profiles that say what the columns of survey files are: one for all files, or one for each.
config-key-boundaries = Boundaries of areas (GeoJSON), to place facilities and to draw maps.
config-key-map-number = Map approval number (审图号) printed on maps; without it they say that they are internal.
config-key-packs = A folder with packs and facility types of your own; "standards", where that is there.
config-key-store = Where the inventory is kept: a file, or a PostgreSQL database as postgresql://USER@HOST/DATABASE; a password comes from PGPASSWORD.
config-key-complete = What was surveyed completely: type, jurisdiction and day; as often as needed.
failure-project-there = { $file } is there already: this is a project; change it in that file
failure-no-project-here = no survey files are given (they go before the options), and this folder lies in no project; name files, name a project with --project, or make one with `barrierfree init`
failure-no-project = { $folder } is not a project: it has no barrierfree.toml; make one with `barrierfree init`
help-audit-drafts = Let surveys of the inventory count too that nobody has accepted yet
help-import-about = Take survey files into the project's inventory; a file that is there already changes nothing
help-import-files = Survey files
help-import-observed-on = Day of rows that do not say when they were observed; today by default
help-import-replaces = Number of the survey this one takes the place of once it is accepted
help-import-accept = Accept the survey too
help-import-diagnostics = Write the list of problems in the data to this CSV file
help-survey-about = List the surveys of the inventory, hand them in, accept them or give them back
help-survey-list-about = List the surveys, their files and their state
help-survey-submit-about = Hand a survey in
help-survey-submit-id = Number of the survey
help-survey-accept-about = Accept a survey that was handed in: audits count it from now on
help-survey-accept-id = Number of the survey
help-survey-return-about = Give a survey back that was handed in; its files may come again
help-survey-return-id = Number of the survey
help-survey-return-reason = Why; `FILE:ROW: REASON` is about a row. As often as needed
help-status-about = Say what is in the inventory: surveys, facilities by type and area, what is doubtful
help-status-drafts = Count surveys too that nobody has accepted yet
help-status-diagnostics = Write the list of problems in the data to this CSV file
import-known = { $files ->
    [one] { $first } is there already
   *[other] { $files } files are there already
}, in survey { $survey }; nothing changes
import-done = Survey { $survey } taken in { $state ->
    [accepted] and accepted
   *[other] as a draft
}; { $diagnostics ->
    [0] nothing to remark
    [one] one remark on its data
   *[other] { $diagnostics } remarks on its data
}
import-next = Once it is right, hand it in with `barrierfree survey submit { $survey }`
import-diagnostics = See them with `barrierfree status --drafts --diagnostics FILE`
survey-heading = Survey { $survey }: { $state }
survey-replaced-by = replaced by survey { $survey }
survey-state-draft = draft
survey-state-submitted = submitted
survey-state-accepted = accepted
survey-state-returned = returned
survey-state-superseded = replaced
status-empty = There is no survey yet; take one in with `barrierfree import FILE…`
status-surveys = Surveys
status-facilities = Facilities
status-doubtful = Doubtful
status-few = too few people to be counted
status-nowhere = without area
failure-store = the inventory { $file }: { $cause }
failure-nothing-accepted = { $surveys ->
    [0] the inventory holds no survey yet; import one with `barrierfree import`
   *[other] no survey of the inventory is accepted yet; accept one with `barrierfree survey accept`, or look at drafts too with --drafts
}
store-database = { $why }
store-missing = nothing has been imported yet; import survey files with `barrierfree import`
store-busy = somebody else is writing to it; try again when they are done
store-bad-address = the store `{ $value }` is neither a file nor the address of a PostgreSQL database (postgresql://USER@HOST/DATABASE) that this build can open
store-away = the server cannot be reached ({ $why }); see that it runs and that host and port are right, then repeat the command: nothing half-written is left
store-denied = the server does not allow that ({ $why }); see user, password (PGPASSWORD may hold it) and database, and what the user is granted
store-no-encryption = encrypted connections (sslmode=require) are not built in; connect over a socket, a private network or a tunnel
store-no-postgis = the database has no PostGIS ({ $why }); an administrator has to run `CREATE EXTENSION postgis` in it once
store-foreign = this is no inventory of barrierfree
store-newer = it was written by a later release (schema { $found }; this one knows { $known }); use that one
store-damaged = { $what } in it cannot be understood
store-no-survey = there is no survey { $survey }; `barrierfree survey list` lists them
store-wrong-state = survey { $survey } is { $state }, so that cannot be done with it
store-occupied = it holds another inventory already; name an empty place
help-backup-about = Make, check and put back backups: the inventory and the photos, with the hash of each file
help-backup-create-about = Make a backup; nobody can write to the inventory meanwhile
help-backup-create-folder = A folder that is not there yet
help-backup-verify-about = Say whether a backup is whole, and name what is not
help-backup-verify-folder = The folder of the backup
help-backup-restore-about = Put a backup that is whole into a project whose inventory is empty
help-backup-restore-folder = The folder of the backup
help-verify-about = Read all of the inventory and say whether anything in it, or a photo, is damaged or missing
help-migrate-about = Carry the inventory to another place: from a file to a server or back
help-migrate-to = A file, or a database as postgresql://USER@HOST/DATABASE; empty, or where the same was interrupted
backup-made = { $folder }: the backup is made; files: { $files }, content { $content }
backup-sound = { $folder }: the backup of { $made } is whole; files: { $files }, content { $content }
backup-restored = the backup of { $made } in { $folder } is put back; content { $content }
backup-there = { $folder } is there already; a backup is made in a folder that is not
backup-other-file = { $file } is there already and is something else; nothing was put over it
backup-bad-manifest = { $file } is no manifest of a backup
backup-missing = { $file } is missing
backup-changed = { $file } is not as it was when the backup was made
backup-unknown = { $file } is no part of the backup
backup-other-content = inventory.gpkg does not hold what the manifest says
verify-done = surveys: { $surveys }, rows: { $rows }, photos: { $photos }, content { $content }; faults: { $faults }
verify-bad-rows = survey { $survey }, { $file }: { $rows } rows cannot be understood or are out of place
verify-no-photo = the photo { $hash } of survey { $survey } is missing or damaged
migrate-done = carried from { $from } to { $to }, content { $content } here and there; to use it write in barrierfree.toml: store = "…"
survey-files = { $files ->
    [one] (one file)
   *[other] ({ $files } files)
}
help-export-about = Write the inventory for other programs: a layer for each type of facility
help-export-format = gpkg or xlsx (one file), csv, geojson, shapefile or kml (a folder with a file for each type)
help-export-output = The file or folder
help-export-as-of = The day whose state is written; today by default
help-export-known-by = Use only what was accepted by this time; now by default
help-export-drafts = Count surveys too that nobody has accepted yet
export-written = Wrote { $facilities } facilities in { $layers } layers to { $file }; types of people are left out
export-beside = What this format cannot hold is in { $folder }: fields.csv ({ $fields } fields of another name or kind), left-out.csv ({ $values } values cut or left out, in full there)

## The handbook: how conditions and numbers are said

phrase-always = always applies
phrase-never = never applies
phrase-flag = “{ $what }” is yes
phrase-no-flag = “{ $what }” is no
phrase-not = not ({ $what })
phrase-and = {" and "}
phrase-or = {" or "}
phrase-or-value = {" or "}
phrase-and-value = {" and "}
phrase-bracket = ({ $what })
phrase-quoted = “{ $what }”
phrase-title = { $what }
phrase-is = { $name } is { $value }
phrase-is-not = { $name } is not { $value }
phrase-compared = { $name } { $rest }
phrase-demanded = { $name }: { $rest }
phrase-equal = { $words ->
    [day] on { $bound }
   *[other] equal to { $bound }
}
phrase-unequal = { $words ->
    [day] not on { $bound }
   *[other] other than { $bound }
}
phrase-least = { $words ->
    [day] on or after { $bound }
   *[other] at least { $bound }
}
phrase-most = { $words ->
    [day] on or before { $bound }
   *[other] at most { $bound }
}
phrase-more = { $words ->
    [day] after { $bound }
   *[other] more than { $bound }
}
phrase-less = { $words ->
    [day] before { $bound }
    [count] fewer than { $bound }
   *[other] less than { $bound }
}
phrase-as-of = the day of the audit
phrase-earlier = { $what } in the round before
phrase-parameter = { $value } (the document says “{ $word }” and does not define it; this program takes this number)
phrase-sum-of = { $left } + { $right }
phrase-difference = { $left } − { $right }
phrase-quotient = { $left } ÷ { $right }
phrase-product = { $left } × { $right }
phrase-part = { $part } of { $whole }
phrase-times = { $part } times { $whole }
phrase-largest = the largest of { $what }
phrase-smallest = the smallest of { $what }
phrase-rounded-up = { $what } (rounded up)
phrase-rounded-down = { $what } (rounded down)
phrase-else = { $first } (where not recorded: { $rest })
phrase-the-table = the number in the table below
phrase-table = the number in table { $number }
phrase-as-it-is = a number that depends on the case
phrase-otherwise = in all other cases
phrase-members = { $what } ({ $filter })
phrase-count = number of { $what } { $place }
phrase-lacking = number of { $what } { $place } that do not meet “{ $that }”
phrase-share = share of { $what } { $place } with: { $that }
phrase-sum = { $value } of all { $what } { $place }
phrase-nearest = distance to the nearest { $what }
phrase-rank = place among its like by the way to the { $to } (1 is nearest)
phrase-every = every { $what } { $place }: { $that }
phrase-in-area = in the area
phrase-in-parts = within the facility
phrase-within = within { $radius }
phrase-rises = { $name }: higher than in the round before (at least { $days } days earlier)
phrase-rests = ; where it has reached { $end }, it is enough to stay there
phrase-complies = meets the mandatory requirements of { $standards } that apply

## The handbook: pages

docs-title = Handbook of accessibility requirements
docs-index = All requirements
docs-ways = Other pages
docs-by-standard = By standard
docs-by-topic = By topic
docs-by-type = By facility
docs-footer = Made by barrierfree from the standards as data: what stands here is what the program goes by. This page connects to nothing. Cite the document itself.
docs-lead = { $standards } standards, { $requirements } requirements. The browser's own search finds them by name, clause or id.
docs-standards = Standards
docs-reading = How to read this
docs-areas = Areas
docs-binds = Binds
docs-count = Requirements
docs-id = Id
docs-previous = Previous: { $name }
docs-next = Next: { $name }
docs-asks = Asks
docs-flag-assumed = rests on a number this program assumes
docs-notice-made-up = This standard is made up, for demonstration.
docs-notice-unverified = Not yet checked against the document word by word; check before you cite it.
docs-notice-rests-on = Goes by other standards, of which these requirements were not yet checked against the document; check before you cite it: { $names }.
docs-section-asks = What it asks
docs-section-line = Where the line is
docs-section-facts = Source, strength and responsibility
docs-section-survey = What to survey
docs-section-related = What other requirements say
docs-section-cases = Examples
docs-section-formula = Formula
docs-line-lead = Two examples that differ as little as possible and come out differently; what differs is in bold.
docs-formula-lead = The program evaluates the formula below; the text above says the same in words.
docs-written = As written in the pack
docs-must-mandatory = { $who } must meet:
docs-must-target = { $who } should reach this target:
docs-must-progressive = { $who } should come, step by step, to meet:
docs-must-conditional = { $who } must, where conditions allow, meet:
docs-must-encouraged = { $who } is encouraged to meet:
docs-must-advisory = { $who } is advised to meet:
docs-measured = { $who }: the clause has no pass mark, so this is only measured:
docs-who-every = Every { $what }
docs-who-where = Every { $what } where { $filter }
docs-areas-below = Every { $level } in { $name }
docs-areas-own = { $name }
docs-level-national = National
docs-level-province = province-level area
docs-level-prefecture = prefecture-level area
docs-level-county = county-level area
docs-level-foreign = another jurisdiction, to compare with
docs-condition = On condition that: { $what }. Without evidence of that, no verdict is given.
docs-the-table = The number required
docs-table = Table { $number }
docs-when = Case
docs-value = Number
docs-else = Where it is not met: { $remedy }
docs-same = The same thing is also asked of the same kind of facility by
docs-yields = These are more specific; where they apply, they count and this one does not:
docs-overrides = This one is more specific; where it applies, it takes the place of:
docs-fact-citation = Document and clause
docs-fact-strength = Strength
docs-fact-who = Responsible
docs-fact-deadline = Deadline
docs-fact-binding = Binds
docs-fact-why = Why
docs-fact-number = Id
docs-means-mandatory = Not meeting it is a violation.
docs-means-target = An outcome to reach by the deadline; overdue afterwards.
docs-means-progressive = To be moved forward step by step; standing still is lagging behind.
docs-means-conditional = Like a mandatory one where the condition holds.
docs-means-encouraged = Encouraged or supported; listed as advice where it is not met.
docs-means-advisory = A hint; listed as advice where it is not met.
docs-nationwide = The whole country
docs-from = in force from { $date }
docs-until = lapses after { $date }
docs-period = plan period to { $date }
docs-works-only = binds only works permitted (else completed) from that day on
docs-property = What
docs-kind = How it is recorded
docs-property-id = Field
docs-kind-in = { $kind } ({ $unit })
docs-kind-count = number
docs-kind-length = length
docs-kind-area = area
docs-kind-ratio = ratio, such as 80 % or 1:12
docs-kind-force = force
docs-kind-duration = time
docs-kind-money = money
docs-kind-degree = angle
docs-kind-boolean = yes or no
docs-kind-date = date
docs-kind-text = text
docs-given = Given
docs-because = Explanation
docs-short = Short by
docs-earlier = { $name } in the round before:
docs-other = Another facility, { $type }:
docs-nothing-given = Nothing is recorded
docs-nothing-known = nothing else recorded
docs-yes = yes
docs-no = no
docs-written-pages = { $count } pages written to { $folder }; begin with { $first }
report-remedy-some = x
help-standard-docs-about = Write a handbook: a page for each requirement, with indexes by standard, topic and facility
help-standard-docs-folder = Folder to write to
help-standard-docs-ids = Ids of standards or requirements; all without any
help-standard-docs-format = Format: html (default) or markdown
failure-unknown-requirement = there is no standard or requirement { $name }{ $nearest ->
    [none] .
   *[other] ; did you mean { $nearest }?
} `barrierfree standard list` lists all standards
failure-not-ours = { $file } is already there and was not written by this program; nothing was overwritten. Choose another folder
docs-because-inapplicable = outside what the requirement applies to
docs-because-passed = every check holds
docs-because-untested = no verdict is given


## Between standards

standard-yes = yes
standard-no = no
standard-sample = { $name }: { $value }
standard-span = { $name } from { $from } to { $to }
standard-span-one = { $name } of { $from }
standard-span-from = { $name } from { $from } on
standard-span-some = { $name } of { $only } numbers from { $from } to { $to }
conflicts = { $count ->
    [0] No disagreement
    [one] 1 disagreement
   *[other] { $count } disagreements
} between the standards that bind { $place ->
    [none] one place
   *[other] { $place }
} on { $day }{ $count ->
    [0] .
   *[other] :
}
conflict-title = { $type } · { $properties } ({ $kind })
conflict-opposed = contrary
conflict-threshold = different amounts
conflict-demand = different things asked for
conflict-strength = different strength
conflict-override = one takes the place of the other
conflict-applicability = different reach
conflict-standards = { $one } and { $other }: { $count }
conflict-party = { $id } ({ $clause }, { $strength })
conflict-sides = { $one } and { $other }.
conflict-at-least = { $id } { $many ->
    [yes] ask
   *[no] asks
} for at least { $amount }
conflict-at-most = { $id } { $many ->
    [yes] ask
   *[no] asks
} for at most { $amount }
conflict-amounts = { $stretch ->
    [none] {""}
   *[other] { $stretch }:{" "}
}{ $one }, { $other }{ $given ->
    [none] {""}
   *[other] {" "}(for instance { $given })
}.{" "}
conflict-works = { $name } binds only works permitted (else completed) from { $day } on; for earlier works { $other } stands alone.
conflict-alone = Only { $id } { $many ->
    [yes] speak
   *[no] speaks
} of, for instance: { $sample }.
because-stricter = { $id } { $many ->
    [yes] govern
   *[no] governs
}: the strictest stands.
because-stricter_local = { $id } { $many ->
    [yes] govern
   *[no] governs
}: a place may ask for more than the state, and the stricter rule stands.
because-binds_more = The same is asked for; { $id } { $many ->
    [yes] govern
   *[no] governs
}, since { $many ->
    [yes] they bind
   *[no] it binds
} more, and { $other } cannot relax { $many ->
    [yes] them
   *[no] it
}.
because-advice_beside_duty = { $id } { $many ->
    [yes] are stricter and bind
   *[no] is stricter and binds
} less: { $other } { $others ->
    [yes] are duties and are
   *[no] is a duty and is
} not relaxed by that; what { $id } { $many ->
    [yes] ask
   *[no] asks
} beyond is listed beside { $others ->
    [yes] them
   *[no] it
}.
because-overrides = { $id } { $many ->
    [yes] are more specific and take
   *[no] is more specific and takes
} the place of { $other } where { $many ->
    [yes] they apply
   *[no] it applies
}.
conflict-shows = For instance { $sample } meets { $other }, and not { $id }.{" "}
because-both_hold = Both have to be met; where only one applies, that one.
because-irreconcilable = Whoever meets one fails the other; only those who made them can settle it.

diff-editions = From “{ $before }” to “{ $after }”:
diff-before = the former
diff-after = the latter
change-added = added
change-removed = removed
change-tightened = tightened
change-relaxed = relaxed
change-mixed = tightened and relaxed
change-not_comparable = changed, not comparable
change-reworded = reworded
change-same = the same
diff-at-least = { $stretch ->
    [none] {""}
   *[other] { $stretch }:{" "}
}{ $name }: at least { $before } → { $after }{ $given ->
    [none] {""}
   *[other] {" "}(for instance { $given })
}
diff-at-most = { $stretch ->
    [none] {""}
   *[other] { $stretch }:{" "}
}{ $name }: at most { $before } → { $after }{ $given ->
    [none] {""}
   *[other] {" "}(for instance { $given })
}
diff-demand = { $name }: { $sample } meets the other, and not { $edition }
diff-reach = { $type }: only { $edition } speaks of, for instance, { $sample }
diff-type = Only { $edition } speaks of { $type }
diff-check = Only { $edition } has the check { $check }
diff-strength = { $edition } binds more
diff-unknown = What it asks is written otherwise; whether that is more or less cannot be told
diff-words = Written otherwise: { $what }
wording-title = title
wording-clause = number of the clause
wording-remedy = remedy
wording-departments = departments
wording-deadline = deadline
wording-obligation = how the strength is put
wording-verified = whether it was checked against the document
diff-measure = { $type } · { $property }: { $sides }
diff-verdicts = { $turned ->
    [one] 1 verdict turns
   *[other] { $turned } verdicts turn
}, { $same ->
    [one] 1 stays
   *[other] { $same } stay
}
diff-failed = Failed { $before } → { $after }, at least { $less } → { $more } missing
diff-judged = { $outcome } ({ $measured } of { $required })
diff-nothing = nothing asked
diff-more = { $count } more; --format json lists them all
diff-unturned = Of { $count ->
    [one] one more thing no verdict turns
   *[other] { $count } more things no verdict turns
}
diff-alone = What only one of them asks for:
diff-appear = { $id }: { $count ->
    [one] 1 gap appears
   *[other] { $count } gaps appear
}
diff-vanish = { $id }: { $count ->
    [one] 1 gap vanishes
   *[other] { $count } gaps vanish
}

help-standard-conformance-about = Write the conformance suite: cases other programs can run (JSON), a file for each requirement
help-standard-conformance-folder = Folder to write to
help-standard-conformance-ids = Ids of standards or requirements; all without any
conformance-written = { $count } files written to { $folder }
docs-clauses = Clause by clause
docs-clauses-lead = Every clause of the document from the first to the last: which requirement examines it, or why none does.
docs-status = Examined
docs-clause-text = What it asks, or why it is not examined
help-review-about = Look at facilities that may be one and at values that contradict each other, and decide
help-review-list-about = List doubtful pairs and contradicting values side by side, with what they were judged by
help-review-list-all = Also those that are decided
help-review-accept-about = They are one facility (merge); reject undoes it
help-review-reject-about = They are two facilities (split); accept undoes it
help-review-reopen-about = Take the word back: doubtful again
review-none = nothing waits for a decision
review-said-same = { $pairs } pairs are one facility each
review-said-different = { $pairs } pairs are two facilities each
review-said-ask = { $pairs } pairs are in doubt again
review-verdict-same = one facility
review-verdict-different = two facilities
review-verdict-ask = undecided
review-by-person = decided by { $name }, because: { $reason }
review-metres = { $metres } m apart
review-values = { $agreeing } values agree, { $differing } differ
review-names-apart = numbers or directions in the names differ
review-names-different = the names differ
review-names-missing = a name is missing, or one that many have
review-names-alike = the names are alike
review-names-part = one name is the other, shortened
review-names-equal = the names are the same
review-doubt-two_ids = each has an id of its own
review-doubt-one_id = one id, but name and place speak against it
review-doubt-several = another fits as well
review-doubt-renamed = one place under two names
review-doubt-moved = far from each other
review-doubt-elsewhere = they belong to different facilities or areas
failure-no-pair = there is no pair { $number }; barrierfree review list --all names them
import-linked = { $linked } facilities recognised without an id; { $asked } wait for somebody to say (barrierfree review list)
diagnostic-perhaps-known = may be the known facility { $known }; counted as two until somebody decides
remedy-perhaps-known = look at both with barrierfree review list, then review accept or reject
report-kind-perhaps-known = may be a known facility
help-review-accept-ids = Numbers of the pairs
help-review-accept-by = Who decides
help-review-accept-reason = Why
help-review-reject-ids = Numbers of the pairs
help-review-reject-by = Who decides
help-review-reject-reason = Why
help-review-reopen-ids = Numbers of pairs, or values as review list writes them
help-review-reopen-by = Who decides
help-review-reopen-reason = Why

help-photos-about = take in photos, and see which facility each shows
help-photos-import-about = take in the photos of a folder or zip (JPEG, PNG, WebP); those that are there already change nothing
help-photos-import-from = folder or zip of photos
help-photos-import-survey = number of the survey they belong to; the last one by default
help-photos-import-diagnostics = write what is wrong with photos to this CSV file
help-photos-list-about = list photos, the facilities they show, and what is to be looked at
help-photos-list-missing = list only photos that a survey names and nobody brought
photos-imported = survey { $survey }: { $added } new, { $known } there already, { $left } not taken in, { $diagnostics } to be looked at
photos-left =   { $file }: { $why }
photos-left-unnamed = (about people, not named)
photos-look = see: barrierfree photos list
photos-none = there are no photos yet
photos-no-missing = every photo that a survey names is there
photos-to-look-at = To be looked at
photos-heading = survey { $survey }  { $name }  { $width }×{ $height }
photos-shows-nothing = no facility
photos-no-archive = { $file } is neither a folder nor a whole zip; unpack it and import the folder, or pack it again
photos-too-many = { $file } holds too many files; make several zips of it
photos-bad-archive = { $file } is damaged, or its parts share bytes; pack it again, or unpack it and import the folder
photos-no-survey = the inventory has no survey that photos could belong to; take one in by barrierfree import first
status-photos = { $photos ->
    [1] 1 photo
   *[other] { $photos } photos
} (barrierfree photos list)
photo-fault-empty = the file is empty; copy it again
photo-fault-no-picture = no picture; if it is a photo, copy it again from the camera or phone
photo-fault-heic = a HEIC file, whatever it is called; have the phone take the most compatible format (JPEG), or save it as JPEG
photo-fault-foreign = a { $detail } file and no JPEG, PNG or WebP; save it as JPEG
photo-fault-cut = the file ends before its picture does; copy it again
photo-fault-spoilt = the photo is damaged and cannot be shown ({ $detail }); copy it again, or save it as JPEG in a viewer
photo-fault-too-many-bytes = more than 40 MB; make it smaller
photo-fault-too-many-pixels = too large (more than 120 million pixels, or a side of more than 30,000); make it smaller
photo-fault-unsafe-name = its name in the zip leads out of the folder, so it was not unpacked; pack it again
photo-fault-locked = behind a password; unpack it and import the folder
photo-fault-bomb = the zip unfolds to far more than it is, so no more was unpacked; unpack it and import the folder
diagnostic-photo-missing = the photo "{ $value }" is not there
remedy-photo-missing = bring it by barrierfree photos import, or correct its name in the survey
report-kind-photo-missing = photo missing
diagnostic-photo-ambiguous = several different photos are called "{ $value }"
remedy-photo-ambiguous = give the folder in the survey (such as east/{ $value }), or rename the photos
report-kind-photo-ambiguous = several photos of one name
diagnostic-photo-far = the photo "{ $value }" was taken at { $taken }, { $metres } m from facility { $facility } at { $there }{ $shifted ->
    [yes] ; read as GCJ-02 it is much nearer, so the phone may have written GCJ-02
   *[no] {""}
}
remedy-photo-far = check that the photo shows this facility, and the position of the facility
report-kind-photo-far = photo taken far away
diagnostic-photo-unnamed = this photo shows no known facility: no row names it, and its name begins with no facility id
remedy-photo-unnamed = name it in the photo column of the survey, or rename the file to ID_words.jpg and import it again
report-kind-photo-unnamed = photo without a facility
help-review-list-as-of = The day in whose state contradictions are looked for; today by default
help-review-link-about = Two facilities are one, though nobody asked; the first id is kept, reject undoes it
help-review-link-facility-type = The type, such as parking
help-review-link-kept = The id that is kept, as review list writes it
help-review-link-other = The other id
help-review-link-by = Who decides
help-review-link-reason = Why
help-review-split-about = One id stands for two facilities: in these files it is another; accept undoes it
help-review-split-facility-type = The type, such as parking
help-review-split-id = The id
help-review-split-files = Files as SURVEY.FILE, such as 2.1 for the first file of survey 2; in all of them it is one
help-review-split-by = Who decides
help-review-split-reason = Why
help-review-choose-about = Of values of one day that contradict each other, that of this row counts; reopen undoes it
help-review-choose-cells = A value as review list writes it, such as 2.1/7/total_spaces
help-review-choose-by = Who decides
help-review-choose-reason = Why
review-verdict-chosen = decided
review-aside = does not count
review-linked = { $other } and { $kept } are one facility now
review-split = { $own } and { $id } are two facilities now
review-chosen = { $conflicts ->
    [one] One contradiction is decided
   *[other] { $conflicts } contradictions are decided
}
review-reopened = { $conflicts ->
    [one] One contradiction is open again
   *[other] { $conflicts } contradictions are open again
}
status-undecided = To be decided: { $pairs } pairs of facilities that may be one, { $conflicts } values that contradict each other (barrierfree review list)
failure-no-conflict = { $cell } is no value of a contradiction; barrierfree review list --all lists them
failure-no-facility = The inventory has no { $type } with the id { $id }, or it is about people
failure-one-facility = { $one } and { $other } are one facility already
failure-no-file = { $file } is not SURVEY.FILE, such as 2.1; barrierfree survey list names them
failure-not-in-file = The file { $file } has no { $id }, or there it is a facility of its own already; barrierfree survey list names the files
failure-all-files = These are all files that have { $id }, so that nothing is left of it; name some of them only
help-survey-diff-about = Two surveys or two days side by side: what is new, unseen or changed, with values old and new
help-survey-diff-surveys = Numbers of the two surveys, the earlier one first
help-survey-diff-from = The state on two days instead: the earlier one
help-survey-diff-to = The later day
help-survey-diff-drafts = Surveys that nobody has accepted yet count too (of two days)
help-survey-diff-format = The output: table (terminal, default), json, csv
failure-two-sides = name two surveys, as in survey diff 1 2, or two days, as in --from 2025-05-01 --to 2026-05-01
failure-days = the earlier day { $from } is after the later one { $to }; change them about
comparison-title = { $before } → { $after }
comparison-survey = Survey { $survey }
comparison-nowhere = no area recorded
comparison-few = too few people
comparison-unknown = unknown
comparison-not-applicable = not applicable
comparison-nothing = nothing recorded
comparison-place = position
comparison-row = { $file }:{ $row }
comparison-new = New: { $facilities }
comparison-unseen = Unseen: { $facilities } (what nobody saw need not be gone)
comparison-changed = Changed: { $facilities }
comparison-change = { $name }: { $old } → { $new } ({ $from } → { $to })
comparison-column-type = Type
comparison-column-jurisdiction = Area
comparison-column-new = New
comparison-column-unseen = Unseen
comparison-column-changed = Changed
comparison-column-same = Unchanged
report-column-change = Change
report-column-property = Property
report-column-before = Before
report-column-after = After
report-column-row-before = Row before
report-column-row-after = Row after
report-column-seen-before = Seen before
report-column-seen-after = Seen after

report-evidence = { $columns } ({ $status })
report-status-measured = measured
report-status-declared = declared
report-status-estimated = estimated
report-status-unknown = unknown
report-status-not_applicable = not applicable
diagnostic-not-visited = { $rows ->
    [1] the row of 1 known facility was
   *[other] the rows of { $rows } known facilities were
} not filled in: taken as not visited, and not part of the survey
remedy-not-visited = fill in at least the day where somebody was there; leave the others blank
report-kind-not-visited = known facilities not filled in
help-template-about = write the blank workbook for the next round: a sheet for each type, known facilities filled in
help-template-types = ids or names of facility types
help-template-place = fill in the known facilities of this area and those below it only
help-template-output = write to this XLSX file; survey.xlsx in the current folder by default
template-file = survey.xlsx
template-made = { $file }: { $types ->
    [1] 1 sheet
   *[other] { $types } sheets
}, { $facilities ->
    [1] 1 known facility
   *[other] { $facilities } known facilities
} filled in
template-there = { $file } is there already, and somebody may have filled it in; name another file, or move it away
template-page = Instructions
template-lists = Choices
template-title = Survey of barrier-free facilities
template-earlier = Last record
template-system = CRS
template-yes = Yes
template-no = No
template-unknown = Unknown
template-not-applicable = Not applicable
template-between = ; 
template-seen = { $day }{ $values ->
    [blank] {""}
   *[other] : { $values }
}
template-line-sheets = A sheet for each type, a row for each facility. Leave the headers as they are; columns may be made wider, rows may be sorted.
template-line-known = Id, name, area, address and position of known facilities are filled in; correct what is wrong, but for the id. The grey column Last record is to compare with and needs no entry.
template-line-visited = Where you were, fill in the day and what you saw. Where you were not, leave everything to the right of Last record blank: the row is then no part of the survey.
template-line-new = Facilities that are new go below the last row; leave their id and Last record blank.
template-line-open = Blank means not surveyed. Write Unknown where you looked and could not tell, Not applicable where the question does not arise; never 0 instead.
template-line-numbers = Numbers are in the unit in the brackets of the header, or carry their own (900mm). Ranges (14-17), about (about 20) and least values (>=3) may be written; what is warned of may be kept.
template-line-ratios = Slopes and shares are written 1:12, 8% or 0.08, days 2026-05-01. Whether values were measured, declared or estimated goes to Status of values.
template-line-places = Positions are in degrees. Choose GCJ-02 under CRS for points taken from Amap or Tencent maps, BD-09 for Baidu maps, WGS 84 for satellite receivers and phones.
template-line-photos = Under Photo write the names of the files, several with ; between them, and hand the photos in as a folder. Save the workbook as XLSX.
template-sheet = { $sheet } ({ $known } known)
template-field-column = Column
template-field-unit = Unit
template-field-content = What to write
template-content-flag = Yes / No / Unknown / Not applicable
template-content-date = a day, such as 2026-05-01
template-content-text = text
template-content-count = a whole number
template-content-ratio = 1:12, 8% or 0.08
template-content-number = a number
template-check-list = That is none of the choices. Take one of the list; something else may be kept where it has to be.
template-check-date = Write a day, such as 2026-05-01.
template-check-count = Write a whole number, 0 or more. Ranges (14-17), about 20, Unknown and Not applicable may be kept.
template-check-number = Write a number within reason. Numbers with units, ranges, Unknown and Not applicable may be kept.
