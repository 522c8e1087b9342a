from dataclasses import replace
from pathlib import Path

import pytest

from loaders.published.dfe import read_dfe
from loaders.published.dfe_mapping import mapping
from loaders.published.periods import period_wanted
from programme.published import published_figures
from programme.symbols import Symbol

RELEASE = "Education, health and care plans 2025 release"
REAL = Path(__file__).parents[4] / "shared" / "data" / "dfe_sen2"
KENT, ENGLAND = "E10000016", "E92000001"

HEADINGS = (
    "time_period,time_identifier,geographic_level,country_code,country_name,region_code,region_name,new_la_code,old_la_code,"
    "la_name,breakdown_topic,breakdown,requests_received_in_year,requests_decided_not_to_assess,REQUEST_not_assess_pc,"
    "request_outcome_six_weeks,request_outcome_over_6_weeks,request_outcome_six_weeks_pc"
)
TOTAL = "All requests for EHC needs assessments,All requests for EHC needs assessments"
NATIONAL = f"2024,Calendar year,National,{ENGLAND},England,,,,,,{TOTAL},154489,38941,25.2,100,50,66.7"
AUTHORITY = f"2024,Calendar year,Local authority,{ENGLAND},England,E12000008,South East"
LOCAL = f"{AUTHORITY},{KENT},886,Kent,{TOTAL},4001,2200,55,3602,367,90.8"
OTHER = f"{AUTHORITY},E10000011,845,East Sussex,{TOTAL},1000,100,10,30,70,30"


def a_file(*lines, headings=HEADINGS):
    return "\r\n".join([headings, *lines, ""]).encode("utf-8-sig")


def read(*lines, headings=HEADINGS):
    return read_dfe(a_file(*lines, headings=headings), "requests.csv", RELEASE)


def figures_of(release):
    return {(each.series, each.area_code, each.period): each for each in release.figures}


def test_a_file_is_read_for_every_area():
    release = read(NATIONAL, LOCAL, OTHER)
    assert release.findings == ()
    refused = figures_of(release)["requests_refused", KENT, "2024"]
    assert (refused.area, refused.numerator, refused.denominator, refused.value, refused.symbol) == (
        "Kent",
        2200,
        4001,
        55,
        None,
    )
    assert (refused.period_basis, refused.unit, refused.file, refused.row) == ("calendar year", "percent", "requests.csv", 3)
    assert refused.source == f"DfE, {RELEASE}, requests.csv"
    assert figures_of(release)["requests_decided_within_6_weeks", KENT, "2024"].denominator == 3602 + 367
    assert {each.area for each in release.figures} == {"England", "Kent", "East Sussex"}


def test_breakdowns_are_passed_over():
    girls = LOCAL.replace(TOTAL, "Sex,Female")
    assert len(read(NATIONAL, LOCAL, OTHER, girls).figures) == 6


def test_a_percentage_that_is_not_printed_is_worked_out_from_its_counts():
    refused = figures_of(read(LOCAL.replace(",4001,2200,55,", ",2992,827,x,")))["requests_refused", KENT, "2024"]
    assert (refused.value, refused.symbol) == (27.6, None)


@pytest.mark.parametrize("symbol", ["x", "z", "c", "low", "K"])
def test_a_symbol_stays_what_it_is(symbol):
    unknown = figures_of(read(LOCAL.replace(",4001,2200,55,", f",{symbol},{symbol},{symbol},")))[
        "requests_refused", KENT, "2024"
    ]
    expected = Symbol.ROUNDS_TO_ZERO if symbol == "K" else Symbol(symbol)
    assert (unknown.value, unknown.numerator, unknown.denominator, unknown.symbol) == (None, None, None, expected)


def test_a_file_can_have_its_symbols_swapped(monkeypatch):
    swapped = {"x": Symbol.NOT_APPLICABLE, "z": Symbol.NOT_AVAILABLE}
    original = mapping()
    changed = {kind: tuple(replace(each, symbols=swapped) for each in figures) for kind, figures in original.items()}
    for module in ("loaders.published.dfe.mapping", "loaders.published.dfe_mapping.mapping"):
        monkeypatch.setattr(module, lambda: changed)
    unknown = figures_of(read(LOCAL.replace(",4001,2200,55,", ",4001,z,x,")))["requests_refused", KENT, "2024"]
    assert unknown.symbol is Symbol.NOT_APPLICABLE


def test_nothing_to_divide_by_is_no_figure():
    unknown = figures_of(read(LOCAL.replace(",4001,2200,55,", ",0,0,z,")))["requests_refused", KENT, "2024"]
    assert (unknown.value, unknown.symbol, unknown.denominator) == (None, Symbol.NOT_APPLICABLE, 0)


def test_an_academic_year_is_written_as_years_are():
    release = read(LOCAL.replace("2024,Calendar", "202324,Academic"))
    assert {(each.period, each.period_basis) for each in release.figures} == {("2023/24", "academic year")}


def refusal(*lines, headings=HEADINGS):
    release = read(*lines, headings=headings)
    assert release.figures == ()
    return [(finding.rule, finding.cell, finding.message) for finding in release.findings]


def test_a_renamed_column_is_named_with_its_place():
    assert refusal(LOCAL, headings=HEADINGS.replace("requests_received_in_year", "requests_received")) == [
        (
            "dfe_column_missing",
            "M1",
            "A requests file must have the column requests_received_in_year: "
            "if it was renamed, ask whoever looks after WSoA Monitor to add its new name, got: requests_received",
        )
    ]


def test_a_missing_column_is_named():
    assert refusal("", headings=HEADINGS.replace("new_la_code,", "")) == [
        (
            "dfe_column_missing",
            "H1",
            "A requests file must have the column new_la_code: "
            "if it was renamed, ask whoever looks after WSoA Monitor to add its new name, got: old_la_code",
        )
    ]


@pytest.mark.parametrize(
    ("content", "rule", "message"),
    [
        (b"\xff\xfe\x00", "dfe_not_csv", "A DfE file must be a CSV file in UTF-8, got: requests.csv"),
        (b"", "dfe_not_csv", "A DfE file must hold lines, got: requests.csv, an empty file"),
        (b'a,"b', "dfe_not_csv", "A DfE file must be a CSV file in UTF-8, got: requests.csv"),
        (
            b"a,b\n1,2\n",
            "dfe_file_unknown",
            "A DfE file must have the columns of annual_reviews, assessments, requests or timeliness_20_week"
            ", which are those that are read here, got: requests.csv with a and b",
        ),
    ],
)
def test_another_file_is_refused(content, rule, message):
    (finding,) = read_dfe(content, "requests.csv", RELEASE).findings
    assert (finding.rule, finding.message) == (rule, message)


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        (
            LOCAL.replace(",2200,", ",many,"),
            ("dfe_value_unknown", "N2", "requests_decided_not_to_assess must be a number or a symbol, got: many"),
        ),
        (
            LOCAL.replace(",2200,", ",,"),
            ("dfe_value_unknown", "N2", "requests_decided_not_to_assess must be a number or a symbol, got: nothing"),
        ),
        (LOCAL + ",1", ("dfe_line_broken", "A2", "Line 2 must have 18 cells, as the headings have, got: 19")),
        (
            LOCAL.replace("Local authority", "School"),
            (
                "dfe_level_unknown",
                "C2",
                "geographic_level must be National, Regional or Local authority, got: School",
            ),
        ),
        (
            LOCAL.replace(KENT, ""),
            (
                "dfe_area_unknown",
                "H2",
                "new_la_code must be the code of the local authority area, like E10000016, got: nothing",
            ),
        ),
    ],
)
def test_a_line_that_cannot_be_understood_refuses_the_file(line, expected):
    assert refusal(line) == [expected]


def test_an_area_twice_refuses_the_file():
    message = "Kent must have one line for 2024: line 2 is about it too, so neither is read, got: line 3"
    assert refusal(LOCAL, LOCAL) == [("dfe_line_repeated", "A3", message)]


ODD = [
    (LOCAL.replace(",2200,", ",many,"), "requests_decided_not_to_assess must be a number or a symbol, got: many"),
    (LOCAL.replace(",2200,", ",NaN,"), "requests_decided_not_to_assess must be a number or a symbol, got: NaN"),
    (LOCAL.replace(",2200,", ",1_000,"), "requests_decided_not_to_assess must be a number or a symbol, got: 1_000"),
    (LOCAL.replace(",2200,", ',"7,5",'), "requests_decided_not_to_assess must be a number or a symbol, got: 7,5"),
    (
        LOCAL.replace(",2200,", ",-3,"),
        "requests_decided_not_to_assess must be 0 or more, and no more than people there are, got: -3",
    ),
    (
        LOCAL.replace(",55,", ",142,"),
        "request_not_assess_pc must be a percentage between 0 and 100, got: 142 for Kent, 2024",
    ),
    (
        LOCAL.replace("Calendar year", "Reporting year"),
        "time_identifier must be Calendar year, Academic year, Financial year, January census or a month such as June, "
        "got: Reporting year",
    ),
    (
        LOCAL.replace("2024,", "20245,"),
        f"time_period must be {period_wanted('Calendar year')}, got: 20245",
    ),
    (LOCAL.replace("Local authority", "LA"), "geographic_level must be National, Regional or Local authority, got: LA"),
]


@pytest.mark.parametrize(("line", "message"), ODD)
def test_one_odd_line_is_named_and_left_out_and_the_others_are_read(line, message):
    release = read(NATIONAL, line, OTHER)
    (finding,) = release.findings
    assert (finding.severity, finding.message) == ("query", f"{message}. Line 3 is left out, the others are read")
    assert {each.area for each in release.figures} == {"England", "East Sussex"}


def test_a_file_of_odd_lines_is_refused_with_what_is_understood():
    lines = [line.replace("Calendar year", "Reporting year") for line in (NATIONAL, LOCAL, OTHER)]
    assert [rule for rule, *_ in refusal(*lines)] == ["dfe_time_unknown"] * 3


def test_a_share_that_is_no_percentage_in_every_line_refuses_the_file():
    assert [rule for rule, *_ in refusal(LOCAL.replace(",55,", ",5500,"), OTHER.replace(",10,", ",1000,"))] == [
        "dfe_percentage_outside"
    ] * 2


def test_an_area_twice_among_others_is_left_out_whole():
    release = read(NATIONAL, LOCAL, OTHER, LOCAL)
    assert {each.area for each in release.figures} == {"England", "East Sussex"}
    assert [(finding.rule, finding.severity) for finding in release.findings] == [("dfe_line_repeated", "query")]


def test_headings_and_nothing_below_them_is_a_sentence():
    message = "A DfE file must hold lines about areas, got: requests.csv, which holds its headings and nothing below them"
    assert refusal("") == [("dfe_no_lines", "", message)]


def test_a_total_of_another_name_is_refused_and_what_there_is_named():
    renamed = [line.replace(TOTAL, "All requests,All requests") for line in (NATIONAL, LOCAL)]
    message = (
        "breakdown_topic must be All requests for EHC needs assessments in the lines about everybody: "
        "if it was renamed, ask whoever looks after WSoA Monitor to add its new name, got: All requests"
    )
    assert refusal(*renamed) == [("dfe_total_unknown", "K2", message)]


def test_a_period_whose_total_is_renamed_does_not_vanish_unsaid():
    release = read(NATIONAL, LOCAL, OTHER, LOCAL.replace("2024,", "2023,").replace(TOTAL, "Total,Total"))
    (finding,) = release.findings
    assert (finding.rule, finding.severity, finding.cell) == ("dfe_period_without_total", "query", "A5")
    assert finding.message == (
        "breakdown_topic must be All requests for EHC needs assessments in one line of each area and period, "
        "got: no such line for 2023, whose figures are left out"
    )


def test_a_heading_twice_is_refused():
    headings = HEADINGS.replace("la_name", "new_la_code")
    assert (
        "dfe_column_doubled",
        "J1",
        "A requests file must have the column new_la_code once, got: it in H1 and J1",
    ) in refusal(LOCAL, headings=headings)


def real_files():
    if not REAL.is_dir():
        pytest.skip("the real DfE files stand beside the repository and are not part of it")
    return {path.stem: path for path in sorted(REAL.glob("*.csv"))}


def test_the_real_files_give_the_published_figures():
    published, agreed = published_figures(), 0
    for path in real_files().values():
        release = read_dfe(path.read_bytes(), path.name, RELEASE)
        assert release.findings == ()
        for each in release.figures:
            known = published.get((each.series, each.area_code, each.period))
            if known is not None and known.source == each.source:
                assert replace(each, area=known.area, file=known.file, row=known.row) == known
                agreed += 1
    assert agreed == sum(each.source.startswith(f"DfE, {RELEASE}") for each in published.values())


def test_the_real_refusal_rates_of_2024():
    found = figures_of(read_dfe(real_files()["requests"].read_bytes(), "requests.csv", RELEASE))
    assert (found["requests_refused", KENT, "2024"].value, found["requests_refused", ENGLAND, "2024"].value) == (55.0, 25.2)
