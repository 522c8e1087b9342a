"""Two people at once: refuses a return whose preview no longer shows what the store holds."""

from collections.abc import Iterable

from programme.submission import Submission, Version
from store.counting.standing import scopes_of
from store.cursor import Cursor
from store.errors import Overtaken
from store.order import ledger


def refuse_overtaken(cursor: Cursor, submission: Submission, seen: int) -> None:
    """Raise Overtaken when a version stored after the `seen`-th change is about the same scope or the same figures."""
    later = ledger.since(cursor, seen)
    concerned = _same_scope(later, submission) or _same_figures(cursor, later, submission)
    if concerned:
        newest = concerned[-1]
        deed = f"accepted {newest.file_name}" if newest.withdraws is None else f"withdrew version {newest.withdraws}"
        raise Overtaken(
            f"What you were shown is no longer what is stored: {newest.doer} {deed} as "
            f"version {newest.number} in the meantime. Look at what would change now and accept again. "
            "Nothing of this was stored, and nothing is lost."
        )


def _same_scope(later: Iterable[Version], submission: Submission) -> list[Version]:
    own = set(scopes_of(submission.cover))
    return [version for version in later if own.intersection(scopes_of(version.cover))]


def _same_figures(cursor: Cursor, later: Iterable[Version], submission: Submission) -> list[Version]:
    """The later versions that carry, or take back, a figure for one of the same measures, areas and quarters."""
    own = {(measure, code, str(quarter)) for measure, code, quarter in (figure.key for figure in submission.figures)}
    own |= {(each.measure, each.area.code, str(each.period)) for each in submission.kept}
    query = """
        SELECT measure, area_code, quarter FROM figures WHERE version = ?
        UNION ALL SELECT measure, area_code, period FROM period_figures WHERE version = ?
    """
    return [
        version
        for version in later
        if not own.isdisjoint(cursor.execute(query, [version.withdraws or version.number] * 2).fetchall())
    ]
