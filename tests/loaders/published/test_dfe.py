from dataclasses import replace
from pathlib import Path

import pytest

from loaders.published.dfe import read_dfe
from loaders.published.dfe_mapping import mapping
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
            "put its new name into dfe_mapping.csv if it was renamed, got: requests_received",
        )
    ]


def test_a_missing_column_is_named():
    assert refusal("", headings=HEADINGS.replace("new_la_code,", "")) == [
        (
            "dfe_column_missing",
            "H1",
            "A requests file must have the column new_la_code: "
            "put its new name into dfe_mapping.csv if it was renamed, got: old_la_code",
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
            "A DfE file must have the columns of annual_reviews, assessments, requests or timeliness_20_week "
            "(see dfe_mapping.csv), got: requests.csv with a and b",
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
                "dfe_area_unknown",
                "A2",
                "Line 2 must be about a country, a region or a local authority with its code, got: School",
            ),
        ),
        (
            LOCAL.replace(KENT, ""),
            (
                "dfe_area_unknown",
                "A2",
                "Line 2 must be about a country, a region or a local authority with its code, got: Local authority",
            ),
        ),
    ],
)
def test_a_line_that_cannot_be_understood_refuses_the_file(line, expected):
    assert refusal(line) == [expected]


def test_an_area_twice_refuses_the_file():
    assert (
        refusal(LOCAL, LOCAL)
        == [
            ("dfe_line_repeated", "A3", "Kent must have one line for 2024: line 2 is about it too, got: line 3"),
        ]
        * 2
    )


def test_a_country_outside_its_areas_is_said_and_loaded():
    release = read(NATIONAL.replace(",25.2,", ",75.2,"), LOCAL, OTHER)
    (finding,) = release.findings
    assert (finding.rule, finding.severity, finding.cell) == ("dfe_country_outside_areas", "query", "A2")
    assert finding.message == ("England must lie between 10 and 55, as its areas do: requests_refused, 2024, got: 75.2")
    assert len(release.figures) == 6


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
