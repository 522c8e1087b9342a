"""What a database would know of words that an earlier return brought."""

from datetime import UTC, datetime

from loaders.rules import KnownBefore
from programme.quarter import Quarter
from programme.sheets.actions import actions_in
from programme.sheets.written import rows_of
from programme.standing_words import StandingRows
from programme.submission import Cover, Version
from programme.symbols import Status
from tests.factories import QUARTER
from tests.programme.rows import entries

COUNCIL, NHS = "Kent County Council", "NHS Kent and Medway"


def version(number=1, *, quarter=QUARTER, organisation=COUNCIL, streams=(3,), kind="standard", **more) -> Version:
    cover = Cover(kind, quarter if kind == "standard" else None, streams, organisation, "", "", None, Status.FINAL)
    accepted = datetime(2025, 5, 1, 10, tzinfo=UTC)
    return Version(number, cover, "earlier.xlsx", "f" * 64, accepted, "SEND analyst", "", **more)


def standing(sheet: str, *rows, by: Version | None = None, held=None) -> StandingRows:
    """The rows of one sheet as a version brought them, which speaks for them still."""
    made = by or version()
    typed = entries(sheet, *({heading: str(value) for heading, value in row.items() if value} for row in rows))
    quarter = made.cover.quarter or Quarter(2024, 4)
    found = tuple(rows_of(typed, sheet, quarter, made.file_name, made.number))
    return StandingRows(made, frozenset(made.cover.workstreams if held is None else held), found)


def known_words(**sheets: StandingRows) -> KnownBefore:
    words = {sheet: (stood,) for sheet, stood in sheets.items()}
    actions = tuple(each for stood in words.get("Actions", ()) for each in actions_in(stood.rows))
    return KnownBefore(versions=tuple({stood.version for stood in sheets.values()}), actions=actions, words=words)
