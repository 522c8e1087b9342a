from programme.areas import KENT
from reports.language.linked import leads
from reports.progress.headings import by_function, by_headline_area
from reports.tables.headings import areas_table, functions_table
from tests.reports.acting import progress_on
from tests.reports.cells import texts, values
from tests.reports.progress.test_headings import LOGS, NOW


def test_a_function_says_what_it_does_and_counts_its_kpis_and_actions():
    table = functions_table(by_function(progress_on(LOGS), NOW, KENT), NOW)
    assert texts(table)[0] == {
        "Function of the redesign": "Statutory assessment",
        "What it does": "Decides requests, gathers advice and issues new plans",
        "KPIs": "11",
        "Red": "0",
        "Amber": "0",
        "Green": "0",
        "Not rated": "11",
        "All actions": "2",
        "Done": "1",
        "With evidence": "1",
        "Past the date agreed first": "1",
    }
    assert table.caption == "Functions of the redesign, 2024/25 Q3 (mapping inferred, to be confirmed)"


def test_ratings_add_up_to_the_kpis():
    rows = values(functions_table(by_function(progress_on(LOGS), NOW, KENT), NOW))
    assert all(row["KPIs"] == sum(row[word] for word in ("Red", "Amber", "Green", "Not rated")) for row in rows)


def test_actions_in_no_headline_area_are_counted_too():
    table = areas_table(by_headline_area(progress_on(LOGS), NOW), NOW)
    assert [(row["Headline area of the plan"], row["All actions"]) for row in values(table)] == [
        ("New leadership", 1),
        ("Focus on the child", 1),
        ("Improved parent experience", 0),
        ("Provision in mainstream schools", 0),
        ("Under none", 1),
    ]


def test_a_function_leads_to_its_kpis_and_an_area_to_its_actions():
    functions = functions_table(by_function(progress_on(LOGS), NOW, KENT), NOW)
    assert functions.rows[0][0].linked == (leads("Statutory assessment", "kpi", by="function", at="Statutory assessment"),)
    areas = areas_table(by_headline_area(progress_on(LOGS), NOW), NOW)
    assert areas.rows[0][0].linked == (leads("New leadership", "actions", headline="New leadership"),)
    assert areas.rows[-1][0].linked == ()
