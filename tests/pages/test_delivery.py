from tests.pages.looking import go, markup, words


def test_at_the_revisit_much_was_delivered_and_little_had_improved(app):
    go(app, "delivery", quarter="2022/23 Q2")
    assert app.title[0].value == (
        "Of 60 actions, 51 are complete, 45 of them with evidence; 0 of 9 weaknesses are improving"
    )
    assert "Activity is not impact." in words(app)
    shown = markup(app)
    assert "Weakness 6: EHC process and plan quality</a></th>" in shown
    assert "weakness?quarter=2022%2F23+Q2&amp;area=Kent&amp;weakness=6" in shown
    assert "actions?quarter=2022%2F23+Q2&amp;area=Kent&amp;for_weakness=6" in shown


def test_without_a_log_for_the_quarter_it_says_so(app):
    go(app, "delivery", quarter="2022/23 Q3")
    assert "No action log was returned for 2022/23 Q3: delivery is as it stood in 2022/23 Q2." in words(app)
