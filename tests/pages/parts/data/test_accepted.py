import pytest

from tests.pages.looking import go, markup, table, words
from tests.pages.parts.data.test_handed_in import another_window
from tests.pages.test_data import box, drop, press


@pytest.fixture
def accepted(own_app, usual_return):

    go(own_app, "upload")
    drop(own_app, usual_return)
    box(own_app.text_input, "Your name or role").set_value("SEND performance analyst")
    press(own_app, "Accept the return")
    return own_app


def test_it_says_what_was_accepted_what_changed_and_what_comes_next(accepted):
    told = words(accepted)
    assert "return.xlsx is accepted as version 12." in told
    assert "Version 12: return for 2024/25 Q4, workstream 3, Kent County Council. It speaks for Figures of KCC." in told
    assert "Figures: 103 new, 0 changed, 0 withdrawn, 0 unchanged." in told
    assert "Oldest open assessment" in table(accepted)["KPI"].tolist()
    missing = "Still missing for 2024/25 Q4: workstreams 1, 2, 4 and 5 of KCC and workstream 5 of NHS."
    assert f"{missing} They were due by 8 May 2025." in told
    assert "or withdraw version 12 under Returns" in told
    assert 'href="./?quarter=2024%2F25+Q4&amp;area=Kent">See 2024/25 Q4 on This quarter</a>' in markup(accepted)


def test_it_stays_when_the_page_is_loaded_again_and_goes_with_the_next_file(accepted, form):
    from loaders.forms.saving import save

    assert accepted.query_params["accepted"] == "12"
    again = go(another_window(accepted), "upload", accepted="12")
    assert "Version 12: return for 2024/25 Q4" in words(again)
    form["Figures"]["D2"].value = 999
    drop(again, save(form), "next.xlsx")
    assert "Version 12: return for 2024/25 Q4" not in words(again)
    assert "accepted" not in again.query_params


@pytest.mark.parametrize("number", ["99", "x", "-1", ""])
def test_a_version_that_is_not_there_is_nothing_to_tell_of(app, number):
    go(app, "upload", accepted=number)
    assert "What comes next" not in words(app)
