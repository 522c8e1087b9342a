"""A measure as public pages show it: its finding, its chart as a picture, its table, and the file with every figure."""

from collections.abc import Iterable
from dataclasses import replace

from markupsafe import Markup

from programme.quarter import Quarter
from reports.charts.paper import Paper
from reports.charts.svg import chart_svg
from reports.markup.pieces import bullets, link, number_side, passage, sign, together
from reports.pack.files import PackFile
from reports.pack.measures import NOTHING
from reports.pack.parts import PackMeasure
from reports.palette import RATINGS, Fill
from reports.tables.table import Cell, Column, Table

WIDE = Paper(width=720, height=300, letter=14, titled=False, noted=False)
NARROW = Paper(width=360, height=260, letter=13, titled=False, noted=False)
"""A phone is given a drawing of its own, so that its letters can be read there."""
PHONE = 600
"""Pixels up to which a screen is given the narrow drawing."""
MARKS = {mark.word: mark.colours for mark in RATINGS.values()}
SHAPES = {mark.shape: mark.colours for mark in RATINGS.values()}
RATED = "Rating"
_PICTURE = Markup(
    '<picture><source media="(max-width: {phone}px)" srcset="{narrow}"><img src="{wide}" alt="{alternative}"></picture>'
)
_MEASURE = Markup(
    '<section class="measure" id="{id}">\n<h3>{shape}{headline}</h3>\n{told}\n{figure}\n{table}\n{ways}\n</section>'
)


def picture_files(measure: PackMeasure) -> tuple[PackFile, ...]:
    """Its chart, drawn for a screen and for a phone."""
    chart = measure.without_unit
    drawn = ((_wide(measure), WIDE), (_narrow(measure), NARROW))
    return tuple(PackFile(name, f"{chart_svg(chart, paper)}\n".encode()) for name, paper in drawn)


def figures_file(measure: PackMeasure) -> str:
    """The file with its figures."""
    return f"data/{measure.id}.csv"


def measure_markup(measure: PackMeasure, ways: Iterable[Markup] = ()) -> Markup:
    """Its finding as a heading, what is said of it, chart and table, and where its figures are; `ways` come after them."""
    shape, _, headline = measure.headline.partition(" ")
    own = link(figures_file(measure), f"All figures of {measure.short[:1].lower()}{measure.short[1:]} (CSV)")
    companions = Markup("<p>To be read with:</p>{}").format(bullets(measure.companions)) if measure.companions else ""
    return _MEASURE.format(
        id=measure.id,
        shape=Markup("{} ").format(_chip(sign(shape), SHAPES[shape])),
        headline=headline,
        told=together(map(passage, (measure.sentence, f"What is counted: {measure.definition}."))),
        figure=_figure(measure),
        table=table_markup(replace(measure.grid, notes=_notes(measure.grid)), cards=False),
        ways=together((companions, together(map(passage, (own, *ways))))),
    )


def _notes(grid: Table) -> tuple[str, ...]:
    """Why there is no figure, reason by reason with the quarters that have it; what else stands under the table stays."""
    without: dict[str, list[Quarter]] = {}
    for at, year in enumerate(grid.headings[1:], start=1):
        for row in grid.rows:
            if row[at].text == NOTHING:
                without.setdefault(row[at].missing, []).append(Quarter.parse(f"{year} {row[0].text}"))
    told = tuple(f"{NOTHING} {reason}: {_spans(quarters)}." for reason, quarters in without.items())
    return (*told, *(each for each in grid.notes if not each.startswith(NOTHING)))


def _spans(quarters: Iterable[Quarter]) -> str:
    """`2019/20 Q1 to 2020/21 Q2, 2021/22 Q4`."""
    spans: list[list[Quarter]] = []
    for quarter in quarters:
        if spans and spans[-1][-1] + 1 == quarter:
            spans[-1].append(quarter)
        else:
            spans.append([quarter])
    return ", ".join(f"{each[0]} to {each[-1]}" if len(each) > 1 else f"{each[0]}" for each in spans)


def _figure(measure: PackMeasure) -> Markup:
    chart = measure.chart
    alternative = f"{chart.headline}. {chart.alternative}"
    picture = _PICTURE.format(phone=PHONE, narrow=_narrow(measure), wide=_wide(measure), alternative=alternative)
    said = Markup('<p class="key">{}</p>')
    key = together(said.format(each) for each in (*chart.key, *chart.notes) if each)
    return Markup("<figure><figcaption>{}</figcaption>{}{}</figure>").format(chart.headline, picture, key)


def _wide(measure: PackMeasure) -> str:
    return f"charts/{measure.id}.svg"


def _narrow(measure: PackMeasure) -> str:
    return f"charts/{measure.id}-narrow.svg"


def table_markup(table: Table, ways: dict[str, str] | None = None, cards: bool = True) -> Markup:
    """A table whose first column heads its rows, in a frame that scrolls by itself; `ways` are addresses by the texts of
    the first column that lead on. On a phone its rows are `cards`, each cell with its heading before it, or it scrolls."""
    heads = together(Markup('<th scope="col"{}>{}</th>').format(number_side(each), each.heading) for each in table.columns)
    rows = together(_row(table.columns, row, ways or {}) for row in table.rows)
    notes = together(Markup('<p class="key">{}</p>').format(each) for each in table.notes)
    drawn = Markup(
        '<div class="scroll" role="region" tabindex="0" aria-label="{0}"><table{4}><caption>{0}</caption>'
        "<thead><tr>{1}</tr></thead><tbody>{2}</tbody></table></div>{3}"
    )
    return drawn.format(table.caption, heads, rows, notes, Markup(' class="cards"') if cards else "")


def _row(columns: Iterable[Column], row: Iterable[Cell], ways: dict[str, str]) -> Markup:
    first, *others = zip(columns, row, strict=True)
    text = first[1].text
    head = link(ways[text], text) if text in ways else text
    told = together(_cell(column, cell) for column, cell in others)
    return Markup('<tr><th scope="row"{}>{}</th>{}</tr>').format(number_side(first[0]), head, told)


def _cell(column: Column, cell: Cell) -> Markup:
    return Markup('<td data-head="{}"{}>{}</td>').format(column.heading, number_side(column), _told(column, cell))


def _told(column: Column, cell: Cell) -> Markup | str:
    """A rating on its colour; everything else as it is."""
    return _chip(cell.text, MARKS[cell.value]) if column.heading == RATED and cell.value in MARKS else cell.text


def _chip(text: Markup | str, colours: Fill) -> Markup:
    drawn = Markup('<span class="chip" style="background:{};color:{}">{}</span>')
    return drawn.format(colours.background, colours.letters, text)
