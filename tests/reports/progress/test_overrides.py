import pytest

from kpis.rating import Rated, Rating
from kpis.registry import registry
from programme.areas import DISTRICTS, KENT
from programme.figure import Source
from reports.progress.overrides import about_carried, override, overriding
from tests.reports.lines import NOW, PLANS, commentary, count, plans, progress_with

RED = Rated(Rating.RED)


def test_a_judgement_changes_the_rating_and_keeps_the_computed_one():
    found = override(RED, commentary(PLANS, "Amber", "two schools closed"))
    assert (found.computed, found.rating, found.why) == (RED, Rating.AMBER, "two schools closed")
    assert found.rated.reason == "judged amber in the return (two schools closed); worked out from the figure: red"
    assert found.source == Source("return.xlsx", "Commentary", "A2", 1)


def test_there_is_nothing_to_override_without_a_judgement_or_a_difference():
    assert override(RED, None) is None
    assert override(RED, commentary(PLANS, "red", "as worked out")) is None


def test_a_judgement_makes_no_rating_where_there_is_none():
    assert override(Rated(Rating.NOT_RATED, reason="not returned"), commentary(PLANS, "green", "we know it")) is None


@pytest.mark.parametrize(("word", "reason"), [("amber", ""), ("yellow", "why"), ("not rated", "why"), ("", "why")])
def test_a_judgement_must_be_a_rating_with_a_reason(word, reason):
    assert overriding([commentary(PLANS, word, reason)]) == {}


def test_a_reading_stands_as_judged_in_its_own_quarter_only():
    progress = progress_with(plans([30, 30]), commentary(PLANS, "amber", "two schools closed"))
    now, before = (progress.reading(registry()[PLANS], KENT, quarter) for quarter in (NOW, NOW - 1))
    assert (now.rated.rating, now.override.computed.rating) == (Rating.AMBER, Rating.RED)
    assert (before.rated.rating, before.override) == (Rating.RED, None)


def test_a_judgement_holds_while_the_figure_it_was_about_is_carried():
    kpi = registry()["tribunal_appeal_rate"]
    reported = kpi.basis.reported(NOW)
    figures = count("appeals_registered", [300], last=reported) + count("appealable_decisions", [8000], last=reported)
    figures += count("appeals_registered", [310], last=reported + 4)
    figures += count("appealable_decisions", [8000], last=reported + 4)
    progress = progress_with(
        figures,
        commentary(kpi.id, "amber", "one large school", quarter=reported + 1),
        commentary(kpi.id, "red", "as worked out", quarter=reported + 3),
    )
    ratings = [str(progress.reading(kpi, KENT, reported + step).rated.rating) for step in range(5)]
    assert ratings == ["red", "amber", "amber", "red", "red"]


def test_what_is_written_later_than_the_quarter_looked_at_is_not_known_then():
    written = {(PLANS, NOW): "now", (PLANS, NOW - 2): "before"}
    assert about_carried(written, PLANS, NOW - 3, NOW - 1) == "before"
    assert about_carried(written, PLANS, NOW - 1, NOW - 1) is None
    assert about_carried(written, PLANS, NOW - 3, NOW) == "now"


def test_a_judgement_is_about_the_whole_and_not_about_a_district():
    kpi, district = registry()["suspensions_ehcp"], DISTRICTS[0]
    figures = count("suspensions_ehcp", [90], area=district) + count("pupils_ehcp", [1000], area=district)
    progress = progress_with(figures, commentary(kpi.id, "green", "a trip"))
    assert progress.reading(kpi, district, NOW).override is None


def test_a_hidden_figure_is_not_judged_into_sight():
    kpi = registry()["permanent_exclusions_send"]
    progress = progress_with(count(kpi.id, [3]), commentary(kpi.id, "red", "one more than it looks"))
    reading = progress.reading(kpi, KENT, NOW)
    assert (reading.rated.rating, reading.override) == (Rating.NOT_RATED, None)
