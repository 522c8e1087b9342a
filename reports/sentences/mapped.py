"""What a file of somebody else's looks like, in words, and that it should be said whether that is right."""

from calendar import month_name
from collections.abc import Iterable, Sequence

from kpis.ids import kpi_ids, kpi_title
from programme.measures import measures
from programme.names import title_of
from programme.period import Period, PeriodKind
from programme.period_figure import FigureKind
from reports.language.grammar import and_list


def period_text(period: Period) -> str:
    """`January 2023`; any other period as it is written."""
    return f"{month_name[period.month]} {period.year}" if period.kind is PeriodKind.MONTH else str(period)


def several_alike_text(names: Sequence[str], share: float) -> str:
    """`This looks like Board figures and like Team figures (100% of the words of each): choose which it is.`"""
    return f"This looks like {' and like '.join(names)} ({share:.0%} of the words of each): choose which it is."


def withdrawn_meanwhile_text(name: str) -> str:
    """What is said of a file that was to be read by a layout which nothing is read with any more."""
    return f"This file was to be read as {name}, which was withdrawn since: it is read by what it looks like. Choose again."


def read_by_text(name: str, sheets: Sequence[str], *, stands: bool, same: bool) -> str:
    """`It was read with the layout Board figures, of its sheet Final. Files are read with it today as well.`"""
    of = f", of its {'sheet' if len(sheets) == 1 else 'sheets'} {and_list(sheets)}" if sheets else ""
    today = "Files are read with it today as well." if same else "Files are read with another layout of this name today."
    return f"It was read with the layout {name}{of}. {today if stands else 'Nothing is read with it today.'}"


def alike_text(name: str, tables: tuple[int, int], share: float, periods: Sequence[Period]) -> str:
    """`This looks like NHS community health (8 of 8 tables, 100% of its words); period January 2023: is that right?`"""
    found, of = tables
    about = f"{found} of {of} {'table' if of == 1 else 'tables'}, {share:.0%} of its words"
    when = f"; period {and_list([period_text(period) for period in periods])}" if periods else ""
    return f"This looks like {name} ({about}){when}: is that right?"


def measure_text(name: str, kind: str = FigureKind.COUNT) -> str:
    """What a measure counts, or a KPI is called, in as few words as forms say it with. Where a measure and a KPI have the
    same id, what is reported is the KPI."""
    known = measures().get(name)
    if known and not (kind == FigureKind.REPORTED and name in kpi_ids()):
        return title_of(known.description)
    return kpi_title(name) or name


def blocks_text(blocks: Iterable[str], ends: Iterable[str]) -> str:
    """Which words open a block of figures, and under which nothing is taken."""
    opened, ended = list(blocks), list(ends)
    nothing = f" Nothing is taken under {and_list(ended)}." if ended else ""
    return f"A block is opened by {and_list(opened) if opened else 'no name of ours'}.{nothing}"
