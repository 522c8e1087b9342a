"""A sound definition, one thing changed at a time, and exactly the fault that is said."""

import pytest

from kpis.formulas import Count, PublishedValue, Share
from kpis.kpi import Example, Expected, Ground, Target
from kpis.outcome import Reason
from kpis.soundness import faults_of
from programme.areas import DISTRICTS, ENGLAND, KENT
from tests.kpis.building import SHARE, a_kpi

TARGET = SHARE.targets[0]
IDS = ["a_share", "another"]


def test_a_sound_definition_has_no_fault():
    assert faults_of(SHARE, IDS) == []
    assert (
        faults_of(
            a_kpi(areas=(KENT, *DISTRICTS), companions=("another",), breaks={"2022/23 Q4": "in the returns: why"}), IDS
        )
        == []
    )
    assert faults_of(a_kpi(supersedes="another", since="2025/26 Q1"), IDS) == []


@pytest.mark.parametrize(
    "changes, fault",
    [
        ({"title": ""}, "its title must not be empty"),
        ({"short": ""}, "it must have a short name, without spaces around it"),
        ({"short": " A share"}, "it must have a short name, without spaces around it"),
        (
            {"short": "Children who wait for more than a year"},
            "its short name must have at most 36 characters, got 38: Children who wait for more than a year",
        ),
        ({"question": "How many."}, "its question must end with a question mark"),
        ({"why": ""}, "it must say why it matters"),
        ({"numerator": ""}, "it must say its numerator in words"),
        ({"caution": ""}, "it must carry a caution"),
        ({"source": ""}, "it must name its source"),
        ({"written_by": ""}, "its checker must be another role than its author"),
        ({"checked_by": ""}, "its checker must be another role than its author"),
        ({"checked_by": SHARE.written_by}, "its checker must be another role than its author"),
        ({"weaknesses": ()}, "it must speak to a weakness from 1 to 9"),
        ({"weaknesses": (6, 10)}, "it must speak to a weakness from 1 to 9"),
        ({"unit": "per cent"}, "its unit must be one of {units}, got: per cent"),
        ({"better": None}, "a judged KPI needs a target and an activity indicator must have none"),
        ({"targets": ()}, "a judged KPI needs a target and an activity indicator must have none"),
        ({"expected": Expected(1, 2, "illustrative")}, "only an activity indicator has an expected range"),
        ({"targets": (Target("2019/20 Q3", 60, 40, ""),)}, "each target must say its basis"),
        ({"targets": (Target("2023/24 Q1", 60, 40, "plan"), TARGET)}, "its targets must be in order of time"),
        ({"targets": (Target("2019/20 Q3", 60, 61, "plan"),)}, "its floor must be no stricter than its target"),
        ({"better": "lower"}, "its floor must be no stricter than its target"),
        ({"better": "target"}, "its floor must be no stricter than its target"),
        (
            {"better": "target", "targets": (Target("2019/20 Q3", 60, 10, "plan", tolerance=20),)},
            "its floor must be no stricter than its target",
        ),
        ({"least_change": None}, "it must state its least change, more than 0, got: None"),
        ({"least_change": 0}, "it must state its least change, more than 0, got: 0"),
        ({"least_change_basis": ""}, "its least change must say its basis"),
        ({"rated_from": None}, "it must state rated_from, 0 where its figure has no base, got: None"),
        ({"rated_from": 0}, "it must be rated from 1 or more of what it is divided by"),
        (
            {"formula": Count(of="plans_issued"), "denominator": "", "rated_from": 5},
            "a figure without a base cannot be rated from one",
        ),
        ({"breaks": {"January 2023": "in both: SEN2"}}, "its breaks must be quarters"),
        (
            {"breaks": {"2022/23 Q4": "SEN2"}},
            "the reason of a break must begin with one of ('in the published figures: ', 'in the returns: ', 'in both: ')",
        ),
        ({"tier": "middle"}, "its tier must be one of ('headline', 'supporting'), got: middle"),
        ({"tier_reason": ""}, "it must say why it is in its tier"),
        ({"grounds": ()}, "it must say what it stands on"),
        (
            {"grounds": (Ground("law", "An act", "2014"),)},
            "each ground must be one of ('regulation', 'guidance', 'return') with a title and a date",
        ),
        (
            {"grounds": (Ground("return", "SEN2", ""),)},
            "each ground must be one of ('regulation', 'guidance', 'return') with a title and a date",
        ),
        ({"published": "plans_in_19_weeks"}, "its published figure is not in published_figures.csv, got: plans_in_19_weeks"),
        (
            {"formula": PublishedValue(series="attainment_9")},
            "its published figure is not in published_figures.csv, got: attainment_9",
        ),
        (
            {"formula": Share(of="plans_isued", out_of="plans_issued")},
            "its measure is not in measures.csv, got: plans_isued",
        ),
        (
            {"formula": Count(of="complaints_received"), "areas": (KENT, DISTRICTS[0])},
            f"its measure complaints_received is not collected for {DISTRICTS[0].name}",
        ),
        (
            {"formula": Count(of="plans_issued"), "areas": (ENGLAND,)},
            "its measure plans_issued is not collected for England",
        ),
        (
            {"examples": (Example({"plans_issued_within_20_weeks": 1, "plans_issued": 2}, gives=50),)},
            "one of its worked examples must be an absence",
        ),
        (
            {"examples": (Example({"plans": 2}, gives=Reason.NOT_RETURNED),)},
            "its worked examples may only be given what its formula needs",
        ),
        (
            {"examples": (Example({}, gives=Reason.NOT_RETURNED, quarter="now"),)},
            "its worked examples must stand in a quarter",
        ),
        ({"companions": ("a_stranger",)}, "its companion is not another KPI, got: a_stranger"),
        ({"companions": ("a_share",)}, "its companion is not another KPI, got: a_share"),
        (
            {"supersedes": "an_old_one", "since": "2025/26 Q1"},
            "it supersedes a KPI that is not there, got: an_old_one",
        ),
        (
            {"supersedes": "another"},
            "one that supersedes another must say since which quarter, and no other may, got: nothing",
        ),
        (
            {"since": "2025/26 Q1"},
            "one that supersedes another must say since which quarter, and no other may, got: 2025/26 Q1",
        ),
        (
            {"supersedes": "another", "since": "next year"},
            "one that supersedes another must say since which quarter, and no other may, got: next year",
        ),
    ],
)
def test_one_change_gives_one_fault(changes, fault):
    units = ("percent", "rate", "count", "ratio", "weeks", "score")
    assert faults_of(a_kpi(**changes), IDS) == [fault.format(units=units)]


def test_a_polarity_that_does_not_exist_is_refused():
    assert faults_of(a_kpi(better="up"), IDS) == [
        "better must be one of ('higher', 'lower', 'target', None), got: up",
    ]


def test_a_definition_without_an_example_lacks_an_absence_too():
    assert faults_of(a_kpi(examples=()), IDS) == [
        "it must have a worked example",
        "one of its worked examples must be an absence",
    ]


def test_every_fault_is_said_at_once():
    assert faults_of(a_kpi(title="", caution="", weaknesses=(), companions=("x", "y")), IDS) == [
        "its title must not be empty",
        "it must carry a caution",
        "it must speak to a weakness from 1 to 9",
        "its companion is not another KPI, got: x",
        "its companion is not another KPI, got: y",
    ]


def test_a_formula_must_name_a_measure():
    class Nothing:
        measures = ()

    assert faults_of(a_kpi(formula=Nothing(), examples=(Example({}, gives=Reason.NOT_RETURNED),)), IDS) == [
        "its formula must name a measure"
    ]


def test_a_name_must_be_the_only_one():
    assert faults_of(SHARE, ["a_share", "a_share"]) == ["its file name must be its own"]
