import shutil
from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from disclosure.rule import Hidden, Number
from disclosure.seen import Undisclosed
from kpis.rating import Rating
from kpis.registry import definitions_in_force
from programme.access import Role
from programme.areas import DISTRICTS, KENT, NHS_KENT_AND_MEDWAY, SOUTH_EAST
from programme.hidden import HIDDEN_WORDS
from programme.moment import end_of
from programme.quarter import Quarter
from programme.sheets.commentary import COMMENTARY
from programme.wordings import WordsTyped
from record.known import Moments
from record.records import read
from reports.progress.readings import Progress, area_shown, count_ratings, kpis, once_per_progress
from store.database import Database
from store.returns.versions import accept
from store.returns.writing import write_words
from tests.accepting import by
from tests.reports.build import a_figure, progress_of, records_of
from tests.store.submissions import IN_TIME, ISSUED, standard

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
        assert (reading.rated.rating, reading.rated.reason) == (Rating.NOT_RATED, HIDDEN_WORDS)


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


def test_a_family_is_a_whole_and_its_parts_whichever_of_them_is_asked_for():
    progress = progress_of(*HALF)
    assert list(progress.family(SHARE, DISTRICTS[3], Q3)) == [KENT, *DISTRICTS]
    assert list(progress.family(WAITING, NHS_KENT_AND_MEDWAY, Q3)) == [NHS_KENT_AND_MEDWAY]
    assert progress.family(SHARE, KENT, Q3)[KENT] is progress.reading(SHARE, KENT, Q3)
    assert list(progress.readings(SHARE, Q3)) == list(SHARE.areas)


def test_of_an_area_nothing_is_worked_out_but_its_own(worked_out):
    progress_of(*HALF).reading(SHARE, KENT, Q3)
    assert worked_out == [SHARE.id]


@pytest.fixture
def database(tmp_path):
    with Database.open(tmp_path / "store.duckdb") as opened:
        accept(opened, standard({IN_TIME: 322, ISSUED: 550}), by())
        yield opened


@pytest.fixture
def worked_out(monkeypatch):
    """The KPIs of the results that were worked out, in order."""
    asked, result = [], Undisclosed.result
    monkeypatch.setattr(Undisclosed, "result", lambda own, kpi, *given: asked.append(kpi.id) or result(own, kpi, *given))
    return asked


JUDGED = WordsTyped(COMMENTARY, Q3, COMMENTARY.typed(kpi=SHARE.id, judgement="green", judgement_reason="Two left"), 3)


def test_where_words_alone_were_stored_no_figure_is_worked_out_again_and_the_words_count(database, worked_out):
    kept = Moments(Progress)
    first = kept.answer(database, kept.asked(database, Role.READER))
    assert (first.reading(SHARE, KENT, Q3).rated.rating, worked_out) == (Rating.AMBER, [SHARE.id])
    write_words(database, JUDGED, by("lead", "it is known better"))
    second = kept.answer(database, kept.asked(database, Role.READER))
    assert second is not first
    reading = second.reading(SHARE, KENT, Q3)
    assert (reading.rated.rating, reading.computed.rating, worked_out) == (Rating.GREEN, Rating.AMBER, [SHARE.id])


def test_after_a_figure_was_corrected_all_are_worked_out_again(database, worked_out):
    kept = Moments(Progress)
    kept.answer(database, kept.asked(database, Role.READER)).reading(SHARE, KENT, Q3)
    accept(database, standard({IN_TIME: 321, ISSUED: 550}), by())
    found = kept.answer(database, kept.asked(database, Role.READER)).reading(SHARE, KENT, Q3)
    assert (found.result.inputs[0].value, worked_out) == (321, [SHARE.id] * 2)


def test_the_same_figures_from_other_cells_are_worked_out_again(database, worked_out):
    kept = Moments(Progress)
    kept.answer(database, kept.asked(database, Role.READER)).reading(SHARE, KENT, Q3)
    accept(database, standard({IN_TIME: 322, ISSUED: 550}, file_name="again.xlsx"), by())
    found = kept.answer(database, kept.asked(database, Role.READER)).reading(SHARE, KENT, Q3)
    assert (found.result.inputs[0].source.file, worked_out) == ("again.xlsx", [SHARE.id] * 2)


def test_another_file_with_the_same_figures_has_its_own(database, tmp_path, worked_out):
    first = Progress(read(database), Role.READER)
    database.close()
    with Database.open(shutil.copy(tmp_path / "store.duckdb", tmp_path / "other.duckdb")) as other:
        second = Progress(read(other), Role.READER, before=first)
        assert first.reading(SHARE, KENT, Q3).shown == second.reading(SHARE, KENT, Q3).shown
    assert worked_out == [SHARE.id] * 2


def test_what_one_who_sees_everything_was_told_is_nothing_for_a_reader():
    records = records_of(a_figure(EXCLUSIONS.id, 3))
    analyst = Progress(records, Role.ANALYST)
    assert isinstance(analyst.reading(EXCLUSIONS, KENT, Q3).shown, Number)
    reader = Progress(records, Role.READER, before=analyst)
    assert isinstance(reader.reading(EXCLUSIONS, KENT, Q3).shown, Hidden)


def test_an_area_that_the_kpi_is_not_for_has_no_reading():
    with pytest.raises(KeyError):
        progress_of().reading(WAITING, KENT, Q3)


def test_every_kpi_that_says_something_of_kent_is_read_in_the_order_of_the_registry():
    assert [reading.kpi for reading in progress_of(*HALF).current(KENT, Q3)] == list(definitions_in_force(Q3).values())


def test_not_rated_is_counted_like_every_other_rating():
    found = [each for each in progress_of(*HALF).current(KENT, Q3) if each.kpi.workstream == 3]
    assert count_ratings(found) == {
        Rating.GREEN: 0, Rating.AMBER: 1, Rating.RED: 0, Rating.NOT_RATED: len(found) - 1,
    }  # fmt: skip
    assert count_ratings([]) == dict.fromkeys(Rating, 0)


def test_work_is_done_once_for_the_same_progress_and_questions():
    progress, asked = progress_of(), []

    @once_per_progress
    def work(given, number, area=KENT):
        """Its own words."""
        asked.append((number, area))
        return given, number

    assert work(progress, 1) is work(progress, 1)
    assert work(progress, 1) is work(progress, 1, KENT) is work(progress, number=1, area=KENT)
    assert work(progress, 2) == (progress, 2)
    assert asked == [(1, KENT), (2, KENT)]
    assert work(progress_of(), 1)[0] is not progress
    assert work.__doc__ == "Its own words."


def test_what_is_missing_by_now_is_so_on_the_day_of_the_progress_or_at_the_moment_of_its_records():
    day, moment = date(2025, 1, 31), datetime(2024, 6, 1, 12, tzinfo=UTC)
    assert Progress(records_of(), Role.READER, on=day).now == end_of(day)
    assert Progress(replace(records_of(), as_at=moment), Role.READER).now == moment
    assert Progress(replace(records_of(), as_at=moment), Role.READER, on=day).now == end_of(day)
