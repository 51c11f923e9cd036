# English wording. The Chinese is in zh.ftl; both files have the same keys.

## reports: the five outcomes

outcome-passed = passed
outcome-failed = failed
outcome-cantTell = cannot tell
outcome-inapplicable = not applicable
outcome-untested = untested

## reports: why it cannot be told

reason-conflict = records contradict each other
reason-not_surveyed = not surveyed
reason-recorded_unknown = recorded as unknown
reason-straddles_threshold = the range lies on both sides of the limit
reason-inventory_not_complete = more facilities may exist than were recorded
reason-condition_not_evidenced = no evidence of the condition
reason-deference_unresolved = the standard referred to is not determined
reason-needs_second_observation = a second round is needed
reason-division_by_zero = the divisor may be zero

## reports: why it was not tested

silence-no_threshold = the clause sets no limit; measured only
silence-not_in_force = not in force on that day
silence-out_of_scope = outside the scope of this audit
silence-no_register = no register was given

## reports: classes of gaps

gap-violation = violation
gap-overdue_target = overdue target
gap-upcoming = upcoming
gap-lagging = lagging
gap-advice = advice
gap-evidence_gap = evidence gap

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
report-found-over = { $name }: { $measured }, at most { $required } allowed, { $shortfall } over
report-found-maybe = { $name }: { $measured }, required { $required }, possibly off by { $shortfall }
report-found-beside = { $name }: { $measured }, required { $required }
report-found-measured = { $name }: { $measured }
report-found-not = { $name }: missing or not met
report-found-also-open = also undecided: { $names }
report-found-open = { $reason }: { $names }
report-found-open-plain = { $reason }

## reports: what to do

report-remedy-put-right = put right: { $names }
report-survey-conflict = check the contradicting records: { $names }
report-survey-not_surveyed = survey: { $names }; then it can be decided
report-survey-recorded_unknown = find out: { $names }; then it can be decided
report-survey-straddles_threshold = measure more exactly: { $names }
report-survey-inventory_not_complete = find out whether there are more facilities, or declare the survey complete
report-survey-condition_not_evidenced = show whether the condition holds: { $names }
report-survey-deference_unresolved = determine which standard applies: { $names }
report-survey-needs_second_observation = survey once more: { $names }
report-survey-division_by_zero = check whether it is zero: { $names }

## reports: who, by when, from where

report-responsible-lead = lead: { $names }
report-responsible-participants = with: { $names }
report-responsible-unranked = { $names }
report-responsible-nobody = not stated in the clause
report-deadline-none = no deadline in the clause
report-deadline-inferred = inferred from the plan
report-deadline-overdue = { $count ->
    [one] one day overdue
   *[other] { $count } days overdue
}
report-sheet = { $file } [{ $sheet }]
report-at = { $file }, { $cells }
report-row = row { $row }
report-cells = row { $row }, {"\u0022"}{ $columns }{"\u0022"}
report-verified = checked against the document
report-unverified = not checked against the document
report-withheld = concerns people and too few of them to be shown

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
report-more-facilities = { $count ->
    [one] One more facility has gaps
   *[other] { $count } more facilities have gaps
}; the whole list comes with --format html, csv or json.
report-whole-diagnostics = Each with its place and remedy comes with --format html, csv or json.
report-sheet-line = { $place }: { $type }, rows { $rows }, columns read { $used } of { $columns }
report-several-types = several types
report-columns-left-out = left out: { $names }

## reports: column headings

report-column-facility = facility
report-column-facility-id = facility id
report-column-type = type
report-column-jurisdiction = jurisdiction
report-column-standard = standard
report-column-clause = clause
report-column-requirement = requirement
report-column-requirement-id = requirement id
report-column-strength = obligation
report-column-outcome = outcome
report-column-gap = gap
report-column-found = found
report-column-remedy = what to do
report-column-measured-low = measured, low
report-column-measured-high = measured, high
report-column-required-low = required, low
report-column-required-high = required, high
report-column-shortfall-low = shortfall, low
report-column-shortfall-high = shortfall, high
report-column-unit = unit
report-column-reason = reason
report-column-properties = properties
report-column-responsible = responsible
report-column-deadline = deadline
report-column-overdue-days = days overdue
report-column-sources = sources
report-column-verified = verified
report-column-key = key
report-column-file = file
report-column-sheet = sheet
report-column-row = row
report-column-column = column
report-column-severity = severity
report-column-kind = kind
report-column-value = value
report-column-message = message
report-column-code = code
report-column-missing = at least short

## reports: severity and kinds of problems in the data

report-severity-error = unusable
report-severity-warning = to be looked at
report-severity-note = worth knowing
report-kind-not-a-number = not a number
report-kind-not-yes-or-no = not a yes or no
report-kind-not-a-category = none of the choices
report-kind-not-a-date = not a date
report-kind-wrong-unit = wrong unit
report-kind-out-of-bounds = out of bounds
report-kind-not-whole = a count with a fraction
report-kind-word-in-count = a word where a count belongs
report-kind-guessed-number = read by a guess
report-kind-damaged-id = an id damaged by the spreadsheet
report-kind-no-identity = no id, name or position
report-kind-derived-id = id made from name and place
report-kind-unknown-type = unknown facility type
report-kind-conflict = records of one day contradict
report-kind-relation-broken = values do not fit together
report-kind-bad-position = bad position
report-kind-crs-not-converted = coordinates not converted
report-kind-no-observation-date = no date of observation
report-kind-observed-later = observed after the day of the audit
report-kind-formula-error = a formula without a result
report-kind-bad-encoding = broken encoding
report-kind-no-rows = no rows
report-kind-no-header = no header row
report-kind-row-too-wide = a row too wide
report-kind-unreadable-row = an unreadable row
report-kind-column-twice = two columns for one property
report-kind-column-missing = a column of the profile is missing
