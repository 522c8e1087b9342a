"""What the senders' files hold is what their layouts read, cell by cell, and every one says that it is illustrative."""

import pytest

from demonstration.__main__ import HERE, SAMPLE
from demonstration.seeds import rows
from demonstration.workbooks import deliveries
from loaders.layouts.as_return import mapped_return, sums_amiss
from loaders.layouts.layout import layout_read
from loaders.layouts.recognised import ByLayout, mapped_file
from loaders.layouts.shipped import shipped_layouts
from programme.quarter import Quarter
from tests.factories import read_here

LAYOUTS = (*shipped_layouts(), layout_read((HERE / "board-scorecard.toml").read_text("utf-8"), "board-scorecard.toml"))


@pytest.fixture(scope="module")
def read():
    files = (each.file for each in deliveries() if each.by_layout)
    books = (read_here((SAMPLE / file).read_bytes(), file) for file in files)
    return {book.file_name: mapped_file(book, ByLayout(LAYOUTS), Quarter(2024, 4)) for book in books}


def test_every_file_is_read_whole_and_says_that_it_is_illustrative(read):
    assert {name: (each.layout.name, each.matched, len(each.values)) for name, each in read.items()} == {
        "community-health-2024-10.xlsx": ("NHS community health", 1.0, 24),
        "community-health-2024-11.xlsx": ("NHS community health", 1.0, 24),
        "board-scorecard.xlsx": ("Board scorecard", 1.0, 4),
    }
    assert not any(found for each in read.values() for found in (*each.findings, *sums_amiss(each)))
    assert all(mapped_return(each, None).cover.illustrative for each in read.values())


def test_waits_are_those_that_were_meant(read):
    row = rows("sent_waits")[0]
    found = {each.measure: (each.value, each.place) for each in read[row["file"]].values}
    assert found["community_paediatrics_waiting"] == (sum(int(row[each]) for each in list(row)[3:]), "Table 4!B4")
    assert found["community_paediatrics_waiting_over_52_weeks"] == (int(row["over 52"]), "Table 4g!B4")


def test_the_scorecard_is_in_percent_as_printed(read):
    values = read["board-scorecard.xlsx"].values
    assert [(each.measure, str(each.period), each.value, each.as_printed, each.kind) for each in values] == [
        ("returns_on_time", "2023/24 Q2", 80.0, "80%", "reported"),
        ("returns_on_time", "2023/24 Q3", 80.0, "80%", "reported"),
        ("requests_decided_within_6_weeks", "2024-10", 95.2, "95.2%", "reported"),
        ("requests_decided_within_6_weeks", "2024-11", 96.4, "96.4%", "reported"),
    ]
