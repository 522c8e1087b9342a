import re

from programme.areas import DISTRICTS
from tests.pages.looking import go, markup, offered, words


def test_it_says_the_finding_first_then_what_changed(app):
    go(app, "overview")
    assert app.title[0].value == (
        "Of 75 KPIs, 16 are red, and 1 judged amber by its lead: 3 red and worsening · 10 red, no real change · 3 red and "
        "recovering"
    )
    page = markup(app)
    assert "Since 2024/25 Q2" in page
    assert "No return is missing." in page
    assert '<a href="changes?quarter=2024%2F25+Q3&amp;area=Kent">All that changed</a>' in page


def test_all_nine_weaknesses_and_five_workstreams_have_a_row_with_position_and_heat(app):
    page = markup(go(app, "overview"))
    assert len(re.findall(r'<tr><th scope="row"><a href="weakness\?', page)) == 9
    assert len(re.findall(r'<tr><th scope="row"><a href="workstream\?', page)) == 5
    assert len(re.findall(r'<td class="heat ', page)) == 14 * 23
    assert "Improving" in page


def test_red_and_worsening_stand_beside_it_with_the_way_to_all_reds(app):
    page = markup(go(app, "overview"))
    panel = page[page.index('<section class="attention">') :]
    assert "Waiting over 52 weeks for an autism or ADHD assessment" in panel
    assert re.search(r"Step through all \d+ reds, one by one", panel)


def test_the_strip_says_quarter_area_and_demonstration(app):
    page = markup(go(app, "overview", quarter="2022/23 Q2", area="Ashford"))
    assert "<b>2022/23 Q2, Ashford</b>" in page
    assert "Demonstration data." in page


def test_a_past_moment_shows_what_was_known_then(app):
    page = markup(go(app, "overview", as_at="2024-11-30"))
    assert "<b>2024/25 Q2, Kent</b>, provisional" in page
    assert "As at 30 November 2024 at 23:59:" in page
    assert "Back to now" in page


def test_a_district_has_its_own_counts_and_no_word_of_kents_changes(app):
    go(app, "overview", area=DISTRICTS[0].name)
    assert not app.title[0].value.startswith("Of 75 KPIs")
    assert "All that changed" not in markup(app)


def test_the_rule_of_the_position_is_printed_and_the_map_can_be_taken_away(app):
    go(app, "overview")
    assert "more than half of those that can did not really move" in words(app)
    assert "Kent's papers use two other rules" in words(app)
    assert [file.label for file in offered(app)] == ["Heat map as CSV", "Heat map as image (SVG)"]


def test_an_empty_store_says_what_to_do_and_fills_in_one_click(empty_app):
    go(empty_app, "overview")
    assert empty_app.title[0].value == "There are no figures yet"
    next(button for button in empty_app.button if button.label == "Load demonstration data").click().run(timeout=60)
    assert not empty_app.exception
    assert empty_app.title[0].value.startswith("Of 75 KPIs")


def test_before_the_first_return_nothing_had_been_accepted(app):
    go(app, "overview", as_at="2019-01-01")
    assert "Nothing had been accepted at that moment." in words(app)
