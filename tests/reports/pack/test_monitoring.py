from dataclasses import replace
from datetime import UTC, datetime

import pytest

from programme.kept_packs import KeptFile, KeptPack, PackLine, PackLineKind, PackSending
from programme.quarter import Quarter
from reports.pack.made import NothingToPack
from reports.pack.monitoring import (
    WentBefore,
    asked_section,
    last_meeting,
    monitoring_statement,
    on_record_table,
    went_section,
)
from reports.pack.moved import PackCause, PackMove
from reports.pack.parts import BlockHeading, Pictured, Tabled, Words, blocks_of
from reports.progress.meeting import on_record
from tests.reports.cells import texts
from tests.reports.pack.conftest import QUARTER

SENT = datetime(2025, 2, 12, 9, tzinfo=UTC)
SENDINGS = (PackSending("The board", SENT, "Chair", ""), PackSending("DfE", SENT.replace(day=13), "Chair", ""))
KEPT = KeptPack(
    *("2024-25-Q2-reader-0a1b", Quarter(2024, 2), SENT, 26, 3, "published", "prog", "defs", 1),
    (KeptFile("board-pack.pdf", 1_234, "f" * 64),),
    SENDINGS,
)
FIGURE = PackLine(PackLineKind.FIGURE, "plans_within_20_weeks", "E10000016", Quarter(2024, 2), "", "49.1%", "49.1")
WORDS = PackLine(PackLineKind.WORDS, "Commentary: plans", "", Quarter(2024, 2), "Why", "two left")


@pytest.fixture(scope="module")
def statement(shown):
    return monitoring_statement(shown[0], QUARTER, shown[1], WentBefore())


def test_it_is_one_document_over_all_nine_with_what_was_asked_and_what_went(statement):
    assert [each.key for each in statement.sections] == [
        "asked",
        *(f"weakness-{number}" for number in range(1, 10)),
        "late",
        "quality",
        "went",
    ]
    assert statement.cover.title == "Statement for DfE and NHS England on 2024/25 Q3"
    assert statement.section("quality").subject == "How far to trust this statement"


def test_its_statements_are_those_of_the_pack_and_speak_of_no_workbook(statement, pack):
    for number in range(1, 10):
        own, packed = statement.section(f"weakness-{number}"), pack.section(f"weakness-{number}")
        assert (own.subject, own.finding) == (packed.subject, packed.finding)
        assert [type(each) for each in blocks_of(own)] == [type(each) for each in blocks_of(packed)]
    drawn = [
        each.measure.grid for section in statement.sections for each in blocks_of(section) if isinstance(each, Pictured)
    ]
    notes = {note for grid in drawn for note in grid.notes}
    assert "–: no figure; the pack has each reason." in notes and not [each for each in notes if "workbook" in each]
    assert statement.data == pack.data


def test_what_was_asked_last_time_stands_with_its_answer_and_how_it_stands(shown):
    progress = shown[0]
    section = asked_section(progress, QUARTER)
    assert section.finding == "Meeting of 17 December 2024 on 2024/25 Q2: the board waits for 2 things"
    asked, letters = (each.table for each in section.blocks if isinstance(each, Tabled))
    assert asked == on_record_table(on_record(progress, QUARTER))
    rows = texts(asked)
    assert [row["Number"] for row in rows] == ["M1-1", "M1-2", "M1-3", "M1-4"]
    assert [row["What was answered"] for row in rows][::2] == ["nothing yet", "no answer was asked for"]
    assert rows[1]["What was answered"].startswith("Answered on 17 December 2024 by Chair of the improvement board")
    assert rows[0]["What was asked or agreed"].startswith(
        "Challenge on Autism, ADHD: over a year: Parent carer forum asked: "
    )
    assert rows[0]["How it stands"].startswith("Not answered, ")
    assert len(letters.rows) == 7
    assert texts(letters)[0]["Weakness"] == "Weakness 6: EHC process and plan quality"


def test_before_any_meeting_nothing_was_asked(shown):
    progress, first = shown[0], Quarter(2019, 4)
    assert last_meeting(progress, first) is None
    section = asked_section(progress, first)
    assert (section.finding, section.blocks[0]) == (
        "No meeting is on record",
        Words("No meeting was closed before, so nothing was asked."),
    )
    assert section.blocks[1] == BlockHeading("No letter of the DfE, NHS England or inspectors is recorded")


def test_what_went_is_told_with_day_and_version_and_what_stands_otherwise_here():
    cause = PackCause("return return.xlsx", 7, reason="a recount of 12")
    moves = (PackMove(FIGURE, replace(FIGURE, text="51.0%"), cause), PackMove(WORDS, None, cause))
    section = went_section(WentBefore((KEPT,), moves))
    assert section.finding == "Two sendings before this one, the last to DfE on 13 February 2025"
    sent, files, moved = (each.table for each in section.blocks if isinstance(each, Tabled))
    assert [(row["Pack"], row["Went to"], row["State"], row["Definitions"]) for row in texts(sent)] == [
        ("2024-25-Q2-reader-0a1b", "The board", "published", "defs"),
        ("2024-25-Q2-reader-0a1b", "DfE", "published", "defs"),
    ]
    assert texts(files)[0]["Fingerprint (sha256)"] == "f" * 64
    assert texts(moved) == [
        {
            "What": "figure",
            "Of": "Plans issued within 20 weeks, Kent",
            "Quarter": "2024/25 Q2",
            "Then": "49.1%",
            "Now": "51.0%",
            "Moved by": "version 7, return return.xlsx",
        }
    ]


def test_where_nothing_went_and_where_nothing_moved_that_is_said():
    assert went_section(WentBefore()).finding == "No pack or statement that is kept went to anybody before this one"
    told = [each.text for each in went_section(WentBefore((KEPT,))).blocks if isinstance(each, Words)]
    assert told == ["Every figure, rating and direction of 2024/25 Q2 is as it was."]


def test_a_quarter_without_a_return_has_no_statement(shown):
    with pytest.raises(NothingToPack, match="for which a return stands, got: 2030/31 Q1"):
        monitoring_statement(shown[0], Quarter(2030, 1), 1, WentBefore())
