"""The pack as slides: each title a finding, charts that can be edited, the whole sentence and its source in the notes."""

from collections.abc import Iterable, Iterator, Sequence
from io import BytesIO

from lxml import etree
from pptx import Presentation
from pptx.chart.data import CategoryChartData
from pptx.dml.color import RGBColor
from pptx.enum.chart import XL_CHART_TYPE, XL_LEGEND_POSITION, XL_MARKER_STYLE
from pptx.enum.text import MSO_ANCHOR, PP_ALIGN
from pptx.oxml.ns import qn
from pptx.slide import Slide
from pptx.util import Emu, Inches, Pt

from programme.quarter import Quarter
from reports.charts.chart import Chart, Series, Steps
from reports.pack.letters import printable
from reports.pack.parts import Pack, PackMeasure, PackSection, Pictured, Points, Tabled, Words, blocks_of
from reports.pack.repacked import repacked
from reports.palette import LINE
from reports.tables.table import Cell, Table

WIDTH, HEIGHT, EDGE = Inches(13.333), Inches(7.5), Inches(0.6)
TOP, FOOT = Inches(1.75), Inches(6.95)
INNER = WIDTH - 2 * EDGE
FONT, INK, QUIET = "Arial", RGBColor(0x16, 0x19, 0x1D), RGBColor(0x4A, 0x55, 0x63)
TITLE_ONLY = 5  # the layout of the default template
MOST_LINES, MOST_WORDS, LETTERS = 14, 340, 115
"""Lines on one slide, letters of one point, and letters of a line: the notes and the other files have the rest."""
MOST_IN_CELL = 110
AFTER = Pt(6)
"""The room after a paragraph."""
WITH_A_TABLE = ("weakness-", "late", "risks", "decisions", "measures")
"""The sections whose slide is a table; the others are told."""


def slides_bytes(pack: Pack) -> bytes:
    """All slides; the times in the file are the snapshot's."""
    deck = Presentation()
    deck.slide_width, deck.slide_height = WIDTH, HEIGHT
    for fill in (_answer, _lists, _nine):
        fill(deck, pack)
    for section in pack.sections:
        _section(deck, pack, section)
    _number(deck)
    core = deck.core_properties
    core.title, core.subject, core.author = pack.cover.title, pack.cover.answer[:255], "WSoA Monitor"
    core.created = core.modified = pack.origin.as_at.replace(tzinfo=None)
    core.last_modified_by, core.revision = "WSoA Monitor", 1
    written = BytesIO()
    deck.save(written)
    return repacked(written.getvalue(), pack.origin.as_at)


def _slide(deck, pack: Pack, title: str, notes: Iterable[str]) -> Slide:
    slide = deck.slides.add_slide(deck.slide_layouts[TITLE_ONLY])
    place = slide.shapes.title
    place.left, place.top, place.width, place.height = EDGE, Inches(0.45), INNER, Inches(1.15)
    place.text_frame.word_wrap = True
    place.text_frame.vertical_anchor = MSO_ANCHOR.TOP
    _write(place.text_frame, [(_short(title, 190), True, 24 if len(title) < 130 else 20, INK)])
    place.text_frame.paragraphs[0].alignment = PP_ALIGN.LEFT
    told = "\n".join((*notes, *pack.notes))
    slide.notes_slide.notes_text_frame.text = printable(told)
    _text(slide, EDGE, FOOT, INNER - Inches(1), Inches(0.35), [(_foot(pack), False, 11, QUIET)], "Foot")
    return slide


def _foot(pack: Pack) -> str:
    real = " · demonstration data, some of it illustrative" if pack.origin.illustrative else ""
    caution = " · may point to a child" if pack.origin.may_point_to_a_child else ""
    return f"{pack.origin.quarter} · {pack.origin.figures_as_known} · {pack.origin.state}{real}{caution}"


def _number(deck) -> None:
    for place, slide in enumerate(deck.slides, start=1):
        told = [(f"{place} of {len(deck.slides)}", False, 11, QUIET)]
        _text(slide, WIDTH - EDGE - Inches(1), FOOT, Inches(1), Inches(0.35), told, "Number")


def _text(slide: Slide, left, top, width, height, runs: Sequence[tuple[str, bool, int, RGBColor]], name: str) -> None:
    box = slide.shapes.add_textbox(left, top, width, height)
    box.name = name
    box.text_frame.word_wrap = True
    _write(box.text_frame, runs)


def _write(frame, runs: Sequence[tuple[str, bool, int, RGBColor]], after: Pt = AFTER) -> None:
    """One paragraph for each text: what stands there, whether it is bold, its size and its colour."""
    for place, (text, bold, size, colour) in enumerate(runs):
        paragraph = frame.paragraphs[0] if place == 0 else frame.add_paragraph()
        paragraph.space_after = after
        run = paragraph.add_run()
        run.text, font = _printable(text), run.font
        font.name, font.size, font.bold, font.color.rgb = FONT, Pt(size), bold, colour


def _printable(text: str) -> str:
    """On one line, without the control characters that the file's format cannot hold."""
    return printable(text).replace("\n", " ")


def _short(text: str, most: int = MOST_WORDS) -> str:
    """The text, or as many whole words of it as there is room for; the notes have it all."""
    return text if len(text) <= most else text[:most].rsplit(" ", 1)[0] + " …"


def _answer(deck, pack: Pack) -> None:
    cover = pack.cover
    slide = _slide(deck, pack, cover.answer, (*cover.said, cover.decide))
    told = [(cover.title, True, 16, QUIET), *((each, True, 16, RGBColor(0x9B, 0x11, 0x37)) for each in pack.origin.cautions)]
    told += [(_short(each), False, 16, INK) for each in cover.said]
    for bar in cover.bars:
        parts = ", ".join(f"{count} {word}" for count, word, _, _ in bar.parts)
        told.append((f"{bar.label} ({bar.of}): {parts}.", False, 16, INK))
    _text(slide, EDGE, TOP, INNER, Inches(5), [*told, (_short(cover.decide), True, 16, INK)], "The answer")


def _lists(deck, pack: Pack) -> None:
    cover = pack.cover
    words = [f"{name}: {each}" for name, _, said in cover.lists for each in said]
    slide = _slide(deck, pack, "What leads alert the board to, advise and assure", (*words, cover.signed))
    width = (INNER - 2 * Inches(0.3)) // 3
    for place, (name, what, said) in enumerate(cover.lists):
        left = EDGE + place * (width + Inches(0.3))
        told = [(name, True, 20, INK), (what, False, 14, QUIET), *((_short(each, 220), False, 16, INK) for each in said)]
        _text(slide, left, TOP, width, Inches(4.6), told, name)
    _text(slide, EDGE, Inches(6.45), INNER, Inches(0.4), [(cover.signed, False, 12, QUIET)], "Signed")


def _nine(deck, pack: Pack) -> None:
    slide = _slide(deck, pack, f"{pack.glance.caption}: {pack.cover.answer}", pack.glance.notes)
    shares = (0.5, 3, 2, 1, 1, 0.8, 0.9, 0.9, 1, 1, 0.8, 0.8, 1.8)
    _table(slide, pack.glance, shares, EDGE, TOP, INNER, 12)


def _section(deck, pack: Pack, section: PackSection) -> None:
    blocks = blocks_of(section)
    tables = [block.table for block in blocks if isinstance(block, Tabled)]
    told = section.finding.startswith(section.subject.rpartition(": ")[2])
    title = section.finding if told else f"{section.subject}: {section.finding}"
    points = [item for block in blocks if isinstance(block, Points) for item in block.items]
    words = [f"{block.label} {block.text}".strip() for block in blocks if isinstance(block, Words)]
    if tables and section.key.startswith(WITH_A_TABLE):
        _tabled(deck, pack, title, tables[0], (*words, *points))
    else:
        _told(deck, pack, title, (*words, *points))
    for block in (each for each in blocks if isinstance(each, Pictured)):
        _measure(deck, pack, block.measure)
        break


def _tabled(deck, pack: Pack, title: str, table: Table, notes: Sequence[str]) -> None:
    slide = _slide(deck, pack, title, notes)
    rows = [row[:6] for row in table.rows]
    shares = [4 if max((len(row[at].text) for row in rows), default=0) > 30 else 2 for at in range(len(table.columns[:6]))]
    count = _rows_that_fit(rows, shares)
    shown = Table(table.caption, table.columns[:6], tuple(rows[:count]), table.notes)
    _table(slide, shown, shares, EDGE, TOP, INNER, 12)
    if (more := len(rows) - count) > 0:
        told = f"{count} of {len(rows)}; the other {more} stand in the document and the workbook."
        _text(slide, EDGE, Inches(6.55), INNER, Inches(0.35), [(told, False, 12, QUIET)], "More")


def _rows_that_fit(rows: Sequence[Sequence[Cell]], shares: Sequence[float]) -> int:
    """How many rows there is room for, by the lines that their texts take."""
    room = 1.6 * MOST_LINES
    for at, row in enumerate(rows):
        across = (LETTERS * 1.1 * share / sum(shares) - 2 for share in shares)
        room -= 0.4 + max(1 + len(_short(cell.text, MOST_IN_CELL)) // wide for cell, wide in zip(row, across, strict=True))
        if room < 0:
            return at
    return len(rows)


def _told(deck, pack: Pack, title: str, told: Sequence[str]) -> None:
    slide = _slide(deck, pack, title, told)
    room, shown = MOST_LINES, []
    for each in told:
        if (room := room - 1 - len(_short(each)) // LETTERS) < 0:
            break
        shown.append((_short(each), False, 14, INK))
    if len(shown) < len(told):
        shown.append((f"{len(shown)} of {len(told)}; the notes have all.", False, 12, QUIET))
    _text(slide, EDGE, TOP, INNER, Inches(5), shown or [("Nothing.", False, 14, INK)], "What is told")


def _measure(deck, pack: Pack, measure: PackMeasure) -> None:
    notes = (measure.sentence, f"Read it with: {'; '.join(measure.companions)}" if measure.companions else "")
    source = f"{measure.definition}. Source: {measure.source}."
    slide = _slide(deck, pack, measure.headline, (*filter(None, notes), source))
    wide = INNER * 2 // 3
    _chart(slide, measure.chart, measure.alternative, (EDGE, TOP, wide, Inches(4.9)))
    told = [("Read it with", True, 14, INK), *((each, False, 14, INK) for each in measure.companions)]
    if not measure.companions:
        told = []
    told.append((_short(measure.sentence, 420), False, 14, QUIET))
    _text(slide, EDGE + wide + Inches(0.25), TOP, INNER - wide - Inches(0.25), Inches(4.9), told, "Beside the chart")


def _chart(slide: Slide, chart: Chart, alternative: str, place: tuple[int, int, int, int]) -> None:
    """A native line chart; None is a gap, and a standard stands as a dash at each period, so that it never slopes."""
    data, lines = CategoryChartData(number_format="General"), [*chart.series, *chart.standards]
    for year, periods in _by_year(chart):
        category = data.add_category(year)
        for period in periods:
            category.add_sub_category(period)
    for each in lines:
        data.add_series(each.name, each.values)
    frame = slide.shapes.add_chart(XL_CHART_TYPE.LINE_MARKERS, *place, data)
    frame.name = chart.subject
    frame._element.nvGraphicFramePr.cNvPr.set("descr", _printable(alternative))
    drawn = frame.chart
    drawn.has_title = False
    drawn.has_legend = len(lines) > 1
    if drawn.has_legend:
        drawn.legend.position, drawn.legend.include_in_layout = XL_LEGEND_POSITION.BOTTOM, False
    drawn.font.name, drawn.font.size = FONT, Pt(12)
    drawn.value_axis.has_major_gridlines = True
    drawn.value_axis.major_gridlines.format.line.color.rgb = RGBColor(0xD5, 0xDA, 0xE1)
    drawn.value_axis.tick_labels.number_format = f'#,##0{".0" if chart.decimals else ""}"{chart.suffix}"'
    drawn.value_axis.tick_labels.number_format_is_linked = False
    for series, line in zip(drawn.plots[0].series, lines, strict=True):
        _drawn(series, line)


def _by_year(chart: Chart) -> Iterator[tuple[str, list[str]]]:
    found: dict[str, list[str]] = {}
    for period in chart.periods:
        year, label = (period.financial_year, f"Q{period.number}") if isinstance(period, Quarter) else ("", str(period))
        found.setdefault(year, []).append(label)
    yield from found.items()


def _drawn(series, line: Series | Steps) -> None:
    series.smooth = False
    figure = isinstance(line, Series) and bool(line.signs)
    colour = RGBColor.from_string((LINE if figure or not line.stroke else line.stroke.colour).removeprefix("#"))
    marker = series.marker
    marker.style, marker.size = (XL_MARKER_STYLE.CIRCLE, 6) if figure else (XL_MARKER_STYLE.DASH, 12)
    marker.format.fill.solid()
    marker.format.fill.fore_color.rgb = colour
    marker.format.line.color.rgb = colour
    if figure:
        series.format.line.color.rgb, series.format.line.width = colour, Pt(2.5)
    else:
        series.format.line.fill.background()


def _table(slide: Slide, table: Table, shares: Sequence[float], left, top, width, size: int) -> None:
    rows = len(table.rows) + 1
    frame = slide.shapes.add_table(rows, len(table.columns), left, top, width, Emu(Inches(0.34) * rows))
    frame.name = table.caption
    frame._element.nvGraphicFramePr.cNvPr.set("descr", _printable(table.caption))
    drawn = frame.table
    frame._element.graphic.graphicData.tbl.tblPr.find(qn("a:tableStyleId")).text = "{2D5ABB26-0587-4C30-8999-92F81FD0307C}"
    for at, share in enumerate(shares):
        drawn.columns[at].width = Emu(int(width * share / sum(shares)))
    for at, column in enumerate(table.columns):
        heading = f"{column.heading}, {column.unit}" if column.unit else column.heading
        _fill(drawn.cell(0, at), heading, True, size, column.kind == "number")
        for row, cells in enumerate(table.rows, start=1):
            _fill(drawn.cell(row, at), _short(cells[at].text, MOST_IN_CELL), False, size, column.kind == "number")


def _fill(cell, text: str, bold: bool, size: int, right: bool) -> None:
    _write(cell.text_frame, [(text, bold, size, INK)], after=Pt(0))
    cell.text_frame.paragraphs[0].alignment = PP_ALIGN.RIGHT if right else PP_ALIGN.LEFT
    cell.margin_left = cell.margin_right = Inches(0.06)
    cell.margin_top = cell.margin_bottom = Inches(0.03)
    properties = cell._tc.get_or_add_tcPr()
    line = etree.SubElement(properties, qn("a:lnB"), w="12700" if bold else "6350")
    fill = etree.SubElement(line, qn("a:solidFill"))
    etree.SubElement(fill, qn("a:srgbClr"), val="16191D" if bold else "C5CBD3")
