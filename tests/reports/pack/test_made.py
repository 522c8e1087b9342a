import pytest

from programme.access import Role
from programme.quarter import Quarter
from reports.pack.made import NothingToPack, pack_notes, pack_of
from reports.progress.readings import Progress
from tests.reports.pack.conftest import QUARTER


def test_the_sections_stand_in_the_order_of_the_pack(pack):
    assert [each.key for each in pack.sections] == [
        "arising",
        *(f"weakness-{number}" for number in range(1, 10)),
        "workstreams",
        "late",
        "risks",
        "voices",
        "decisions",
        "quality",
        "minutes",
        "measures",
    ]


def test_made_again_of_the_same_snapshot_it_is_the_same(pack, shown):
    _, change, records = shown
    assert pack_of(Progress(records, Role.READER), QUARTER, change) == pack


def test_a_quarter_without_a_return_is_no_pack(shown):
    with pytest.raises(NothingToPack, match="A pack must be of a quarter for which a return stands, got: 2030/31 Q1"):
        pack_of(shown[0], Quarter(2030, 1), shown[1])


def test_the_notes_say_moment_state_source_and_that_it_is_illustrative(pack):
    assert pack.notes == pack_notes(pack.origin)
    assert pack.notes[1] == f"{pack.origin.figures_as_known}. State: published."
    assert pack.notes[2].startswith("Demonstration data:")
