import re
from contextlib import nullcontext
from types import SimpleNamespace

import pytest
import streamlit as st

from pages.parts import files
from pages.parts.reminders import offer_calendar
from programme.access import Deed, Person, Role
from tests.reports.meetings import ASKED, held
from web.shelf import Shelf


@pytest.mark.parametrize(("role", "deed"), [(Role.CHAIR, Deed.TAKE_AWAY), (Role.ANALYST, Deed.SEE_HIDDEN)])
def test_the_calendar_of_whoever_looks_can_be_taken_away(monkeypatch, role, deed):
    shelf, drawn = Shelf("a session"), []
    monkeypatch.setattr(files, "window", lambda: shelf)
    monkeypatch.setattr(st, "html", lambda text, **more: drawn.append(text))
    person = Person("Somebody", "", frozenset({role}))
    offer_calendar(SimpleNamespace(take_away=nullcontext(), person=person, progress=held(ASKED)))
    (link,) = drawn
    offered = shelf.file(re.search(r'href="([^"]*)"', str(link))[1].rpartition("/")[2])
    assert (offered.name, offered.kind, offered.deed) == ("wsoa-monitor.ics", "text/calendar; charset=utf-8", deed)
    assert "Calendar of what comes due (.ics)" in link
    assert f"for the {role}".encode() in offered.make()
