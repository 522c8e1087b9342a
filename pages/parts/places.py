"""Where each kind of thing is shown: seven pages, a few that no menu shows, and where the addresses of before lead."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from urllib.parse import quote, urlencode

HOME = "this_quarter"
MENU = {
    HOME: "This quarter",
    "weaknesses": "Weaknesses",
    "plan": "Plan",
    "measures": "Measures",
    "voices": "Voices",
    "meetings": "Meetings",
    "data": "Data",
}
"""The pages of the menu in its order, with their names there."""

QUIET = {
    "present": "Present",
    "search": "Search",
    "parents": "For parents",
    "about": "About",
    "people": "People and tokens",
    "upkeep": "Upkeep",
}
"""Pages that are reached from others."""

PAGES = MENU | QUIET

TAB = "tab"  # the key of the open tab, on every page that has tabs
AT = "at"  # the key of the place on the page that a link leads to, which stands behind the # of its address


@dataclass(frozen=True, slots=True)
class PageTab:
    """A page, and the tab of it where it has tabs; the first tab needs no name."""

    page: str
    tab: str = ""

    @property
    def path(self) -> str:
        """The page's address, seen from any other page."""
        return "./" if self.page == HOME else self.page


PLACES = {
    "overview": PageTab(HOME),
    "changes": PageTab(HOME, "What changed"),
    "weakness": PageTab("weaknesses"),
    "workstream": PageTab("weaknesses"),
    "kpi": PageTab("measures"),
    "delivery": PageTab("plan", "Delivered and changed"),
    "actions": PageTab("plan"),
    "risks": PageTab("plan", "Risks"),
    "decisions": PageTab("plan", "Decisions"),
    "participation": PageTab("voices"),
    "meeting": PageTab("meetings"),
    "find": PageTab("search"),
    "upload": PageTab("data"),
    "returns": PageTab("data", "Returns"),
    "restatements": PageTab("data", "Restatements"),
    "published": PageTab("data", "Published figures"),
    "dictionary": PageTab("data", "Dictionary"),
    "glossary": PageTab("data", "Glossary"),
    "accessibility": PageTab("about"),
}
"""The things that pages show, by the names that are also the addresses they had when each was a page."""

WITHIN = {
    "measure": PageTab("measures"),
    "ended": PageTab("plan", "The plan before"),
    "documents": PageTab("plan", "Documents"),
    "hidden": PageTab("data", "Hidden figures"),
    "records": PageTab("meetings", "On record"),
    "minutes": PageTab("meetings", "Minutes"),
    "sign-off": PageTab("meetings", "Sign-off"),
}
"""Things that never had a page of their own."""

NEEDED = {"workstream": {"workstream": "1"}}
"""What an address of before needs, where it left it out, to show the thing and not the list of all such things."""

TABS_BEFORE = {
    "Chart": "",
    "Table": "",
    "Districts": "Places",
    "Comparators": "Compared",
    "Process control": "Reliability",
    "Definition": "Definition and source",
    "Where it comes from": "Definition and source",
}


def place_of(thing: str) -> PageTab:
    """Where a kind of thing is shown; a page by its own name."""
    return PLACES.get(thing) or WITHIN.get(thing) or PageTab(thing)


def address_of(thing: str, choices: Mapping[str, str]) -> str:
    """The address, seen from any page, that shows a thing with these choices, which may name another tab."""
    place = place_of(thing)
    asked = ({TAB: place.tab} if place.tab else {}) | dict(choices)
    at = asked.pop(AT, "")
    return f"{place.path}{f'?{_written(asked)}' if asked else ''}{f'#{quote(at)}' if at else ''}"


def _written(asked: Mapping[str, str]) -> str:
    return "&".join(_pair(*each) for each in asked.items())


@lru_cache(1_000)  # the hundreds of addresses of a page ask for the same quarter and area, and for few things beside
def _pair(key: str, value: str) -> str:
    return urlencode({key: value})


def led(old: str, choices: Mapping[str, str]) -> str:
    """Where an address of before leads, with what it asked for."""
    asked = NEEDED.get(old, {}) | dict(choices)
    if TAB in asked:
        asked[TAB] = TABS_BEFORE.get(asked[TAB], asked[TAB])
    return address_of(old, {key: value for key, value in asked.items() if value or key != TAB})
