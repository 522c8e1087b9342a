"""Words of the demonstration that were written on screen: each as of its moment, labelled as illustrative."""

from datetime import UTC, datetime

import pytest

from loaders.sample_files import SAMPLE, manifest
from loaders.words_sent import WordsSent, do_on_screen, words_sent
from programme.answers import is_answer
from store.errors import StoreError
from store.returns.wordings import wordings_of
from tests.asking import spoken
from tests.store.wordings import KPI, comes, later


def sent(cells, day=1, withdraws=None):
    return WordsSent("Commentary", "2024/25 Q3", later(day), "A. Lead", "more is known", cells, withdraws)


@pytest.fixture
def database(empty_store):
    with empty_store() as opened:
        comes(opened, 0)
        yield opened


def test_what_was_done_on_screen_is_in_order_in_the_past_and_illustrative():
    listed = words_sent(SAMPLE)
    assert [each.at for each in listed] == sorted(each.at for each in listed)
    assert manifest()[0].received_at < listed[0].at < listed[-1].at < datetime(2025, 4, 1, tzinfo=UTC)
    assert all("illustrative" in f"{each.reason} {' '.join(each.cells.values())}" for each in listed)
    assert [each.withdraws for each in listed if each.withdraws] == [3]
    assert all(is_answer(each.reason) for each in listed if each.withdraws)


def test_a_folder_without_a_list_has_none(tmp_path):
    assert words_sent(tmp_path) == []


def test_words_are_written_as_illustrative_ones_and_taken_back(database):
    do_on_screen(database, sent({"KPI": KPI, "Why": "Two left"}))
    do_on_screen(database, sent({}, 2, 1))
    (found,) = wordings_of(database)
    assert (found.illustrative, found.at, found.by, found.withdrawal.at) == (True, later(1), "A. Lead", later(2))
    assert spoken(database, "Commentary") == []


def test_words_that_a_rule_refuses_are_said(database):
    with pytest.raises(StoreError, match=r"1 answer must be put right\. .* must be a date, .*soon$"):
        do_on_screen(database, sent({"KPI": KPI, "Management action": "Hire", "Action due date": "soon"}))
