from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from disclosure.rule import Hidden, NoFigure, Number
from kpis.outcome import Reason
from kpis.rating import Rated, Rating
from kpis.registry import registry
from programme.hidden import HIDDEN_WORDS
from programme.sheets.actions import ACTIONS
from programme.sheets.risks import Score
from reports.language.linked import leads
from reports.tables.cells import (
    BLANK,
    absent,
    amount_cell,
    brag_cell,
    count_cell,
    day_cell,
    denominator_cell,
    evidence_cell,
    figure_cell,
    moment_cell,
    numerator_cell,
    rated_cell,
    returned_cell,
    score_cell,
    slip_cell,
    text_or,
    unit_of,
    version_cell,
)
from reports.tables.table import Cell
from tests.reports.acting import LATEST, Q3, UNEVIDENCED, followed, log
from tests.reports.build import a_figure, a_version
from tests.reports.lines import line_of


def reading(shown, rating=Rating.NOT_RATED):
    (one,) = line_of([], quarters=1).readings
    return replace(one, shown=shown, rated=Rated(rating))


def test_a_blank_has_neither_value_nor_reason_and_what_is_absent_says_why():
    assert Cell(None, "", "") == BLANK
    assert absent("not given") == Cell(None, "not given", "not given")
    assert (text_or("Head", "no one"), text_or("", "no one")) == (Cell("Head", "Head"), absent("no one"))


def test_numbers_keep_their_value_under_their_text():
    assert (count_cell(1080), count_cell(0)) == (Cell(1080, "1,080"), Cell(0, "0"))
    assert (amount_cell(585.4), amount_cell(0.0), amount_cell(None)) == (Cell(585.4, "585"), Cell(0.0, "0"), BLANK)
    assert version_cell(a_version(1234)) == Cell(1234, "1234", linked=(leads("1234", "returns", at="version-1234"),))


def test_days_and_moments_keep_theirs():
    at = datetime(2025, 1, 20, 9, tzinfo=UTC)
    assert day_cell(date(2024, 9, 30)) == Cell(date(2024, 9, 30), "30 September 2024")
    assert day_cell(None) == absent("not given")
    assert moment_cell(at) == Cell(at, "20 January 2025 at 09:00")
    assert moment_cell(at, " by analyst") == Cell(at, "20 January 2025 at 09:00 by analyst")


def test_a_figure_is_a_number_or_says_why_it_is_none():
    assert figure_cell(reading(Number(41.44))) == Cell(41.44, "41.4%")
    assert figure_cell(reading(NoFigure(Reason.NOT_RETURNED))) == Cell(None, "no figure: not returned", "not returned")
    assert figure_cell(reading(Hidden())) == Cell(None, "c", HIDDEN_WORDS)


def test_numerator_and_denominator_are_seen_only_with_their_figure():
    seen, hidden = reading(Number(50.0, 3.0, 6.0)), reading(Hidden())
    assert (numerator_cell(seen), denominator_cell(seen)) == (Cell(3.0, "3"), Cell(6.0, "6"))
    assert (numerator_cell(hidden), denominator_cell(hidden)) == (BLANK, BLANK)
    assert numerator_cell(reading(Number(50.0))) == BLANK


@pytest.mark.parametrize(
    ("rating", "cell"), [(Rating.RED, Cell("Red", "▲ Red")), (Rating.NOT_RATED, Cell("Not rated", "○ Not rated"))]
)
def test_a_rating_is_its_word(rating, cell):
    assert rated_cell(reading(Number(50.0), rating)) == cell


def test_a_figure_as_returned_is_a_number_or_its_symbol_with_the_meaning():
    assert returned_cell(a_figure("plans_issued", 1080)) == Cell(1080.0, "1,080")
    assert returned_cell(a_figure("plans_issued", "x")) == Cell(None, "x", "not available")
    assert returned_cell(None) == absent("no figure")


def test_an_action_by_its_status_slip_and_evidence():
    late, done = followed(log(Q3=[ACTIONS.typed(forecast=LATEST)])), followed(log(Q3=[UNEVIDENCED]))
    assert brag_cell(late) == Cell("Amber", "◆ Amber (returned as Green, but the date agreed first has passed)")
    assert slip_cell(late) == Cell(273, "forecast 273 days late")
    assert slip_cell(done) == Cell(-10, "10 days early")
    assert slip_cell(followed(log(Q3=[ACTIONS.typed(forecast="")]))) == absent("not known")
    assert (evidence_cell(late.now), evidence_cell(done.now)) == (BLANK, absent("no evidence"))
    told = followed(log(Q3=[UNEVIDENCED | ACTIONS.typed(evidence="Tracker")]), Q3).now
    assert evidence_cell(told) == Cell("Tracker", "Tracker")


def test_a_score_is_its_product():
    assert score_cell(Score(5, 4), "not scored") == Cell(20, "20 (5 × 4), high")
    assert score_cell(None, "not scored") == absent("not scored")


@pytest.mark.parametrize(
    ("kpi", "unit"),
    [
        ("plans_within_20_weeks", "%"),
        ("complaints_per_1000_plans", "per 1,000 plans"),
        ("oldest_open_assessment_weeks", "weeks"),
        ("permanent_exclusions_send", ""),
    ],
)
def test_the_unit_of_a_kpis_figures(kpi, unit):
    assert unit_of(registry()[kpi]) == unit
