# English wording. The Chinese is in zh.ftl; both files have the same keys.

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
report-withheld = Concerns people and too few of them to be shown

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
report-severity-warning = To be looked at
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
report-kind-unknown-type = Unknown facility type
report-kind-conflict = Records of one day contradict
report-kind-relation-broken = Values do not fit together
report-kind-bad-position = Bad position
report-kind-crs-not-converted = Coordinates not converted
report-kind-no-observation-date = No date of observation
report-kind-observed-later = Observed after the day of the audit
report-kind-formula-error = A formula without a result
report-kind-bad-encoding = Broken encoding
report-kind-no-rows = No rows
report-kind-no-header = No header row
report-kind-row-too-wide = A row too wide
report-kind-unreadable-row = An unreadable row
report-kind-column-twice = Two columns for one property
report-kind-column-missing = A column of the profile is missing

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
report-html-encoding = Encoding { $encoding }
report-html-header-row = Headers in row { $row }
report-html-became = Read as
report-html-mapped-by = Decided by
report-html-left-out = Left out
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
