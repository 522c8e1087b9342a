"""One exception of the agenda in words: what is being done about it, by whom and by when."""

from collections.abc import Sequence

from kpis.direction import Direction
from programme.areas import KENT, Area
from programme.moment import day_text
from programme.quarter import Quarter
from programme.sheets.commentary import COMMENTARY
from record.tracked import Tracked
from reports.language.grammar import capitalised, counted, is_or_are
from reports.language.linked import Piece, Pieces
from reports.progress.agenda import AgendaItem
from reports.sentences.overview import judged_away_clause
from reports.sentences.plan import lapsed_text
from reports.sentences.ways import action_link


def agenda_group(item: AgendaItem) -> str:
    """`Red and worsening`, `Red by the rule, judged amber by its lead`, `Green and worsening` or `Good news`."""
    if not item.exception:
        return "Green and worsening" if item.judged.direction is Direction.WORSENING else "Good news: green and improving"
    group = item.judged.red_group
    return capitalised(str(group or f"red by the rule, judged {item.judged.reading.rated.rating} by its lead"))


def meeting_headline(items: Sequence[AgendaItem], quarter: Quarter, area: Area = KENT) -> str:
    """`For the meeting: 16 KPIs are red in 2024/25 Q3, and 1 judged amber by its lead`; a part of Kent is named."""
    judged = [each.judged for each in items if each.exception]
    red = sum(not each.judged_away for each in judged)
    reds = f"{counted(red, 'KPI')} {is_or_are(red)} red" if red else "no KPI is red"
    where = "" if area == KENT else f" in {area.name}"
    return f"For the meeting: {reds}{where} in {quarter}{judged_away_clause(judged)}"


def exception_answer(item: AgendaItem) -> tuple[tuple[str, Piece | Pieces], ...]:
    """What is being done, part by part, an action of the plan leading to it; a part that is missing says so."""
    told, reading = item.written, item.judged.reading
    if reading.area != reading.kpi.areas[0]:
        return ((COMMENTARY.action.heading, f"actions are recorded for {reading.kpi.areas[0].name} as a whole"),)
    needed = "" if item.judged.judged_away else ": a red needs one"
    parts = (
        (COMMENTARY.action.heading, _action(item), f"none is recorded{needed}"),
        ("Owner", told and told.owner_role, "none is recorded"),
        ("Due", day_text(told.due) if told and told.due else "", "no date is recorded"),
        (COMMENTARY.why.heading, told and told.why, "not returned"),
        (COMMENTARY.next.heading, told and told.next, "not returned"),
    )
    return tuple((name, given or missing) for name, given, missing in parts if given or (missing and item.exception))


def _action(item: AgendaItem) -> str | Pieces:
    """The management action as written; the ref of an action in the plan is followed by what that action is."""
    if item.planned:
        return action_link(item.planned), f": {item.planned.now.title}{_lapsed(item.planned)}"
    return item.written.action if item.written else ""


def _lapsed(planned: Tracked) -> str:
    return f" ({lapsed_text(planned)})" if planned.lapsed else ""
