"""The actions of a plan in one list: the longest late first, each with its dates as a dumbbell, opened in place."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from markupsafe import Markup

from programme.moment import day_text
from programme.sheets.actions import ACTIONS, Action
from record.tracked import Tracked
from reports.charts.dumbbells import HEIGHT, WIDTH, Scale, dumbbell_of, dumbbell_svg, scale_of
from reports.charts.slips import slip_chart
from reports.language.linked import Pieces
from reports.markup.filters import Choice, answers_of, hidden, left_by
from reports.markup.paper import chart_image
from reports.markup.pieces import Href, linked_text, spoken, together
from reports.markup.sparkline import address
from reports.palette import BRAGS
from reports.progress.delivery import Delivery
from reports.progress.meeting import FollowedUp
from reports.sentences.meeting import KEPT_BACK, meeting_link, record_link, state_text
from reports.sentences.plan import NO_OWNER, action_notes, brag_text, done_or_forecast_text, moved_sentence, slip_text
from reports.sentences.ways import ended_link, kpis_linked, source_link, weaknesses_linked, workstream_linked
from reports.tables.cells import evidence_cell

HEADS = (
    "Action",
    ACTIONS.lead_role.heading,
    "Status",
    "First date",
    "○ first ◆ forecast ● done",
    "Done or forecast",
    "Slip",
)


AGREED = "Agreed in meetings"


@dataclass(frozen=True, slots=True)
class _Drawing:
    """What all rows share: the choices, the scale of the dates, by ref what meetings agreed, and the ref that is opened."""

    choices: Sequence[Choice]
    scale: Scale
    href: Href
    agreed: Mapping[str, FollowedUp]
    opened: str = ""


@dataclass(frozen=True, slots=True)
class DrawnAction:
    """The row of one action, whatever is chosen: its answers, its ref with the answers as attributes, what it holds, and the
    row where it is left and closed, as nearly all are."""

    answers: Mapping[str, Iterable[str]]
    attributes: Markup
    inside: Markup
    usual: Markup


@dataclass(frozen=True, slots=True)
class ActionList:
    """The actions under one name, in the order in which they are listed."""

    name: str
    actions: tuple[Tracked, ...]


def by_lateness(delivery: Delivery) -> tuple[ActionList, ...]:
    """Those past the date agreed first, those still to come and those done: in each, the one furthest behind first."""
    late = [each for each in delivery.actions if each.overdue]
    coming = [each for each in delivery.actions if not each.overdue and not each.now.done]
    parts = {"Past the date agreed first": late, "Still to come": coming, "Done": delivery.done}
    return tuple(ActionList(name, tuple(sorted(own, key=_lateness))) for name, own in parts.items() if own)


def _lateness(action: Tracked) -> tuple[bool, int]:
    return action.slip is None, -(action.slip or 0)


def actions_list(
    delivery: Delivery,
    choices: Sequence[Choice],
    href: Href,
    opened: str = "",
    agreed: Sequence[FollowedUp] = (),
    closed: Mapping[str, DrawnAction] | None = None,
) -> Markup:
    """Every action, hidden where the choices leave it out; `opened` is the ref of the one that was asked for.

    Those `agreed` in meetings are a group of their own at the end: actions too, and in no count of the plan. `closed` gives
    the rows that were drawn before, as `closed_rows` draws them for the same choices, whatever was chosen.
    """
    drawn = dict(closed or closed_rows(delivery, choices, href, agreed))
    if opened:
        drawing = replace(_drawing(delivery, choices, href, agreed), opened=opened)
        drawn |= {each.now.ref: _drawn(each, drawing) for each in _known(delivery, agreed) if each.now.ref == opened}
    chosen = [each for each in choices if each.chosen]
    rows = {ref: _row(action, left_by(chosen, action.answers), ref == opened) for ref, action in drawn.items()}
    heads = together(Markup("<span>{}</span>").format(each) for each in HEADS)
    of_meetings = (ActionList(AGREED, tuple(each.action for each in agreed)),) if agreed else ()
    groups = together(_group(each, choices, rows) for each in (*by_lateness(delivery), *of_meetings))
    return Markup('<div class="actions"><div class="heads" aria-hidden="true">{}</div>{}</div>').format(heads, groups)


def closed_rows(
    delivery: Delivery, choices: Sequence[Choice], href: Href, agreed: Sequence[FollowedUp] = ()
) -> Mapping[str, DrawnAction]:
    """The row of every action by its ref, while none is opened: the same whatever is chosen."""
    drawing = _drawing(delivery, choices, href, agreed)
    return {each.now.ref: _drawn(each, drawing) for each in _known(delivery, agreed)}


def _drawing(delivery: Delivery, choices: Sequence[Choice], href: Href, agreed: Sequence[FollowedUp]) -> _Drawing:
    scale = scale_of(_known(delivery, agreed), delivery.quarter.end)
    return _Drawing(choices, scale, href, {each.action.now.ref: each for each in agreed})


def _known(delivery: Delivery, agreed: Sequence[FollowedUp]) -> tuple[Tracked, ...]:
    return (*delivery.actions, *(each.action for each in agreed))


def answers(action: Tracked) -> Mapping[str, Iterable[str]]:
    """What an action answers to each choice, by the key of the choice."""
    now = action.now
    return {
        "for_weakness": tuple(map(str, now.weaknesses)),
        "for_workstream": (str(now.workstream),) if now.workstream else (),
        "owner": (now.lead_role or NO_OWNER,),
        "status": (str(action.brag),),
        "headline": (now.area,) if now.area else (),
        "function": (now.function,) if now.function else (),
    }


def shown_count(actions: Iterable[Tracked], choices: Sequence[Choice]) -> int:
    """How many of these actions the choices leave."""
    chosen = [each for each in choices if each.chosen]  # one that leaves all needs no answer
    return sum(all(each.lets(answers(action)) for each in chosen) for action in actions)


def _group(group: ActionList, choices: Sequence[Choice], rows: Mapping[str, Markup]) -> Markup:
    left = shown_count(group.actions, choices)
    listed = together(rows[each.now.ref] for each in group.actions)
    beside = " beside" if group.name == AGREED else ""  # in no count of the plan
    return Markup('<section class="narrowed{}"{}><h2>{}: <b class="shown">{}</b></h2>{}</section>').format(
        beside, hidden(not left), group.name, left, listed
    )


def _drawn(action: Tracked, drawing: _Drawing) -> DrawnAction:
    ref, own = action.now.ref, answers(action)
    opened, agreed = ref == drawing.opened, drawing.agreed.get(ref)
    told = _agreed_told(agreed, drawing.href) if agreed else _told(action, drawing.href, opened)
    attributes = Markup(' id="{}"{}').format(ref, answers_of(drawing.choices, own))
    inside = Markup("<summary>{}</summary>{}").format(_line(action, drawing.scale), told)
    return DrawnAction(own, attributes, inside, _details(attributes, inside))


def _row(drawn: DrawnAction, left: bool, opened: bool) -> Markup:
    if left and not opened:
        return drawn.usual
    return _details(drawn.attributes, drawn.inside, hidden(not left), Markup(" open") if opened else Markup(""))


def _details(attributes: Markup, inside: Markup, *states: Markup) -> Markup:
    return Markup('<details class="row"{}{}>{}</details>').format(attributes, together(states), inside)


def _line(action: Tracked, scale: Scale) -> Markup:
    """What stands in the list of an action, under the heads; without them each part says for the ear what it is."""
    now, mark = action.now, BRAGS[action.brag]
    first = day_text(action.baseline) if action.baseline else "not given"
    parts = (
        Markup("<b>{}</b> {}").format(now.ref, now.title or KEPT_BACK),
        now.lead_role or NO_OWNER,
        Markup('<span class="chip" style="background:{};color:{}">{} {}</span>').format(
            mark.colours.background, mark.colours.letters, mark.shape, action.brag
        ),
        Markup("{}{}").format(spoken("first date "), first),
        _dumbbell(action, scale),
        done_or_forecast_text(action),
        Markup("<b>{}</b>").format(slip_text(action)) if action.overdue else slip_text(action),
    )
    return together(Markup("<span>{}</span>").format(part) for part in parts)


def _dumbbell(action: Tracked, scale: Scale) -> Markup:
    drawn = dumbbell_of(action)
    if drawn is None:
        return Markup("")
    return Markup('<img class="dumbbell" width="{}" height="{}" src="{}" alt="{}">').format(
        WIDTH, HEIGHT, address(dumbbell_svg(drawn, scale)), drawn.alternative
    )


def _agreed_told(followed: FollowedUp, href: Href) -> Markup:
    """What is on record of something that a meeting agreed: the meeting is its source, and no return speaks of it."""
    arising, now = followed.arising, followed.action.now
    told = {
        "Source": linked_text((meeting_link(arising.meeting), ", on record as ", record_link(arising.item), "."), href),
        "Status": brag_text(followed.action),
        "Where it stands": state_text(arising),
        ACTIONS.note: now.note,
        ACTIONS.weaknesses: linked_text(weaknesses_linked(now.weaknesses), href),
        "KPI": linked_text(kpis_linked((now.kpi,), by_title=True), href) if now.kpi else "",
    }
    return Markup('<div class="opened"><dl class="facts">{}</dl></div>').format(_facts(told))


def _facts(told: Mapping[object, object]) -> Markup:
    return together(Markup("<dt>{}</dt><dd>{}</dd>").format(*each) for each in told.items() if each[1])


def _told(action: Tracked, href: Href, asked: bool) -> Markup:
    """Everything that was ever returned about an action; the chart of its dates where its address asked for it."""
    now = action.now
    evidence, former = evidence_cell(now).text, now.former_ref
    told = {
        "Status": brag_text(action),
        ACTIONS.success_criterion: now.success_criterion or "not given",
        ACTIONS.note: now.note,
        ACTIONS.evidence: evidence,
        "Where it stands": action_notes(action),
        "Its dates": moved_sentence(action),
        ACTIONS.accountable_role: now.accountable_role,
        ACTIONS.partner: now.partner,
        ACTIONS.weaknesses: linked_text(weaknesses_linked(now.weaknesses), href),
        ACTIONS.workstream: linked_text(workstream_linked(now.workstream), href),
        "KPI": linked_text(kpis_linked((now.kpi,), by_title=True), href) if now.kpi else "",
        ACTIONS.area: now.area,
        ACTIONS.function: now.function,
        ACTIONS.former_ref: linked_text((ended_link(former),), href) if former else "",
    }
    chart = chart_image(slip_chart([action])) if asked and action.slip is not None else ""
    history = together(
        Markup("<li>{}</li>").format(linked_text(_returned(each, now.ref, asked), href))
        for each in reversed(action.returned)
    )
    return Markup(
        '<div class="opened"><dl class="facts">{}</dl>{}<h3>As returned, newest first</h3><ul>{}</ul></div>'
    ).format(_facts(told), chart, history)


def _returned(each: Action, ref: str, asked: bool) -> Pieces:
    """`2024/25 Q3: Red, due 29 December 2023, forecast 31 March 2025, 60% complete (2024-25-Q3.xlsx Actions!A61)`.

    Of the action that was asked for, every return leads to its version.
    """
    told = (
        str(each.status),
        f"due {day_text(each.baseline)}" if each.baseline else "",
        f"done {day_text(each.actual)}" if each.done else f"forecast {day_text(each.forecast)}" if each.forecast else "",
        "" if each.complete is None else f"{each.complete:g}{ACTIONS.complete}",
        f"as {each.ref}" if each.ref != ref else "",
        each.note,
    )
    cell = source_link(each.source) if asked else (f"{each.source.file} {each.source}",)
    return (f"{each.quarter}: {', '.join(filter(None, told))} (", *cell, ")")
