"""Files that have nothing to do with Kent, read in a copy of the project that brings measures and areas of its own."""

import json
import shutil
from pathlib import Path

import pytest

from tests.reference_copies import project_copied, run_there

PAD = "return,no,,nothing here points to a child,,"
HART = [("cs01", "percent", "last"), ("cs02a", "percent", "last"), ("hs07", "count", "last"), ("it03", "percent", "last")]
TORONTO = ["tokens_adult", "cash_adult", "cash_senior_student", "tickets_children"]
SCORECARD = """name = "Scorecard"
measure = "under Code"
area = "= Hart"
period = "asked"
kind = "reported"
published = true
quarters = { "This quarter" = 0, "Last quarter" = -1 }
"""
TRANSIT = """name = "Ridership"
measure = "{row}_{block}"
area = "= Toronto"
period = "heading"
times = 1000
symbols = { "N/A" = "z" }
block_ends = ["SUB-TOTAL"]
rows = { "TOKENS" = "tokens", "CASH" = "cash", "TICKETS" = "tickets" }
blocks = { "ADULT" = "adult", "SENIOR/STUDENT" = "senior_student", "CHILDREN" = "children" }
"""


def measure(name, area, unit="count", months="last"):
    first = f"{name},1,Kent County Council,What {area} counts as {name},{unit},at quarter end,{area},2019/20 Q1"
    return f"{first},Q1;Q2;Q3;Q4,sum,no,yes,,c;x;z,{PAD}{months}\n"


@pytest.fixture(scope="module")
def project(tmp_path_factory):
    made = project_copied(tmp_path_factory.mktemp("own"))
    with (made / "data/reference/areas.csv").open("a", encoding="utf-8") as areas:
        areas.write("E07000089,Hart,local authority,E12000008,\nE99000001,Toronto,local authority,E92000001,\n")
    with (made / "data/reference/measures.csv").open("a", encoding="utf-8") as measures:
        measures.writelines(measure(code, "Hart", unit, months) for code, unit, months in HART)
        measures.writelines(measure(name, "Toronto") for name in TORONTO)
    (made / "scorecard.toml").write_text(SCORECARD, "utf-8")
    (made / "transit.toml").write_text(TRANSIT, "utf-8")
    return made


def checked(project, path, *more):
    answer = run_there(project, "loaders", "check", str(path), *more, "--json")
    assert answer.stderr == ""
    return json.loads(answer.stdout)[0]


def test_a_scorecard_of_percentages_without_counts(project, foreign_path):
    path = foreign_path("district_scorecard.csv")
    told = checked(project, path, "--layout", "scorecard.toml", "--quarter", "2014/15 Q2")
    values = {(each["cell"], each["measure"], each["period"]): each for each in told["values"]}
    assert {key: each["value"] for key, each in values.items()} == {
        ("E2", "cs01", "2014/15 Q1"): 95.9,
        ("F2", "cs01", "2014/15 Q2"): 95.5,
        ("E3", "cs02a", "2014/15 Q1"): 78.5,
        ("F3", "cs02a", "2014/15 Q2"): 77.4,
        ("E14", "hs07", "2014/15 Q1"): 36,
        ("F14", "hs07", "2014/15 Q2"): 36,
        ("E22", "it03", "2014/15 Q1"): 80.6,
        ("F22", "it03", "2014/15 Q2"): 100,
    }
    assert {(each["kind"], each["area"]) for each in told["values"]} == {("reported", "Hart")}
    (left,) = told["findings"]
    assert (left["rule"], left["severity"]) == ("mapped_names_left_out", "query")
    assert left["message"].startswith("41 names are nothing of ours and left out: CS02b (2 figures); CS03 (2 figures); ")


def test_blocks_of_years_newest_first_in_thousands(project, foreign_path):
    told = checked(project, foreign_path("toronto_transit.xlsx"), "--layout", "transit.toml")
    values = {(each["measure"], each["period"]): (each["cell"], each["value"]) for each in told["values"]}
    assert len(values) == len(TORONTO) * 33
    assert values["tokens_adult", "2017"] == ("C8", 76_106_000)
    assert values["tokens_adult", "2015"] == ("E8", 110_945_000)
    assert values["cash_adult", "1985"] == ("AI19", 63_986_000)
    assert values["cash_senior_student", "2016"] == ("D29", 10_440_000)
    assert values["tickets_children", "2015"] == ("E33", 1_066_000)
    assert {each["area"] for each in told["values"]} == {"Toronto"}


def test_both_load_and_stand_on_the_pages_of_their_measures_as_what_they_are(project, foreign_path, tmp_path):
    shutil.copy(Path(__file__).parent / "loaded_there.py", project)
    files = ("district_scorecard.csv", "scorecard.toml", "2014/15 Q2"), ("toronto_transit.xlsx", "transit.toml", "")
    given = [each for file, *how in files for each in (str(foreign_path(file)), *how)]
    answer = run_there(project, "loaded_there", str(tmp_path / "own.duckdb"), *given)
    assert answer.stderr == ""
    told = json.loads(answer.stdout)
    assert set(told) == {code for code, _, _ in HART} | set(TORONTO)
    assert told["cs01"] == [
        ["What Hart counts as cs01, Hart, by quarter, as reported, not worked out here"],
        ["2014/15 Q2", "95.5%", "district_scorecard.csv", "F2"],
        ["2014/15 Q1", "95.9%", "district_scorecard.csv", "E2"],
    ]
    assert told["hs07"][1] == ["2014/15 Q2", "36", "district_scorecard.csv", "F14"]
    caption, newest, *before = told["tokens_adult"]
    assert caption == ["What Toronto counts as tokens_adult, Toronto, by calendar year"]
    assert (newest, len(before)) == (["2017", "76,106,000", "toronto_transit.xlsx", "C8"], 32)


def test_with_measures_of_ours_every_name_is_listed_and_nothing_is_guessed(project, foreign_path, tmp_path, capsys):
    from loaders.__main__ import main

    path, layout = foreign_path("district_scorecard.csv"), project / "scorecard.toml"
    layout = tmp_path / "kent.toml"
    layout.write_text(SCORECARD.replace("Hart", "Kent"), "utf-8")
    assert main(["check", str(path), "--layout", str(layout), "--quarter", "2014/15 Q2", "--json"]) == 1
    (told,) = json.loads(capsys.readouterr().out)
    assert told["values"] == []
    assert [each["message"][:66] for each in told["findings"]] == [
        "45 names are nothing of ours and left out: CS01 (2 figures); CS02a",
        "The layout Scorecard must find a figure, got: none in this file.",
    ]
