from reports.progress.changes import RiskMove
from reports.tables.changes import moved_actions_table, moved_risks_table, ratings_table, reds_table
from tests.reports.acting import Q2, Q3, UNEVIDENCED, log, risk
from tests.reports.lines import PLANS, plans
from tests.reports.progress.test_changes import OTHER, found


def test_ratings_stand_with_both_figures_those_for_the_worse_first():
    told = found(plans([50, 20]))
    (row,) = (row for row in ratings_table(told.ratings).to_dict("records") if row["KPI"] == "Plans issued within 20 weeks")
    assert (row["Last quarter"], row["This quarter"], row["Turn"]) == ("50.0%, ◆ amber", "20.0%, ▲ red", "↘ worse")


def test_reds_stand_with_their_target():
    (reading,) = (each for each in found(plans([50, 20])).red_and_worsening if each.kpi.id == PLANS)
    assert reds_table([reading]).to_dict("records") == [
        {"KPI": "Plans issued within 20 weeks", "Figure": "20.0%", "Target": "at least 60.0%"}
    ]


def test_an_action_that_changed_in_two_ways_stands_once():
    late = {**OTHER, "Baseline due": "2024-11-29"}
    logs = log(Q2=[{}, {**late, "Forecast": "2024-11-29"}, {**OTHER, "Ref": "APP-6.03"}], Q3=[UNEVIDENCED, late])
    rows = {row["Ref"]: row for row in moved_actions_table(found(logs=logs)).to_dict("records")}
    assert {ref: row["What changed"] for ref, row in rows.items()} == {
        "APP-6.01": "completed",
        "APP-6.02": "slipped further; passed the date agreed first",
        "APP-6.03": "vanished from the return",
    }
    assert rows["APP-6.01"]["Evidence"] == "no evidence"


def test_risks_that_moved_or_went():
    moves = [RiskMove(risk(Q2, "R-1", "3"), risk(Q3, "R-1")), RiskMove(risk(Q2, "R-2"), None)]
    assert [(row["Ref"], row["Since last quarter"]) for row in moved_risks_table(moves).to_dict("records")] == [
        ("R-1", "↑ higher (was 12)"),
        ("R-2", "– no longer returned"),
    ]


def test_nothing_gives_empty_tables():
    assert all(table.empty for table in (ratings_table([]), reds_table([]), moved_risks_table([])))
