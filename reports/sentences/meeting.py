"""What a board put on record, in words: who asked what about what, what was answered, and what its KPI has done since."""

from collections.abc import Sequence

from kpis.registry import registry
from programme.areas import KENT, area_coded
from programme.meeting import About, Meeting, Minuted, OnRecord, Reply, Subject
from programme.moment import day_text, time_text
from programme.quarter import Quarter
from programme.workstreams import weaknesses
from reports.language.grammar import and_list, begun, counted
from reports.language.linked import Linked, Piece, Pieces, joined, leads
from reports.progress.meeting import Arising, Consequence, FollowedUp
from reports.sentences.direction import direction_short
from reports.sentences.kpi import carried_clause
from reports.sentences.ways import weakness_link

HOW_TO_ASK = (
    "Who wants to ask about a figure, an action or a risk asks in a meeting: its chair records the question, and from then "
    "on question and answer stand here and on the page that it is about."
)
KEPT_BACK = "It is about a figure that readers do not see: its words reach those who see it."
CHALLENGED = "Challenged, not answered"
NAMED = {
    Minuted.CHALLENGE: "Challenge",
    Minuted.DECISION: "Decision",
    Minuted.FOLLOW_UP: "Follow-up",
    Minuted.REQUEST: "Request for a figure",
    Minuted.JUDGEMENT: "Lead's judgement",
}
NEEDS = {
    "arising": "Matters arising",
    "worsening": "Red and worsening",
    "unanswered": "Red, no complete action",
    "judged": "Red by rule, judged otherwise",
    "passed": "Forecast has passed, not done",
    "differing": "Lead and evidence differ",
    "due": "Decision due",
    "missing": "Returns missing",
}
"""The kinds of what an agenda can hold by itself, by their names, as *This quarter* calls them."""


def meeting_name(meeting: Meeting) -> str:
    """`Meeting of 12 December 2024 on 2024/25 Q2`."""
    return f"Meeting of {day_text(meeting.held_on)} on {meeting.quarter}"


def meeting_link(meeting: Meeting, at: str = "") -> Linked:
    """A meeting leads to what is on record of it, and there to one thing by its ref."""
    return leads(meeting_name(meeting), "records", at=at or f"meeting-{meeting.number}")


def record_link(item: OnRecord, text: str = "") -> Linked:
    """`M1-2`, leading to where it stands on record."""
    return leads(text or item.ref, "records", at=item.ref)


def about_link(about: About, quarter: Quarter, as_at: str = "") -> Piece:
    """What it is about, leading there, as at a moment where one is given; nothing where it is about the meeting."""
    moment = {"as_at": as_at} if as_at else {}
    match about.subject:
        case Subject.MEASURE:
            kpi = registry().get(about.ref)
            area = (area_coded(about.area) if about.area else KENT).name
            name = f"{kpi.short if kpi else about.ref}{'' if area == KENT.name else f' in {area}'}"
            return leads(name, "kpi", kpi=about.ref, quarter=str(quarter), area=area, **moment)
        case Subject.WEAKNESS:
            weakness = weaknesses().get(int(about.ref)) if about.ref.isdigit() else None
            if weakness is None:
                return f"weakness {about.ref}"
            link = weakness_link(weakness.number, f"Weakness {weakness.number}: {weakness.label}")
            return leads(link.text, "weakness", weakness=about.ref, quarter=str(quarter), **moment)
        case Subject.ACTION:
            return leads(f"Action {about.ref}", "actions", action=about.ref, at=about.ref, quarter=str(quarter), **moment)
        case Subject.RISK:
            return leads(f"Risk {about.ref}", "risks", at=about.ref, quarter=str(quarter), **moment)
        case _:
            return ""


def about_clause(arising: Arising) -> Pieces:
    """` on Plans within 20 weeks`; nothing where it is about the meeting."""
    about = about_link(arising.item.said.about, arising.meeting.quarter)
    return (" on ", about) if about else ()


def then_link(arising: Arising) -> Pieces:
    """The way to what the board saw at that minute."""
    item = arising.item
    about = about_link(item.said.about, arising.meeting.quarter, item.seen_at.isoformat())
    if not isinstance(about, Linked):
        return ()
    return (f"As the board saw it on {time_text(item.done.at)}: ", about, ".")


def said_words(arising: Arising) -> str:
    """What was asked, decided or agreed, in quotation marks; or that its words are kept back."""
    return KEPT_BACK if arising.kept_back else f"“{arising.item.said.words}”"


def item_sentence(arising: Arising) -> Pieces:
    """`Challenge on Plans within 20 weeks: Parent carer forum asked “Why …?”, answer due 1 April 2025.`"""
    said = arising.item.said
    head = (record_link(arising.item), f" {NAMED[said.kind]}", *about_clause(arising))
    return (*head, f": {_told(arising)}")


def _told(arising: Arising) -> str:
    said, words = arising.item.said, said_words(arising)
    stop = "" if arising.kept_back or said.words.endswith((".", "?", "!")) else "."
    due = f" {_due_word(said.kind)} {day_text(said.due)}." if said.due else ""
    match said.kind:
        case Minuted.CHALLENGE | Minuted.REQUEST:
            asked = "asked" if said.kind is Minuted.CHALLENGE else "asked for"
            return f"{said.asked_by} {asked}: {words}{stop}{due}"
        case Minuted.FOLLOW_UP:
            return f"{said.owner_role}: {words}{stop}{due}"
        case _:
            return f"{said.outcome}: {words}{stop}"


def _due_word(kind: Minuted) -> str:
    return "To be done by" if kind is Minuted.FOLLOW_UP else "Answer due"


def state_text(arising: Arising) -> str:
    """Whether the board still waits, and for how long; what became of it where it does not. Empty where nothing was due."""
    item = arising.item
    late = f", {counted(arising.late, 'day')} overdue" if arising.late else ""
    match item.said.kind:
        case Minuted.FOLLOW_UP:
            return f"Done on {day_text(item.done_on)}." if item.done_on else f"Not done{late}."
        case Minuted.CHALLENGE | Minuted.REQUEST:
            if item.reply is None:
                return f"Not answered{late}."
            return f"The board is not satisfied{late}." if item.open else _satisfied_text(item.reply)
        case Minuted.DECISION:
            return f"Deferred{late}." if item.open else ""
        case _:
            return ""


def _satisfied_text(reply: Reply) -> str:
    return "The board is satisfied." if reply.satisfied else "The board has not said whether that is enough."


def reply_sentence(arising: Arising, reply: Reply) -> str:
    """`Answered on 3 April 2025 by L. Ead: “…”`; of what is to be done, how far it was reported to be."""
    words = "its words reach those who see the figure." if arising.kept_back else f"“{reply.words}”"
    asked = arising.item.said.kind in (Minuted.CHALLENGE, Minuted.REQUEST)
    return f"{'Answered' if asked else 'Reported'} on {day_text(reply.done.at)} by {reply.done.doer}: {words}"


def since_sentence(arising: Arising) -> str:
    """`Since then: 58.1% in 2024/25 Q2, 54.0% in 2024/25 Q3 (worsening).`; empty where no quarter has passed. Of an annual
    figure that stood then already it says that no newer one has come."""
    since = arising.since
    if since is None:
        return ""
    then, now = since.then, since.now.reading
    if carried := then.reported == now.reported and carried_clause(now):
        return f"Since then: no newer figure than {now.display} ({carried})."
    return f"Since then: {then.display} in {then.quarter}, {now.display} in {now.quarter} ({direction_short(since.now)})."


def changed_since(arising: Arising) -> str:
    """What the board was shown and is no longer so: the figure was corrected or withdrawn, the action or risk is gone."""
    if arising.gone:
        subject = arising.item.said.about.subject
        return f"No return that stands names this {subject} any more: it was withdrawn or left out since."
    if (each := arising.restated) is None:
        return ""
    deed = "withdrawn" if each.new is None else "corrected"
    return f"What the board saw was {deed} since: on {day_text(each.version.accepted_at)} by {each.version.doer}."


def led_to_sentence(consequence: Consequence) -> Pieces:
    """`It changed something: follow-up M1-2, action APP-3.01.`; nothing where nothing points to it."""
    if not consequence.changed:
        return ()
    own = [record_link(each, f"{each.said.kind} {each.ref}") for each in consequence.led_to]
    own += [f"{each.kind} {each.ref}" for each in consequence.challenge.item.changed]
    return ("It changed something: ", *joined(own, ", "), ".")


def consequences_sentence(found: Sequence[Consequence]) -> str:
    """`Of 3 challenges 1 changed something, and 2 wait for an answer.`"""
    if not found:
        return "No challenge is on record."
    changed, waiting = sum(each.changed for each in found), sum(each.challenge.item.open for each in found)
    waits = f"{waiting or 'none'} {'waits' if waiting < 2 else 'wait'} for an answer"
    return f"Of {counted(len(found), 'challenge')}, {changed or 'none'} changed something, and {waits}."


def arising_headline(found: Sequence[Arising]) -> str:
    """`Three matters arise from earlier meetings, 1 of them overdue`."""
    late = sum(each.late > 0 for each in found)
    if not found:
        return "Nothing arises from earlier meetings"
    rest = f", {late} of them overdue" if late else ""
    return f"{begun(len(found), 'matter')} {'arises' if len(found) == 1 else 'arise'} from earlier meetings{rest}"


def follow_ups_headline(found: Sequence[FollowedUp]) -> str:
    """`Follow-ups from meetings: 1 of 2 open, 1 overdue`."""
    waiting, late = sum(each.arising.item.open for each in found), sum(each.arising.late > 0 for each in found)
    rest = f", {late} overdue" if late else ""
    return f"Follow-ups from meetings: {waiting or 'none'} of {len(found)} open{rest}"


def challenged_headline(found: Sequence[Arising]) -> str:
    """`Challenged, not answered: 1 of 2`."""
    waiting = sum(each.item.open for each in found)
    return f"{CHALLENGED}: {waiting} of {len(found)}" if waiting else f"Challenged and answered: {len(found)}"


def held_sentence(meeting: Meeting) -> str:
    """Who opened it, who came and who sent apologies."""
    came = [each.role for each in meeting.attendance if each.came]
    away = [each.role for each in meeting.attendance if not each.came]
    present = f" Present: {and_list(came)}." if came else " Who attended is not recorded."
    apologies = f" Apologies: {and_list(away)}." if away else ""
    return f"Opened by {meeting.opened.doer}.{present}{apologies}"


def counts_sentence(meeting: Meeting) -> str:
    """`On record: 2 challenges, 1 decision, 1 follow-up.`"""
    kinds = [each.said.kind for each in meeting.on_record]
    told = [counted(kinds.count(kind), str(kind)) for kind in Minuted if kind in kinds]
    return f"On record: {', '.join(told)}." if told else "Nothing is on record."


def quarter_without_returns(quarter: Quarter) -> str:
    """Said where a meeting is held on a quarter for which nothing came."""
    return f"No return came for {quarter}: what stands on the agenda by itself is from before."


def state_of(meeting: Meeting) -> str:
    """`Open`, `Closed, minutes not signed` or `Minutes signed on …`."""
    if meeting.signed:
        newer = ", and a correction is being written" if meeting.draft else ""
        return f"Minutes signed on {day_text(meeting.signed.done.at)} by {meeting.signed.done.doer}{newer}"
    return f"Closed on {time_text(meeting.closed.at)}; the minutes are not signed" if meeting.closed else "Open"


def waiting_headline(meeting: Meeting | None, waiting: int) -> str:
    """The finding of what is on record."""
    if meeting is None:
        return "No meeting is on record"
    waits = f"the board waits for {counted(waiting, 'thing')}" if waiting else "the board waits for nothing"
    return f"{meeting_name(meeting)}: {waits}"
