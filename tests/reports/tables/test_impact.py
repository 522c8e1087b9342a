from dataclasses import replace

from programme.access import Role
from programme.impact import FigureChange
from programme.symbols import Status
from reports.sentences.impact import MOST_ROWS
from reports.tables.impact import impact_tables
from tests.reports.build import a_figure
from tests.reports.cells import column, texts
from tests.reports.progress.test_impact import ASHFORD, facts_of, issued
from tests.reports.progress.test_word_changes import action, typed
from tests.reports.sentences.test_impact import foreseen


def test_the_tables_say_from_what_to_what():
    before, after = issued(59), issued(60)
    (changed,) = [FigureChange(before[key], after[key]) for key in before if before[key] != after[key]]
    tables = impact_tables(foreseen(before, after, 1, changes=[changed]), Role.ANALYST)
    assert tables.summary == (
        "Figures: 0 new, 1 changed, 0 withdrawn, 1 unchanged. "
        "KPIs that would change somewhere: 1. Ratings that would change: 1. "
        "Figures that readers have seen would change in 2024/25 Q2."
    )
    assert texts(tables.kpis) == [
        {
            "Quarter": "2024/25 Q2",
            "KPI": "Plans issued within 20 weeks",
            "Area": "Kent",
            "Value": "59.0% → 60.0%",
            "Rating": "Amber → Green",
            "Direction": "cannot be said",
        }
    ]
    assert texts(tables.figures) == [
        {
            "Quarter": "2024/25 Q2",
            "Measure": "plans_issued_within_20_weeks",
            "Area": "Kent",
            "Value": "59, final → 60, final",
            "Cell": "Figures!D5",
        }
    ]


def test_ratings_that_change_come_first_and_districts_stand_by_themselves():
    before = issued(59) | issued(50, area=ASHFORD) | facts_of(a_figure("requests_received", 900))
    after = issued(60) | issued(70, area=ASHFORD) | facts_of(a_figure("requests_received", 910))
    tables = impact_tables(foreseen(before, after), Role.ANALYST)
    assert [(row["Area"], row["Rating"]) for row in texts(tables.kpis)] == [
        ("Kent", "Amber → Green"),
        ("Kent", "Not rated"),
    ]
    assert [(row["Area"], row["Rating"]) for row in texts(tables.districts)] == [("Ashford", "Amber → Green")]


def test_figures_that_are_only_settled_are_counted_and_come_last():
    draft, final = issued(59, status=Status.PROVISIONAL), issued(59)
    settled = [FigureChange(draft[key], final[key]) for key in final]
    moved = FigureChange(a_figure("plans_audited", 4), a_figure("plans_audited", "x"))
    tables = impact_tables(foreseen(draft, final, changes=[*settled, moved]), Role.ANALYST)
    assert "3 changed (2 of them only from provisional to final or back)" in tables.summary
    assert column(tables.figures, "Value") == [
        "4, final → x (not available), final",
        "59, provisional → 59, final",
        "100, provisional → 100, final",
    ]


def test_without_changes_the_tables_have_no_rows():
    tables = impact_tables(foreseen({}, {}, 3), Role.ANALYST)
    assert (tables.kpis.rows, tables.districts.rows, tables.figures.rows) == ((), (), ())
    assert [table.caption for table in (tables.kpis, tables.districts, tables.figures)] == [
        "KPIs that would change",
        "KPIs that would change in the districts",
        "Figures that would change",
    ]
    assert tables.summary.startswith(
        "Figures: 0 new, 0 changed, 0 withdrawn, 3 unchanged. KPIs that would change somewhere: 0."
    )
    assert tables.summary.endswith("No figure already seen would change.")


def test_what_is_accepted_is_told_as_done():
    words = {"words_before": {}, "words_after": typed(({3}, [action("A-1")]))}
    told = replace(foreseen({}, {}, 3), **words)
    tables = impact_tables(told, Role.ANALYST, accepted=True)
    shown = (tables.kpis, tables.districts, tables.figures, tables.words)
    assert [table.caption for table in shown] == [
        "KPIs that changed",
        "KPIs that changed in the districts",
        "Figures that changed",
        "Words that changed",
    ]
    assert tables.summary.endswith("No figure already seen changed. Words: 1 row came, on Actions.")
    assert "would" not in tables.summary


def test_a_new_and_a_withdrawn_figure_have_one_side():
    new, gone = a_figure("plans_audited", 4), a_figure("plans_audited_good", 2.5)
    tables = impact_tables(foreseen({}, {}, changes=[FigureChange(None, new), FigureChange(gone, None)]), Role.ANALYST)
    assert column(tables.figures, "Value") == ["none → 4, final", "2.5, final → none"]
    assert column(tables.figures, "Cell") == ["Figures!D5", "no longer given"]


def test_long_tables_say_that_they_are_cut():
    many = [FigureChange(None, a_figure("plans_audited", number)) for number in range(MOST_ROWS + 1)]
    tables = impact_tables(foreseen({}, {}, changes=many), Role.ANALYST)
    assert len(tables.figures.rows) == MOST_ROWS
    assert tables.summary.endswith("The tables below list the first 200 lines.")
