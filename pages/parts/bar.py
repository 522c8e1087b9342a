"""The bar of every page: the quarter, search, what is looked at and as whom, what can be taken away, and Present."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime

import streamlit as st
from markupsafe import Markup
from streamlit.delta_generator import DeltaGenerator

from pages.parts import address
from pages.parts.telling import draw, literal
from programme.access import Person, Role, person_here
from programme.areas import PROGRAMME_AREAS, Area, area_named
from programme.moment import moment
from programme.quarter import Quarter
from record.records import FIRST_QUARTER, Records
from reports.markup.pieces import together

AT_THIS_MACHINE = "this machine"
NOBODY_SIGNS_IN = (
    "Nobody is asked to sign in: whoever is at this machine holds every role here, and may do every deed that needs no "
    "second person."
)
NARROWS = "Looking as one role shows and offers what that role may see and do."
COPY_LINK = Markup('<button type="button" class="copy-link">Copy link</button><span role="status"></span>')
PRINT = Markup('<button type="button" class="print">Print this page</button>')
LOOKING = "looking as"


@dataclass(frozen=True, slots=True)
class Bar:
    """The places of the bar, from left to right."""

    quarter: DeltaGenerator
    told: DeltaGenerator
    search: DeltaGenerator
    view: DeltaGenerator
    take_away: DeltaGenerator
    present: DeltaGenerator


def bar_drawn() -> Bar:
    """The empty bar; *View* says what differs from now and the whole area before it is opened."""
    with st.container(key="choices", horizontal=True, vertical_alignment="center"):
        quarter = st.container(width=150, key="quarter of the page")
        told = st.container(key="told", width="stretch")
        search = st.container(key="search", width="content")
        view = st.popover(literal(_differs()), key="view chosen", width="content")
        take_away = st.popover("Take away", key="take away", width="content")
        present = st.container(key="presenting", width="content")
    with take_away:
        draw(PRINT)
    return Bar(quarter, told, search, view, take_away, present)


def _differs() -> str:
    """`View: Dartford, as at 2024-11-30, as reader`; what the address asks for counts before what was chosen before."""
    kept = st.session_state
    area = address.asked("area") or kept.get("area", "")
    as_at = address.asked("as_at")
    as_at = kept.get("as_at", "") if as_at is None else as_at
    looking = kept.get(LOOKING, "")
    other_area = area if area in {each.name for each in PROGRAMME_AREAS[1:]} else ""
    parts = (other_area, as_at and f"as at {as_at}", looking and f"as {looking}")
    differing = ", ".join(filter(None, parts))
    return f"View: {differing}" if differing else "View"


def choose_quarter(records: Records, tell: Callable[[str], object]) -> Quarter:
    """An empty store has no quarter to choose, and must not put one into the address: it would stay there."""
    quarters = [str(quarter) for quarter in reversed(records.quarters)]
    if not quarters:
        return FIRST_QUARTER
    return Quarter.parse(
        address.choose("Quarter", "quarter", quarters, quarters[0], tell=tell, label_visibility="collapsed")
    )


def choose_area(tell: Callable[[str], object]) -> Area:
    """Kent, or one of its parts."""
    names = [area.name for area in PROGRAMME_AREAS]
    return area_named(address.choose("Area", "area", names, names[0], tell=tell))


def choose_moment() -> tuple[datetime | None, str]:
    """A past moment to look back to, None for now; and what is wrong with what was asked for, where it is no moment."""
    wanted = address.asked("as_at")
    if wanted is not None:
        st.session_state["as_at"] = wanted
    elif "as_at" not in st.session_state:
        st.session_state["as_at"] = ""
    typed = st.text_input("As at", key="as_at", placeholder="now, or 31 March 2025").strip()
    try:
        chosen, wrong = moment(typed) if typed else None, ""
    except ValueError as refused:
        chosen, wrong = None, str(refused)
    address.write("as_at", "" if wrong else typed)
    return chosen, wrong


def who_looks(signed: Person | None) -> Person:
    """Who is signed in, or whoever works at this machine and holds every role here; or either as one of their roles.

    That narrows what is shown and offered. The choice is kept over pages and stands in no address: a link shows nobody more
    than they may see.
    """
    held = [role for role in Role if signed is None or role in signed.roles]
    every = "every role: nobody signs in" if signed is None else "every role of yours"
    names = {"": every} | {str(role): f"{role}" for role in held}
    kept = st.session_state.get(LOOKING, "")  # or Streamlit forgets it on a page without the box
    st.session_state[LOOKING] = kept if kept in names and len(held) > 1 else ""
    if len(held) == 1:
        return signed
    chosen = st.selectbox("Look as", list(names), format_func=names.get, key=LOOKING, help=NARROWS)
    if signed is None:
        return _at_this_machine(Role(chosen) if chosen else None)
    return signed.looking_as(Role(chosen)) if chosen else signed


def _at_this_machine(role: Role | None) -> Person:
    """Whoever is at this machine. Beside the name they give for what they store, it is recorded from where and as what."""
    here = person_here(AT_THIS_MACHINE)
    said = f"{AT_THIS_MACHINE}, as {role}" if role else AT_THIS_MACHINE
    return Person(said, f"{said}: {here.account}", frozenset({role}) if role else here.roles, here.alone, here.owner)


def search_form(text: str, kept: Mapping[str, str]) -> Markup:
    """One box over everything, which keeps what is looked at; `text` is what was asked before."""
    hidden = together(Markup('<input type="hidden" name="{}" value="{}">').format(*each) for each in kept.items())
    return Markup(
        '<form class="search" role="search" action="search">{}<input type="search" name="q" value="{}" '
        'aria-label="Search KPIs, actions, decisions, risks, voices and words" placeholder="Search  /"></form>'
    ).format(hidden, text)
