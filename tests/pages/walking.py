"""A walk along every link: what a page that was drawn is called, what it opens, and where its links lead."""

import re
from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from functools import cached_property, lru_cache
from urllib.parse import parse_qsl, unquote, urldefrag, urljoin, urlsplit

from streamlit.testing.v1 import AppTest

from pages.parts.places import HOME, PAGES, TAB
from reports.documents.feed import FEED_PLACE
from reports.language.grammar import spelt
from tests.pages.looking import markup, unmarked
from tests.pages.tags import Attributes, Tags

NOT_THERE = ("There is no ", "Nothing to present")
"""How a page begins that has to say that what an address asks for is not there."""

SMALL = "a about all and are as at back by everything figures for in more no is of on or that the their this to with"
SMALL_WORDS = frozenset(SMALL.split())
SAME = {"done": "complete"}
"""What a link may say with another word than the heading that it leads to."""


@dataclass(frozen=True)
class Followed:
    """A link as a page holds it: where it stands, what it says, and where it leads from there."""

    page: str
    text: str
    address: str
    place: str = ""
    cell: bool = False  # of a heat map: it leads to its own quarter

    @property
    def words(self) -> set[str]:
        """The words and numbers that say what it leads to."""
        return telling_words(self.text)

    @property
    def outside(self) -> bool:
        """Whether it leads out of the app."""
        return _outside(self.address)


ASKED_ABOUT = frozenset({"id", "selected", "aria-current", "aria-pressed", "found", "facts-line", "strip"})
"""The attributes, and the classes, of what a walk keeps of a page beside its links."""


ROW, END_OF_ROW = '<details class="row"', "</details>"
"""How a row of the list of actions is written: the page of each action holds all of them, and opens one."""


@dataclass(frozen=True, slots=True)
class Anchor:
    """A link as it is written: what it says, what it leads to from wherever it stands, and whether that is in a heat map."""

    text: str
    href: str
    cell: bool


@dataclass(frozen=True, slots=True)
class Opening:
    """A tag that opens something: what everything inside it stands in, as far as it matters, and whether that is kept."""

    tag: str
    attributes: dict[str, str | None]
    stands: tuple[str, ...]
    asked_about: bool


@dataclass
class Walked(Tags):
    """A page that was drawn: its headings, what it marks as what was asked for, the ids on it, and its links."""

    address: str
    headings: list[str]
    told: list[str]
    files: list[str] = field(default_factory=list)
    anchors: list[Anchor] = field(default_factory=list)
    marked: list[str] = field(default_factory=list)
    ids: dict[str, str] = field(default_factory=dict)

    def __post_init__(self):
        super().__init__()
        self._open: list[tuple[Opening, int]] = []  # each with how many texts stood before it
        self._texts: list[str] = []
        self._within: Counter[str] = Counter()

    def feed(self, html: str) -> None:
        """Read it all; a row that was read on another page says the same here."""
        before, *rows = html.split(ROW)
        super().feed(before)
        for each in rows:
            inside, end, after = each.partition(END_OF_ROW)
            self._take(_row(f"{ROW}{inside}{end}", frozenset(+self._within)))
            super().feed(after)

    def read_apart(self, html: str, within: frozenset[str]) -> str:
        """Read something whole that stands in these, and tell its text."""
        self._within.update(within)
        super().feed(html)
        assert not self._open, f"{self.address}: {self._open[-1][0].tag} is not closed"
        return self._since(0)

    def _take(self, row: "Row") -> None:
        self._texts.append(row.text)
        self.headings += row.holds.headings
        self.files += row.holds.files
        self.anchors += row.holds.anchors
        self.marked += row.holds.marked
        self.ids |= row.holds.ids

    def handle_starttag(self, tag, attrs):
        if tag not in VOID:
            opening = _opening(tag, attrs)
            self._open.append((opening, len(self._texts)))
            for each in opening.stands:
                self._within[each] += 1

    def handle_data(self, data):
        if not self._within["a sign"]:  # its word stands beside it
            self._texts.append(data)

    def handle_endtag(self, tag):
        if tag in VOID:
            return
        opening, before = self._open.pop()
        assert opening.tag == tag, f"{self.address}: {opening.tag} is closed by {tag}"
        for each in opening.stands:
            self._within[each] -= 1
        if opening.asked_about:
            self._kept(tag, opening.attributes, before)

    def _since(self, before: int) -> str:
        """What was said after so many texts."""
        return " ".join(" ".join(self._texts[before:]).split())

    def _kept(self, tag: str, attrs: dict, before: int) -> None:
        if "id" in attrs:
            self.ids[attrs["id"]] = self._since(before)
        opened = tag == "summary" and self._within["open details"]
        # of a list that is narrowed as was asked for
        left = attrs.get("class") == "found" or (tag == "h2" and self._within["a narrowed list"])
        if (
            opened
            or left
            or ("selected" in attrs and attrs["value"])
            or any(attrs.get(key, "false") != "false" for key in ("aria-current", "aria-pressed"))
        ):
            self.marked.append(self._since(before))
        if tag == "a" and "file" in attrs.get("class", ""):
            self.files.append(attrs["href"])
        elif {"facts-line", "strip"} & set(attrs.get("class", "").split()):
            # under the finding: the rating with what it is about; over it: quarter and area
            self.headings.append(self._since(before))
        elif tag == "a" and attrs.get("href", FEED_PLACE) != FEED_PLACE:  # no page: `tests/web/test_feed.py` asks for it
            self.anchors.append(Anchor(self._since(before), attrs["href"], self._within["a heat map"] > 0))

    @cached_property
    def links(self) -> list[Followed]:
        """Every link of the page, from the top, with where it leads from here."""
        return [Followed(self.address, each.text, *_leads(self.address, each.href), each.cell) for each in self.anchors]

    @property
    def dead(self) -> bool:
        """Whether the page has to say that what the address asks for is not there."""
        return any(each.startswith(NOT_THERE) for each in (*self.headings, *self.told))

    @cached_property
    def named(self) -> set[str]:
        """The words by which a person knows where they are: the finding, page and tab, and what is marked as asked for."""
        asked = dict(parse_qsl(urlsplit(self.address).query))
        return telling_words(" ".join([*self.headings, PAGES[page_of(self.address)], asked.get(TAB, ""), *self.marked]))

    def names(self, link: Followed) -> bool:
        """Whether everything that a link says stands where it leads: on the place of the page, or at its head.

        A place that a link names on a page is a list: what is counted stands there, and need not be a number.
        """
        if link.place:
            found = telling_words(self.ids.get(link.place, ""))
            return all(_stands(word, found) for word in link.words if word not in COUNTS)
        return all(_stands(word, self.named) for word in link.words)


@dataclass(frozen=True, slots=True)
class Row:
    """One row of the list of actions: its text, and what else a walk keeps of it."""

    text: str
    holds: Walked


@lru_cache(2_000)  # a hundred pages hold the same rows
def _row(html: str, within: frozenset[str]) -> Row:
    holds = Walked(f"in the row that begins {html[:60]}", [], [])
    return Row(holds.read_apart(html, within), holds)


def _leads(page: str, link: str) -> tuple[str, str]:
    """Where a link leads from a page, and the place there. One of a place or choices alone needs the whole address."""
    return _joined(page if link[:1] in "?#" else urlsplit(page).path, link)


@lru_cache(10_000)  # most pages lead to the same ones
def _joined(base: str, link: str) -> tuple[str, str]:
    address, place = urldefrag(urljoin(base, link))
    return address, unquote(place)


@lru_cache(10_000)  # the same ones
def _outside(address: str) -> bool:
    return bool(urlsplit(address).netloc)


@lru_cache(20_000)  # pages say the same again and again
def _opening(tag: str, attrs: Attributes) -> Opening:
    of = dict(attrs)
    classes = of.get("class", "").split()
    stands = {
        "a sign": of.get("aria-hidden") == "true",
        "open details": tag == "details" and "open" in of,
        "a narrowed list": "narrowed" in of.get("class", "") and "hidden" not in of,
        "a heat map": "heat" in classes,
    }
    asked_about = tag in ("a", "summary", "h2") or not ASKED_ABOUT.isdisjoint((*of, *classes))
    return Opening(tag, of, tuple(each for each, so in stands.items() if so), asked_about)


SPELT = {spelt(each).casefold(): str(each) for each in range(100)}
COUNTS = frozenset([*map(str, range(1000)), *SPELT])
VOID = {"br", "input", "img", "hr", "link", "meta", "path", "line", "circle", "rect", "polyline", "use"}


def _stands(word: str, found: set[str]) -> bool:
    """Numbers as they are or spelt; a word also as the beginning of a longer one: *weakness* in *weaknesses*."""
    if {word, SAME.get(word), SPELT.get(word)} & found:
        return True
    return word.isalpha() and any(each.startswith(word) for each in found)


def telling_words(text: str) -> set[str]:
    """The words of a text that tell something, and its numbers."""
    words = set(re.findall(r"[\w’'-]+", text.casefold())) - SMALL_WORDS
    return {each.removesuffix("s") if len(each) > 3 else each for each in words}


def page_of(address: str) -> str:
    """The page at an address of the app; raises KeyError for an address where none is."""
    name = urlsplit(address).path.strip("/") or HOME
    if name not in PAGES:
        raise KeyError(f"No page is at {address}")
    return name


def drawn_at(address: str, opened: Callable[[], AppTest]) -> Walked:
    """The page at an address, as somebody sees it who opens it for the first time."""
    app = opened()
    app.session_state["started"] = True  # the run that a session's first one starts again
    for folded in ("list", "quarters"):
        app.session_state[f"unfolded {folded}"] = True  # the links in it are walked too
    for key, value in parse_qsl(urlsplit(address).query, keep_blank_values=True):
        app.query_params[key] = value
    app.switch_page(f"pages/{page_of(address)}.py").run()
    assert not app.exception, (address, app.exception)
    headings = [unmarked(each.value) for each in app.title] or [_first_heading(app)]
    told = [unmarked(each.value) for kind in (app.warning, app.error) for each in kind]
    page = Walked(address, headings, told)
    page.feed(markup(app))
    page.ids |= {each.proto.anchor: unmarked(each.value) for each in app.header if each.proto.anchor}
    page.marked += [unmarked(each.label) for each in app.expander if each.proto.expanded]
    assert all(app.session_state["shelf"].file(file.rpartition("/")[2]) for file in page.files if "/originals/" not in file)
    return page


def _first_heading(app: AppTest) -> str:
    """A page that is a text of its own (About) begins with its heading."""
    return next(each.value.removeprefix("# ").partition("\n")[0] for each in app.markdown if each.value.startswith("# "))


def walked(begin: Iterable[str], draw: Callable[[str], Walked], of: dict[str, str]) -> dict[str, Walked]:
    """Every page that can be reached by links from where it begins, by its address, each drawn once.

    The walk ends at a page whose address asks for something else than `of`, such as another quarter. Heat maps lead to
    thousands of these: one is drawn for each quarter and for each thing that no other page was asked for, not every pair.
    """
    found: dict[str, Walked] = {}
    waiting, elsewhere = list(begin), {}
    while waiting:
        address = waiting.pop()
        if address in found or address in elsewhere:
            continue
        if leads_away(address, of):
            elsewhere[address] = parts_of(address)
        else:
            found[address] = draw(address)
            waiting += dict.fromkeys(link.address for link in found[address].links if not link.outside)
    asked = asked_on(found)
    for address, parts in elsewhere.items():
        if not parts <= asked:
            asked |= parts
            found[address] = draw(address)
            found[address].links.clear()
    return found


def asked_on(pages: Iterable[str]) -> set[tuple[str, str, str]]:
    """All that was asked for on pages, one by one."""
    return set().union(*map(parts_of, pages))


def leads_away(address: str, of: dict[str, str]) -> bool:
    """Whether an address asks for something else than `of`."""
    asked = dict(parse_qsl(urlsplit(address).query))
    return any(asked.get(key, value) != value for key, value in of.items())


def parts_of(address: str) -> set[tuple[str, str, str]]:
    """What an address asks for, one by one, on its page."""
    return {(page_of(address), *asked) for asked in parse_qsl(urlsplit(address).query)}
