from datetime import UTC, datetime

from programme.sheets.actions import ACTIONS
from programme.submission import Entry
from store.returns import versions
from store.snapshot import snapshot
from tests.accepting import by
from tests.asking import entries, rows
from tests.store.submissions import ENTRY, ISSUED, Q2, Q3, standard

RISK = Entry("Risks", 5, "Risk", "B5", "Too few psychologists\nin post")
LATER = Entry("Actions", 6, "", "Q6", "=1+1, typed under no heading")


def accept(database, *typed, quarter=Q3, **more):
    made = standard({ISSUED: len(typed)}, quarter=quarter, entries=typed)
    return versions.accept(database, made, by("analyst", **more))


def test_what_was_typed_is_kept_in_order_and_sheet_by_sheet(database):
    first = accept(database, LATER, RISK, ENTRY)
    assert entries(database, "Actions") == [(first, LATER), (first, ENTRY)]
    assert entries(database, "Risks") == [(first, RISK)]
    assert entries(database, "Decisions") == []


def test_only_versions_that_count_are_read(database):
    accept(database, ENTRY)
    second = accept(database, LATER)
    assert entries(database, "Actions") == [(second, LATER)]
    versions.withdraw(database, 2, by("analyst", "wrong file"))
    assert entries(database, "Actions") == [(versions.version(database, 1), ENTRY)]


def test_a_quarter_can_be_asked_for(database):
    accept(database, ENTRY, quarter=Q2)
    newer = accept(database, LATER, quarter=Q3)
    assert entries(database, "Actions", quarter=Q3) == [(newer, LATER)]
    assert [entry for _, entry in entries(database, "Actions")] == [ENTRY, LATER]


def test_a_past_moment_is_read_as_it_was(database):
    monday, tuesday = datetime(2025, 1, 6, tzinfo=UTC), datetime(2025, 1, 7, tzinfo=UTC)
    first = accept(database, ENTRY, at=monday)
    accept(database, LATER, at=tuesday)
    assert entries(database, "Actions", monday) == [(first, ENTRY)]


def test_entries_are_read_as_rows_version_by_version(database):
    status, red = Entry("Actions", 5, "Status", "M5", "Green"), Entry("Actions", 6, "Status", "M6", "Red")
    first = accept(database, ENTRY, status, RISK, quarter=Q2)
    second = accept(database, LATER, red, quarter=Q3)
    found = rows(database, "Actions")
    assert [version for version, _ in found] == [first, second]
    told = [
        (row.quarter, row.line, row.text(ACTIONS.title), row.text(ACTIONS.status), row.version)
        for _, read in found
        for row in read
    ]
    assert told == [(Q2, 5, ENTRY.text, "Green", 1), (Q3, 6, "", "Red", 2)]


def test_the_rows_of_what_was_accepted_are_read_once_for_every_moment(database):
    accept(database, ENTRY)
    ((_, before),) = rows(database, "Actions")
    accept(database, RISK, quarter=Q2)
    ((_, after),) = rows(database, "Actions")
    assert after is before


def test_what_was_only_thought_of_is_not_taken_for_what_is_accepted_as_the_same_number(database):
    with snapshot(database) as known:
        thought = known.after(standard({ISSUED: 1}, entries=[ENTRY]))
        assert [row.cells for _, own in thought.rows("Actions") for row in own]
    accept(database, RISK)
    assert rows(database, "Actions") == []
