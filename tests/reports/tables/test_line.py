from kpis.registry import registry
from programme.areas import KENT
from programme.symbols import Status
from reports.tables.line import line_table
from tests.reports.build import a_figure
from tests.reports.cells import column, missing, texts, values
from tests.reports.lines import NOW, PLANS, commentary, count, line_of, plans, progress_with


def test_a_line_is_a_table_newest_first_with_its_cells():
    table = line_table(line_of(plans([50, 58.5], of=1000, status=Status.PROVISIONAL), quarters=2))
    assert texts(table)[0] == {
        "Quarter": "2024/25 Q3",
        "Covers": "October to December 2024",
        "Figure": "58.5%",
        "Numerator": "585",
        "Denominator": "1,000",
        "Target": "at least 60.0%, floor 40.0%",
        "Rating": "◆ Amber",
        "Why": "",
        "Status": "provisional",
        "Read from": "return.xlsx version 1: Figures!D5, Figures!D5",
    }
    assert column(table, "Quarter") == ["2024/25 Q3", "2024/25 Q2"]
    assert table.caption == "Plans issued within 20 weeks, Kent"


def test_a_line_holds_its_numbers_unrounded_and_in_its_unit():
    table = line_table(line_of(plans([50, 58.54], of=1000), quarters=1))
    assert values(table) == [
        {
            "Quarter": "2024/25 Q3",
            "Covers": "October to December 2024",
            "Figure": 58.54,
            "Numerator": 585.4,
            "Denominator": 1000,
            "Target": 60,
            "Rating": "Amber",
            "Why": None,
            "Status": "final",
            "Read from": "return.xlsx version 1: Figures!D5, Figures!D5",
        }
    ]
    assert [(each.kind, each.unit) for each in table.columns[2:5]] == [("number", "%"), ("number", ""), ("number", "")]


def test_missing_hidden_and_carried_are_three_things():
    table = line_table(line_of(plans([50, None]), quarters=2))
    unknown = texts(table)[0]
    assert (unknown["Figure"], unknown["Numerator"], unknown["Status"]) == ("no figure: not returned", "", "")
    assert unknown["Why"] == (
        "not returned (“Plans issued within 20 weeks of the request, excluding exceptions” for 2024/25 Q3)"
    )
    assert values(table)[0]["Figure"] is None
    assert missing(table)[0] == {"Figure": "not returned"}
    small = line_table(line_of(count("permanent_exclusions_send", [3]), "permanent_exclusions_send", quarters=1))
    (hidden,) = texts(small)
    assert (hidden["Figure"], hidden["Rating"]) == ("c", "○ Not rated")
    assert [cell.value for cell in small.rows[0] if cell.value in (3, "3")] == []
    assert missing(small)[0]["Figure"] == "Hidden so that no child can be recognised, directly or by subtraction"
    figures = [
        a_figure("phase_transfers_on_time", 81, quarter="2023/24 Q4"),
        a_figure("phase_transfers", 100, quarter="2023/24 Q4"),
    ]
    (carried,) = texts(line_table(line_of(figures, "phase_transfers_on_time", quarters=1)))
    assert (carried["Figure"], carried["Covers"]) == ("81.0%", "school year 2023/24 (carried forward)")


def test_a_judged_rating_says_so():
    line = progress_with(plans([35]), commentary(PLANS, "amber", "two schools closed")).line(registry()[PLANS], KENT, [NOW])
    assert column(line_table(line), "Rating") == ["◆ Amber (judged)"]
    assert values(line_table(line))[0]["Rating"] == "Amber"
