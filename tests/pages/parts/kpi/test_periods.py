from tests.pages.looking import go, look_as, offered, table, tables, words
from tests.reports.periods import BAND

WAITING = "Children waiting for community paediatrics, NHS Kent and Medway ICB, by month"
REPORTED = "Requests decided within 6 weeks, Kent, by month, as reported, not worked out here"


def headers(app):
    return [each.value for each in app.header]


def test_months_stand_beneath_a_measure_as_what_they_are_with_the_senders_cells(app):
    go(app, "kpi", kpi="community_paediatrics_within_18_weeks")
    said = words(app)
    assert WAITING in headers(app)
    assert "rated by nobody: targets are of quarters. The quarter takes the last of its months." in said
    assert "Counts and values that no KPI is made of: 7" in said
    assert tables(app)[-1][["Period", "Figure", "File", "Sheet", "Cell"]].to_numpy().tolist() == [
        ["November 2024", "7,125", "community-health-2024-11.xlsx", "Table 4", "B4"],
        ["October 2024", "7,022", "community-health-2024-10.xlsx", "Table 4", "B4"],
    ]


def test_what_somebody_else_worked_out_is_marked_and_hidden_from_readers_beside_its_counts(app):
    go(app, "kpi", kpi="requests_decided_within_6_weeks")
    assert REPORTED in headers(app)
    assert list(tables(app)[-1]["Figure"]) == ["96.4%", "95.2%"]
    look_as(app, "reader", "this_quarter")
    go(app, "kpi", kpi="requests_decided_within_6_weeks")
    assert list(tables(app)[-1]["Figure"]) == ["c", "c"]
    assert "c: Hidden so that no child can be recognised, directly or by subtraction." in words(app)


def test_a_measure_in_no_kpi_has_a_page_which_the_list_leads_to(app):
    go(app, "kpi")
    assert "Counts and values that no KPI is made of: 21" in words(app)
    go(app, "measure", measure=BAND)
    assert app.title[0].value == (
        "Children who have waited more than 52 weeks for community paediatrics: "
        "from 1,388 in October 2024 to 1,451 in November 2024"
    )
    assert list(table(app)["Cell"]) == ["B4", "B4"]
    assert [each.label for each in offered(app)][-2:] == [
        "Download community-health-2024-10.xlsx as handed in (version 7)",
        "Download community-health-2024-11.xlsx as handed in (version 9)",
    ]


def test_a_measure_of_which_nothing_is_kept_is_not_there(app):
    go(app, "measure", measure="banana")
    assert "There is no measure “banana” here: the list of all is shown." in words(app)
