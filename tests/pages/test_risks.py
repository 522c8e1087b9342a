from tests.pages.looking import go, table


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
