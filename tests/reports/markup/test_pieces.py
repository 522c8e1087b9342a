import re

import pytest
from markupsafe import Markup

from kpis.rating import Rating
from reports.language.linked import Linked, leads
from reports.markup.pieces import (
    bold_first,
    brag_counts,
    bullets,
    file_link,
    link,
    linked_text,
    listing,
    passage,
    rating_chip,
    rating_counts,
    scrolling,
    sign,
    stacked,
    together,
    unfolding,
)
from reports.markup.pieces import spoken as said_aloud
from reports.palette import RATINGS
from reports.tables.table import Cell, Column, Table, table_of
from tests.reports.acting import DONE, delivered, log

COUNTS = {Rating.GREEN: 3, Rating.AMBER: 2, Rating.RED: 0, Rating.NOT_RATED: 4}


def spoken(html: str) -> str:
    """What a screen reader says: the text without tags and without what is hidden from it."""
    return " ".join(re.sub(r"<[^>]+>", " ", re.sub(r'<span aria-hidden="true">[^<]*</span>', "", html)).split())


def test_of_pieces_put_together_only_text_is_escaped():
    told = together([Markup("<b>"), "a < b & c", Markup("</b>"), 5])
    assert (told, type(told)) == ("<b>a &lt; b &amp; c</b>5", Markup)
    assert (together(each for each in ("<", ">")), type(together([]))) == ("&lt;&gt;", Markup)


@pytest.mark.parametrize("rating", Rating)
def test_a_rating_is_colour_word_and_shape_together(rating):
    mark, chip = RATINGS[rating], rating_chip(rating)
    assert f"background:light-dark({mark.fill}, {mark.night[0]})" in chip
    assert mark.shape in chip
    assert spoken(chip) == mark.word


def test_ratings_are_counted_and_those_of_which_there_is_none_are_left_out():
    assert spoken(rating_counts(COUNTS)) == "2 amber 3 green 4 not rated"
    assert rating_counts(dict.fromkeys(Rating, 0)) == ""


def test_counts_of_statuses_are_said_in_words_too():
    told = brag_counts(delivered(log(Q3=[DONE])).statuses)
    assert "✔</span> <b>1</b> blue" in told
    assert "<b>0</b>" not in told


def test_pieces_one_under_the_other_are_one_piece_and_of_none_nothing():
    assert stacked((passage("a & b"), Markup(""), passage("c"))) == '<div class="stacked"><p>a &amp; b</p><p>c</p></div>'
    assert stacked((Markup(""),)) == ""


def test_what_is_folded_away_says_what_it_is():
    assert unfolding("How <it> is judged", passage("by & by"), passage(Markup("<b>so</b>"))) == (
        '<details class="folded"><summary>How &lt;it&gt; is judged</summary><p>by &amp; by</p><p><b>so</b></p></details>'
    )


def test_a_wide_table_scrolls_in_a_frame_that_the_keyboard_reaches_and_that_has_a_name():
    assert scrolling('Risks "now"', Markup("<table></table>")) == (
        '<div class="scroll" role="region" tabindex="0" aria-label="Risks &#34;now&#34;"><table></table></div>'
    )


def test_a_listing_tells_every_cell_as_plain_text():
    columns = {Column("What"): lambda row: row[0], Column("Note"): lambda row: row[1]}
    html = listing(table_of("Found & told", columns, [("<b>10</b>", ""), ("[a](http://b)", "3")]))
    assert '<th scope="col">What</th><th scope="col">Note</th>' in html
    assert '<td data-head="What">&lt;b&gt;10&lt;/b&gt;</td><td data-head="Note"></td>' in html
    assert '<td data-head="What">[a](http://b)</td><td data-head="Note">3</td>' in html
    assert 'aria-label="Found &amp; told"' in html and "<caption>Found &amp; told</caption>" in html


def href(thing, **choices):
    return f"{thing}?{choices}"


def test_what_a_cell_speaks_of_is_a_link_where_there_is_a_way_and_text_where_there_is_none():
    cell = Cell("1, 3", "1, 3", linked=(leads("1", "weakness", weakness="1"), ", 3"))
    table = Table("Found", (Column("About"),), ((cell,),))
    assert '<td data-head="About">1, 3</td>' in listing(table)
    assert '<td data-head="About"><a href="weakness?{&#39;weakness&#39;: &#39;1&#39;}">1</a>, 3</td>' in listing(table, href)


def test_an_address_elsewhere_is_a_link_only_where_a_browser_goes_there_safely():
    assert linked_text((Linked("letter", "https://a.org/b?c=1&d"),), href) == (
        '<a href="https://a.org/b?c=1&amp;d" rel="noreferrer">letter</a>'
    )
    for unsafe in ("javascript:alert(1)", "http://a.org", "data:text/html,x", "//a.org", " https://a.org"):
        assert linked_text((Linked("<letter>", unsafe),), href) == "&lt;letter&gt;"


def test_numbers_stand_at_the_right_under_their_heading():
    html = listing(Table("Found", (Column("What"), Column("<x>", "number")), ((Cell("a", "a"), Cell(3, "3")),)))
    assert '<th scope="col">What</th><th scope="col" class="number">&lt;x&gt;</th>' in html
    assert '<tr><td data-head="What">a</td><td data-head="&lt;x&gt;" class="number">3</td></tr>' in html


def test_a_link_and_a_list_take_text_as_it_is():
    assert link("kpi?a=1&b='2'", "<Plans>") == '<a href="kpi?a=1&amp;b=&#39;2&#39;">&lt;Plans&gt;</a>'
    assert bullets(["a & b", link("c", "d")]) == '<ul><li>a &amp; b</li><li><a href="c">d</a></li></ul>'
    assert bullets([]) == ""


def test_a_sentence_can_have_a_beginning_that_stands_out():
    assert bold_first("Query 1.", "<b>") == "<b>Query 1.</b> &lt;b&gt;"
    assert bold_first("Third of 11") == "<b>Third of 11</b>"


def test_a_sign_is_for_the_eye_and_spoken_words_for_the_ear_alone():
    assert sign("<") == '<span aria-hidden="true">&lt;</span>'
    assert said_aloud("a & b") == '<span class="spoken">a &amp; b</span>'


def test_a_link_to_a_file_says_its_name_and_has_a_place_for_a_refusal():
    assert file_link("/files/a/b", "Download <a>", 'a".csv') == (
        '<a class="file" href="/files/a/b" data-name="a&#34;.csv">Download &lt;a&gt;</a> <span role="status"></span>'
    )
