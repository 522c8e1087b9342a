from dataclasses import replace

import pytest

from disclosure.rule import Hidden, NoFigure, Number
from kpis.outcome import Reason
from kpis.rating import Rated, Rating
from programme.quarter import Quarter
from programme.symbols import Status
from reports.palette import RATINGS
from reports.progress.overview import GROUPS
from reports.sentences.heat import (
    EMPTY,
    GAPS,
    NO_FIGURE,
    heat_of_overview,
    rating_cell,
)
from tests.reports.lines import NOW, line_of, plans
from tests.reports.progress.test_overview import FALLING, seen


def reading(shown, rating=Rating.NOT_RATED, carried_from=None):
    """A reading of which only what a cell looks at has been set."""
    (one,) = line_of([], quarters=1).readings
    return replace(one, shown=shown, rated=Rated(rating), result=replace(one.result, carried_from=carried_from))


@pytest.mark.parametrize("rating", Rating)
def test_a_figure_is_shape_and_colour_for_the_eye_and_words_for_the_ear(rating):
    cell = rating_cell(reading(Number(41.4), rating))
    mark = RATINGS[rating]
    assert (cell.text, cell.words, cell.fill) == (mark.shape, f"{mark.word.lower()}, 41.4%", mark.colours)


def test_carried_forward_is_pale_and_said_and_provisional_is_said():
    cell = rating_cell(reading(Number(41.4), Rating.RED, carried_from=NOW - 2))
    assert (cell.pale, cell.words) == (True, "red, 41.4%, carried forward")
    (provisional,) = line_of(plans([31], status=Status.PROVISIONAL), quarters=1).readings
    assert rating_cell(provisional).words == "red, 31.0%, provisional"


@pytest.mark.parametrize("reason", Reason)
def test_no_figure_keeps_its_own_sign_and_never_looks_like_zero_or_blank(reason):
    cell = rating_cell(reading(NoFigure(reason)))
    assert (cell.words, cell.fill) == (f"no figure: {reason}", EMPTY)
    assert cell.text == GAPS.get(reason, NO_FIGURE)
    assert cell.text not in ("", " ", "0")


def test_not_due_hidden_not_applicable_and_missing_are_four_signs():
    kinds = [NoFigure(Reason.NOT_DUE), Hidden(), NoFigure(Reason.NOT_APPLICABLE)]
    assert len({rating_cell(reading(kind)).text for kind in (*kinds, NoFigure(Reason.NOT_RETURNED))}) == 4


def test_the_heat_map_runs_from_the_baseline_to_the_quarter_for_all_fourteen():
    heat = heat_of_overview(seen(*plans(FALLING)))
    assert (heat.quarters[0], heat.quarters[-1]) == (Quarter(2019, 1), NOW)
    assert [row.name for row in heat.rows] == [about.name for about in GROUPS]
    row = next(row for row in heat.rows if row.name.startswith("Weakness 6"))
    assert [cell.text for cell in row.cells[-3:]] == ["1", "1", "2"]
