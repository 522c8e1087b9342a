"""Find anything: KPIs, actions, decisions, risks, voices, what boards asked, documents and words, with the way to each."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from difflib import get_close_matches
from itertools import chain, islice, product

from kpis.registry import registry
from plumbing.signs import searched
from programme.documents import documents_by
from programme.glossary import glossary
from programme.headings import headline_areas, redesign_functions
from programme.hidden import HIDDEN_SIGN, HIDDEN_WORDS
from programme.inspections import spoken_with, strengths
from programme.moment import day_text
from programme.quarter import Quarter
from programme.sheets.actions import ACTIONS
from programme.sheets.assessments import ASSESSMENT
from programme.sheets.milestones import MILESTONES
from programme.workstreams import weaknesses, workstreams
from reports.language.linked import slug
from reports.progress.decisions import decisions_known
from reports.progress.delivery import delivery
from reports.progress.handover import plan_ended
from reports.progress.judgement import judgement_of
from reports.progress.letters import letters_known
from reports.progress.meeting import on_record
from reports.progress.readings import Progress, once_per_progress
from reports.progress.timescale import milestones_of
from reports.progress.voices import heard

LONG_ENOUGH = 4  # letters of a word that is worth a search of its own
MOST_TRIED = 8


@dataclass(frozen=True, slots=True)
class Hit:
    """One thing found: what kind it is, its title, a line about it, and the page and choices that show it."""

    kind: str
    title: str
    about: str
    page: str
    choices: dict[str, str] = field(default_factory=dict)
    words: str = ""

    def matches(self, wanted: Iterable[str]) -> bool:
        """Whether every word wanted stands somewhere in it."""
        text = searched(f"{self.title} {self.about} {self.words}")
        return all(word in text for word in wanted)


def find(text: str, progress: Progress, quarter: Quarter) -> list[Hit]:
    """Everything that holds every word of `text`; hits in the title first, and within each kind in its own order."""
    wanted = searched(text).split()
    if not wanted:
        return []
    found = [hit for hit in everything(progress, quarter) if hit.matches(wanted)]
    return sorted(found, key=lambda hit: not all(word in searched(hit.title) for word in wanted))


@once_per_progress
def everything(progress: Progress, quarter: Quarter) -> tuple[Hit, ...]:
    """All that can be found, as it stood in `quarter`."""
    return tuple(
        chain(_kpis(progress, quarter), _defined(), _logged(progress, quarter), _met(progress, quarter), _on_record(quarter))
    )


def _kpis(progress: Progress, quarter: Quarter) -> Iterator[Hit]:
    """Every KPI with its figure, its rating and the one word about where it goes."""
    for kpi in registry().values():
        judged = judgement_of(progress, kpi, kpi.areas[0], quarter)
        carried = f" ({judged.reading.result.period}, carried forward)" if judged.reading.carried else ""
        stands = f"{judged.reading.display}{carried}, {judged.reading.rated.rating}, {judged.direction}"
        about = f"{kpi.question} {quarter}: {f'{HIDDEN_SIGN}. {HIDDEN_WORDS}.' if judged.reading.hidden else stands}"
        yield Hit("KPI", kpi.title, about, "kpi", {"kpi": kpi.id}, f"{kpi.id} {kpi.why} {kpi.numerator}")


def _defined() -> Iterator[Hit]:
    for weakness in weaknesses().values():
        yield Hit("Weakness", weakness.name, weakness.wording, "weakness", {"weakness": str(weakness.number)})
    for stream in workstreams().values():
        yield Hit(
            "Workstream", stream.name, f"Lead role: {stream.lead_role}", "workstream", {"workstream": str(stream.number)}
        )
    for term in glossary():
        yield Hit("Glossary", term.title, term.meaning, "glossary", {"term": term.term})


def _logged(progress: Progress, quarter: Quarter) -> Iterator[Hit]:
    """What returns say in words, as it stood in the quarter."""
    yield from _planned(progress, quarter)
    for each in (known.decision for known in decisions_known(progress, quarter)):
        about, at = f"{each.decision_maker}, {each.status}", {"at": each.reference}
        yield Hit("Decision", f"{each.reference}: {each.title}", about, "decisions", at)
    for each in heard(progress, quarter):
        words = f"{each.group} {each.difference} {each.quoted} {each.activity}"
        at = {"at": each.place}
        yield Hit("Voice", each.you_said or each.we_did, each.we_did, "participation", at, words)
    yield from _written(progress, quarter)
    for each in letters_known(progress, quarter):
        title, about = f"{each.sender}, {day_text(each.day)}: {each.wording}", weaknesses()[each.weakness].name
        chosen = {"weakness": str(each.weakness), "at": each.place}
        yield Hit("Letter", title, about, "weakness", chosen, each.address)
    for each in (risk for risk in progress.records.logs.risks if risk.quarter == quarter):
        words = f"{each.controls} {each.further_action}"
        yield Hit("Risk", f"{each.ref}: {each.risk}", each.owner_role, "risks", {"at": each.ref}, words)


def _written(progress: Progress, quarter: Quarter) -> Iterator[Hit]:
    """What leads wrote of the quarter, returned or on screen. What is kept from this reader with its figure is not found."""
    logs = progress.records.logs
    for each in (own for own in logs.commentary if own.quarter == quarter and own.kpi in registry()):
        kpi = registry()[each.kpi]
        if not progress.reading(kpi, kpi.areas[0], quarter).hidden:
            said = " ".join(filter(None, (each.shows, each.why, each.next)))
            told = " ".join(filter(None, (each.action, each.owner_role, each.judgement_reason)))
            yield Hit("Comment", kpi.title, said or each.action, "kpi", {"kpi": kpi.id}, told)
    for each in (own for own in logs.assessments if own.quarter == quarter and own.weakness in weaknesses()):
        chosen = {"weakness": str(each.weakness)}
        yield Hit(ASSESSMENT.name, weaknesses()[each.weakness].name, each.text, "weakness", chosen, each.reason)
    for each in (own for own in logs.summary if own.quarter == quarter):
        where = ("weakness", {"weakness": str(each.weakness)}) if each.weakness else ("overview", {})
        yield Hit(each.kind.capitalize(), each.words, each.role, *where)


def _planned(progress: Progress, quarter: Quarter) -> Iterator[Hit]:
    """Actions and milestones of the plan in force, and the actions of the plan that ended."""
    for each in delivery(progress, quarter).actions:
        now = each.now
        words = f"{now.note} {now.kpi} {now.success_criterion} {now.evidence} {now.area} {now.function} {now.partner}"
        chosen = {"action": now.ref, "at": now.ref}
        yield Hit("Action", f"{now.ref}: {now.title}", f"{each.brag}. {now.lead_role}", "actions", chosen, words)
    for stream in workstreams():
        for each in milestones_of(progress, stream, quarter):
            about, chosen = f"Milestone of workstream {stream}", {"workstream": str(stream)}
            yield Hit(MILESTONES.title.heading, f"{each.now.ref}: {each.now.title}", about, "workstream", chosen)
    ended = plan_ended(progress, quarter)
    for each in (fate.action.now for fate in ended.fates) if ended else ():
        yield Hit("Ended action", f"{each.ref}: {each.title}", ended.plan.title, "ended", {"at": each.ref}, each.note)


def _met(progress: Progress, quarter: Quarter) -> Iterator[Hit]:
    """What boards put on record and was answered; words about a figure that this reader may not see are not found."""
    for each in on_record(progress, quarter):
        item, said = each.item, each.item.said
        title = item.ref if each.kept_back else f"{item.ref}: {said.words}"
        answers = () if each.kept_back else (reply.words for reply in item.replies)
        words = " ".join((said.asked_by, said.owner_role, said.about.ref, *answers))
        yield Hit(str(said.kind).capitalize(), title, f"{each.meeting.quarter}", "records", {"at": item.ref}, words)


def _on_record(quarter: Quarter) -> Iterator[Hit]:
    """Documents as known by the end of the quarter, the headings they put things under, and what inspectors found."""
    for each in documents_by(quarter.end):
        about = f"{each.kind}, {day_text(each.day) if each.day else each.day_note}"
        yield Hit("Document", each.title, about, "documents", {"at": slug(each.title)}, each.note)
    for each in redesign_functions():
        yield Hit(ACTIONS.function.heading, each.label, each.meaning, "kpi", {"by": "function", "at": each.label})
    for each in headline_areas():
        yield Hit(ACTIONS.area.heading, each.label, each.meaning, "actions", {"headline": each.label})
    for each in (*strengths(quarter.end), *spoken_with(quarter.end)):
        if each.text:
            yield Hit("Inspection", each.text, f"{each.source}, letter of {day_text(each.letter)}", "documents")


def searches_instead(text: str, progress: Progress, quarter: Quarter) -> list[str]:
    """What to search for where nothing holds every word of `text`; each of them finds something.

    A word that stands nowhere is written as the nearest that does, or left out; where each stands somewhere and never
    together, they are searched for one by one.
    """
    words = searched(text).split()
    spelt = [_alternatives(word, progress, quarter) for word in words]
    tried = [" ".join(filter(None, each)) for each in islice(product(*spelt), MOST_TRIED)]
    alone = [word for word in words if len(word) >= LONG_ENOUGH]
    for several in (tried, alone):
        if found := [each for each in dict.fromkeys(several) if each != searched(text) and find(each, progress, quarter)]:
            return found
    return []


def _alternatives(word: str, progress: Progress, quarter: Quarter) -> list[str]:
    """The word itself where it stands somewhere; else those written most like it, or nothing."""
    if any(hit.matches([word]) for hit in everything(progress, quarter)):
        return [word]
    known = {searched(each.strip(".,;:()“”")) for hit in everything(progress, quarter) for each in hit.title.split()}
    whole = [each for each in known if len(each) >= LONG_ENOUGH and each.isalpha()]
    return get_close_matches(word, sorted(whole), n=2, cutoff=0.75) or [""]
