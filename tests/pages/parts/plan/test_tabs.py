import re

import pytest

from tests.pages.looking import go, markup, table, tables, words


def test_at_the_revisit_much_was_delivered_and_little_had_improved(app):
    go(app, "delivery", quarter="2022/23 Q2")
    assert app.title[0].value == (
        "Of 60 actions, 51 are complete, 45 of them with evidence; 0 of 9 weaknesses are improving since 2019/20"
    )
    assert "Activity is not impact." in words(app)
    shown = markup(app)
    assert "Weakness 6: EHC process and plan quality</a></th>" in shown
    assert "weaknesses?quarter=2022%2F23+Q2&amp;area=Kent&amp;weakness=6" in shown
    assert "plan?quarter=2022%2F23+Q2&amp;area=Kent&amp;for_weakness=6" in shown


def test_without_a_log_for_the_quarter_it_says_so(app):
    go(app, "delivery", quarter="2022/23 Q3")
    assert "No action log was returned for 2022/23 Q3: delivery is as it stood in 2022/23 Q2." in words(app)


def test_the_high_risks_are_counted_and_those_that_moved_are_told(app):
    go(app, "risks", quarter="2024/25 Q3")
    assert app.title[0].value == "Of 8 risks, 6 are high"
    listed = table(app).set_index("Ref")
    assert listed.loc["R-07", "Score"] == "25 (5 × 5), high"
    assert listed["Since last quarter"].to_dict()["R-08"] == "↑ higher (was 9)"
    assert listed["Since last quarter"].to_dict()["R-04"] == "↓ lower (was 20)"


def test_a_quarter_without_risks_is_not_called_free_of_them(app):
    go(app, "risks", quarter="2022/23 Q4")
    assert app.title[0].value == "No risk was returned for 2022/23 Q4"


def test_the_decision_on_the_strategy_is_on_record(app):
    go(app, "decisions", quarter="2024/25 Q3")
    listed = table(app).set_index("Reference")
    assert listed.loc["21/00019", ["Title", "Key decision", "Notice", "Status"]].tolist() == [
        "SEND Strategy 2021 to 2024", "yes", "4 February 2021", "recommendations approved",
    ]  # fmt: skip
    assert app.title[0].value == f"Of {len(listed)} decisions on record by 2024/25 Q3, 1 is proposed and not yet taken"


def test_a_later_decision_is_not_known_in_an_old_quarter(app):
    go(app, "decisions", quarter="2021/22 Q1")
    assert table(app)["Reference"].tolist() == ["21/00019", "ILL-20/01"]


def test_before_the_first_there_is_none(app):
    go(app, "decisions", quarter="2019/20 Q1")
    assert app.title[0].value == "No decision had been returned by 2019/20 Q1"


def test_every_field_of_the_strategy_and_what_it_touches_stands_under_it(app):
    go(app, "decisions", quarter="2024/25 Q3")
    told = markup(app)
    for field in (
        "<dt>Lead member</dt><dd>Cabinet Member for Education and Skills</dd>",
        "<dt>Reason key</dt><dd>Expenditure or savings over £1m</dd>",
        "<dt>Divisions affected</dt><dd>All</dd>",
        "<dt>Not before</dt><dd>5 March 2021, 29 days after the notice</dd>",
        "<dt>Options considered</dt><dd>None: the previous strategy had expired</dd>",
        "<dt>Financial implications</dt><dd>Within the budget plan</dd>",
        "<dt>Legal implications</dt><dd>None</dd>",
        "<dt>Equality implications</dt><dd>An equality assessment was developed and is continued</dd>",
    ):
        assert field in told
    assert re.search(r'href="plan\?[^"]*tab=The\+plan\+before[^"]*">WSOA-1.06 Co-produce the SEND strategy', told)


def test_what_became_of_every_action_of_the_plan_before(app):
    go(app, "plan", tab="The plan before", quarter="2024/25 Q3")
    assert app.title[0].value == (
        "Written Statement of Action: 9 of 60 actions held were open when it ended, and nothing says what became of 1"
    )
    assert table(app)["Ref"].tolist()[0] == "WSOA-5.10"
    assert len(table(app)) == 60
    assert "they came on 27 September 2022, 558 days after the window had closed." in words(app)


def test_in_an_old_quarter_no_plan_had_ended_and_the_window_lay_ahead(app):
    go(app, "plan", tab="The plan before", quarter="2020/21 Q1")
    assert app.title[0].value == "No plan whose actions are held had ended by 2020/21 Q1"
    assert "the window opens in 80 days." in words(app)
    go(app, "plan", tab="Actions", quarter="2020/21 Q1")
    assert "the window opens in 80 days." in words(app), "also beside the plan in force"


def test_documents_are_those_of_then_with_what_is_to_be_confirmed(app):
    go(app, "plan", tab="Documents", quarter="2019/20 Q3")
    assert app.title[0].value == "Of 4 documents on record by 2019/20 Q3, the address of 1 is to be confirmed"
    _, strong, heard = tables(app)
    assert strong["Strength"].tolist() == ["to be confirmed"]
    assert len(heard) == 1


def test_functions_and_headline_areas_add_up_to_what_belongs_to_them(app):
    go(app, "delivery", quarter="2024/25 Q3")
    assert "<summary><b>Single point of contact</b>" in markup(app)
    go(app, "actions", quarter="2024/25 Q3")
    areas = next(each for each in tables(app) if "Headline area of the plan" in each.columns)
    assert areas["All actions"].astype(int).sum() == 116


@pytest.mark.parametrize(
    ("tab", "what"),
    [
        ("actions", "The plan and its actions are"),
        ("risks", "Risks are"),
        ("decisions", "Decisions are"),
        ("documents", "Documents are"),
        ("ended", "Actions of the plan before are"),
    ],
)
def test_what_is_of_the_whole_says_so_where_a_part_was_chosen(app, tab, what):
    thing = {"documents": {"tab": "Documents"}, "ended": {"tab": "The plan before"}}.get(tab, {})
    go(app, "actions" if thing else tab, area="Dartford", **thing)
    assert f"{what} Kent's as a whole: none belongs to Dartford alone." in words(app)
