import re

from tests.pages.looking import go, markup, read_as_markdown, unmarked, words


def test_what_is_found_is_linked_and_the_search_stands_in_the_address(app):
    go(app, "find", q="speech therapy")
    assert ">Speech and language therapy: children waiting 18 weeks or less</a>" in markup(app)
    assert "kpi=speech_and_language_within_18_weeks" in markup(app)
    assert "Found for “speech therapy”" in words(app)
    assert app.query_params["q"] == "speech therapy"


def test_actions_and_decisions_are_found(app):
    assert "21/00019: SEND Strategy 2021 to 2024" in markup(go(app, "find", q="21/00019"))
    assert ">APP-8.01: " in markup(go(app, "find", q="APP-8.01"))


def test_nothing_found_offers_the_nearest(app):
    assert "Search instead for: " in words(go(app, "find", q="tribunnal"))
    assert 'q=tribunal">tribunal</a></p>' in markup(app)
    assert app.title[0].value == "Nothing holds every word of “tribunnal”"


def test_an_empty_box_says_what_it_is_for(app):
    assert "Type a word or two into the box above." in words(go(app, "find"))


def test_it_works_on_an_empty_store(empty_app):
    assert "SALT (Speech and language therapy)" in markup(go(empty_app, "find", q="speech"))


def test_what_was_asked_is_said_as_it_was_typed(app):
    go(app, "find", q="![x](http://evil/p.png)")
    assert unmarked(app.title[0].value) == "Nothing holds every word of “![x](http://evil/p.png)”"
    assert not [text for text in read_as_markdown(app) if re.search(r"(?<!\u2060)//evil|(?<!\\)\]\(", text)]


def test_maths_between_dollar_signs_is_not_drawn_as_maths(app):
    go(app, "find", q="$plan$ speech")
    assert app.title[0].value == "Nothing holds every word of “\\$plan\\$ speech”"
    assert '<p class="told">Search instead for: ' in markup(app)
    assert not [text for text in read_as_markdown(app) if re.search(r"(?<!\\)\$", text)]
