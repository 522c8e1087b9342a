import pytest

from disclosure.rule import Hidden, Number
from kpis.rating import Rating
from programme.access import Role
from programme.areas import DISTRICTS, KENT, NHS_KENT_AND_MEDWAY, SOUTH_EAST
from programme.quarter import Quarter
from reports.progress.readings import Progress, area_shown, count_ratings, kpis
from tests.reports.build import a_figure, progress_of, records_of

Q3 = Quarter.parse("2024/25 Q3")
SHARE = kpis()["plans_within_20_weeks"]
EXCLUSIONS = kpis()["permanent_exclusions_send"]
WAITING = kpis()["neurodevelopmental_waiting"]
HALF = (a_figure("plans_issued_within_20_weeks", 50), a_figure("plans_issued", 100))


def test_a_reading_says_what_is_seen_and_how_it_is_rated():
    reading = progress_of(*HALF).reading(SHARE, KENT, Q3)
    assert reading.shown == Number(50.0, 50.0, 100.0)
    assert (reading.display, reading.rated.rating, reading.carried) == ("50.0%", Rating.AMBER, False)
    assert (reading.kpi, reading.area, reading.quarter) == (SHARE, KENT, Q3)


def test_a_reading_is_worked_out_once():
    progress = progress_of(*HALF)
    assert progress.reading(SHARE, KENT, Q3) is progress.reading(SHARE, KENT, Q3)


@pytest.mark.parametrize(("role", "shown"), [(Role.READER, Hidden), (Role.ANALYST, Number)])
def test_a_hidden_figure_is_not_rated_and_keeps_its_target(role, shown):
    progress = Progress(records_of(a_figure(EXCLUSIONS.id, 3)), role)
    reading = progress.reading(EXCLUSIONS, KENT, Q3)
    assert isinstance(reading.shown, shown)
    assert reading.rated.target.value == 4
    if role is Role.READER:
        assert (reading.rated.rating, reading.rated.reason) == (Rating.NOT_RATED, "hidden: fewer than 5 children")


def test_a_line_has_a_reading_for_every_quarter_also_without_a_figure():
    line = progress_of(*HALF).line(SHARE, KENT, Q3.last(3))
    assert [reading.quarter for reading in line.readings] == Q3.last(3)
    assert [reading.display for reading in line.readings] == ["no figure: not returned", "no figure: not returned", "50.0%"]


def test_kent_readers_see_the_nhs_area_and_district_readers_only_their_own():
    assert area_shown(SHARE, KENT) == KENT
    assert area_shown(WAITING, KENT) == NHS_KENT_AND_MEDWAY
    assert area_shown(SHARE, DISTRICTS[0]) == DISTRICTS[0]
    assert area_shown(WAITING, DISTRICTS[0]) is None
    assert area_shown(SHARE, SOUTH_EAST) is None


def test_every_kpi_stands_in_its_workstream_and_in_each_weakness_it_speaks_to():
    progress = progress_of(*HALF)
    streams = [reading.kpi for number in range(1, 6) for reading in progress.workstream(number, KENT, Q3).readings]
    assert streams == list(kpis().values())
    for number in range(1, 10):
        speaking = [reading.kpi for reading in progress.weakness(number, KENT, Q3).readings]
        assert speaking == [kpi for kpi in kpis().values() if number in kpi.weaknesses]


def test_not_rated_is_counted_like_every_other_rating():
    group = progress_of(*HALF).workstream(3, KENT, Q3)
    assert group.counts == {Rating.GREEN: 0, Rating.AMBER: 1, Rating.RED: 0, Rating.NOT_RATED: len(group.readings) - 1}
    assert count_ratings([]) == dict.fromkeys(Rating, 0)


def test_work_is_done_once_for_the_same_records_and_questions():
    progress, asked = progress_of(), []

    def work(given, *question):
        asked.append(question)
        return given, question

    assert progress.once(work, 1, "Kent") is progress.once(work, 1, "Kent")
    assert progress.once(work, 2, "Kent") == (progress, (2, "Kent"))
    assert asked == [(1, "Kent"), (2, "Kent")]
    assert progress_of().once(work, 1, "Kent")[0] is not progress
