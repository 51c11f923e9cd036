# English wording. The Chinese is in zh.ftl; both files have the same keys.

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
remedy-not-an-adcode = write the six digits of GB/T 2260, such as 150802
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
diagnostic-derived-id = there is no id; one was made from type, name and position
remedy-derived-id = add an id, or a change of name or position will make it another facility
diagnostic-unknown-type = { $written ->
    [no] no facility type is written
   *[other] “{ $value }” is no known facility type
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
diagnostic-conflict = two rows of one day contradict each other about one facility
remedy-conflict = compare the two rows and correct or delete one; until then nothing is concluded from either
diagnostic-relation-broken = the recorded numbers contradict each other
remedy-relation-broken = check them: accessible bays, for one, are never more than all bays
diagnostic-bad-position = the position “{ $value }” is no place on Earth, or half of one
remedy-bad-position = check whether longitude and latitude are swapped and are in degrees; the rest of the row is used
diagnostic-crs-not-converted = the reference system { $value } is not converted; the positions of this file are not used
remedy-crs-not-converted = convert the file to degrees of EPSG:4490 or EPSG:4326 with a GIS first
diagnostic-no-observation-date = { $rows ->
    [one] one row has no day of observation; the day of the audit is taken
   *[other] { $rows } rows have no day of observation; the day of the audit is taken
}
remedy-no-observation-date = add a column “survey date”, or give `observed_on` in the profile
diagnostic-observed-later = seen after the day of the audit, and not used
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
   *[other] the row is damaged and cannot be read
}
remedy-unreadable-row = check the quotation marks and separators of the row
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
profile-words-need-count = `words_as_counts` is for counts, and `{ $name }` is none
profile-bad-value = `{ $value }` is no value of `{ $name }`{ $nearest ->
    [none] {""}
   *[other] ; did you mean `{ $nearest }`?
}
profile-bad-adcode = `{ $value }` is no administrative code of six digits
profile-bad-day = `{ $value }` is no single day; write 2024-05-01
profile-column-and-constant = `{ $name }` is given both a column and a constant; keep one
profile-position-pair-or-wkt = `position` needs `longitude` and `latitude`, or `wkt`
profile-keep-is-or-is-not = `keep` needs one of `is` and `is_not`
