from dataclasses import replace

import pytest

from disclosure.rule import Hidden
from kpis.direction import Direction
from kpis.kpi import Target
from kpis.rating import Rated, Rating, rate_by
from kpis.registry import registry
from programme.quarter import Quarter
from programme.sheets.commentary import Commentary
from reports.progress.changes import changes
from reports.progress.readings import Reading
from reports.progress.turns import Cause, RatingChange, Turn
from tests.reports.lines import NOW, PLANS, commentary, line_of, plans, progress_with

KPI = replace(registry()[PLANS], breaks={})
USUAL = Target(since="2019/20 Q3", value=60, floor=40, basis="test")


def held(shares, then=USUAL, now=USUAL, direction=Direction.NO_REAL_CHANGE, kpi=KPI, of=1000) -> RatingChange:
    """Two neighbouring quarters, each with its own target."""
    readings = line_of(plans(shares, of=of), quarters=2).readings
    before, after = (_by(reading, target, kpi) for reading, target in zip(readings, (then, now), strict=True))
    return RatingChange(before, after, direction)


def _by(reading: Reading, target: Target | None, kpi) -> Reading:
    result = replace(reading.result, kpi=kpi)
    return replace(reading, result=result, rated=rate_by(result, target))


def to(value=60, floor=40) -> Target:
    return Target(since=str(NOW), value=value, floor=floor, basis="test")


@pytest.mark.parametrize(
    ("shares", "then", "now", "cause", "turn"),
    [
        ([50, 65], USUAL, USUAL, Cause.FIGURE, Turn.BETTER),
        ([50, 35], USUAL, USUAL, Cause.FIGURE, Turn.WORSE),
        ([65, 65], to(80), to(60), Cause.TARGET_MOVED, Turn.NEITHER),  # lowered below the figure
        ([65, 62], to(80), to(60), Cause.TARGET_MOVED, Turn.NEITHER),  # and the figure fell
        ([65, 65], to(60), to(80), Cause.TARGET_MOVED, Turn.NEITHER),  # raised above it
        ([65, 70], to(60), to(80), Cause.TARGET_MOVED, Turn.NEITHER),  # although the figure rose
        ([38, 38], to(60, 40), to(60, 35), Cause.TARGET_MOVED, Turn.NEITHER),  # the floor alone
        ([38, 38], to(60, 35), to(60, 40), Cause.TARGET_MOVED, Turn.NEITHER),
        ([35, 65], to(80), to(60), Cause.FIGURE, Turn.BETTER),  # red to amber by the old target as well
        ([85, 70], to(80), to(75), Cause.FIGURE, Turn.WORSE),
        ([65, 65], None, USUAL, Cause.TARGET_BEGAN, Turn.NEITHER),
        ([65, 65], USUAL, None, Cause.TARGET_ENDED, Turn.NEITHER),
        ([None, 65], USUAL, USUAL, Cause.FIGURE_CAME, Turn.NEITHER),
        ([None, 65], None, USUAL, Cause.FIGURE_CAME, Turn.NEITHER),
        ([65, None], USUAL, USUAL, Cause.FIGURE_WENT, Turn.NEITHER),
    ],
)
def test_only_a_figure_turns_a_rating_for_the_better_or_worse(shares, then, now, cause, turn):
    change = held(shares, then, now)
    assert change.before.rated.rating is not change.now.rated.rating
    assert (change.cause, change.turn) == (cause, turn)


def test_a_change_of_the_figure_is_real_where_its_step_is():
    assert held([50, 65], direction=Direction.IMPROVING).real
    assert not held([50, 65], direction=Direction.NO_REAL_CHANGE).real
    assert not held([50, 65], direction=Direction.CANNOT_BE_SAID).real
    assert not held([65, 65], to(80), to(60), direction=Direction.IMPROVING).real


@pytest.mark.parametrize(
    ("shares", "direction"), [([50, 65], Direction.WORSENING), ([50, 35], Direction.IMPROVING)], ids=["better", "worse"]
)
def test_nothing_is_better_that_worsens_and_nothing_worse_that_improves(shares, direction):
    change = held(shares, direction=direction)
    assert (change.cause, change.turn) == (Cause.OTHER_WAY, Turn.NEITHER)


def test_across_a_break_nothing_is_better_or_worse():
    broken = replace(KPI, breaks={str(NOW): "in the returns: counted anew"})
    change = held([35, 65], kpi=broken, direction=Direction.CANNOT_BE_SAID)
    assert (change.cause, change.turn, change.broken.quarter) == (Cause.BREAK, Turn.NEITHER, NOW)
    assert held([35, 65], kpi=replace(KPI, breaks={str(NOW - 1): "in the returns: counted anew"})).cause is Cause.FIGURE


def turned(shares, *judged: Commentary) -> list[tuple[Cause, Turn]]:
    progress = progress_with(plans(shares, of=1000), *judged)
    return [(each.cause, each.turn) for each in changes(progress, NOW).ratings if each.now.kpi.id == PLANS]


def judgement(rating: str, quarter: Quarter = NOW) -> Commentary:
    return commentary(PLANS, rating, "because", quarter=quarter)


def test_a_judgement_that_was_made_or_lapsed_is_neither():
    assert turned([35, 35], judgement("amber")) == [(Cause.JUDGED, Turn.NEITHER)]
    assert turned([35, 35], judgement("amber", NOW - 1)) == [(Cause.LAPSED, Turn.NEITHER)]
    assert turned([35, 35], judgement("amber"), judgement("amber", NOW - 1)) == []
    assert turned([65, 50], judgement("red")) == [(Cause.FIGURE, Turn.WORSE)]
    assert turned([50, 35], judgement("green")) == [(Cause.JUDGED, Turn.NEITHER)]


def test_a_figure_that_turns_by_itself_does_so_whatever_was_judged_before():
    assert turned([35, 65], judgement("amber", NOW - 1)) == [(Cause.FIGURE, Turn.BETTER)]


def test_the_rating_that_a_figure_comes_to_is_kept_beside_a_judgement():
    progress = progress_with(plans([35]), judgement("amber"))
    reading = progress.reading(registry()[PLANS], line_of(plans([35]), quarters=1).area, NOW)
    assert (reading.rated.rating, reading.computed.rating) == (Rating.AMBER, Rating.RED)
    assert isinstance(reading.computed, Rated)


def hidden(reading: Reading) -> Reading:
    return replace(reading, shown=Hidden(), rated=Rated(Rating.NOT_RATED, reading.rated.target, "hidden"))


def test_a_figure_that_is_hidden_did_not_go_and_one_that_was_did_not_come():
    seen = held([65, 65])
    went, came = replace(seen, now=hidden(seen.now)), replace(seen, before=hidden(seen.before))
    assert (went.cause, came.cause) == (Cause.HIDDEN, Cause.HIDDEN_BEFORE)
    assert (went.turn, came.turn, went.real) == (Turn.NEITHER, Turn.NEITHER, False)
