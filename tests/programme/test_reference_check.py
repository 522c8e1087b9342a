import pytest

from programme.reference_check import MOST_LISTED, PUT_RIGHT, Slip, reference_slips, rows_now, slips_at_start, slips_told
from tests.programme.test_months import BANDS
from tests.reference_copies import files_copied, put

NEEDS = "surveyed,1,Kent County Council"


@pytest.fixture
def folder(tmp_path):
    return files_copied(tmp_path)


def found(folder):
    return [str(slip).removeprefix("data/reference/") for slip in reference_slips(folder)]


def test_the_files_as_they_are_have_no_slips(folder):
    assert reference_slips(folder) == ()
    assert reference_slips() == slips_at_start() == ()


SLIPS = [
    (
        "documents.csv",
        "address to be confirmed",
        "",
        "5: note must say that it is to be confirmed, as there is no address, got: nothing",
    ),
    (
        "headings.csv",
        "Listening more",
        "Listening, more",
        "2: a row must have 5 cells, got: 6",
    ),
    ("function_kpis.csv", "Placements", "Places", "13: function must be one of those in headings.csv, got: Places"),
    ("plans.csv", "12-18", "a year", "2: reinspection_months must be two numbers of months, like 12-18, got: a year"),
    (
        "measures.csv",
        "survey_needs_met,1,",
        "survey_needs_met,7,",
        "2: workstream must be one of those in workstreams.csv, got: 7",
    ),
    (
        "measures.csv",
        "survey_needs_met,1,Kent County Council",
        "survey_needs_met,1,Kent",
        "2: organisation must be one of those in organisations.csv, got: Kent",
    ),
    (
        "measures.csv",
        "2019/20 Q1",
        "Q1 2019",
        "2: first_quarter must be a quarter, written like 2024/25 Q3, got: Q1 2019",
    ),
    (
        "measures.csv",
        "Q1;Q2;Q3;Q4",
        "Q1,Q2",
        "2: a row must have 20 cells, got: 21",
    ),
    (
        "measures.csv",
        "Kent;districts",
        "Kents",
        "2: areas must be one of those in areas.csv, or districts, with ; between them, got: Kents",
    ),
    ("measures.csv", ",sum,yes,", ",sum,ja,", "2: whole must be one of yes, no, got: ja"),
    (
        "measures.csv",
        "survey_responses,1,",
        "survey_needs_met,1,",
        "3: measure must stand in one row only: in row 2 there is the same, got: survey_needs_met",
    ),
    (
        "measures.csv",
        "send_staff,c;x;z,return,no,,counts staff in their work,,last",
        "send_staff,c;x;z,return,no,,counts staff in their work,,sum",
        "15: months must be last, largest or refused, as it is counted at quarter end, got: sum",
    ),
    (
        "measures.csv",
        "counts half-days in thousands and no children,,refused",
        "counts half-days in thousands and no children,,sum",
        "28: months must be refused, as it is counted by academic year, got: sum",
    ),
    ("measures.csv", ",,sum\n", ",,\n", "2: months must be given, got: nothing"),
    (
        "sums.csv",
        "community_paediatrics_waiting,community_paediatrics_waiting_0_to_1_weeks",
        "community_paediatrics_waiting,community_paediatrics_waiting",
        "6: parts must not name the row's own measure, got: community_paediatrics_waiting;"
        + ";".join(f"community_paediatrics_waiting_{band}_weeks" for band in BANDS[1:]),
    ),
    ("bank_holidays.csv", "2019-04-19", "19/04/2019", "3: date must be a day, written like 2025-03-31, got: 19/04/2019"),
    (
        "bank_holidays.csv",
        "2019-04-19",
        "2019-02-29",
        "3: date must be a day that there is, and February 2019 has 28 days, got: 2019-02-29",
    ),
    ("areas.csv", "E07000105", "E0700010", "7: area_code must be an ONS code, like E10000016, got: E0700010"),
    ("plans.csv", "2022-11-09", "2018-11-09", "2: valid_to must not be before valid_from, 2019-09-18, got: 2018-11-09"),
    ("plans.csv", ",116,", ",about 116,", "3: actions must be a whole number, got: about 116"),
    ("weaknesses.csv", "\n9,", "\n10,", "a row must have the weakness 9, got: no such row"),
    ("weakness_workstream.csv", "1,1,primary", "1,1,first", "2: role must be one of primary, also, got: first"),
    (
        "glossary.csv",
        "term,stands_for,meaning",
        "term,stands_for,meanings",
        "1: it must have the column meaning, got: meanings",
    ),
    (
        "glossary.csv",
        "term,stands_for,meaning",
        "term;stands_for;meaning",
        "1: it must have the column term, got: term;stands_for;meaning",
    ),
    (
        "glossary.csv",
        "term,stands_for,meaning",
        "term,term,stands_for,meaning",
        "1: it must have the column term once, got: 2 times",
    ),
    (
        "comparators.csv",
        "plans_within_20_weeks,plans_within_20_weeks,",
        "plans_within_20_weeks,plans_in_20_weeks,",
        "2: series must be one of those in published_figures.csv, got: plans_in_20_weeks",
    ),
    ("statistical_neighbours.csv", "Kent,1,", "Kent,first,", "2: rank must be a whole number, got: first"),
    (
        "events.csv",
        "2019-01-28,2019-02-01",
        "2019-01-28,2018-02-01",
        "2: until must not be before date, 2019-01-28, got: 2018-02-01",
    ),
    ("non_answers.csv", "tbc,yes", ",yes", "2: words must be given, got: nothing"),
    (
        "published_figures.csv",
        ",2024,266,1476,18,",
        ",2024,266,1476,18%,",
        "2: value must be a number, written like 1234.5, got: 18%",
    ),
    (
        "published_figures.csv",
        ",2024,266,1476,18,",
        ",2024-13,266,1476,18,",
        "2: period must be like 2024, 2023/24 or 2024-03, got: 2024-13",
    ),
    (
        "published_figures.csv",
        ",2024,266,1476,18,",
        ",2024-03,266,1476,18,",
        "2: period must be a year like 2024/25, as its basis says, got: 2024-03",
    ),
    ("organisation_names.csv", "2020-03-31", "", "2: until must be given, got: nothing"),
]


@pytest.mark.parametrize(("file", "old", "new", "expected"), SLIPS, ids=[each[3] for each in SLIPS])
def test_a_slip_is_named_with_its_file_and_row(folder, file, old, new, expected):
    put(folder, file, old, new)
    place = f"{file}: {expected}" if expected.startswith("a row must have the") else f"{file}, row {expected}"
    assert place in found(folder)


def test_a_file_that_is_gone_empty_or_without_rows_is_named(folder):
    (folder / "plans.csv").unlink()
    (folder / "glossary.csv").write_text("")
    (folder / "events.csv").write_text("date,until,event,short,note\n")
    assert found(folder) == [
        "events.csv: it must have rows, got: none",
        "glossary.csv, row 1: it must have the column term, got: no headings",
        "plans.csv: it must be there and readable, got: No such file or directory",
    ]


def test_another_encoding_is_named_with_its_row(folder):
    path = folder / "plans.csv"
    path.write_bytes(path.read_bytes().replace(b"Written Statement", "Written – Statement".encode("cp1252"), 1))
    assert found(folder) == ["plans.csv, row 2: it must be saved in UTF-8, got: the byte 0x96, which other encodings use"]


def test_a_file_saved_with_a_mark_at_its_beginning_is_sound(folder):
    path = folder / "plans.csv"
    path.write_text(path.read_text(encoding="utf-8"), encoding="utf-8-sig")
    assert found(folder) == []


def test_a_quote_that_is_never_closed_is_named(folder):
    put(folder, "events.csv", "Inspection,\n", 'Inspection,"\n')
    (told,) = found(folder)
    assert told.startswith("events.csv, row 6: a row must be one of a CSV file, got: ")


def test_of_a_file_that_cannot_be_read_no_other_is_said_to_name_what_is_not_there(folder):
    (folder / "workstreams.csv").write_bytes(b"\xff")
    assert [told.partition(",")[0] for told in found(folder)] == ["workstreams.csv"]


def test_files_are_read_again_when_one_has_changed(folder):
    put(folder, "plans.csv", "2019-09-18", "18/09/2019")
    assert len(found(folder)) == 1
    put(folder, "plans.csv", "18/09/2019", "2019-09-18")
    assert found(folder) == []


def test_of_many_slips_the_first_are_told():
    slips = tuple(Slip("plans.csv", row, "title must be given, got: nothing") for row in range(2, 2 + MOST_LISTED + 3))
    lines = slips_told(slips).split("\n")
    assert lines[0] == "The reference files must be sound before anything is made of them, got:"
    assert lines[1] == "data/reference/plans.csv, row 2: title must be given, got: nothing"
    assert lines[-2:] == ["… and 3 more.", PUT_RIGHT]
    assert len(lines) == MOST_LISTED + 3


def test_the_rows_of_a_file_as_it_is_now():
    assert [row["short"] for row in rows_now("organisations")] == ["KCC", "NHS"]
