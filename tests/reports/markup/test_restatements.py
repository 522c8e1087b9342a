from programme.access import Role
from programme.areas import KENT
from programme.quarter import Quarter
from programme.submission import Restatement
from reports.markup.restatements import restatement_entries
from tests.reports.build import a_figure, a_version

Q3 = Quarter.parse("2024/25 Q3")


def change(version, new) -> Restatement:
    old = a_figure("plans_issued", 400, version=1)
    return Restatement(version, "plans_issued", KENT, Q3, old, a_figure("plans_issued", new, version=version.number))


def href(thing, **choices):
    return thing


def test_what_one_version_changed_is_one_entry_the_newest_open():
    told = restatement_entries(
        [change(a_version(2), 380), change(a_version(2), 381), change(a_version(3), 370)], Role.ANALYST, href
    )
    assert told.count("<details") == 2
    assert told.index('id="version-3" open>') < told.index('id="version-2">')
    assert "<summary>2 figures, 20 January 2025 at 09:00, by analyst (version 2): no reason was given</summary>" in told
    assert told.count('<th scope="col">Why</th>') == 0


def test_a_reader_is_not_told_the_reason_because_it_quotes_figures():
    told = restatement_entries([change(a_version(2), 380)], Role.READER, href)
    assert "<summary>1 figure, 20 January 2025 at 09:00, by analyst (version 2)</summary>" in told


def test_nothing_is_nothing():
    assert restatement_entries([], Role.ANALYST, href) == ""
