"""The KPI definitions as readers see them: what feeds each, and whether its review is overdue."""

from dataclasses import dataclass
from datetime import date

from kpis.formulas import PublishedValue
from kpis.kpi import Kpi
from kpis.registry import definitions_in_force, registry
from plumbing.signs import searched
from programme.measures import Measure, measures
from programme.quarter import Quarter
from programme.workstreams import Weakness, Workstream, weaknesses, workstreams
from reports.sentences.definitions import (
    areas_in_words,
    formula_in_words,
    given_in_words,
    gives_in_words,
    ground_in_words,
    printed,
    replacement_in_words,
    targets_in_words,
    tier_in_words,
)


@dataclass(frozen=True, slots=True)
class Feed:
    """One thing that a KPI is worked out from: `what` is its id, `arrives` says by which return and sheet."""

    what: str
    description: str
    arrives: str


@dataclass(frozen=True, slots=True)
class DictionaryEntry:
    """One KPI as the dictionary shows it; `kpi` holds the question, the caution and whatever else is words already."""

    kpi: Kpi

    @property
    def workstream(self) -> Workstream:
        """The workstream that answers for it."""
        return workstreams()[self.kpi.workstream]

    @property
    def weaknesses(self) -> tuple[Weakness, ...]:
        """The weaknesses it speaks to."""
        return tuple(weaknesses()[number] for number in self.kpi.weaknesses)

    @property
    def areas(self) -> str:
        """`Kent and its 12 districts`."""
        return areas_in_words(self.kpi.areas)

    @property
    def formula(self) -> str:
        """The arithmetic in words."""
        return formula_in_words(self.kpi.formula)

    @property
    def feeds(self) -> tuple[Feed, ...]:
        """The measures it needs, each with the return and sheet that bring it, or its published figure."""
        if isinstance(self.kpi.formula, PublishedValue):
            return (_published_feed(self.kpi.formula.series),)
        return tuple(_feed(measures()[name]) for name in self.kpi.formula.measures)

    @property
    def targets(self) -> tuple[str, ...]:
        """Each target with its floor, first quarter and basis, or an activity indicator's expected range."""
        return tuple(targets_in_words(self.kpi))

    @property
    def examples(self) -> tuple[tuple[str, str], ...]:
        """Each worked example: what is given, and what it gives."""
        return tuple((given_in_words(self.kpi, each), gives_in_words(self.kpi, each)) for each in self.kpi.examples)

    @property
    def grounds(self) -> tuple[str, ...]:
        """What it stands on: each regulation, guidance or return with its date, and whether anybody has read it."""
        return tuple(map(ground_in_words, self.kpi.grounds))

    @property
    def tier(self) -> str:
        """Which pages it belongs on, and why."""
        return tier_in_words(self.kpi)

    @property
    def replacement(self) -> tuple[tuple[str, str], ...]:
        """What it supersedes and what supersedes it, each under its name."""
        return replacement_in_words(self.kpi)

    @property
    def companions(self) -> tuple[Kpi, ...]:
        """The KPIs that it is never shown without."""
        return tuple(registry()[companion] for companion in self.kpi.companions)

    def review_overdue(self, on: date) -> bool:
        """Whether the definition should have been reviewed before `on`."""
        return self.kpi.next_review < on

    def matches(self, search: str) -> bool:
        """Whether every word of `search` stands somewhere in the entry."""
        kpi = self.kpi
        said = [kpi.id, kpi.title, kpi.question, kpi.why, kpi.numerator, kpi.denominator, kpi.caution, kpi.source]
        said += [each.name for each in (self.workstream, *self.weaknesses)]
        said += [*self.grounds, self.tier]
        said += [f"{feed.what} {feed.description}" for feed in self.feeds]
        text = searched(" ".join(said))
        return all(word in text for word in searched(search).split())


def dictionary_entries(search: str = "") -> list[DictionaryEntry]:
    """Every KPI, by workstream, or those that match `search`."""
    return [entry for entry in map(DictionaryEntry, registry().values()) if entry.matches(search)]


def entries_in_force(quarter: Quarter) -> list[DictionaryEntry]:
    """Every KPI by whose definition a quarter is read, by workstream."""
    return list(map(DictionaryEntry, definitions_in_force(quarter).values()))


def _published_feed(series: str) -> Feed:
    found = printed(series)
    return Feed(series, found.title, f"Published: {found.source}; no return carries it")


def _feed(measure: Measure) -> Feed:
    if measure.collected == "computed":
        return Feed(measure.id, measure.description, "Worked out by the system from its own records; no return carries it")
    when = "every quarter" if len(measure.due_in) == 4 else " and ".join(f"Q{number}" for number in measure.due_in)
    return Feed(
        measure.id,
        measure.description,
        f"Return of workstream {measure.workstream} ({measure.organisation}), sheet Figures: "
        f"{areas_in_words(measure.areas)}, {measure.period}, due in {when} from {measure.first_quarter}"
        + (f" to {measure.last_quarter}" if measure.last_quarter else "")
        + (f"; forms for quarters before {asked} may lack its row" if (asked := measure.row_required_from) else ""),
    )
