from datetime import date

import pytest

from loaders.parsing.cover import Answers, date_typed, fields_of, workstreams_typed
from loaders.parsing.parsed import Field
from loaders.reading.workbook import Kind, Sheet, Typed
from programme.quarter import Quarter
from programme.submission import Cover
from programme.symbols import Status
from programme.workstreams import workstreams

ANSWERS = {
    "Quarter": "2024/25 Q4",
    "Workstream": "3",
    "Organisation": "Kent County Council",
    "Lead role": "SEND assessment and placement lead",
    "Prepared by": "Management information",
    "Data as at": "31 March 2025",
    "Status": "Provisional",
    "Figures are": "Illustrative",
}


def cover(**changed: str | Typed | None) -> Answers:
    answers = ANSWERS | {label.replace("_", " "): answer for label, answer in changed.items()}
    typed = {
        label: Typed("B1", 1, 2, Kind.TEXT, answer) if isinstance(answer, str) else answer
        for label, answer in answers.items()
    }
    return Answers({label: Field(label, "B1", cell) for label, cell in typed.items()})


def understood(answers: Answers) -> Cover | None:
    return answers.cover("standard", answers.quarter, answers.workstreams)


def test_a_whole_cover_is_understood():
    assert understood(cover()) == Cover(
        "standard",
        Quarter(2024, 4),
        (3,),
        "Kent County Council",
        "SEND assessment and placement lead",
        "Management information",
        date(2025, 3, 31),
        Status.PROVISIONAL,
        illustrative=True,
    )


def test_labels_stand_in_column_a_and_answers_in_column_b():
    cells = [
        Typed("A2", 2, 1, Kind.TEXT, "quarter :"),
        Typed("B2", 2, 2, Kind.TEXT, "2024/25 Q4"),
        Typed("A3", 3, 1, Kind.TEXT, "Prepared\xa0by"),
        Typed("A4", 4, 1, Kind.TEXT, "Our own line"),
        Typed("B4", 4, 2, Kind.TEXT, "kept elsewhere"),
        Typed("A5", 5, 1, Kind.TEXT, "Quarter"),
        Typed("B5", 5, 2, Kind.TEXT, "2023/24 Q4"),
    ]
    fields = fields_of(Sheet("Cover", {(cell.row, cell.column): cell for cell in cells}))
    assert {label: (field.ref, field.text) for label, field in fields.items()} == {
        "Quarter": ("B2", "2024/25 Q4"),
        "Prepared by": ("B3", ""),
    }


def test_there_are_no_lines_without_a_cover():
    assert fields_of(None) == {}


@pytest.mark.parametrize(
    ("typed", "numbers"),
    [
        ("3", (3,)),
        ("Workstream 3", (3,)),
        ("workstream 3: quality of Education, Health and Care Plans (EHCPs)", (3,)),
        (workstreams()[1].title.upper(), (1,)),
        ("all", (1, 2, 3, 4, 5)),
        ("ALL", (1, 2, 3, 4, 5)),
        ("3, 1", (1, 3)),
        ("1; 2 & 5", (1, 2, 5)),
        ("workstreams 1 and 3", (1, 3)),
        ("", ()),
        ("6", ()),
        ("33", ()),
        ("3 or 4", ()),
        ("Workstream", ()),
    ],
)
def test_workstreams_are_taken_as_people_write_them(typed, numbers):
    assert workstreams_typed(typed) == numbers


@pytest.mark.parametrize("typed", ["2025-03-31", "31/03/2025", "31 March 2025", "31 Mar 2025", " 31  March\xa02025 "])
def test_a_day_written_as_text_is_understood(typed):
    assert date_typed(typed) == date(2025, 3, 31)


@pytest.mark.parametrize("typed", ["", "March 2025", "03/31/2025", "45747"])
def test_a_day_that_cannot_be_one_is_none(typed):
    assert date_typed(typed) is None


def test_a_date_cell_is_a_day_and_any_other_cell_is_not():
    assert cover(Data_as_at=Typed("B1", 1, 2, Kind.DATE, date(2025, 3, 31))).data_as_at == date(2025, 3, 31)
    assert cover(Data_as_at=Typed("B1", 1, 2, Kind.NUMBER, 45747.0)).data_as_at is None
    assert cover(Data_as_at=None).data_as_at is None


@pytest.mark.parametrize("label", ["Organisation", "Status"])
@pytest.mark.parametrize("answer", [None, "something else"])
def test_there_is_no_cover_while_one_of_these_cannot_be_understood(label, answer):
    assert understood(cover(**{label: answer})) is None


@pytest.mark.parametrize("answer", [None, "2024/25 Q5", "Q4 2024"])
def test_a_quarter_that_cannot_be_understood_is_none(answer):
    assert cover(Quarter=answer).quarter is None


@pytest.mark.parametrize("label", ["Lead role", "Prepared by", "Data as at", "Figures are"])
def test_these_may_stay_blank(label):
    blank = understood(cover(**{label: None}))
    assert blank.illustrative is (label != "Figures are")
    assert (blank.data_as_at is None) is (label == "Data as at")


def test_what_is_assumed_holds_only_where_nothing_is_typed():
    assumed = {"Organisation": "Kent County Council", "Status": "final"}
    assert Answers({}, assumed).cover("history", None, (1,)).status is Status.FINAL
    typed = Answers(cover(Organisation="NHS Kent and Medway").fields, assumed)
    assert (typed.organisation, typed.status) == ("NHS Kent and Medway", Status.PROVISIONAL)
    assert Answers(cover(Status="draft").fields, assumed).status is None
