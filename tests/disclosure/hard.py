"""Histories of returned counts that are hard to protect, and what a reader is shown of them at every moment."""

from collections.abc import Iterable, Iterator, Sequence
from random import Random

from disclosure.decide import decide
from disclosure.items import Seeing
from kpis.evidence import Evidence
from kpis.registry import registry
from programme.access import Role
from programme.areas import DISTRICTS, KENT, area_coded
from programme.figure import Figure, FigureKey, Source
from programme.hidden import Decided, HiddenThen, MomentCells
from programme.published import Published
from programme.quarter import Quarter
from programme.symbols import Symbol
from record.records import Records, read
from reports.exports.results import result_object
from reports.progress.readings import Progress
from store.database import Database
from store.returns.versions import versions
from tests.disclosure.attack import Attack, Truth

FIRST = Quarter.parse("2023/24 Q1")
NOWHERE = Source("invented.xlsx", "Figures", "D2", 1)
SIZES = [
    *((0, 0, 1, 1, 60, 70), (0, 4, 4, 5, 6, 30), (1, 1, 1, 9, 9, 9), (0, 0, 0, 3), (5, 5, 6, 40), (2, 3, 12, 25, 200)),
]
KINDS = {
    "alone": [("permanent_exclusions_send", "")],
    "part and whole over rolling years": [("plans_issued", ""), ("plans_issued_within_20_weeks", "plans_issued")],
    "shared whole": [
        ("plans_in_place", ""),
        ("plans_in_mainstream", "plans_in_place"),
        ("plans_in_independent_special", "plans_in_place"),
    ],
}


def history(chance: Random, kind: str) -> list[dict[FigureKey, float | Symbol | None]]:
    """What each change says: a first return of some quarters, a later one, and corrections across the threshold."""
    named, quarters = KINDS[kind], FIRST.to(FIRST + (5 if "rolling" in kind else 1))
    said: dict[FigureKey, float | Symbol] = {}
    for quarter in quarters:
        said |= _returned(chance, named, quarter)
    later = {key: each for key, each in said.items() if key[2] == quarters[-1]}
    changes = [{key: each for key, each in said.items() if key not in later}, later]
    for _ in range(chance.randint(0, 2)):
        changes.append(_corrected(chance, named, said, chance.choice(quarters)))
        said |= changes[-1]
    return changes


def _returned(chance: Random, named: list[tuple[str, str]], quarter: Quarter) -> dict[FigureKey, float | Symbol]:
    said: dict[FigureKey, float | Symbol] = {}
    sizes = chance.choice(SIZES)
    for name, whole in named:
        for area in DISTRICTS:
            count = chance.choice(sizes) + (chance.choice((0, 5, 40)) if not whole and len(named) > 1 else 0)
            if whole:
                above = said[whole, area.code, quarter]
                left = chance.choice((0, 1, 3, 5, 9, above))
                count = min(count, above) if chance.random() < 0.6 else max(0, above - left)
                if len(named) > 2:
                    count = min(count, above // 2)
            said[name, area.code, quarter] = float(count)
    return said | _totals(chance, named, said, quarter)


def _totals(chance: Random, named, said, quarter: Quarter) -> dict[FigureKey, float | Symbol]:
    sums = {name: sum(said[name, area.code, quarter] for area in DISTRICTS) for name, _ in named}
    return {(name, KENT.code, quarter): each for name, each in sums.items() if chance.random() < 0.9}


def _corrected(chance: Random, named, said, quarter: Quarter) -> dict[FigureKey, float | Symbol | None]:
    """One or two districts of one measure become others, and Kent with them."""
    name, whole = chance.choice(named)
    new = {}
    for area in chance.sample(DISTRICTS, chance.randint(1, 2)):
        most = said[whole, area.code, quarter] if whole else 300.0
        least = max((said[part, area.code, quarter] for part, above in named if above == name), default=0.0)
        if len(named) > 2:
            most, least = most // 2 if whole else most, 2 * least
        new[name, area.code, quarter] = float(min(most, max(least, chance.choice((0, 1, 3, 4, 5, 8, 30)))))
    if (name, KENT.code, quarter) in said:
        after = said | new
        new[name, KENT.code, quarter] = sum(after[name, area.code, quarter] for area in DISTRICTS)
    return new


def shown_at_every_moment(changes, secret: bytes = b"secret") -> Iterator[tuple[Truth, list[dict]]]:
    """What counted at each moment, and what a reader was shown of it; nothing where they keep the state before."""
    moments = moments_of(changes)
    return _shown(moments, decide(moments, (), (), secret))


def moments_of(changes) -> list[MomentCells]:
    """Each change as a moment of its own."""
    return [MomentCells(number, cells) for number, cells in enumerate(changes, start=1)]


def _shown(moments: Sequence[MomentCells], decisions: Sequence[Decided]) -> Iterator[tuple[Truth, list[dict]]]:
    truth: dict[FigureKey, float | Symbol] = {}
    hidden: set = set()
    for moment, decided in zip(moments, decisions, strict=True):
        truth = {key: said for key, said in (truth | moment.cells).items() if said is not None}
        hidden |= set(decided.hidden)
        if not decided.withheld:
            said = {key: str(each) if isinstance(each, Symbol) else each for key, each in truth.items()}
            yield said, list(printed(truth, hidden))


def printed(truth, hidden) -> Iterator[dict]:
    """The objects that the command prints for a reader, of every KPI on these measures."""
    facts = printed_facts(truth)
    progress = Progress(
        Records(Evidence(facts), (), concealed=HiddenThen(frozenset(hidden), frozenset(hidden))), Role.READER
    )
    for seeing in {seeing for name, code, quarter in truth for seeing in _seeings(name, code, quarter)}:
        yield result_object(progress.reading(registry()[seeing.kpi], area_coded(seeing.area), seeing.quarter))


def printed_facts(truth) -> dict[FigureKey, Figure]:
    """What was returned, as figures."""
    return {
        (name, code, quarter): Figure(
            *(name, area_coded(code), quarter),
            *((None, said) if isinstance(said, Symbol) else (said, None)),
            NOWHERE,
        )
        for (name, code, quarter), said in truth.items()
    }


def _seeings(name: str, code: str, quarter: Quarter) -> Iterator[Seeing]:
    for kpi in registry().values():
        if name in kpi.formula.measures:
            areas = {code, KENT.code} & {area.code for area in kpi.areas}
            for later in range(4 if kpi.basis.code == "R12M" else 1):
                for area in areas:
                    yield Seeing(kpi.id, area, quarter + later)


def attacked(changes, *, told: bool) -> Attack:
    """An attack that has seen everything."""
    return _attack(shown_at_every_moment(changes), told)


def _attack(shown: Iterable[tuple[Truth, list[dict]]], told: bool) -> Attack:
    attack = Attack(told)
    for truth, printed_then in shown:
        attack.looks(truth, printed_then)
    return attack


def attacked_in_print(changes, published: Published) -> Attack:
    """An attack that has seen everything, and then what a publisher prints, unless that is kept from readers."""
    moments = moments_of(changes)
    *before, last = decide([*moments, MomentCells(len(moments) + 1, {}, (published,))], (), (), b"secret")
    attack = _attack(_shown(moments, before), told=True)
    if not last.kept_back:
        attack.reads_print(_truth_of(changes), [published])
    return attack


def _truth_of(changes) -> Truth:
    said = {key: each for change in changes for key, each in change.items()}
    return {key: str(each) if isinstance(each, Symbol) else each for key, each in said.items()}


def given_at_every_moment(database: Database) -> list[tuple[Records, Progress]]:
    """What counted in a store at each of its moments, and what readers were given of it then."""
    known = (read(database, version.accepted_at) for version in versions(database))
    return [(records, Progress(records, Role.READER)) for records in known]


def attacked_store(given: Iterable[tuple[Records, Progress]], group: frozenset[str]) -> Attack:
    """An attack on some measures of a store that has seen what readers see at every moment."""
    attack = Attack(told=True)
    for records, readers in given:
        stored = records.evidence.facts
        facts = {key: stored[key] for key in stored if key[0] in group}  # figures are made as they are looked up
        truth = {key: str(each.symbol) if each.symbol else each.value for key, each in facts.items()}
        attack.looks(truth, printed_of(readers, group))
        attack.reads_print(truth, readers.records.evidence.published.values())
    return attack


def printed_of(progress: Progress, group: frozenset[str]) -> Iterator[dict]:
    """The objects that the command prints of some measures, in every quarter they are reported in."""
    for kpi in registry().values():
        if group & set(kpi.formula.measures):
            for quarter in progress.records.quarters:
                if kpi.basis.reported(quarter) == quarter:
                    yield from map(result_object, progress.readings(kpi, quarter).values())
