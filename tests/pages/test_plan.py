from tests.pages.looking import go, table, tables, words


def test_the_plan_in_force_is_counted_and_listed(app):
    go(app, "actions", quarter="2024/25 Q3")
    assert app.title[0].value == "Accelerated Progress Plan: of 116 actions, 54 are complete, 51 of them with evidence"
    listed = actions(app)
    assert len(listed) == 116
    assert listed.loc["APP-6.01", "First agreed date"] == "30 September 2020", "carried over from the plan before"
    assert listed.loc["APP-6.01", "Note"] == "carried over from WSOA-3.04"
    assert listed.loc["APP-6.19", "Evidence"] == "no evidence"
    assert "APP-8.02 was agreed for 31 March 2021 and is now forecast for 31 March 2026, 1,826 days later" in words(app)


def actions(app):
    return next(found for found in tables(app) if "Forecast moved" in found).set_index("Ref")


def test_an_old_quarter_shows_the_plan_then_in_force(app):
    go(app, "actions", quarter="2022/23 Q2")
    assert app.title[0].value.startswith("Written Statement of Action: of 60 actions, 51 are complete")


def test_the_choices_stand_in_the_address_and_narrow_the_list(app):
    go(app, "actions", quarter="2024/25 Q3", for_weakness="8", status="Red")
    found = actions(app)
    assert set(found["Status"].str.partition(" ")[2].str.partition(" ")[0]) == {"Red"}
    assert all("8" in numbers for numbers in found["Weaknesses"])
    next(box for box in app.selectbox if box.label == "Weakness").set_value("6").run()
    assert not app.exception
    assert app.query_params["for_weakness"] == "6"


def test_overdue_actions_are_counted_by_lead_role(app):
    go(app, "actions", quarter="2024/25 Q3", for_weakness="8")
    counted = table(app)
    assert list(counted.columns) == ["Lead role", "Overdue"]
    listed = actions(app)
    late = listed[listed["Note"].str.contains("past the date agreed first")]
    assert counted["Overdue"].astype(int).sum() == len(late)


def test_one_action_is_followed_over_the_quarters(app):
    go(app, "actions", quarter="2024/25 Q3", for_weakness="6", action="APP-6.02")
    history = next(found for found in tables(app) if "Status returned" in found)
    assert history["Quarter"].tolist()[0] == "2023/24 Q1"
    assert set(history["Baseline due"]) == {"29 December 2023"}
    assert "Its forecast moved twice." in words(app)


def test_where_no_log_came_it_says_from_when_things_are_known(app):
    go(app, "actions", quarter="2022/23 Q3")
    assert "No action log was returned for 2022/23 Q3: this is how things stood in 2022/23 Q2." in words(app)


def test_before_the_first_plan_there_is_nothing_to_show(app):
    go(app, "actions", quarter="2019/20 Q1")
    assert app.title[0].value == "No plan was in force in 2019/20 Q1"


def test_an_empty_store_offers_the_demonstration(empty_app):
    go(empty_app, "actions")
    assert "There are no figures yet" in words(empty_app)
