from tests.pages.looking import go, markup, table, words


def test_at_the_revisit_much_was_delivered_and_little_had_improved(app):
    go(app, "delivery", quarter="2022/23 Q2")
    assert app.title[0].value == (
        "Of 60 actions, 51 are complete, 45 of them with evidence; 0 of 9 weaknesses are improving"
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
    assert app.title[0].value == f"Decisions on record by 2024/25 Q3: {len(listed)}"


def test_a_later_decision_is_not_known_in_an_old_quarter(app):
    go(app, "decisions", quarter="2021/22 Q1")
    assert table(app)["Reference"].tolist() == ["21/00019", "ILL-20/01"]


def test_before_the_first_there_is_none(app):
    go(app, "decisions", quarter="2019/20 Q1")
    assert app.title[0].value == "No decision had been returned by 2019/20 Q1"
