from kpis.registry import registry
from programme.areas import KENT
from programme.symbols import Status
from reports.tables.line import line_table
from tests.reports.build import a_figure
from tests.reports.lines import NOW, PLANS, commentary, count, line_of, plans, progress_with


def test_a_line_is_a_table_newest_first_with_its_cells():
    table = line_table(line_of(plans([50, 58.5], of=1000, status=Status.PROVISIONAL), quarters=2))
    assert table.to_dict("records")[0] == {
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
    assert list(table["Quarter"]) == ["2024/25 Q3", "2024/25 Q2"]


def test_missing_hidden_and_carried_are_three_things():
    missing = line_table(line_of(plans([50, None]), quarters=2)).iloc[0]
    assert (missing["Figure"], missing["Numerator"], missing["Status"]) == ("no figure: not returned", "", "")
    assert missing["Why"] == (
        "not returned (“Plans issued within 20 weeks of the request, excluding exceptions” for 2024/25 Q3)"
    )
    hidden = line_table(line_of(count("permanent_exclusions_send", [3]), "permanent_exclusions_send", quarters=1)).iloc[0]
    assert (hidden["Figure"], hidden["Rating"]) == ("c (hidden: fewer than 5 children)", "○ Not rated")
    figures = [
        a_figure("phase_transfers_on_time", 81, quarter="2023/24 Q4"),
        a_figure("phase_transfers", 100, quarter="2023/24 Q4"),
    ]
    carried = line_table(line_of(figures, "phase_transfers_on_time", quarters=1)).iloc[0]
    assert (carried["Figure"], carried["Covers"]) == ("81.0%", "school year 2023/24 (carried forward)")


def test_a_judged_rating_says_so():
    line = progress_with(plans([35]), commentary(PLANS, "amber", "two schools closed")).line(registry()[PLANS], KENT, [NOW])
    assert line_table(line)["Rating"][0] == "◆ Amber (judged)"
