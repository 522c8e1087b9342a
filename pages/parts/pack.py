"""The pack of a quarter to take away from the page that opens it: all its files in one, for readers, and for analysts."""

from pages.parts.files import offer_file
from pages.parts.view import View, database
from programme.access import Deed, Role, may
from reports.pack.parts import stem_of

ZIP = "application/zip"
FOR_READERS = "Board pack of {}: document, slides, workbook and data (ZIP)"
FOR_ANALYSTS = "The same for analysts: it may point to a child (ZIP)"


def offer_pack(view: View) -> None:
    """Offer the pack of the quarter as known at the moment looked at; an analyst's only to who may see all figures."""
    if view.quarter not in view.records.quarters:
        return
    with view.take_away:
        _offer(view, FOR_READERS.format(view.quarter), Role.READER, Deed.TAKE_AWAY)
        if may(view.person, Deed.SEE_HIDDEN):
            _offer(view, FOR_ANALYSTS, Role.ANALYST, Deed.SEE_HIDDEN)


def _offer(view: View, label: str, role: Role, deed: Deed) -> None:
    def made() -> bytes:
        from reports.pack.files import FORMATS, as_zip  # and what writes slides and workbooks: only once somebody asks
        from reports.pack_commands import pack_files

        return as_zip(pack_files(database(), view.quarter, view.as_at, role, tuple(FORMATS), view.person))

    offer_file(view.person, label, f"{stem_of(view.quarter, role)}.zip", ZIP, made, deed=deed)
