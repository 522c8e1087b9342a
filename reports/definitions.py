"""Each KPI's definition in words: its formula, what feeds it, its targets, examples and review, and what lacks evidence."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from kpis.formulas import Count, Formula, Latest, Maximum, PublishedValue, Rate, Ratio, Share
from kpis.kpi import Example, Given, Kpi
from kpis.outcome import Reason
from kpis.registry import registry
from programme.areas import DISTRICTS, Area
from programme.measures import Measure, measures
from programme.published import Published, published_figures
from programme.symbols import MEANING, symbol_typed
from programme.workstreams import Weakness, Workstream, weaknesses, workstreams
from reports.wording import amount_text, number_text, target_text

LITTLE = 3  # a weakness with fewer KPIs of its own has little evidence


@dataclass(frozen=True, slots=True)
class Feed:
    """One thing that a KPI is worked out from, and where it comes in: `what` is its id, `arrives` a sentence."""

    what: str
    description: str
    arrives: str


@dataclass(frozen=True, slots=True)
class Entry:
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
        return _areas(self.kpi.areas)

    @property
    def formula(self) -> str:
        """The arithmetic in words."""
        return _formula(self.kpi.formula)

    @property
    def feeds(self) -> tuple[Feed, ...]:
        """The measures it needs, each with the return and sheet that bring it, or its published figure."""
        if isinstance(self.kpi.formula, PublishedValue):
            return (_published_feed(self.kpi.formula.figure),)
        return tuple(_feed(measures()[name]) for name in self.kpi.formula.measures)

    @property
    def targets(self) -> tuple[str, ...]:
        """Each target with its floor, first quarter and basis; an activity indicator's expected range."""
        return tuple(_targets(self.kpi))

    @property
    def examples(self) -> tuple[tuple[str, str], ...]:
        """Each worked example: what is given, and what comes out."""
        return tuple((_given(self.kpi, example), _gives(self.kpi, example)) for example in self.kpi.examples)

    def review_overdue(self, on: date) -> bool:
        """Whether the definition should have been reviewed before `on`."""
        return self.kpi.next_review < on

    def matches(self, search: str) -> bool:
        """Whether every word of `search` stands somewhere in the entry."""
        kpi = self.kpi
        text = " ".join((kpi.id, kpi.title, kpi.question, kpi.why, kpi.caution, kpi.source, self.workstream.name))
        text += " ".join(
            [each.name for each in self.weaknesses] + [f"{feed.what} {feed.description}" for feed in self.feeds]
        )
        return all(word in text.casefold() for word in search.casefold().split())


def entries(search: str = "") -> list[Entry]:
    """Every KPI, by workstream, or those that match `search`."""
    return [entry for kpi in registry().values() if (entry := Entry(kpi)).matches(search)]


@dataclass(frozen=True, slots=True)
class WeaknessEvidence:
    """The KPIs that speak to a weakness: those `own` to it, and those `shared` with another."""

    weakness: Weakness
    own: tuple[Kpi, ...]
    shared: tuple[Kpi, ...]

    @property
    def little(self) -> bool:
        """Whether so few KPIs speak to it alone that their figures cannot carry a judgement."""
        return len(self.own) < LITTLE


def evidence_by_weakness() -> list[WeaknessEvidence]:
    """What each of the nine weaknesses has to be judged by."""
    return [_evidence(weakness, registry().values()) for weakness in weaknesses().values()]


def _evidence(weakness: Weakness, kpis: Iterable[Kpi]) -> WeaknessEvidence:
    speaking = [kpi for kpi in kpis if weakness.number in kpi.weaknesses]
    own = tuple(kpi for kpi in speaking if len(kpi.weaknesses) == 1)
    return WeaknessEvidence(weakness, own, tuple(kpi for kpi in speaking if kpi not in own))


def _areas(areas: tuple[Area, ...]) -> str:
    names = [area.name for area in areas if area not in DISTRICTS]
    return " and ".join(names + ([f"its {len(DISTRICTS)} districts"] if set(DISTRICTS) <= set(areas) else []))


def _formula(formula: Formula) -> str:
    first, *rest = [measures()[name].description for name in formula.measures] or [""]
    second = rest[0][0].lower() + rest[0][1:] if rest else ""
    if rest and rest[0][:3].isupper():  # SEN, SEND
        second = rest[0]
    match formula:
        case Share():
            return f"{first}, as a percentage of: {second}"
        case Rate(per=per):
            return f"{first}, for every {per:,} of: {second}"
        case Ratio():
            return f"{first}, divided by: {second}"
        case Count():
            return f"{first}, added up over the period"
        case Latest():
            return f"{first}, at the end of the period"
        case Maximum():
            return f"{first}; over areas the largest, never the sum"
        case PublishedValue(figure=figure):
            return f"As published: {_printed(figure).title}"


def _printed(figure: str) -> Published:
    return next(each for each in published_figures().values() if each.figure == figure)


def _published_feed(figure: str) -> Feed:
    printed = _printed(figure)
    return Feed(figure, printed.title, f"Published: {printed.source}; no return carries it")


def _feed(measure: Measure) -> Feed:
    if measure.collected == "computed":
        return Feed(measure.id, measure.description, "Worked out by the system from its own records; no return carries it")
    when = "every quarter" if len(measure.due_in) == 4 else "Q" + " and Q".join(str(number) for number in measure.due_in)
    return Feed(
        measure.id,
        measure.description,
        f"Return of workstream {measure.workstream} ({measure.organisation}), sheet Figures: {_areas(measure.areas)}, "
        f"{measure.period}, due in {when} from {measure.first_quarter}",
    )


def _targets(kpi: Kpi) -> Iterable[str]:
    for target in kpi.targets:
        near = kpi.better == "target"
        floor = f"within {number_text(target.floor, kpi.decimals)} of it" if near else amount_text(kpi, target.floor)
        yield f"from {target.since}: {target_text(kpi, target)}, floor {floor} ({target.basis})"
    if kpi.expected:
        low, high = amount_text(kpi, kpi.expected.low), amount_text(kpi, kpi.expected.high)
        yield f"not rated; expected between {low} and {high} ({kpi.expected.basis})"
    elif kpi.better is None:
        yield "not rated; no agreed range"


def _given(kpi: Kpi, example: Example) -> str:
    names = (kpi.formula.figure,) if isinstance(kpi.formula, PublishedValue) else kpi.formula.measures
    listed = "; ".join(f"{name} = {_value(example.given.get(name))}" for name in names)
    return f"{example.quarter}: {listed}"


def _value(given: Given | None) -> str:
    match given:
        case None:
            return "nothing"
        case tuple():
            return ", ".join(_value(each) for each in given)
        case str():
            return f"{given} ({MEANING[symbol_typed(given)]})"
        case _:
            return f"{given:,}".replace("-", "−")


def _gives(kpi: Kpi, example: Example) -> str:
    if isinstance(example.gives, Reason):
        return f"no figure: {example.gives}"
    return amount_text(kpi, example.gives)
