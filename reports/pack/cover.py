"""The answer on one page: the finding, three bars that are never added up, and what leads alert, advise and assure."""

from collections.abc import Sequence

from kpis.movement import told_since
from kpis.rating import Rating
from programme.areas import KENT
from programme.quarter import Quarter
from programme.workstreams import weaknesses
from reports.language.grammar import counted
from reports.language.linked import plain_text
from reports.markup.summary import signature
from reports.pack.parts import CountBar, FrontPage, Quoted
from reports.palette import POSITIONS, RATINGS
from reports.progress.changes import changes
from reports.progress.delivery import Delivery, delivery
from reports.progress.needs import needs_the_board
from reports.progress.overview import Overview, overview
from reports.progress.readings import Progress
from reports.progress.standing import Standing, standings
from reports.progress.summary import LeadSummary, lead_summary
from reports.progress.voices import heard
from reports.sentences.participation import voice_words
from reports.sentences.this_quarter import figures_say, quarter_headline

MEANT = {
    Rating.RED: "red, floor missed",
    Rating.AMBER: "amber, target missed",
    Rating.GREEN: "green, target met",
    Rating.NOT_RATED: "not rated",
}
LISTS = {"alert": "the board must act", "advise": "the board should know", "assure": "the board can rely on"}
NOT_WRITTEN = "No lead has written any."
DONE, CLAIMED, LATE, TO_COME = "#123A6B", "#A9BFD8", "#E0B4BF", "#FFFFFF"


def cover_of(progress: Progress, quarter: Quarter) -> FrontPage:
    """The cover of a quarter, in the words of the page that opens it."""
    seen = overview(progress, KENT, quarter)
    rows = standings(progress, KENT, quarter, tuple(weaknesses().values()))
    plan, lead = delivery(progress, quarter), lead_summary(progress, quarter)
    said = figures_say(seen, changes(progress, quarter), plan)
    return FrontPage(
        title=f"Board pack for {quarter}, {quarter.start:%B} to {quarter.end:%B %Y}",
        answer=f"{quarter_headline(rows, seen)}.",
        said=(*(each.said.words for each in lead.sentences), *map(plain_text, said)),
        bars=(_changed(rows, quarter), _stands(seen), _done(plan)),
        lists=tuple(_list(lead, kind, what) for kind, what in LISTS.items()),
        signed=_signed(lead),
        voice=_voice(progress, quarter),
        decide=_decide(progress, quarter),
    )


def _changed(rows: Sequence[Standing], quarter: Quarter) -> CountBar:
    since = told_since(quarter)
    words = [each.both.outcome.since(since).word for each in rows]
    parts = (
        (words.count(word), f"{mark.shape} {mark.word.lower()}", mark.fill, mark.ink) for word, mark in POSITIONS.items()
    )
    return CountBar("What changed", f"{len(rows)} weaknesses {since}", _known(parts))


def _stands(seen: Overview) -> CountBar:
    parts = ((seen.counts[rating], f"{mark.shape} {MEANT[rating]}", mark.fill, mark.ink) for rating, mark in RATINGS.items())
    return CountBar("How it stands", counted(len(seen.judged), "measure"), _known(parts))


def _done(plan: Delivery) -> CountBar:
    done, evidenced, late = len(plan.done), len(plan.evidenced), len(plan.overdue)
    parts = (
        (evidenced, "done, with evidence", DONE, "#FFFFFF"),
        (done - evidenced, "done, without", CLAIMED, "#101010"),
        (len(plan.actions) - done - late, "open, in time", TO_COME, "#101010"),
        (late, "open and late", LATE, "#101010"),
    )
    return CountBar("What was done", f"{counted(len(plan.actions), 'action')} of the plan", _known(parts))


def _known(parts) -> tuple[tuple[int, str, str, str], ...]:
    return tuple(each for each in parts if each[0])


def _list(lead: LeadSummary, kind: str, what: str) -> tuple[str, str, tuple[str, ...]]:
    said = tuple(each.said.words for each in lead.lists[kind])
    return kind.capitalize(), what, said or (NOT_WRITTEN,)


def _signed(lead: LeadSummary) -> str:
    words = [each for kind in lead.lists.values() for each in kind]
    return f"Alert, advise and assure: {signature(words)}." if words else ""


def _voice(progress: Progress, quarter: Quarter) -> Quoted | None:
    """The newest that somebody said, of this quarter first."""
    found = next((each for each in heard(progress, quarter) if voice_words(each)), None)
    if found is None:
        return None
    did, difference = found.we_did or "nothing is recorded yet", found.difference or "not known yet"
    return Quoted(voice_words(found), f"Heard in {found.quarter}. We did: {did}. The difference: {difference}.")


def _decide(progress: Progress, quarter: Quarter) -> str:
    due = needs_the_board(progress, KENT, quarter).due
    if not due:
        return "No decision on record waits to be taken."
    titles = "; ".join(f"{each.reference} {each.title}".strip() for each in due)
    return f"{counted(len(due), 'decision')} on record {'waits' if len(due) == 1 else 'wait'} to be taken: {titles}."
