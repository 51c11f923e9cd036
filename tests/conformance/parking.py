#!/usr/bin/env python3
"""Runs the parking cases of the conformance suite with arithmetic of its own.

    parking.py FOLDER        a folder that `barrierfree standard conformance` wrote

Shows that the cases can be run without barrierfree: intervals of exact
fractions, three-valued logic and the five outcomes are all there is to it.
"""
import json
import sys
from fractions import Fraction
from math import ceil, inf
from pathlib import Path

YES, NO, UNKNOWN = True, False, None


def exact(number):
    """A number of the suite: a decimal, or a fraction as text."""
    return Fraction(str(number))


def ends(interval):
    low, high = interval.get("low"), interval.get("high")
    return -inf if low is None else exact(low), inf if high is None else exact(high)


class Facility:
    """What is known of a car park: values by property, and the range each number may be in."""

    def __init__(self, values, types):
        self.values, self.properties = values, types["parking"]["properties"]
        self.ranges = {name: self.range(name) for name in ("total_spaces", "accessible_spaces")}
        self.settle()

    def range(self, name):
        value = self.values.get(name, {})
        return ends(value.get("number", self.properties[name]["bounds" if value else "unsurveyed"]))

    def settle(self):
        """Accessible bays are some of all bays: each bounds the other."""
        (alow, ahigh), (tlow, thigh) = self.ranges["accessible_spaces"], self.ranges["total_spaces"]
        if alow > thigh:
            # Recorded so, they contradict each other: neither is known.
            bounds = {name: self.properties[name]["bounds"] for name in self.ranges}
            self.ranges = {name: ends(bounds[name]) for name in self.ranges}
            return
        self.ranges = {"accessible_spaces": (alow, min(ahigh, thigh)), "total_spaces": (max(tlow, alow), thigh)}

    def one_of(self, name, wanted):
        value = self.values.get(name, {})
        return value["text"] in wanted if "text" in value else UNKNOWN

    def flag(self, name):
        return self.values.get(name, {}).get("flag", UNKNOWN)

    def more(self, name, limit):
        low, high = self.ranges[name]
        return YES if low > limit else NO if high <= limit else UNKNOWN


def all_of(*parts):
    return NO if NO in parts else UNKNOWN if UNKNOWN in parts else YES


def any_of(*parts):
    return YES if YES in parts else UNKNOWN if UNKNOWN in parts else NO


def negated(part):
    return UNKNOWN if part is UNKNOWN else not part


def share(facility, part, least=0):
    """So much of all bays, rounded up, and no less than a least number."""
    up = lambda bays: bays if bays == inf else max(least, ceil(exact(part) * bays))
    low, high = facility.ranges["total_spaces"]
    return up(low), up(high)


def first_match(rows):
    """The hull of the rows that may be the first to hold; nothing where none need be."""
    found = []
    for when, value in rows:
        if when is not NO:
            found.append(value)
        if when is YES:
            return min(low for low, _ in found), max(high for _, high in found)
    return None


def hundredth(facility):
    few = negated(facility.more("total_spaces", 100))
    return first_match([(few, (1, 1)), (YES, share(facility, "0.01"))])


def by_class(facility):
    def larger(lot, garage):
        lots = all_of(facility.one_of("form", ["open_lot"]), facility.more("total_spaces", lot))
        return any_of(lots, all_of(facility.one_of("form", ["garage"]), facility.more("total_spaces", garage)))

    return first_match([
        (larger(400, 300), share(facility, "0.02")),
        (larger(100, 50), share(facility, "0.02", 2)),
        (facility.one_of("form", ["open_lot", "garage"]), (1, 1)),
    ])


def is_kind(*kinds):
    return lambda facility: facility.one_of("kind", kinds)


def is_public(facility):
    return any_of(facility.one_of("ownership", ["government"]), facility.one_of("kind", ["public_standalone"]))


# The requirement: whom it binds, how many bays it asks, and what else has to be so.
RULES = {
    "BYN-39": (is_public, lambda lot: share(lot, "0.02", 1), ["accessible_marked", "nearest_location"]),
    "GB55019-2.9.5": (lambda lot: YES, hundredth, []),
    "GB55019-2.9.5/open-space": (is_kind("square", "park", "roadside"), lambda lot: share(lot, "0.02"), []),
    "GB50763-8.1.2": (is_kind("attached"), hundredth, []),
    "GB50763-8.10.1": (is_kind("public_standalone"), by_class, []),
}


def judge(rule, facility):
    applies, required, flags = rule
    bound = all_of(applies(facility), facility.more("total_spaces", 0))
    if bound is NO:
        return "inapplicable"
    needed, (low, high) = required(facility), facility.ranges["accessible_spaces"]
    enough = UNKNOWN if needed is None else YES if low >= needed[1] else NO if high < needed[0] else UNKNOWN
    holds = all_of(enough, *(facility.flag(name) for name in flags))
    if bound is UNKNOWN or holds is UNKNOWN:
        return "cantTell"
    return "passed" if holds else "failed"


def main(folder):
    types = json.loads((folder / "catalogue.json").read_text("utf-8"))["types"]
    tried, wrong = 0, []
    for requirement, rule in RULES.items():
        suite = json.loads((folder / (requirement.replace("/", "_") + ".json")).read_text("utf-8"))
        for case in suite["cases"]:
            tried += 1
            outcome = judge(rule, Facility(case["subject"]["values"], types))
            if outcome != case["expected"]["outcome"]:
                wrong.append(f"{requirement} {case['name']}: {outcome}")
    print(f"{tried - len(wrong)} passed, {len(wrong)} failed", *wrong, sep="\n")
    return 1 if wrong or not tried else 0


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1])))
