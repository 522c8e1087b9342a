"""What a page is shown: the progress known at a moment, for the chosen quarter and area."""

import atexit
import gc
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from typing import TypeVar
from urllib.parse import urlencode, urlsplit

import streamlit as st
from markupsafe import Markup
from streamlit.delta_generator import DeltaGenerator

from access.upkeep import what_is_amiss
from pages.parts.bar import (
    COPY_LINK,
    LOOKING,
    NARROWS,
    NOBODY_SIGNS_IN,
    bar_drawn,
    choose_area,
    choose_moment,
    choose_quarter,
    search_form,
    who_looks,
)
from pages.parts.files import window
from pages.parts.navigation import navigation
from pages.parts.places import PAGES, address_of
from pages.parts.telling import draw, literal, title
from pages.parts.unsent import UNSENT
from pages.parts.who import sign_out_form, signed_in_here, signed_note, told_by_the_guard
from programme.access import Deed, Person, Role, may, sees_hidden, sight
from programme.areas import Area
from programme.hidden import withheld_text
from programme.log import Logged
from programme.quarter import Quarter
from record.known import Asked
from record.records import FIRST_QUARTER, Records
from reports.markup.pieces import link
from reports.markup.strip import strip
from reports.progress.readings import KNOWN, Progress
from store.database import Database
from web.shelf import FROM_HEADER

Drawn = TypeVar("Drawn")
NOBODY_ASKED = Markup('<p class="foot" role="note">{} {}</p>').format(NOBODY_SIGNS_IN, NARROWS)


@dataclass(frozen=True, slots=True)
class View:
    """The choices that hold on every page, and the progress they select; `kept` is what of them stands in every address."""

    progress: Progress
    quarter: Quarter
    area: Area
    as_at: datetime | None
    person: Person
    take_away: DeltaGenerator
    kept: Mapping[str, str]

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
        return {key: value for key, value in (self.kept | choices).items() if value}

    def href(self, thing: str, **choices: str) -> str:
        """The address that a link in HTML holds: where a thing, or a page by its name, is shown."""
        return address_of(thing, self.link(**choices))

    def drawn(self, name: str, make: Callable[[], Drawn]) -> Drawn:
        """What is drawn, made once for all who look at the same, by a name that says all that these choices leave open."""
        return self.progress.drawn.answer((name, *self.kept.values()), make)


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
        return _read(asked)


def read_ahead(role: Role) -> Progress:
    """The newest progress, before there is a page on which waiting for it could be said. Raises StoreError."""
    asked = KNOWN.asked(database(), role)
    return KNOWN.answer(database(), asked) if KNOWN.holds(asked) else _read(asked)


def _read(asked: Asked) -> Progress:
    found = KNOWN.answer(database(), asked)
    _spare_the_collector()
    return found


def _spare_the_collector() -> None:
    """Collecting garbage holds everybody up; the records are none, and going through them takes 0.1 s each time.

    Records of another moment that were spared before and are no longer kept are let go first.
    """
    if gc.get_freeze_count():
        gc.unfreeze()
        gc.collect()
    gc.freeze()
    atexit.register(gc.unfreeze)  # or DuckDB complains of what is left when the server stops


def begin() -> View:
    """Draw the bar that every page shares and return the view that it selects."""
    _forget_another_file()
    window().turn(st.session_state["file of the store"])
    window().person = None
    signed = signed_in_here(database())
    bar, told = bar_drawn(), []
    with bar.view:
        area = choose_area(told.append)
        as_at, wrong = choose_moment()
        person = window().person = _from_where(who_looks(signed.person if signed else None))
        draw(COPY_LINK, width="content")
        if signed:
            draw(sign_out_form(), width="content")
    found = progress(sight(person), as_at)
    if may(person, Deed.SEE_HIDDEN) and not found.records.empty:  # where nothing is, nothing is hidden
        database().looks.note(Logged.LOOKED_AT_HIDDEN, person, _looked_at())
    if may(person, Deed.BACK_UP):
        told += what_is_amiss(database())
    with bar.quarter:
        quarter = choose_quarter(found.records, told.append)
    kept = {"quarter": str(quarter), "area": area.name, "as_at": st.query_params.get("as_at", "")}
    view = View(found, quarter, area, as_at, person, bar.take_away, kept)
    now = f"?{urlencode({key: value for key, value in st.query_params.items() if key != 'as_at'})}"
    with bar.told:
        draw(strip(found.records, quarter, area, now))
    with bar.search:
        draw(search_form(st.query_params.get("q", ""), view.link()))
    with bar.view:
        draw(link(view.href("people"), PAGES["people"]), width="content")
    with bar.present:
        draw(Markup('<a class="present" href="{}">Present</a>').format(view.href("present")))
    draw(signed_note(signed) if signed else NOBODY_ASKED)
    if wrong:
        _no_such_moment(wrong, now)
    _notices([*told, *_withheld(found, as_at)])
    st.session_state["view"] = view
    return view


def _withheld(found: Progress, as_at: datetime | None) -> list[str]:
    """To an analyst, on every page: why readers keep the state before, while they do, and because of which figure."""
    if as_at is not None or not sees_hidden(found.role):
        return []
    said = withheld_text(found.records.hidden.withheld)
    return [said] if said and said not in st.session_state.get("notice", "") else []


def _forget_another_file() -> None:
    """After an exchange no window holds on to what it was shown or had handed in before; it looks with the same eyes."""
    now = database().exchanged
    if st.session_state.get("file of the store", now) != now:
        kept = {name: st.session_state.get(name, "") for name in ("notice", LOOKING)}
        st.session_state.clear()
        UNSENT.forget()
        st.session_state.update(kept)
    st.session_state["file of the store"] = now


def _from_where(person: Person) -> Person:
    return replace(person, came_from=told_by_the_guard().get(FROM_HEADER, ""))


def _looked_at() -> str:
    """Page and choices, as they stand in the address; what somebody searches for is nobody's business."""
    chosen = [value for key, value in sorted(st.query_params.items()) if key != "q"]
    return f"{urlsplit(st.context.url or '').path or '/'} {', '.join(chosen)}".rstrip()


def _no_such_moment(wrong: str, now: str) -> None:
    """End the page: nothing stands under a date that it does not answer."""
    title("There is no such moment to look back to")
    st.error(literal(f"{wrong}. Nothing is shown, so that nothing stands under a date that it does not answer."))
    draw(link(now, "Back to now"))
    st.stop()


def current() -> View:
    """The view that the frame prepared for this run; to be asked for once, at the top of a page."""
    if "view" not in st.session_state:
        # A server that has not drawn the menu yet, and AppTest always, run a page without `frame.py` around it.
        navigation()
        begin()
        notice_was_seen()
    return st.session_state.pop("view")


def _notices(told: list[str]) -> None:
    """What the run before has to tell, and what was asked for that is not there."""
    if notice := st.session_state.get("notice", ""):
        st.success(literal(notice))
        st.session_state["notice drawn"] = notice
    for sentence in told:
        st.warning(literal(sentence))


def notice_was_seen() -> None:
    """Forget what was told: its page stands. A page that was left half drawn, because of another click, tells it again."""
    if st.session_state.pop("notice drawn", None) == st.session_state.get("notice"):
        st.session_state.pop("notice", None)
