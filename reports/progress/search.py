"""Find anything: one search over KPIs, actions, decisions, voices, risks and the glossary, each hit with the way to it."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from difflib import get_close_matches
from itertools import chain

from kpis.registry import registry
from programme.glossary import glossary
from programme.quarter import Quarter
from programme.workstreams import weaknesses, workstreams
from reports.progress.decisions import decisions_known
from reports.progress.delivery import delivery
from reports.progress.judgement import judgement_of
from reports.progress.readings import Progress, once_per_progress
from reports.progress.voices import heard


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
        text = f"{self.title} {self.about} {self.words}".casefold()
        return all(word in text for word in wanted)


def find(text: str, progress: Progress, quarter: Quarter) -> list[Hit]:
    """Everything that holds every word of `text`; hits in the title first, and within each kind in its own order."""
    wanted = text.casefold().split()
    if not wanted:
        return []
    found = [hit for hit in everything(progress, quarter) if hit.matches(wanted)]
    return sorted(found, key=lambda hit: not all(word in hit.title.casefold() for word in wanted))


@once_per_progress
def everything(progress: Progress, quarter: Quarter) -> tuple[Hit, ...]:
    """All that can be found, as it stood in `quarter`."""
    return tuple(chain(_kpis(progress, quarter), _defined(), _logged(progress, quarter)))


def _kpis(progress: Progress, quarter: Quarter) -> Iterator[Hit]:
    """Every KPI with its figure, its rating and the one word about where it goes."""
    for kpi in registry().values():
        judged = judgement_of(progress, kpi, kpi.areas[0], quarter)
        stands = f"{judged.reading.display}, {judged.reading.rated.rating}, {judged.direction}"
        about = f"{kpi.question} {quarter}: {judged.direction if judged.reading.hidden else stands}"
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
    logs = progress.records.logs
    for each in delivery(progress, quarter).actions:
        now = each.now
        yield Hit(
            "Action",
            f"{now.ref}: {now.title}",
            f"{each.brag}. {now.lead_role}",
            "actions",
            {"action": now.ref},
            f"{now.note} {now.kpi}",
        )
    for each in (known.decision for known in decisions_known(progress, quarter)):
        yield Hit("Decision", f"{each.reference}: {each.title}", f"{each.decision_maker}, {each.status}", "decisions")
    for each in heard(progress, quarter):
        yield Hit("Voice", each.you_said or each.we_did, each.we_did, "participation", {}, f"{each.group} {each.difference}")
    for each in (risk for risk in logs.risks if risk.quarter == quarter):
        yield Hit("Risk", f"{each.ref}: {each.risk}", each.owner_role, "risks")


def nearest_words(text: str, progress: Progress, quarter: Quarter) -> list[str]:
    """Words that can be found and are written most like the words of `text`."""
    known = {word.strip(".,;:()").casefold() for hit in everything(progress, quarter) for word in hit.title.split()}
    close = (get_close_matches(word, known, n=2, cutoff=0.7) for word in text.casefold().split())
    return list(dict.fromkeys(match for matches in close for match in matches))
