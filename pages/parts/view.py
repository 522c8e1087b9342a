"""What a page is shown: the progress known at a moment, for the chosen quarter and area."""

import atexit
import gc
from dataclasses import dataclass
from datetime import datetime
from urllib.parse import urlencode

import streamlit as st
from markupsafe import Markup

from pages.parts import address
from pages.parts.files import window
from pages.parts.navigation import navigation
from pages.parts.telling import draw, literal
from programme.access import Deed, Person, Role, may, person_here, sight
from programme.areas import PROGRAMME_AREAS, Area, area_named
from programme.moment import moment
from programme.quarter import Quarter
from record.records import FIRST_QUARTER, Records
from reports.markup.strip import strip
from reports.progress.readings import KNOWN, Progress
from store.database import Database

AT_THIS_MACHINE = "this machine"
NOBODY_SIGNS_IN = (
    "Nobody is asked to sign in: whoever is at this machine holds every role here, and may do every deed that needs no "
    "second person."
)
NARROWS = "Looking as one role shows and offers what that role may see and do."
COPY_LINK = Markup('<button type="button" class="copy-link">Copy link</button><span role="status"></span>')


@dataclass(frozen=True, slots=True)
class View:
    """The choices that hold on every page, and the progress they select."""

    progress: Progress
    quarter: Quarter
    area: Area
    as_at: datetime | None
    person: Person

    def may(self, deed: Deed) -> bool:
        """Whether whoever looks may do `deed`: what a page offers. The deed itself asks again."""
        return may(self.person, deed)

    @property
    def records(self) -> Records:
        """The records behind the progress."""
        return self.progress.records

    @property
    def quarters(self) -> list[Quarter]:
        """The quarters to chart: from the baseline to the chosen one."""
        return FIRST_QUARTER.to(self.quarter)

    def link(self, **choices: str) -> dict[str, str]:
        """The address of another view with this quarter, area and moment."""
        kept = {"quarter": str(self.quarter), "area": self.area.name, "as_at": st.query_params.get("as_at", "")}
        return {key: value for key, value in (kept | choices).items() if value}

    def href(self, page: str, **choices: str) -> str:
        """The same as the address that a link in HTML holds."""
        return f"{page}?{urlencode(self.link(**choices))}"


@st.cache_resource
def database() -> Database:
    """The one store of this server."""
    return Database.open()


def progress(role: Role, as_at: datetime | None = None) -> Progress:
    """The progress known at a moment, as `role` may see it; read again only after something was accepted."""
    asked = KNOWN.asked(database(), role, as_at)
    if KNOWN.holds(asked):
        return KNOWN.answer(database(), asked)
    with st.spinner("Reading the records …"):
        found = KNOWN.answer(database(), asked)
    _spare_the_collector()
    return found


def _spare_the_collector() -> None:
    """Streamlit collects garbage after every run; the records are not garbage, and going through them took 0.1 s a page.

    Records of another moment that were spared before and are no longer kept are let go first.
    """
    gc.unfreeze()
    gc.collect()
    gc.freeze()
    atexit.register(gc.unfreeze)  # or DuckDB complains of what is left when the server stops


def begin() -> View:
    """Draw the choices that every page shares and return the view they select."""
    window().turn()
    place = st.container(key="choices", horizontal=True, vertical_alignment="center")
    quarter_place, area_place, moment_place = (place.container(width=width) for width in (220, 260, 270))
    with moment_place:
        as_at = _choose_moment()
    person = window().person = _who_looks(place)
    found = progress(sight(person), as_at)
    with quarter_place:
        quarter = _choose_quarter(found.records)
    with area_place:
        area = area_named(address.choose("Area", "area", [area.name for area in PROGRAMME_AREAS], PROGRAMME_AREAS[0].name))
    with place:
        draw(COPY_LINK, width="content")
    _notice()
    draw(Markup('<p class="foot" role="note">{} {}</p>').format(NOBODY_SIGNS_IN, NARROWS))
    view = View(found, quarter, area, as_at, person)
    if told := strip(found.records, quarter, area, f"?{urlencode(view.link(as_at=''))}"):
        draw(told)
    st.session_state["view"] = view
    return view


def current() -> View:
    """The view that the frame prepared for this run; to be asked for once, at the top of a page."""
    if "view" not in st.session_state:
        # A server that has not drawn the menu yet, and AppTest always, run a page without `frame.py` around it.
        navigation()
        begin()
    return st.session_state.pop("view")


def _who_looks(place) -> Person:
    """Whoever works at this machine holds every role here, or looks as one of them: that narrows what is shown and offered.

    The choice is kept over pages and stands in no address: a link shows nobody more than they may see.
    """
    names = {"": "every role: nobody signs in"} | {str(role): f"{role}" for role in Role}
    kept = st.session_state.get("looking as", "")
    with place.container(width=290):
        chosen = st.selectbox("Look as", list(names), list(names).index(kept), format_func=names.get, help=NARROWS)
    st.session_state["looking as"] = chosen
    return _at_this_machine(Role(chosen) if chosen else None)


def _at_this_machine(role: Role | None) -> Person:
    """Whoever is at this machine. Beside the name they give for what they store, it is recorded from where and as what."""
    here = person_here(AT_THIS_MACHINE)
    said = f"{AT_THIS_MACHINE}, as {role}" if role else AT_THIS_MACHINE
    return Person(said, f"{said}: {here.account}", frozenset({role}) if role else here.roles, here.alone)


def _choose_quarter(records: Records) -> Quarter:
    """An empty store has no quarter to choose, and must not put one into the address: it would stay there."""
    quarters = [str(quarter) for quarter in reversed(records.quarters)]
    if not quarters:
        return FIRST_QUARTER
    return Quarter.parse(address.choose("Quarter", "quarter", quarters, quarters[0]))


def _choose_moment() -> datetime | None:
    wanted = address.asked("as_at")
    if wanted is not None:
        st.session_state["as_at"] = wanted
    elif "as_at" not in st.session_state:
        st.session_state["as_at"] = ""
    typed = st.text_input("As at", key="as_at", placeholder="now, or 2025-03-31")
    try:
        chosen = moment(typed) if typed.strip() else None
    except ValueError as wrong:
        st.error(literal(f"{wrong}. The newest figures are shown instead."))
        chosen, typed = None, ""
    address.write("as_at", typed.strip())
    return chosen


def _notice() -> None:
    """What the run before has to tell, once."""
    if notice := st.session_state.pop("notice", ""):
        st.success(literal(notice))
