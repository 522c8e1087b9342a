import csv
from io import StringIO

from tests.pages.looking import content, go, markup, table, words
from tests.pages.parts.plan.test_actions import shown

CSV = "Table as CSV: Accelerated Progress Plan, actions as at 2024/25 Q3"


def rows(app) -> dict[str, dict[str, str]]:
    """The actions as the page gives them away, by ref: every column of the list and of what is opened in it."""
    text = content(app, CSV)
    lines = (text if isinstance(text, str) else text.decode("utf-8-sig")).splitlines()
    start = next(at for at, line in enumerate(lines) if "Forecast moved" in line)
    return {row["Ref"]: row for row in csv.DictReader(StringIO("\n".join(lines[start:])))}


def test_the_plan_in_force_is_counted_and_listed(app):
    go(app, "actions", quarter="2024/25 Q3")
    assert app.title[0].value == "Accelerated Progress Plan: of 116 actions, 54 are complete, 51 of them with evidence"
    listed = rows(app)
    assert len(listed) == 116 and set(shown(app)) == {*listed, "M1-4"}, "what the board agreed is listed, and not counted"
    assert listed["APP-6.01"]["First agreed date"] == "30 September 2020", "carried over from the plan before"
    assert listed["APP-6.01"]["Note"] == "carried over from WSOA-3.04"
    assert listed["APP-6.19"]["Evidence"] == "no evidence"
    assert 'alt="agreed for 31 March 2021, now expected 31 March 2026"' in markup(app)


def test_an_old_quarter_shows_the_plan_then_in_force(app):
    go(app, "actions", quarter="2022/23 Q2")
    assert app.title[0].value.startswith("Written Statement of Action: of 60 actions, 51 are complete")


def test_the_choices_stand_in_the_address_and_narrow_the_list(app):
    go(app, "actions", quarter="2024/25 Q3", for_weakness="8", status="Red")
    found = shown(app)
    assert {each["status"] for each in found.values()} == {"Red"}
    assert all("8" in each["for_weakness"].split("|") for each in found.values())


def test_overdue_actions_are_counted_by_lead_role(app):
    go(app, "actions", quarter="2024/25 Q3")
    counted = table(app)
    assert list(counted.columns) == ["Lead role", "Overdue"]
    late = [each for each in rows(app).values() if "past the date agreed first" in each["Note"]]
    assert counted["Overdue"].astype(int).sum() == len(late) == 46


def test_one_action_is_followed_over_the_quarters(app):
    go(app, "actions", quarter="2024/25 Q3", for_weakness="6", action="APP-6.02")
    _, _, opened = markup(app).partition('id="APP-6.02"')
    opened = opened[: opened.index("</details>")]
    returned = opened[opened.index("As returned, newest first") :]
    assert returned.count("<li>") == returned.count("due 29 December 2023") == 7
    assert returned.rindex("<li>2023/24 Q1: ") == returned.rindex("<li>")
    assert "Its forecast moved twice." in opened


def test_where_no_log_came_it_says_from_when_things_are_known(app):
    go(app, "actions", quarter="2022/23 Q3")
    assert "No action log was returned for 2022/23 Q3: this is how things stood in 2022/23 Q2." in words(app)


def test_before_the_first_plan_there_is_nothing_to_show(app):
    go(app, "actions", quarter="2019/20 Q1")
    assert app.title[0].value == "No plan was in force in 2019/20 Q1"


def test_an_empty_store_offers_the_demonstration(empty_app):
    go(empty_app, "actions")
    assert "There are no figures yet" in words(empty_app)


def test_a_tab_that_is_none_is_said(app):
    go(app, "plan", tab="Nonsense")
    assert [each.value for each in app.warning] == ["There is no tab “Nonsense” here: Actions is shown."]
