"""Every workbook is a form filled in: what was meant is what is read from it, and the committed files are these."""

from datetime import datetime
from io import BytesIO
from zipfile import ZipFile

import pytest

from demonstration.__main__ import SAMPLE
from demonstration.figures import figures
from demonstration.series import FIRST
from demonstration.workbooks import HISTORY_TO, SampleFile, deliveries, workbook
from loaders.parsing.parse import figures_of, parse
from loaders.parsing.speaking import parts_spoken
from programme.parts import FIGURES
from programme.quarter import Quarter
from programme.sheets.book import WRITTEN
from programme.symbols import Status
from programme.working_days import return_due
from tests.factories import read_here


def meant(delivery: SampleFile) -> list:
    if delivery.quarter is None:
        return [figure for quarter in FIRST.to(HISTORY_TO) for figure in figures(quarter)]
    return delivery.figures


OURS = [delivery for delivery in deliveries() if not delivery.by_layout]


@pytest.mark.parametrize("delivery", OURS, ids=lambda delivery: delivery.file)
def test_what_was_meant_is_what_is_read(delivery):
    parsed = parse(read_here((SAMPLE / delivery.file).read_bytes(), delivery.file))
    read = {figure.key: (figure.value, figure.symbol, figure.status) for figure in figures_of(parsed)}
    assert read == {figure.key: (figure.value, figure.symbol, figure.status) for figure in meant(delivery)}
    assert parsed.cover.illustrative and parsed.cover.quarter == delivery.quarter
    assert parsed.cover.status is (Status.PROVISIONAL if delivery.provisional else Status.FINAL)
    words = delivery.words if delivery.quarter else {}
    typed = {sheet: sum(value not in ("", None) for row in rows for value in row.values()) for sheet, rows in words.items()}
    assert {sheet: sum(entry.sheet == sheet for entry in parsed.entries) for sheet in words} == typed


def parts(content: bytes) -> dict[str, bytes]:
    """What is in a workbook, whatever library packed it."""
    with ZipFile(BytesIO(content)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


@pytest.mark.parametrize("delivery", deliveries(), ids=lambda delivery: delivery.file)
def test_the_committed_file_is_what_the_script_writes(delivery, written_anew):
    assert parts((written_anew.folder / delivery.file).read_bytes()) == parts((SAMPLE / delivery.file).read_bytes())


def test_the_same_delivery_gives_the_same_bytes(written_anew):
    delivery = deliveries()[-1]
    assert workbook(delivery) == (written_anew.folder / delivery.file).read_bytes()


def test_files_come_in_one_after_the_other_and_one_is_late():
    received = [datetime.fromisoformat(delivery.received_at) for delivery in deliveries()]
    assert received == sorted(received) and all(moment.tzinfo for moment in received)
    late = [
        delivery.file
        for delivery, moment in zip(deliveries(), received, strict=True)
        if delivery.quarter and moment.date() > return_due(delivery.quarter)
    ]
    assert late == ["2024-25-Q1.xlsx", "2024-25-Q1-words.xlsx", "2024-25-Q2.xlsx"], "the last corrects one that was on time"


def test_each_return_speaks_for_what_it_carries(written_anew):
    contents = {each.file: (written_anew.folder / each.file).read_bytes() for each in OURS[2:]}
    spoken = {file: parts_spoken(parse(read_here(content, file))) for file, content in contents.items()}
    brief = {file: sorted({part.sheet for part in found}) for file, found in spoken.items()}
    everything = sorted([FIGURES, *(sheet.name for sheet in WRITTEN if sheet.name not in ("Events", "Trajectory"))])
    assert brief["2024-25-Q1-words.xlsx"] == ["Actions"]
    assert brief["2024-25-Q2.xlsx"] == brief["2024-25-Q3-NHS.xlsx"] == [FIGURES]
    assert set(everything) <= set(brief["2024-25-Q3.xlsx"])
    assert {part.organisation for part in spoken["2024-25-Q3.xlsx"]} == {"Kent County Council"}
    assert {part.organisation for part in spoken["2024-25-Q3-NHS.xlsx"]} == {"NHS Kent and Medway"}


def test_two_actions_are_returned_as_done_before_their_evidence_is_in():
    first, corrected = (each.words["Actions"] for each in deliveries() if each.quarter == Quarter(2024, 1))
    changed = [(old["Evidence reference"], old["Status"]) for old, new in zip(first, corrected, strict=True) if old != new]
    assert changed == [("", "Green")] * 2


def test_every_quarter_since_the_history_has_a_return_and_some_have_two():
    quarters = [str(delivery.quarter) for delivery in deliveries() if delivery.quarter]
    assert quarters == ["2023/24 Q4", *["2024/25 Q1"] * 2, *["2024/25 Q2"] * 2, *["2024/25 Q3"] * 2]
    assert Quarter.parse(quarters[0]) - 1 == HISTORY_TO
