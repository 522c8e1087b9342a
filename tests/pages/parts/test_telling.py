import pytest
from hypothesis import given
from hypothesis import strategies as st
from streamlit.testing.v1 import AppTest

from pages.parts.telling import draw, literal
from tests.pages.looking import markup, unmarked


def drawn(call: str) -> AppTest:
    page = f"from markupsafe import Markup\nfrom pages.parts.telling import draw, say, say_each\n{call}"
    return AppTest.from_string(page).run()


def test_html_is_drawn_as_it_is():
    assert markup(drawn("draw(Markup('<p>a</p>'))")) == "<p>a</p>"
    assert markup(drawn("draw(Markup('  <pre>a\\n   \\n  b</pre>'))")) == "  <pre>a\n   \n  b</pre>"


def test_where_there_is_nothing_to_draw_nothing_is_drawn_and_the_page_goes_on():
    page = drawn("draw(Markup('')); draw(Markup('<p>a</p>'))")
    assert not page.exception
    assert markup(page) == "<p>a</p>"


def test_text_that_is_no_markup_is_refused():
    with pytest.raises(TypeError, match=r"Only Markup is drawn as HTML, got str: say\(\) says text"):
        draw("<p>a</p>")


def test_a_sentence_is_said_as_it_was_typed():
    page = drawn("say('![x](http://a) *b* <i>c</i>')")
    assert markup(page) == '<p class="told">![x](http://a) *b* &lt;i&gt;c&lt;/i&gt;</p>'
    assert not page.markdown
    assert markup(drawn("say(Markup('<b>a</b> &amp; b'))")) == '<p class="told"><b>a</b> &amp; b</p>'


def test_a_quiet_sentence_is_as_small_as_a_caption():
    assert markup(drawn("say('Method', quiet=True)")) == '<p class="told quiet">Method</p>'


def test_sentences_are_said_one_under_the_other_or_that_there_are_none():
    assert markup(drawn("say_each(['a <b>', 'c'], 'None.')")) == (
        '<div class="told"><ul><li>a &lt;b&gt;</li><li>c</li></ul></div>'
    )
    assert markup(drawn("say_each([], 'None.')")) == '<p class="told">None.</p>'


@pytest.mark.parametrize(
    ("typed", "written"),
    [
        ("![x](http://a) 5% of <b>10</b>", "!\\[x\\](http\\:\u2060//a) 5% of \\<b\\>10\\</b\\>"),
        ("Figures, 30 weeks; got 110%.", "Figures, 30 weeks; got 110%."),
        ("Plan: 2024/25 Q3, part-time (of 5)", "Plan: 2024/25 Q3, part-time (of 5)"),
        ("$a$ and :red[b] and :material/home:", "\\$a\\$ and \\:\u2060red\\[b\\] and \\:\u2060material/home:"),
        ("2025-03-31T09:30, at 10:30", "2025-03-31T09:30, at 10:30"),
        (":100: 10:100:", "\\:\u2060100: 10\\:\u2060100:"),
        ("1. first", "1\\. first"),
        ("- item", "\\- item"),
        ("a -> b", "a -\u2060\\> b"),
        ("www.a.uk or a@b.uk", "www\u2060.a.uk or a@\u2060b.uk"),
        (" two\n\n    lines ", "two lines"),
    ],
)
def test_a_literal_text_has_no_markdown_of_its_own(typed, written):
    assert literal(typed) == written


@given(st.text())
def test_a_literal_text_is_the_same_text_in_one_line(text):
    assert unmarked(literal(text)).replace("\u2060", "") == " ".join(text.split()).replace("\u2060", "")
    assert "\n" not in literal(text)
