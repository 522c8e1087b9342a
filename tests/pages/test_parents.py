import pytest

from tests.pages.looking import go, markup, words


def test_without_a_weakness_it_is_about_all_nine(app):
    page = go(app, "parents", quarter="2024/25 Q3")
    assert page.title[0].value == "Help for children with special needs in Kent: 5 of 9 problems are getting better"
    assert "Parents' trust : getting better (5 figures better, 0 worse)." in words(page)  # the name leads to its page


@pytest.mark.parametrize("number", ["1", "9"])
def test_each_weakness_has_its_page_and_the_way_to_the_others(app, number):
    page = go(app, "parents", quarter="2024/25 Q3", weakness=number)
    assert "What was wrong" in words(page)
    ways = [
        each for each in range(1, 10) if f"parents?quarter=2024%2F25+Q3&amp;area=Kent&amp;weakness={each}" in markup(page)
    ]
    assert ways == [each for each in range(1, 10) if str(each) != number]


def test_an_empty_store_says_what_to_do(empty_app):
    assert "There are no figures yet" in words(go(empty_app, "parents"))


def test_a_weakness_that_is_none_is_said(app):
    go(app, "parents", weakness="12")
    assert [each.value for each in app.warning] == ["There is no weakness “12” here: the page about all nine is shown."]


def test_where_another_area_was_chosen_it_says_that_it_is_about_all_of_kent(app):
    assert "not only" not in words(go(app, "parents"))
    assert "This page is about all of Kent, not only Dartford." in words(go(app, "parents", area="Dartford"))
