from html.parser import HTMLParser

import pytest

from tests.pages.looking import go, markup
from tests.pages.tags import Tags


class Noted:
    """What is told, in order; texts that follow one another are one."""

    def __init__(self):
        super().__init__()
        self.told = []

    def handle_starttag(self, tag, attrs):
        self.told.append((tag, list(attrs)))

    def handle_endtag(self, tag):
        self.told.append(f"/{tag}")

    def handle_data(self, data):
        self.told.append(("text", data))


class ByTags(Noted, Tags):
    pass


class ByPython(Noted, HTMLParser):
    def handle_startendtag(self, tag, attrs):
        self.handle_starttag(tag, attrs)


def told(reader, html):
    reader.feed(html)
    return reader.told


@pytest.mark.parametrize("thing", ["overview", "weakness", "actions", "kpi"])
def test_a_page_is_read_as_pythons_own_parser_reads_it(app, thing):
    html = markup(go(app, thing))
    assert len(html) > 5_000
    assert told(ByTags(), html) == told(ByPython(), html)


def test_signs_and_attributes_are_read_as_people_read_them():
    html = '<p class="a &amp; b" hidden>x &lt; y<br/><input value=""></p>'
    assert told(ByTags(), html) == [
        ("p", [("class", "a & b"), ("hidden", None)]),
        ("text", "x < y"),
        ("br", []),
        ("input", [("value", "")]),
        "/p",
    ]


@pytest.mark.parametrize("html", ["<p", "a < b", "<p class=a>", "<p onclick='a'>", "</ p>"])
def test_what_is_not_written_as_ours_is_is_refused(html):
    with pytest.raises(ValueError, match=r"^HTML must be tags and texts, got: ['\"]<"):
        ByTags().feed(html)
