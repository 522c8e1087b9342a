"""Stage 6, what is gone: numbers that were there before, and figures that a corrected history leaves out."""

from collections.abc import Iterator

from loaders.forms.layouts.history import HISTORY
from loaders.parsing.unread import ReadSheet, is_quarter
from loaders.rules.case import Case, symbol_in, titled
from loaders.rules.rule import Fault, Need, Stage, rule
from loaders.rules.words import said
from programme.aliases import Thing
from programme.figure import Figure
from programme.finding import Severity
from programme.measures import measures
from programme.names import Naming
from programme.period_typed import quarter_read
from programme.quarter import Quarter

FEWEST_SYMBOLS, MOST_SYMBOLS = 3, 0.5  # fewer are named one by one


@rule(Stage.HISTORY, Severity.QUERY, needs=[Need.QUARTER])
def figures_turned_into_symbols(case: Case) -> Iterator[Fault]:
    """“Not available” in every row is a full return that says nothing, where numbers were returned before."""
    series = case.known.series if case.known else {}
    once = [row for (measure, area, _), row in case.understood.items() if series.get((measure, area)) and row.value_cell]
    symbols = [row for row in once if symbol_in(row)]
    if len(symbols) >= FEWEST_SYMBOLS and len(symbols) > MOST_SYMBOLS * len(once):
        holds = f"{symbols[0].sheet} must have numbers where numbers were accepted before"
        got = f"symbols in {len(symbols):,} of {len(once):,} rows"
        yield Fault(symbols[0].sheet, symbols[0].value_ref, said(holds, got))


@rule(Stage.HISTORY, Severity.QUERY, needs=())
def history_leaves_blank(case: Case) -> Iterator[Fault]:
    """A blank in a corrected history takes nothing back: what an earlier history brought stays, and readers see it on."""
    if not case.known or not case.many_quarters:
        return
    histories = {version.number for version in case.known.versions if version.cover.kind == "history"}
    for sheet in case.read:
        for place, ref in _blank(sheet, case.parsed.naming) if sheet.form is HISTORY else ():
            figure = case.known.facts.get(place)
            if figure and figure.source.version in histories:
                yield Fault(sheet.name, ref, said(_stays(figure), ""))


def _stays(figure: Figure) -> str:
    value = figure.symbol.value if figure.symbol else f"{figure.value:,.15g}"
    version = figure.source.version
    return (
        f"{titled(measures()[figure.measure])}, {figure.area.name}, {figure.quarter} must be given again: a "
        f"blank leaves what was accepted, "
        f"{value} (version {version}, {figure.source}). To take it back, withdraw version {version} and accept this file"
    )


def _blank(sheet: ReadSheet, naming: Naming) -> Iterator[tuple[tuple[str, str, Quarter], str]]:
    """The blank cells under quarters, each with what it would be about."""
    measure, area = HISTORY.needed
    quarters = {place: cell for place, cell in sheet.headed.headings.items() if is_quarter(cell.text)}
    for row in sheet.headed.body:
        named, where = sheet.headed.under(measure, row), sheet.headed.under(area, row)
        known = naming.one(Thing.MEASURE, named.text) if named else None
        code = naming.one(Thing.AREA, where.text) if where else None
        for place, heading in quarters.items() if known and code else ():
            if sheet.headed.sheet.cell(row, place) is None:
                letters = heading.ref.rstrip("0123456789")
                yield (known, code, quarter_read(heading.text)[0]), f"{letters}{row}"
