from dataclasses import replace
from datetime import date

from reports.language.linked import leads
from reports.progress.changes import RiskMove
from reports.tables.changes import moved_actions_table, moved_risks_table, ratings_table, reds_table
from tests.reports.acting import Q2, Q3, UNEVIDENCED, log, risk
from tests.reports.cells import missing, texts, values
from tests.reports.lines import NOW, PLANS, commentary, plans
from tests.reports.progress.test_changes import OTHER, found


def test_ratings_stand_with_both_figures_those_for_the_worse_first():
    told = found(plans([50, 20]))
    (row,) = (row for row in texts(ratings_table(told.ratings, NOW)) if row["KPI"] == "Plans issued within 20 weeks")
    assert (row["Last quarter"], row["This quarter"], row["Turn"]) == ("50.0%, ◆ amber", "20.0%, ▲ red", "↘ worse")


def test_ratings_hold_the_figures_themselves():
    told = [each for each in found(plans([50, 20])).ratings if each.now.kpi.id == PLANS]
    assert values(ratings_table(told, NOW)) == [
        {
            "KPI": "Plans issued within 20 weeks",
            "Area": "Kent",
            "Last quarter": 50.0,
            "This quarter": 20.0,
            "Turn": "worse",
            "Direction of the figure": "worsening",
            "Why": None,
        }
    ]
    assert missing(ratings_table(told, NOW)) == [{"Why": "no lead wrote why"}]


def test_a_rating_that_turned_says_why_in_the_lead_s_words():
    (told,) = [each for each in found(plans([50, 20])).ratings if each.now.kpi.id == PLANS]
    (row,) = texts(ratings_table([replace(told, written=commentary(PLANS, shows="Far fewer", why="Two vacancies"))], NOW))
    assert row["Why"] == "Two vacancies"
    (row,) = texts(ratings_table([replace(told, written=commentary(PLANS, shows="Far fewer"))], NOW))
    assert row["Why"] == "Far fewer"


def test_a_rating_that_turned_leads_to_its_kpi_and_each_figure_to_its_cells():
    (told,) = [each for each in found(plans([50, 20])).ratings if each.now.kpi.id == PLANS]
    ((kpi, _, before, now, *_),) = ratings_table([told], NOW).rows
    assert kpi.linked == (leads("Plans issued within 20 weeks", "kpi", kpi=PLANS, quarter="2024/25 Q3", area="Kent"),)
    cells = {"kpi": PLANS, "area": "Kent", "tab": "Definition and source"}
    assert [dict(cell.linked[0].to.choices) for cell in (before, now)] == [
        cells | {"quarter": "2024/25 Q2"},
        cells | {"quarter": "2024/25 Q3"},
    ]
    assert now.linked[0].text == "20.0%, ▲ red"


def test_actions_and_risks_that_moved_lead_to_theirs():
    table = moved_actions_table(found(logs=log(Q2=[{}], Q3=[UNEVIDENCED])))
    assert table.rows[0][0].linked == (leads("APP-6.01", "actions", action="APP-6.01", at="APP-6.01"),)
    moved = moved_risks_table([RiskMove(risk(Q2, "R-1", "3"), risk(Q3, "R-1"))], NOW)
    assert moved.rows[0][0].linked == (leads("R-1", "risks", at="R-1"),)


def test_reds_stand_with_their_target():
    (reading,) = (each for each in found(plans([50, 20])).red_and_worsening if each.kpi.id == PLANS)
    assert texts(reds_table([reading], NOW)) == [
        {"KPI": "Plans issued within 20 weeks", "Figure": "20.0%", "Target": "at least 60.0%"}
    ]
    assert values(reds_table([reading], NOW)) == [{"KPI": "Plans issued within 20 weeks", "Figure": 20.0, "Target": 60}]


def test_an_action_that_changed_in_two_ways_stands_once():
    late = {**OTHER, "Baseline due": "2024-11-29"}
    logs = log(Q2=[{}, {**late, "Forecast": "2024-11-29"}, {**OTHER, "Ref": "APP-6.03"}], Q3=[UNEVIDENCED, late])
    rows = {row["Ref"]: row for row in texts(moved_actions_table(found(logs=logs)))}
    assert {ref: row["What changed"] for ref, row in rows.items()} == {
        "APP-6.01": "completed",
        "APP-6.02": "slipped further; passed the date agreed first",
        "APP-6.03": "vanished from the return",
    }
    assert rows["APP-6.01"]["Evidence"] == "no evidence"


def test_a_moved_action_holds_its_days_and_its_slip():
    table = moved_actions_table(found(logs=log(Q2=[{}], Q3=[UNEVIDENCED])))
    assert table.caption == "Actions, 2024/25 Q3"
    assert values(table) == [
        {
            "Ref": "APP-6.01",
            "Action": "Clear the backlog",
            "What changed": "completed",
            "Status": "Green",
            "First agreed date": date(2024, 9, 30),
            "Done or forecast": date(2024, 9, 20),
            "Slip": -10,
            "Evidence": None,
        }
    ]
    assert missing(table) == [{"Evidence": "no evidence"}]


def test_risks_that_moved_or_went():
    moves = [RiskMove(risk(Q2, "R-1", "3"), risk(Q3, "R-1")), RiskMove(risk(Q2, "R-2"), None)]
    assert [(row["Ref"], row["Since last quarter"]) for row in texts(moved_risks_table(moves, NOW))] == [
        ("R-1", "↑ higher (was 12)"),
        ("R-2", "– no longer returned"),
    ]
    assert [row["Score now"] for row in values(moved_risks_table(moves, NOW))] == [16, None]
    assert missing(moved_risks_table(moves, NOW)) == [{}, {"Score now": "none"}]


def test_nothing_gives_empty_tables():
    tables = (ratings_table([], NOW), reds_table([], NOW), moved_risks_table([], NOW))
    assert [table.rows for table in tables] == [(), (), ()]
    assert [table.caption for table in tables] == [
        "Ratings, 2024/25 Q3",
        "New red and worsening, 2024/25 Q3",
        "Risks, 2024/25 Q3",
    ]
    assert tables[1].headings == ("KPI", "Figure", "Target")
