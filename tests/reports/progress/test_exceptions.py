from dataclasses import replace
from datetime import date

from kpis.registry import registry
from programme.access import Role
from programme.areas import KENT
from reports.progress.exceptions import answer_to, kept_from, reds_without_action, told_of, unanswered
from reports.progress.readings import Progress
from tests.reports.build import records_of
from tests.reports.lines import NOW, PLANS, commentary, count, plans, progress_with

WHOLE = {"action": "Weekly panel", "owner_role": "Assessment lead", "due": date(2025, 3, 31)}


def test_one_reading_can_be_asked_about():
    progress = progress_with(plans([20]))
    (red,) = (each.reading for each in reds_without_action(progress, NOW))
    assert unanswered(red, commentary(PLANS, **WHOLE)) is None
    assert unanswered(red, None).lacks == ("management action", "owner", "date")


def test_what_was_written_holds_for_its_quarter_and_no_later_figure():
    old, new = commentary(PLANS, quarter=NOW - 1), commentary(PLANS)
    progress = progress_with(plans([20, 20]), old, new)
    now, before = (progress.reading(registry()[PLANS], KENT, quarter) for quarter in (NOW, NOW - 1))
    assert (told_of(progress, now), told_of(progress, before)) == ((new,), (old,))
    assert told_of(progress_with(plans([20, 20]), old), now) == ()


CARRIED = registry()["tribunal_appeal_rate"]
REPORTED = CARRIED.basis.reported(NOW)


def carried(*written):
    """The appeals of the year, reported once and carried for three quarters, with what was written."""
    figures = count("appeals_registered", [300], last=REPORTED) + count("appealable_decisions", [8000], last=REPORTED)
    return progress_with(figures, *written)


def without_action(progress, quarter) -> list[str]:
    return [each.reading.kpi.id for each in reds_without_action(progress, quarter)]


def test_a_management_action_holds_while_the_red_it_answers_is_carried_and_no_longer():
    progress = carried(commentary(CARRIED.id, quarter=REPORTED, **WHOLE))
    assert [without_action(progress, REPORTED + step) for step in range(4)] == [[], [], [], []]
    without = carried()
    assert [without_action(without, REPORTED + step) for step in range(4)] == [[CARRIED.id]] * 4
    assert told_of(progress, progress.reading(CARRIED, KENT, REPORTED + 4)) == ()


def test_an_action_that_is_written_later_holds_from_then_on():
    progress = carried(commentary(CARRIED.id, quarter=REPORTED + 2, **WHOLE))
    assert [without_action(progress, REPORTED + step) for step in range(4)] == [[CARRIED.id], [CARRIED.id], [], []]


def test_a_later_word_without_an_action_takes_none_away_and_a_later_action_takes_its_place():
    first = commentary(CARRIED.id, quarter=REPORTED, **WHOLE)
    later = commentary(CARRIED.id, quarter=REPORTED + 1, shows="Still high")
    other = commentary(CARRIED.id, quarter=REPORTED + 2, action="Another panel")
    progress = carried(first, later, other)

    def answered(step):
        return answer_to(progress, progress.reading(CARRIED, KENT, REPORTED + step))

    assert [answered(step) for step in range(4)] == [first, first, other, other]
    assert told_of(progress, progress.reading(CARRIED, KENT, REPORTED + 1)) == (later, first)
    assert without_action(progress, REPORTED + 1) == []
    assert reds_without_action(progress, REPORTED + 2)[0].lacks == ("owner", "date")


def test_words_about_a_figure_reach_only_those_who_see_it():
    exclusions, written = (
        "permanent_exclusions_send",
        commentary("permanent_exclusions_send", shows="three, two of them boys"),
    )
    for role, told, kept in ((Role.READER, (), True), (Role.ANALYST, (written,), False)):
        records = progress_with(count(exclusions, [3]), written).records
        progress = Progress(replace(records_of(*count(exclusions, [3])), logs=records.logs), role)
        reading = progress.reading(registry()[exclusions], KENT, NOW)
        assert (told_of(progress, reading), answer_to(progress, reading)) == (told, next(iter(told), None))
        assert kept_from(progress, reading) is kept
