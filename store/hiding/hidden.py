"""Keeps what is hidden from readers: decided at every change, in its transaction, by whoever the store is told decides."""

import os
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from itertools import starmap, takewhile
from typing import NamedTuple

from plumbing.kept import Kept
from programme.figure import FigureKey
from programme.hidden import Decided, Decider, HiddenThen, Item, MomentCells, Stated, WhyHidden
from programme.published import Published
from programme.quarter import Quarter
from store import moments
from store.cursor import Cursor
from store.database import Database
from store.errors import StoreError
from store.hiding.cells import cells_by_version
from store.order import ledger
from store.order.changes import OF_FIGURES, changes_of
from store.rows.published_rows import printed_by
from store.rows.rows import insert

SECRET = 32  # bytes
UNDECIDED = (
    "It must be decided what readers may not see before anything is shown, got: returns about which it is undecided. "
    "Open the store where it can be written; it is decided then. Nothing was lost."
)

_VERSIONS = "SELECT number, change FROM versions"
_HAPPENED = f"SELECT change, moment FROM {changes_of(*OF_FIGURES)} ORDER BY 1"
_GRANTS = "SELECT request, change FROM hidden_grants"
_REQUESTS = "SELECT number, measure, area_code, quarter, span FROM hidden_requests"
_ROUNDS = 'SELECT "round", rules, secret FROM hidden_rounds'
_DECISIONS = 'SELECT change, withheld, protected, seconds, solver FROM hidden_decisions WHERE "round" = ? ORDER BY change'
_ITEMS = 'SELECT change, measure, area_code, quarter, span, why FROM hidden_items WHERE "round" = ?'


class Undecided(StoreError):  # noqa: N818 - what holds, not a fault
    """It was not decided yet, by the rules in force, what readers may not see."""


class Round(NamedTuple):
    """The newest round: its number, the rules it goes by and its secret; 0 and nothing while nothing is decided."""

    number: int
    rules: str
    secret: bytes


def decide_newest(cursor: Cursor, decider: Decider, kept: Kept) -> None:
    """Decide, inside a transaction, about every change that is undecided: about all of them where other rules held.

    What the changes did that are decided about already is `kept`.
    """
    newest = _newest_round(cursor)
    decided = decisions(cursor, newest.number)
    history = cell_changes(cursor, kept, decided)
    if newest.rules == decider.rules:
        left = decider.decide(history, decided, (), newest.secret)
        _keep(cursor, newest.number, left)
        return
    made = Round(newest.number + 1, decider.rules, drawn())
    cursor.execute("INSERT INTO hidden_rounds VALUES (?, ?, ?, ?)", [made.number, moments.now(), made.rules, made.secret])
    _keep(cursor, made.number, decider.decide(history, (), decided, made.secret))


def change_secret(cursor: Cursor, secret: bytes) -> None:
    """Another secret for whatever is decided from here on: of a store that was copied, others have read the old one."""
    cursor.execute("UPDATE hidden_rounds SET secret = ?", [secret])


def drawn() -> bytes:
    """A secret that nobody has read."""
    return os.urandom(SECRET)


def trial(
    cursor: Cursor,
    decider: Decider,
    kept: Kept,
    cells: Mapping[FigureKey, Stated | None] | None = None,
    released: frozenset[Item] = frozenset(),
    published: tuple[Published, ...] = (),
) -> Decided:
    """What would be decided if this were stored as the next thing. Nothing is kept. Raises Undecided."""
    newest, decided = _newest_round(cursor), decisions(cursor)
    history = cell_changes(cursor, kept, decided)
    if newest.rules != decider.rules or len(decided) < len(history):
        raise Undecided(UNDECIDED)
    following = MomentCells(ledger.newest_change(cursor) + 1, cells or {}, published, released)
    return decider.decide([*history, following], decided, (), newest.secret)[-1]


def bring_up_to_date(database: Database, decider: Decider) -> None:
    """Decide about everything that is undecided, in one transaction. Raises StoreError, also where it cannot be written."""
    if database.read_only:
        raise Undecided(UNDECIDED)
    with database.transaction() as cursor:
        if undecided(cursor, decider):
            decide_newest(cursor, decider, database.kept)


def undecided(cursor: Cursor, decider: Decider) -> bool:
    """Whether it is not decided yet, by the rules in force, what is hidden of anything that is stored."""
    newest = _newest_round(cursor)
    done = {change for change, *_ in cursor.execute(_DECISIONS, [newest.number]).fetchall()}
    return newest.rules != decider.rules or not done.issuperset(_moments(cursor))


def decisions(cursor: Cursor, number: int | None = None) -> list[Decided]:
    """What was decided in a round (None: the newest) about each change, oldest first."""
    own = [_newest_round(cursor).number if number is None else number]
    found: dict[int, dict[Item, WhyHidden]] = defaultdict(dict)
    for change, measure, area, quarter, span, why in cursor.execute(_ITEMS, own).fetchall():
        found[change][Item(measure, area, Quarter.parse(quarter), span)] = WhyHidden(why)
    granted = _granted(cursor)
    return [
        Decided(change, found[change], granted[change], *rest)
        for change, *rest in cursor.execute(_DECISIONS, own).fetchall()
    ]


def _granted(cursor: Cursor) -> dict[int, frozenset[Item]]:
    """What each grant let go, by its change; nothing for every other change."""
    found: dict[int, frozenset[Item]] = defaultdict(frozenset)
    granted = dict(cursor.execute(_GRANTS).fetchall())
    asked = cursor.execute(_REQUESTS).fetchall() if granted else ()
    for number, measure, area, quarter, span in asked:
        if number in granted:
            found[granted[number]] |= {Item(measure, area, Quarter.parse(quarter), span)}
    return found


def _moments(cursor: Cursor) -> dict[int, datetime]:
    """Every change that was ever stored, in order, and when it happened."""
    return {change: moments.aware(moment) for change, moment in cursor.execute(_HAPPENED).fetchall()}


def hidden_then(cursor: Cursor, as_at: datetime | None, rules: str) -> HiddenThen:
    """What was hidden at a moment (None: now). Raises Undecided, by these `rules`."""
    newest, known = _newest_round(cursor), _moments(cursor)
    done = {each.change: each for each in decisions(cursor, newest.number)}
    if newest.rules != rules or not done.keys() >= known.keys():
        raise Undecided(UNDECIDED)
    last = max((change for change, moment in known.items() if as_at is None or moment <= as_at), default=0)
    items: set[Item] = set()
    ever: set[Item] = set()
    until = [each for change, each in done.items() if change <= last]
    for each in until:
        items = (items | set(each.hidden)) - each.released
        ever |= set(each.hidden)
    told = done[last].withheld if last else ""
    sound = [known[change] for change in known if change <= last and not done[change].withheld]
    before = sound[-1] if told and sound else None
    return HiddenThen(frozenset(items), frozenset(ever), told, before, kept_back_after(until))


def kept_back_after(decided: Iterable[Decided]) -> frozenset[tuple[int, Item]]:
    """The totals of which readers do not get what is in print, each with the change that kept it back; not those let go."""
    back: set[tuple[int, Item]] = set()
    for each in decided:
        back |= {(each.change, item) for item in each.kept_back}
        back = {(change, item) for change, item in back if item not in each.released}
    return frozenset(back)


def newest_decision(database: Database) -> Decided:
    """What was decided about what was stored last: what stands against showing it to readers, what they do not get of it."""
    with database.cursor() as cursor:
        return next(reversed(decisions(cursor)), Decided(0))


def cell_changes(cursor: Cursor, kept: Kept | None = None, decided: Sequence[Decided] = ()) -> list[MomentCells]:
    """What everything that was ever stored did to the cells of protected measures, and what publishers print, in order.

    What was `decided` about by whoever stored it is stored for good: what that did is `kept`.
    """
    known, changes = ledger.read_ledger(cursor), dict(cursor.execute(_VERSIONS).fetchall())
    done = {each.change for each in decided}
    settled = sum(1 for _ in takewhile(lambda version: changes[version.number] in done, known))
    returned = {changes[number]: cells for number, cells in cells_by_version(cursor, known, kept, settled).items()}
    printed, granted = printed_by(cursor), _granted(cursor)
    return [
        MomentCells(change, returned.get(change, {}), printed.get(change, ()), granted[change])
        for change in _moments(cursor)
    ]


def _newest_round(cursor: Cursor) -> Round:
    return max(starmap(Round, cursor.execute(_ROUNDS).fetchall()), default=Round(0, "", b""))


def _keep(cursor: Cursor, number: int, decided: Iterable[Decided]) -> None:
    for each in decided:
        row = [number, each.change, each.withheld, each.protected, each.seconds, each.solver]
        cursor.execute("INSERT INTO hidden_decisions VALUES (?, ?, ?, ?, ?, ?)", row)
        rows = (
            (number, each.change, *item[:2], str(item.quarter), item.span, why.value) for item, why in each.hidden.items()
        )
        insert(cursor, "hidden_items", rows)
