"""What a person sees on a page, as text."""

import re
from dataclasses import dataclass
from html import unescape

import pandas as pd
from streamlit.testing.v1 import AppTest

from pages.parts.places import TAB, place_of
from pages.parts.telling import WORD_JOINER
from tests.pages.tags import Tags

BODIES = ("title", "header", "subheader", "markdown", "caption", "success", "warning", "error", "info")
LABELLED = ("button", "checkbox", "toggle", "text_input", "selectbox", "file_uploader", "page_link")


def go(app: AppTest, thing: str, **choices: str) -> AppTest:
    """Open the page that shows a thing, with choices in its address, and make sure that nothing broke."""
    app.session_state["started"] = True  # or a new session would draw it twice: see `pages.parts.navigation`
    place = place_of(thing)
    app.switch_page(f"pages/{place.page}.py")
    app.query_params.pop(TAB, None)
    for key, value in (({TAB: place.tab} if place.tab else {}) | choices).items():
        app.query_params[key] = value
    app.run()
    assert not app.exception, app.exception
    return app


def look_as(app: AppTest, role: str, page: str) -> AppTest:
    """Open a page and look at it as one role; as every role where it is empty."""
    go(app, page)
    next(box for box in app.selectbox if box.label == "Look as").set_value(role).run()
    assert not app.exception, app.exception
    return app


def unfold(app: AppTest, label: str) -> AppTest:
    """Open what is folded away under a label, as somebody does who presses it."""
    (place,) = [each for each in app.expander if unmarked(each.label) == label]
    app.session_state[place.proto.id.split("-", 2)[2]] = True
    app.run()
    assert not app.exception, app.exception
    return app


def words(app: AppTest) -> str:
    """Every text of the page, one under the other; HTML without its tags."""
    return unmarked("\n".join([*_told(app), read(markup(app)).text]))


def unmarked(text: str) -> str:
    """Text of `literal` as it is shown: without the backslashes and the joiners that keep Markdown from reading it."""
    return re.sub(r"\\([!-/:-@\[-`{-~])", r"\1", text).replace(WORD_JOINER, "")


def _told(app: AppTest) -> list[str]:
    kinds = (app.title, app.header, app.subheader, app.markdown, app.caption, app.success, app.warning, app.error, app.info)
    return [str(element.value) for kind in kinds for element in kind]


def read_as_markdown(app: AppTest) -> list[str]:
    """Every text of the page that Streamlit reads as Markdown, as it is given: sentences, and labels of what can be used."""
    told = (element.proto.body for kind in BODIES for element in app.get(kind))
    labels = (element.proto.label for kind in LABELLED for element in app.get(kind))
    return [*told, *labels, *(tab.label for tab in app.tabs), *(expander.label for expander in app.expander)]


def table(app: AppTest, number: int = 0) -> pd.DataFrame:
    """A table of the page as a DataFrame of texts."""
    return tables(app)[number]


def tables(app: AppTest) -> list[pd.DataFrame]:
    """All plain tables of the page, from the top."""
    return [pd.DataFrame(rows[1:], columns=rows[0]) for rows in read(markup(app)).listings]


def markup(app: AppTest) -> str:
    """All HTML of the page, one piece under the other."""
    return "\n".join(element.proto.body for element in app.get("html"))


@dataclass(frozen=True)
class Offered:
    """A file that a page offers: what its link says, where it leads, and what the file is called."""

    label: str
    address: str
    name: str


def offered(app: AppTest) -> list[Offered]:
    """Every file that the page offers, from the top."""
    links = re.findall(r'<a class="file" href="([^"]*)" data-name="([^"]*)">(.*?)</a>', markup(app))
    return [Offered(unescape(label), unescape(address), unescape(name)) for address, name, label in links]


def content(app: AppTest, label: str) -> bytes | str:
    """What a file that the page offers holds: made as the route makes it."""
    (address,) = [file.address for file in offered(app) if file.label == label]
    return app.session_state["shelf"].file(address.rpartition("/")[2]).make()


class Reader(Tags):
    """The texts of HTML, and the rows of every table of the class `listing`."""

    def __init__(self):
        super().__init__()
        self.texts, self.listings, self._listing, self._cell = [], [], False, False

    @property
    def text(self) -> str:
        return " ".join(" ".join(self.texts).split())

    def handle_starttag(self, tag, attrs):
        if tag == "table":
            self._listing = ("class", "listing") in attrs
            if self._listing:
                self.listings.append([])
        elif self._listing and tag == "tr":
            self.listings[-1].append([])
        elif self._listing and tag in ("th", "td"):
            self.listings[-1][-1].append("")
            self._cell = True

    def handle_endtag(self, tag):
        if tag in ("th", "td"):
            self._cell = False

    def handle_data(self, data):
        self.texts.append(data)
        if self._listing and self._cell:
            self.listings[-1][-1][-1] += data


def read(html: str) -> Reader:
    reader = Reader()
    reader.feed(html)
    return reader
