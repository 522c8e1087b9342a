import re

from tests.pages.looking import go, markup, words


def press(app, label):
    next(button for button in app.button if button.label == label).click().run()
    assert not app.exception
    return app


def test_it_begins_with_the_worst_and_says_what_is_being_done(app):
    page = markup(go(app, "present"))
    assert re.search(r"Red and worsening · item 1 of \d+", page)
    assert "<dt>Management action</dt>" in page
    assert "<dt>Owner</dt>" in page
    finding = "Waiting over 52 weeks for an autism or ADHD assessment: 71%, floor missed, worsening since 2024/25 Q2"
    assert app.title[0].value == finding
    bar, here = re.findall(r'<p class="strip" role="note">(.*?)</p>', page)
    assert bar == here and "Demonstration data." in here, "quarter, area and whose figures: the bar is hidden here"
    assert "Waiting over 52 weeks for an autism or ADHD assessment (" in page


def test_next_and_previous_step_through_and_the_address_follows(app):
    go(app, "present")
    first = app.title[0].value, app.query_params["item"]
    press(app, "Next")
    assert (app.title[0].value, app.query_params["item"]) != first
    assert re.search(r"item 2 of \d+", markup(app))
    press(app, "Previous")
    assert (app.title[0].value, app.query_params["item"]) == first
    press(app, "Previous")
    assert re.search(r"Good news: green and improving · item (\d+) of \1<", markup(app))


def test_an_address_opens_at_its_item(app):
    go(app, "present", item="plans_over_52_weeks")
    assert app.title[0].value.startswith("Plans issued after more than a year: 8.8%, floor missed, ")


def test_stepping_on_after_a_link_goes_on_from_there(app):
    go(app, "present", item="plans_over_52_weeks")
    place = int(re.search(r"item (\d+) of", markup(app))[1])
    press(app, "Next")
    assert re.search(rf"item {place + 1} of", markup(app))


def test_a_red_without_an_action_says_so(app):
    go(app, "present")
    for _ in range(30):
        if "none is recorded: a red needs one" in markup(app):
            return
        press(app, "Next")
    raise AssertionError("the demonstration has reds without an action, but the meeting shows none")


def test_the_arrow_keys_work(app):
    go(app, "present")
    keys = {button.label: button.proto.shortcut for button in app.button}
    assert (keys["Previous"], keys["Next"]) == ("left", "right")


def test_without_reds_there_is_nothing_to_step_through(app):
    go(app, "present", quarter="2019/20 Q1")
    assert app.title[0].value == "Nothing to present"
    assert "No KPI is red, and no green one really moved for Kent in 2019/20 Q1." in words(app)


def test_an_item_that_is_none_is_said(app):
    go(app, "present", item="nonsense")
    assert [each.value for each in app.warning] == ["There is no item “nonsense” here: the first is shown."]
