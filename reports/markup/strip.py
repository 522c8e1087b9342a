"""The strip on every page: which quarter and area, known when, how settled, and whether the figures are real."""

from html import escape

from programme.areas import Area
from programme.moment import day_text, time_text
from programme.quarter import Quarter
from programme.symbols import Status
from record.receipts import in_force
from record.records import Records

DEMONSTRATION = "<b>Demonstration data.</b> Figures that annual publications carry are real; all others are illustrative."


def strip(records: Records, quarter: Quarter, area: Area, now: str = "") -> str:
    """One paragraph of HTML; empty for an empty store. `now` is the address of the same view as known now."""
    if records.empty:
        return ""
    about = f"<b>{quarter}, {escape(area.name)}</b>{_settled(records, quarter)}."
    demonstration = DEMONSTRATION if records.illustrative else ""
    past = " past" if records.as_at else ""
    return f'<p class="strip{past}" role="note">{" ".join(filter(None, (about, _known(records, now), demonstration)))}</p>'


def _known(records: Records, now: str) -> str:
    newest = f"newest return {day_text(records.versions[-1].accepted_at)}"
    if records.as_at is None:
        return f"As known now, {newest}."
    back = f' <a href="{escape(now)}">Back to now</a>' if now else ""
    return f"<b>As at {time_text(records.as_at)}:</b> what was known then, {newest}.{back}"


def _settled(records: Records, quarter: Quarter) -> str:
    """Whether the quarter's newest returns are provisional or final; nothing where it came with the history workbook."""
    newest = {
        stream: version.cover.status
        for version in in_force(records.versions)
        if version.cover.quarter == quarter
        for stream in version.cover.workstreams
    }
    if not newest:
        return ""
    provisional = sum(status is Status.PROVISIONAL for status in newest.values())
    if not provisional:
        return ", final"
    return ", provisional" if provisional == len(newest) else ", partly provisional"
