"""What whoever comes first asks for, worked out while their browser still loads the app: the page is there sooner."""

from contextlib import suppress

import pages.parts.quarter  # noqa: F401 - what the first page is made of is there by then
from access.signing import who_is_here
from pages.parts.bar import AT_THIS_MACHINE
from pages.parts.view import database, read_ahead
from programme.access import Role, person_here, sight
from programme.areas import KENT
from reports.progress.overview import overview
from store.database import StoreError


def work_ahead() -> None:
    """Judge every KPI of the newest quarter, where nobody did since the last change; who asks is told why it cannot be."""
    with suppress(StoreError):
        found = read_ahead(_expected())
        if found.records.newest:
            overview(found, KENT, found.records.newest)


def _expected() -> Role:
    """As whom whoever comes first will see: as a reader, but where nobody is asked to sign in."""
    return Role.READER if who_is_here(database(), "") else sight(person_here(AT_THIS_MACHINE))
