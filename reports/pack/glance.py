"""The nine at a glance, and the measures of one of them: the tables with which a board begins."""

from collections.abc import Iterable

from kpis.direction import Direction
from kpis.movement import told_since
from kpis.position import Agreement
from reports.language.grammar import capitalised
from reports.language.numbers import target_text
from reports.palette import POSITIONS, RATINGS
from reports.progress.judgement import Judgement
from reports.progress.outcomes import DeliveryBesideOutcome
from reports.progress.standing import Standing
from reports.sentences.direction import ARROWS, direction_short
from reports.tables.cells import absent, count_cell, figure_cell, rated_cell
from reports.tables.table import Cell, Column, Table, table_of


def glance_table(rows: Iterable[Standing]) -> Table:
    """One row for each weakness: evidence, how many measures moved, the ratings, the actions, the lead's word."""
    known = tuple(rows)
    since = told_since(known[0].both.delivered.quarter)
    columns = {
        Column("No", "number"): lambda each: count_cell(each.both.about.number),
        Column("Weakness"): lambda each: each.both.about.label,
        Column(f"Evidence {since}".partition(" (")[0]): lambda each: _evidence(each.both),
        Column("Better", "number"): lambda each: count_cell(_going(each.both, Direction.IMPROVING)),
        Column("Worse", "number"): lambda each: count_cell(_going(each.both, Direction.WORSENING)),
        **{
            Column(mark.word, "number"): lambda each, rating=rating: count_cell(each.counts[rating])
            for rating, mark in RATINGS.items()
        },
        Column("Actions", "number"): lambda each: count_cell(len(each.both.delivered.actions)),
        Column("Done", "number"): lambda each: count_cell(len(each.both.delivered.done)),
        Column("Late", "number"): lambda each: count_cell(len(each.both.delivered.overdue)),
        Column("The lead says"): _lead,
    }
    note = "≠ The lead and the evidence since 2019/20 disagree. A measure or an action can belong to several weaknesses."
    return table_of("The nine weaknesses at a glance", columns, known, (note,))


def _evidence(both: DeliveryBesideOutcome) -> Cell:
    mark = POSITIONS[both.outcome.since(told_since(both.delivered.quarter)).word]
    return Cell(mark.word, f"{mark.shape} {mark.word.lower()}")


def _going(both: DeliveryBesideOutcome, way: Direction) -> int:
    return both.outcome.since(told_since(both.delivered.quarter)).going(way)


def _lead(row: Standing) -> Cell:
    if row.lead is None or not row.lead.text:
        return absent("not returned")
    said = capitalised(row.lead.text.removesuffix(" progress"))
    return Cell(row.lead.text, f"{said} ≠" if row.agreement is Agreement.DISAGREE else said)


def measured_table(judged: Iterable[Judgement], caption: str) -> Table:
    """One row for each measure, in the order given: the figure, its target, its rating, where it goes."""
    columns = {
        Column("Measure"): _named,
        Column("Covers"): lambda each: each.reading.result.period,
        Column("Figure", "number"): lambda each: figure_cell(each.reading),
        Column("Target"): _target,
        Column("Rating"): lambda each: rated_cell(each.reading),
        Column("Direction"): _direction,
    }
    return table_of(caption, columns, judged)


def _named(judged: Judgement) -> str:
    """The title, with the period where an annual figure is carried forward."""
    carried = f" ({judged.reading.result.period}, carried forward)" if judged.reading.carried else ""
    return f"{judged.line.kpi.title}{carried}"


def _target(judged: Judgement) -> Cell:
    target = judged.reading.rated.target
    text = target_text(judged.line.kpi, target)
    return Cell(target.value, text) if target else absent(text)


def _direction(judged: Judgement) -> Cell:
    word, text = judged.direction, direction_short(judged)
    if word in (Direction.HIDDEN, Direction.CANNOT_BE_SAID):
        return absent(text)
    return Cell(str(word), f"{ARROWS[word]} {text}".strip())
