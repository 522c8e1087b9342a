from tests.pages.looking import go, table


def test_the_decision_on_the_strategy_is_on_record(app):
    go(app, "decisions", quarter="2024/25 Q3")
    listed = table(app).set_index("Reference")
    assert listed.loc["21/00019", ["Title", "Key decision", "Notice", "Status"]].tolist() == [
        "SEND Strategy 2021 to 2024", "yes", "4 February 2021", "taken",
    ]  # fmt: skip
    assert app.title[0].value == f"Decisions on record by 2024/25 Q3: {len(listed)}"


def test_a_later_decision_is_not_known_in_an_old_quarter(app):
    go(app, "decisions", quarter="2021/22 Q1")
    assert table(app)["Reference"].tolist() == ["21/00019", "ILL-20/01"]


def test_before_the_first_there_is_none(app):
    go(app, "decisions", quarter="2019/20 Q1")
    assert app.title[0].value == "No decision had been returned by 2019/20 Q1"
