import re

from loaders import sample
from loaders.naming import naming
from pages.parts import view
from programme.aliases import Alias, Thing
from programme.areas import DISTRICTS
from store.returns.aliases import aliases_of, keep_alias
from store.returns.versions import versions
from tests.accepting import by
from tests.loaders.test_sample import small
from tests.pages.looking import go, look_as, markup, offered, words


def test_it_says_the_finding_first_then_what_the_figures_say(app):
    go(app, "overview")
    assert (
        app.title[0].value
        == "Five of nine weaknesses are improving since the revisit; 22 of 87 KPIs are red, and 1 judged amber by its lead"
    )
    page = markup(app)
    assert (
        '<h2>The figures say</h2><ul><li>Of <a href="meetings?quarter=2024%2F25+Q3&amp;area=Kent">22 reds</a>, '
        "4 are worsening, 12 are without real change, 6 are recovering." in page
    )
    assert '#changed-ratings">22 ratings</a> changed: 16 for the better' in page
    assert "54 are complete, 51 of them with evidence</a>; 46 are late.</li>" in page


def test_what_changed_is_a_tab_of_it(app):
    assert [each.label for each in go(app, "overview").tabs] == ["Weaknesses", "Workstreams", "What changed"]
    assert [bool(each.children) for each in app.tabs] == [True, False, False]
    assert [bool(each.children) for each in go(app, "changes").tabs] == [False, False, True]


ROW = r'<tr><th scope="row"><a href="weaknesses\?quarter=2024%2F25\+Q3&amp;area=Kent&amp;{}=(\d)">'


def test_all_nine_weaknesses_have_a_row_with_their_position_and_in_a_tab_all_five_workstreams(app):
    page = markup(go(app, "overview"))
    assert re.findall(ROW.format("weakness"), page) == list("123456789")
    assert "Improving" in page
    page = markup(go(app, "overview", tab="Workstreams"))
    assert re.findall(ROW.format("workstream"), page) == list("12345")


def test_red_and_worsening_stand_among_what_needs_the_board_with_the_way_to_each(app):
    page = markup(go(app, "overview"))
    assert '<li><a href="#needs-1">Red and worsening</a> <b>4</b></li>' in page
    assert page.index('<section class="needs">') < page.index('<section id="needs-1">')
    assert (
        '<li><a href="measures?quarter=2024%2F25+Q3&amp;area=Kent&amp;kpi=neurodevelopmental_over_52_weeks">'
        "Autism, ADHD: over a year</a> <span>71%</span></li>" in page
    )


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
    assert not app.title[0].value.startswith("Five of nine")
    assert "of 87 KPIs" not in app.title[0].value
    told = markup(app)
    assert "The figures say" not in told and " done</a>" not in told
    assert "speak of Kent as a whole. They do not stand here beside Ashford&#39;s figures: choose Kent under View" in told


def test_the_rule_of_the_position_is_printed_and_the_map_can_be_taken_away(app):
    go(app, "overview")
    assert "more than half of those that can did not really move" in words(app)
    assert "Kent's papers use two other rules" in words(app)
    assert [file.label for file in offered(app)] == [
        "Heat map as CSV",
        "Heat map as image (SVG)",
        "Calendar of what comes due (.ics)",
        "Board pack of 2024/25 Q3: document, slides, workbook and data (ZIP)",
        "The same for analysts: it may point to a child (ZIP)",
    ]


def test_an_empty_store_says_what_to_do_and_fills_in_one_click(empty_app):
    go(empty_app, "overview")
    assert empty_app.title[0].value == "There are no figures yet"
    view.database().looks.flush()  # as a second later: that nothing was looked at is not logged
    next(button for button in empty_app.button if button.label == "Load demonstration data").click().run(timeout=60)
    assert not empty_app.exception
    assert empty_app.title[0].value.endswith("; 22 of 87 KPIs are red, and 1 judged amber by its lead")
    assert view.database().exchanged == 1


def test_who_looked_as_a_reader_does_so_still_once_it_is_filled(empty_app):
    look_as(empty_app, "reader", "overview")
    next(button for button in empty_app.button if button.label == "Load demonstration data").click().run(timeout=60)
    assert not empty_app.exception
    assert view.database().exchanged == 1
    assert [box.value for box in empty_app.selectbox if box.label == "Look as"] == ["reader"]


def test_where_something_is_kept_already_the_returns_are_loaded_one_by_one(empty_app, monkeypatch, tmp_path):
    go(empty_app, "overview")
    keep_alias(view.database(), Alias(Thing.AREA, "E07000112", "Shepway"), by("Analyst"), naming())
    told, load = [], sample.load_demonstration

    def loaded(database, progress):
        return load(database, lambda *step: told.append(step) or progress(*step), folder=small(tmp_path))

    monkeypatch.setattr(sample, "load_demonstration", loaded)
    next(button for button in empty_app.button if button.label == "Load demonstration data").click().run(timeout=60)
    assert not empty_app.exception
    assert told == [(0, 1, "2023-24-Q4.xlsx"), (1, 1, "")]
    assert [each.alias.called for each in aliases_of(view.database())] == ["Shepway"]
    assert len(versions(view.database())) == 1


def test_before_the_first_return_nothing_had_been_accepted(app):
    go(app, "overview", as_at="2019-01-01")
    assert "Nothing had been accepted at that moment." in words(app)


def test_a_quarter_without_a_lead_s_words_says_so_and_stands(app):
    go(app, "overview", quarter="2021/22 Q3")
    assert "No lead has summed up 2021/22 Q3 in a sentence." in markup(app)


def test_a_lead_s_words_stand_beside_the_machine_s_and_are_signed(app):
    go(app, "overview", quarter="2024/25 Q3")
    told = markup(app)
    assert "<li>Suspensions of pupils on SEN support are worse than ever.</li>" in told
    signed = "<small>Director of SEND (illustrative), accepted 3 February 2025</small></section>"
    assert f"{signed}<section><h2>The figures say" in told
    assert "<h2>Alert</h2>" in told and "<h2>Assure</h2>" in told
