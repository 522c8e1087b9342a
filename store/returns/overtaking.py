"""Two people at once: refuses a return, or a withdrawal, whose preview no longer shows what the store holds."""

from collections.abc import Iterable

from programme.submission import Cover, Submission, Version
from store.counting.standing import scopes_of
from store.cursor import Cursor
from store.errors import Overtaken
from store.order import ledger

_CARRIED = """
    SELECT measure, area_code, quarter FROM figures WHERE version = ?
    UNION ALL SELECT measure, area_code, period FROM period_figures WHERE version = ?
"""

_Keys = set[tuple[str, str, str]]
"""Measure, area and quarter or period, as they are stored."""


def refuse_overtaken(cursor: Cursor, submission: Submission, seen: int) -> None:
    """Raise Overtaken when a version stored after the `seen`-th change is about the same scope or the same figures."""
    own = {(measure, code, str(quarter)) for measure, code, quarter in (figure.key for figure in submission.figures)}
    own |= {(each.measure, each.area.code, str(each.period)) for each in submission.kept}
    _refuse(cursor, submission.cover, own, seen, "accept again")


def refuse_overtaken_withdrawal(cursor: Cursor, taken_back: Version, seen: int) -> None:
    """Raise Overtaken when a version stored after the `seen`-th change is about what one to be taken back is about."""
    own = _carried(cursor, taken_back.number)
    _refuse(cursor, taken_back.cover, own, seen, f"withdraw version {taken_back.number} again")


def _refuse(cursor: Cursor, cover: Cover, own: _Keys, seen: int, again: str) -> None:
    later = ledger.since(cursor, seen)
    concerned = _same_scope(later, cover) or _same_figures(cursor, later, own)
    if concerned:
        newest = concerned[-1]
        deed = f"accepted {newest.file_name}" if newest.withdraws is None else f"withdrew version {newest.withdraws}"
        raise Overtaken(
            f"What you were shown is no longer what is stored: {newest.doer} {deed} as "
            f"version {newest.number} in the meantime. Look at what would change now and {again}. "
            "Nothing of this was stored, and nothing is lost."
        )


def _same_scope(later: Iterable[Version], cover: Cover) -> list[Version]:
    own = set(scopes_of(cover))
    return [version for version in later if own.intersection(scopes_of(version.cover))]


def _same_figures(cursor: Cursor, later: Iterable[Version], own: _Keys) -> list[Version]:
    """The later versions that carry, or take back, one of these figures."""
    return [version for version in later if own & _carried(cursor, version.withdraws or version.number)]


def _carried(cursor: Cursor, number: int) -> _Keys:
    """What a version carries a figure for."""
    return set(cursor.execute(_CARRIED, [number, number]).fetchall())
