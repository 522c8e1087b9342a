from dataclasses import replace
from datetime import UTC, datetime, timedelta
from hashlib import sha256

import pytest

from programme.areas import KENT, NHS_KENT_AND_MEDWAY
from programme.figure import Source
from programme.months import quarter_figures
from programme.period import Period, months_of
from programme.period_figure import FigureKind, PeriodFigure
from programme.quarter import Quarter
from programme.symbols import Symbol
from store.errors import Overtaken, StoreError
from store.returns.facts import facts
from store.returns.period_figures import period_figures_brought
from store.returns.versions import accept, withdraw
from store.snapshot import snapshot
from tests.accepting import by
from tests.store.submissions import NHS, history

Q4 = Quarter(2022, 4)
JANUARY, FEBRUARY, MARCH = months_of(Q4)
WAITING, REQUESTS = "community_paediatrics_waiting", "requests_received"
THEN = datetime(2025, 6, 2, 12, tzinfo=UTC)
REPORTED = PeriodFigure(
    "plans_within_20_weeks",
    KENT,
    Period.of_quarter(Q4),
    41.5,
    None,
    "41.5%",
    Source("scorecard.csv", "Sheet1", "F7"),
    FigureKind.REPORTED,
    open_to_readers=True,
    note="as printed in March",
)


def count(measure, period, value, area=KENT, ref="B5"):
    symbol = value if isinstance(value, Symbol) else None
    return PeriodFigure(measure, area, period, None if symbol else value, symbol, f"{value}", Source("m.xlsx", "Data", ref))


def given(*read, known=(), organisation=None):
    """A mapped file: what is no count of a quarter is kept, and what months make of a quarter are its figures."""
    made = history(quarter_figures(read, known), file_name="m.xlsx")
    cover = replace(made.cover, organisation=organisation or made.cover.organisation)
    kept = tuple(each for each in read if not (each.counted and each.period.kind == "quarter"))
    return replace(made, cover=cover, kept=kept, content=repr(read).encode(), sha256=sha256(repr(read).encode()).hexdigest())


def counting(database, as_at=None):
    with snapshot(database, as_at) as known:
        return known.period_figures


def told(figures):
    return [(each.measure, str(each.period), each.value, each.source.version) for each in figures]


def test_everything_of_a_figure_is_kept(database):
    suppressed = count(WAITING, FEBRUARY, Symbol.SUPPRESSED, NHS_KENT_AND_MEDWAY)
    read = (count("appeals_registered", Period.of_year(2014), 325), suppressed, REPORTED)
    accept(database, given(*read), by(at=THEN))
    kept = tuple(replace(each, source=replace(each.source, file="m.xlsx", version=1)) for each in read)
    assert counting(database) == kept
    with database.cursor() as cursor, snapshot(database) as known:
        assert period_figures_brought(cursor, known.versions, 1) == kept


def test_a_month_that_ends_no_quarter_is_kept_and_makes_none(database):
    january = given(count(WAITING, JANUARY, 4508, NHS_KENT_AND_MEDWAY))
    accept(database, replace(january, parts=frozenset()), by(at=THEN))
    assert facts(database) == {}
    assert told(counting(database)) == [(WAITING, "2023-01", 4508, 1)]


def test_the_month_that_ends_a_quarter_is_the_quarters_figure_at_its_own_cell(database):
    march = count(WAITING, MARCH, 4600, NHS_KENT_AND_MEDWAY, ref="AL35")
    accept(database, given(march, organisation=NHS), by(at=THEN))
    figure = facts(database)[WAITING, NHS_KENT_AND_MEDWAY.code, Q4]
    assert (figure.value, str(figure.source), figure.source.version) == (4600, "Data!AL35", 1)


def test_months_of_several_files_complete_a_quarter_and_what_it_rests_on_is_not_taken_away(database):
    accept(database, given(count(REQUESTS, JANUARY, 5), count(REQUESTS, FEBRUARY, 6)), by(at=THEN))
    assert facts(database) == {}
    accept(database, given(count(REQUESTS, MARCH, 7), known=counting(database)), by(at=THEN + timedelta(days=1)))
    figure = facts(database)[REQUESTS, KENT.code, Q4]
    assert figure.value == 18
    assert figure.note == "The sum of 2023-01 (Data!B5 of version 1), 2023-02 (Data!B5 of version 1), 2023-03 (Data!B5)"
    with pytest.raises(StoreError) as refused:
        withdraw(database, 1, by(reason="the wrong file"))
    assert str(refused.value) == (
        "Version 1 gave months that quarters of version 2 are made of: withdraw version 2 first. Nothing was changed."
    )
    withdraw(database, 2, by(reason="the wrong file", at=THEN + timedelta(days=2)))
    assert facts(database) == {}
    withdraw(database, 1, by(reason="the wrong file", at=THEN + timedelta(days=3)))
    assert counting(database) == ()


def test_the_newest_counts_and_a_moment_knows_its_own(database):
    accept(database, given(count(REQUESTS, JANUARY, 5)), by(at=THEN))
    accept(database, given(count(REQUESTS, JANUARY, 6)), by(at=THEN + timedelta(days=1)))
    assert told(counting(database)) == [(REQUESTS, "2023-01", 6, 2)]
    assert told(counting(database, THEN)) == [(REQUESTS, "2023-01", 5, 1)]
    withdraw(database, 2, by(reason="the wrong file", at=THEN + timedelta(days=2)))
    assert told(counting(database)) == [(REQUESTS, "2023-01", 5, 1)]


def test_what_the_organisation_that_owes_it_says_counts_before_anothers(database):
    waiting = count(WAITING, JANUARY, 4508, NHS_KENT_AND_MEDWAY)
    accept(database, given(waiting, organisation=NHS), by(at=THEN))
    accept(database, given(replace(waiting, value=1)), by(at=THEN + timedelta(days=1)))
    assert told(counting(database)) == [(WAITING, "2023-01", 4508, 1)]


def test_what_would_count_after_a_file_is_known_before_it_is_accepted(database):
    accept(database, given(count(REQUESTS, JANUARY, 5)), by(at=THEN))
    with snapshot(database) as known:
        after = known.after(given(count(REQUESTS, JANUARY, 6), REPORTED))
        assert told(after.period_figures) == [(REQUESTS, "2023-01", 6, 2), ("plans_within_20_weeks", "2022/23 Q4", 41.5, 2)]


def test_whoever_was_shown_other_months_is_told(database):
    with snapshot(database) as known:
        seen = known.change
    accept(database, given(count(REQUESTS, JANUARY, 5)), by("Ann", at=THEN))
    with pytest.raises(Overtaken, match=r"^What you were shown is no longer what is stored: Ann accepted m\.xlsx"):
        accept(database, given(count(REQUESTS, JANUARY, 6)), by(seen=seen))


UNSOUND = {
    "A standard return keeps nothing beside": lambda made: replace(
        made, cover=replace(made.cover, kind="standard", quarter=Q4, workstreams=(3,))
    ),
    "What is kept beside must be no count of a quarter": lambda made: replace(
        made, kept=(count(REQUESTS, Period.of_quarter(Q4), 5),)
    ),
    "A count's measure must be one of measures.csv": lambda made: replace(made, kept=(count("plans", JANUARY, 5),)),
    "A figure must be finite": lambda made: replace(made, kept=(count(REQUESTS, JANUARY, float("inf")),)),
    "A return carries one value for a measure, area and period": lambda made: replace(made, kept=made.kept * 2),
}


@pytest.mark.parametrize("sentence", UNSOUND)
def test_what_no_rule_can_have_let_through_is_refused(database, sentence):
    with pytest.raises(ValueError, match=f"^{sentence}, got: "):
        accept(database, UNSOUND[sentence](given(count(REQUESTS, JANUARY, 5))), by())
