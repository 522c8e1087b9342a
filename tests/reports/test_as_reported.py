"""A reported value from the store to what people see: marked everywhere, with its own cell, and not for every reader."""

from dataclasses import replace
from datetime import timedelta

import pytest

from disclosure.rule import NoFigure, Number
from kpis.registry import registry
from loaders.impact import impact, impact_of_withdrawal
from programme.access import Role
from programme.areas import DISTRICTS, KENT
from programme.period import months_of
from record.lineage import lineage
from record.records import read
from reports.charts.line import line_chart
from reports.exports.results import result_object, results
from reports.progress.districts import ChanceVerdict, districts
from reports.progress.judgement import judgement_of
from reports.progress.readings import Progress
from reports.sentences.heat import rating_cell
from reports.sentences.kpi import kpi_headline, kpi_sentence
from reports.sentences.line import legend_sentences
from reports.tables.impact import impact_tables
from reports.tables.line import line_table
from reports.tables.lineage import lineage_table
from store.database import Database
from store.returns.versions import accept
from tests.accepting import by, person
from tests.reports.cells import texts
from tests.store.returns.test_period_figures import Q4, REPORTED, THEN, count, given
from tests.store.submissions import standard

KPI = registry()["plans_within_20_weeks"]
MARK = "as reported, not worked out here"


@pytest.fixture(scope="module")
def shown(tmp_path_factory):
    """Kent and Ashford as a scorecard reports them, Ashford without a word of why it can point to nobody."""
    ashford = replace(REPORTED, area=DISTRICTS[0], value=12.0, as_printed="12.0", open_to_readers=False)
    path = tmp_path_factory.mktemp("reported") / "store.duckdb"
    with Database.open(path) as database:
        accept(database, given(REPORTED, ashford), by(at=THEN))
        accept(database, standard({"pupils_ehcp": 900}, quarter=Q4, workstreams=(2,)), by(at=THEN + timedelta(days=1)))
        yield database, read(database)


def reading(shown, role=Role.READER, area=KENT):
    return Progress(shown[1], role).reading(KPI, area, Q4)


def test_readers_see_what_its_layout_says_they_may(shown):
    assert reading(shown).shown == Number(41.5)
    assert reading(shown, area=DISTRICTS[0]).shown == NoFigure("not returned", "plans_issued_within_20_weeks for 2022/23 Q4")
    assert reading(shown, Role.ANALYST, DISTRICTS[0]).shown == Number(12.0)


def test_it_is_rated_and_marked_wherever_it_is_told(shown):
    progress = Progress(shown[1], Role.READER)
    judged, line = judgement_of(progress, KPI, KENT, Q4), progress.line(KPI, KENT, (Q4 - 1, Q4))
    assert str(judged.reading.rated.rating) == "amber"
    assert f"January to March 2023, {MARK}) stood at 41.5%," in kpi_sentence(judged)
    assert f"One figure is {MARK}; the table says which." in legend_sentences(line)
    assert rating_cell(judged.reading).words == f"amber, 41.5%, {MARK}"
    assert f"41.5%, amber ({MARK})" in line_chart(line).series[0].told
    (newest, _) = texts(line_table(line))
    assert (newest["Covers"], newest["Figure"], newest["Numerator"]) == (f"January to March 2023, {MARK}", "41.5%", "")
    told = result_object(judged.reading)
    assert (told["value"], told["numerator"], told["as_reported"]) == (41.5, None, "41.5%")
    assert told["display"] == "41.5% (as reported)"
    assert kpi_headline(judged).startswith("Plans issued within 20 weeks: 41.5% (as reported), target missed but floor met")
    assert told["cell"] == {
        "measure": "plans_within_20_weeks", "quarter": "2022/23 Q4", "as_printed": "41.5%",
        "file": "m.xlsx", "sheet": "Sheet1", "ref": "F7", "version": 1,
    }  # fmt: skip


def test_it_opens_at_the_senders_cell(shown):
    database, records = shown
    told = reading(shown)
    (row,) = texts(lineage_table(told, lineage(told.result, records, database, person())))
    assert row["What is counted"] == f"Plans issued within 20 weeks, {MARK}: printed as 41.5%"
    assert (row["For"], row["File"], row["Sheet"], row["Cell"]) == ("Kent, 2022/23 Q4", "m.xlsx", "Sheet1", "F7")


def test_it_is_held_against_no_district(shown):
    found = districts(Progress(shown[1], Role.ANALYST), KPI, Q4)
    assert {(each.value, each.verdict) for each in found.ranked} == {(None, ChanceVerdict.NOT_SAID)}


def test_counts_take_its_place(database):
    accept(database, given(REPORTED), by(at=THEN))
    counts = {"plans_issued": 120, "plans_issued_within_20_weeks": 60}
    accept(database, standard(counts, quarter=Q4), by(at=THEN + timedelta(days=1)))
    now, then = (Progress(read(database, moment), Role.READER).reading(KPI, KENT, Q4) for moment in (None, THEN))
    assert (now.shown, now.as_reported) == (Number(50.0, 60, 120), None)
    assert then.shown == Number(41.5)


def test_what_it_would_change_is_foreseen(database):
    foreseen = impact(database, given(REPORTED, count("requests_received", months_of(Q4)[0], 5)), person())
    tables = impact_tables(foreseen, Role.ANALYST)
    accept(database, given(REPORTED), by(at=THEN))
    gone = impact_tables(impact_of_withdrawal(database, 1, person()), Role.ANALYST)
    assert tables.summary.startswith(
        "Figures: 0 new, 0 changed, 0 withdrawn, 0 unchanged. "
        "Kept beside: 1 monthly or yearly figure and 1 reported value new or changed. KPIs that would change somewhere: 1."
    )
    (row,) = texts(tables.arriving)
    assert (row["KPI"], row["This return"], row["Rating"]) == (
        "Plans issued within 20 weeks",
        "41.5% (as reported)",
        "Not rated → Amber",
    )
    assert "Kept beside: 1 withdrawn. KPIs that would change somewhere: 1." in gone.summary


def test_it_follows_counts_in_one_series(database):
    for back in range(5, 0, -1):
        counts = {"plans_issued": 120, "plans_issued_within_20_weeks": 60 + back}
        accept(database, standard(counts, quarter=Q4 - back), by(at=THEN - timedelta(days=back)))
    accept(database, given(REPORTED), by(at=THEN))
    progress = Progress(read(database), Role.READER)
    judged = judgement_of(progress, KPI, KENT, Q4)
    everything = results(progress, Q4)
    assert (str(judged.direction), judged.step.since) == ("worsening", Q4 - 1)
    assert "(then 50.8%" in kpi_sentence(judged)
    rolling = next(each for each in everything if each["kpi"] == "plans_within_20_weeks_rolling_year")
    assert (rolling["value"], rolling["unknown"]) == (None, "part of the period is missing")
