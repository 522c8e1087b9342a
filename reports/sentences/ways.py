"""Where what sentences and tables speak of leads: a KPI, the cells of its figure, an action, a risk, a decision."""

from collections.abc import Iterable

from kpis.kpi import Kpi
from kpis.registry import definitions_in_force, registry
from programme.areas import KENT, PROGRAMME_AREAS, Area
from programme.figure import Source
from programme.plans import plan_in_force
from programme.published import Published
from programme.quarter import Quarter
from programme.workstreams import weaknesses, workstreams
from record.tracked import Tracked
from reports.language.linked import Linked, Pieces, joined, leads, slug
from reports.progress.readings import Reading

CELLS = "Definition and source"
"""The tab of a KPI that shows the cells of its figure."""


def kpi_link(kpi: Kpi, text: str = "") -> Linked:
    """A KPI by its title, or by another text, leads to its page."""
    return leads(text or kpi.title, "kpi", kpi=kpi.id)


def kpis_linked(ids: Iterable[str], by_title: bool = False) -> Pieces:
    """KPIs by their ids, or by their titles, each leading to its page; an id that is none leads nowhere."""
    known = registry()
    return joined((kpi_link(known[each], "" if by_title else each) if each in known else each for each in ids), ", ")


def reading_link(reading: Reading, text: str, tab: str = "") -> Linked:
    """What is said of one figure leads to the KPI as it stood for that area in that quarter."""
    area = reading.area if reading.area in PROGRAMME_AREAS else KENT
    open_tab = {"tab": tab} if tab else {}
    return leads(text, "kpi", kpi=reading.kpi.id, quarter=str(reading.quarter), area=area.name, **open_tab)


def cells_link(reading: Reading, text: str) -> Linked:
    """A figure leads to the cells it was read from."""
    return reading_link(reading, text, CELLS)


def input_place(measure: str, area: Area, quarter: Quarter) -> str:
    """What the row of a returned figure is found by, among the cells behind a KPI."""
    return slug(f"{measure} {area.name} {quarter}")


def returned_link(measure: str, area: Area, quarter: Quarter, text: str) -> Linked | str:
    """A returned figure leads to its row among the cells of the first KPI that is made of it; where none is, nowhere."""
    made = (kpi for kpi in definitions_in_force(quarter).values() if measure in kpi.formula.measures and area in kpi.areas)
    kpi = next(made, None)
    if kpi is None or area not in PROGRAMME_AREAS:
        return text
    at = input_place(measure, area, quarter)
    return leads(text, "kpi", kpi=kpi.id, quarter=str(quarter), area=area.name, tab=CELLS, at=at)


def publication_place(source: str, release: int | None) -> str:
    """What the row of a publication is found by, among the published figures: one that was loaded by its number."""
    return slug(source) if release is None else f"release-{release}"


def publication_link(figure: Published) -> Linked:
    """A published figure leads to the row of its publication."""
    return leads(figure.publication, "published", at=publication_place(figure.source, figure.loaded))


def version_place(number: int) -> str:
    """What the row of a version is found by, among the returns."""
    return f"version-{number}"


def version_link(number: int, text: str = "") -> Linked:
    """A version leads to its row among the returns."""
    return leads(text or str(number), "returns", at=version_place(number))


def source_link(source: Source) -> Pieces:
    """The cell that something was read from, its version leading to its row among the returns."""
    cell = f"{source.file} {source}"
    return (cell,) if source.version is None else (f"{cell}, version ", version_link(source.version))


def action_link(action: Tracked, text: str = "") -> Linked:
    """An action leads to where it stands: in the list of its plan, or among those of the plan before."""
    ref = action.now.ref
    if action.now.plan != plan_in_force(action.quarter):
        return ended_link(ref, text)
    return leads(text or ref, "actions", action=ref, at=ref)


def ended_link(ref: str, text: str = "") -> Linked:
    """An action of a plan that ended leads to what became of it."""
    return leads(text or ref, "ended", at=ref)


def risk_link(ref: str, text: str = "") -> Linked:
    """A risk leads to its row, opened."""
    return leads(text or ref, "risks", at=ref)


def decision_link(reference: str, text: str = "") -> Linked:
    """A decision leads to its record, opened."""
    return leads(text or reference, "decisions", at=reference)


def weakness_link(number: int, text: str = "") -> Linked:
    """A weakness by its number leads to its page."""
    return leads(text or str(number), "weakness", weakness=str(number))


def weakness_named(number: int) -> Linked | str:
    """A weakness by its name leads to its page; a number that is none of the nine leads nowhere."""
    known = weaknesses().get(number)
    return weakness_link(number, known.name) if known else str(number)


def workstream_link(number: int, text: str = "") -> Linked:
    """A workstream by its number leads to its page."""
    return leads(text or str(number), "workstream", workstream=str(number))


def weaknesses_linked(numbers: Iterable[int]) -> Pieces:
    """`1, 3`, each leading to its weakness; a number that is none of the nine leads nowhere."""
    return joined((weakness_link(each) if each in weaknesses() else str(each) for each in numbers), ", ")


def workstream_linked(number: int | None) -> Pieces:
    """The number of a workstream, leading to it where it is one of the five; nothing where none is given."""
    if number is None:
        return ()
    return (workstream_link(number),) if number in workstreams() else (str(number),)
