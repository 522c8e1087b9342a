from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from programme.access import NotAllowed, Person, Role
from programme.submission import ReadBy
from store.errors import StoreError
from store.log_check import read_log
from store.returns import versions
from store.returns.layouts import keep_layout, layout_of_version, layouts_kept, withdraw_layout
from tests.accepting import by, person
from tests.store.submissions import ISSUED, standard

DAY = datetime(2025, 1, 20, 9, tzinfo=UTC)
TEXT = 'name = "Ours"\n'


def later(days):
    return DAY + timedelta(days=days)


def test_a_layout_is_kept_with_who_when_and_why(database):
    made = keep_layout(database, "Ours", TEXT, by("A. Nalyst", "every month", at=DAY))
    assert layouts_kept(database) == [made]
    assert (made.number, made.name, made.layout, made.at) == (1, "Ours", TEXT, DAY)
    assert (made.doer, made.reason, made.withdrawal) == ("A. Nalyst", "every month", None)


def test_a_layout_is_taken_back_once_and_nothing_is_deleted(database):
    keep_layout(database, "Ours", TEXT, by("A. Nalyst", "every month", at=DAY))
    found = withdraw_layout(database, 1, by("A. Lead", "another form came", at=later(1)))
    assert (found.withdrawal.at, found.withdrawal.doer, found.withdrawal.reason) == (
        later(1),
        "A. Lead",
        "another form came",
    )
    with pytest.raises(StoreError, match=r"Layout 1 was withdrawn already, by A\. Lead\. Nothing was changed\."):
        withdraw_layout(database, 1, by("A. Lead", "once more", at=later(2)))
    with pytest.raises(
        StoreError, match=r"It must be one of the 1 layouts kept here, got: number 2\. Nothing was changed\."
    ):
        withdraw_layout(database, 2, by("A. Lead", "no such one", at=later(2)))
    assert [row.deed for row in read_log(database, person())] == ["kept a layout", "withdrew a layout"]


def test_who_says_neither_who_nor_why_keeps_nothing(database):
    with pytest.raises(StoreError, match=r"Whoever keeps a layout must say who and why, got: nothing\."):
        keep_layout(database, "Ours", TEXT, by())
    with pytest.raises(NotAllowed):
        keep_layout(database, "Ours", TEXT, replace(by(reason="why not"), by=Person("R", "", frozenset({Role.READER}))))
    assert layouts_kept(database) == []


def test_a_version_keeps_the_layout_it_was_read_with_whatever_is_kept_later(database):
    read_by = ReadBy("Ours", TEXT)
    made = versions.accept(database, replace(standard({ISSUED: 41}), read_by=read_by), by(at=DAY))
    keep_layout(database, "Ours", 'name = "Ours"\ntimes = 1000\n', by("A. Nalyst", "in thousands", at=later(1)))
    assert layout_of_version(database, made.number) == read_by
    assert layout_of_version(database, made.number + 1) is None
