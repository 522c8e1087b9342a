"""Every workbook is a form filled in: what was meant is what is read from it, and the committed files are these."""

from datetime import datetime
from io import BytesIO
from zipfile import ZipFile

import pytest

from demonstration.__main__ import SAMPLE
from demonstration.figures import figures, first_figures
from demonstration.series import FIRST
from demonstration.words import written_sheets
from demonstration.workbooks import HISTORY_TO, SampleFile, deliveries, workbook
from loaders.parsing.parse import figures_of, parse
from loaders.reading.reader import read_workbook
from programme.quarter import Quarter
from programme.symbols import Status
from programme.working_days import return_due


def meant(delivery: SampleFile) -> list:
    if delivery.quarter is None:
        return [figure for quarter in FIRST.to(HISTORY_TO) for figure in figures(quarter)]
    return first_figures(delivery.quarter) if delivery.first else figures(delivery.quarter)


@pytest.mark.parametrize("delivery", deliveries(), ids=lambda delivery: delivery.file)
def test_what_was_meant_is_what_is_read(delivery):
    parsed = parse(read_workbook((SAMPLE / delivery.file).read_bytes(), delivery.file))
    read = {figure.key: (figure.value, figure.symbol, figure.status) for figure in figures_of(parsed)}
    assert read == {figure.key: (figure.value, figure.symbol, figure.status) for figure in meant(delivery)}
    assert parsed.cover.illustrative and parsed.cover.quarter == delivery.quarter
    assert parsed.cover.status is (Status.PROVISIONAL if delivery.first else Status.FINAL)
    words = written_sheets(delivery.quarter) if delivery.quarter else {}
    typed = {sheet: sum(value not in ("", None) for row in rows for value in row.values()) for sheet, rows in words.items()}
    assert {sheet: sum(entry.sheet == sheet for entry in parsed.entries) for sheet in words} == typed


def parts(content: bytes) -> dict[str, bytes]:
    """What is in a workbook, whatever library packed it."""
    with ZipFile(BytesIO(content)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


@pytest.mark.parametrize("delivery", deliveries(), ids=lambda delivery: delivery.file)
def test_the_committed_file_is_what_the_script_writes(delivery):
    assert parts(workbook(delivery)) == parts((SAMPLE / delivery.file).read_bytes())


def test_the_same_delivery_gives_the_same_bytes():
    delivery = deliveries()[-1]
    assert workbook(delivery) == workbook(delivery)


def test_files_come_in_one_after_the_other_and_one_is_late():
    received = [datetime.fromisoformat(delivery.received_at) for delivery in deliveries()]
    assert received == sorted(received) and all(moment.tzinfo for moment in received)
    late = [
        delivery.file
        for delivery, moment in zip(deliveries(), received, strict=True)
        if delivery.quarter and moment.date() > return_due(delivery.quarter)
    ]
    assert late == ["2024-25-Q1.xlsx", "2024-25-Q2.xlsx"], "the second of these corrects one that was on time"


def test_the_last_four_quarters_have_a_return_each_and_one_has_two():
    quarters = [str(delivery.quarter) for delivery in deliveries() if delivery.quarter]
    assert quarters == ["2023/24 Q4", "2024/25 Q1", "2024/25 Q2", "2024/25 Q2", "2024/25 Q3"]
    assert Quarter.parse(quarters[0]) - 1 == HISTORY_TO
