"""Heat maps: a row per KPI with its rating in every quarter, or per group with its number of reds; words in every cell."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from disclosure.rule import Hidden, NoFigure
from kpis.outcome import Reason
from kpis.rating import Rating
from programme.hidden import HIDDEN_SIGN, HIDDEN_WORDS
from programme.period_figure import AS_REPORTED
from programme.quarter import Quarter
from programme.workstreams import Weakness, Workstream
from record.records import FIRST_QUARTER
from reports.palette import RATINGS, SHARES, Fill
from reports.progress.overview import Overview
from reports.progress.readings import Line, Reading, count_ratings

EMPTY = Fill("", "")  # neither colour: the page shows through
GAPS = {
    Reason.NOT_DUE: "·",
    Reason.NOT_COLLECTED_YET: "·",
    Reason.NOT_COLLECTED_HERE: "·",
    Reason.SUPPRESSED: "c",
    Reason.NOT_AVAILABLE: "x",
    Reason.NOT_APPLICABLE: "z",
    Reason.ROUNDS_TO_ZERO: "low",
    Reason.LOW_RELIABILITY: "u",
}
NO_FIGURE = "–"
KEY = (
    "· not due or not collected yet; – no figure returned or published; c hidden or suppressed; x not available; "
    "z not applicable. A pale shape is an annual figure carried forward."
)


@dataclass(frozen=True, slots=True)
class HeatCell:
    """One quarter: what stands in the cell, what is read aloud, its colours, and whether it is drawn pale."""

    text: str
    words: str
    fill: Fill
    pale: bool = False


@dataclass(frozen=True, slots=True)
class HeatRow:
    """A name and its cells, one per quarter."""

    name: str
    cells: tuple[HeatCell, ...]


@dataclass(frozen=True, slots=True)
class HeatMap:
    """Rows over the same quarters, oldest first, with a title that says what a cell is."""

    title: str
    quarters: tuple[Quarter, ...]
    rows: tuple[HeatRow, ...]


def heat_of_kpis(lines: Iterable[Line], quarters: Sequence[Quarter]) -> HeatMap:
    """The rating of each line in every quarter."""
    rows = tuple(HeatRow(line.kpi.title, tuple(rating_cell(reading) for reading in line.readings)) for line in lines)
    return HeatMap("Rating in each quarter", tuple(quarters), rows)


def heat_of_groups(groups: Mapping[Weakness | Workstream, Sequence[Line]], quarters: Sequence[Quarter]) -> HeatMap:
    """How many KPIs of each group were red in every quarter: a count, never an average of colours."""
    rows = tuple(
        HeatRow(about.name, tuple(red_cell([line.readings[at] for line in lines]) for at in range(len(quarters))))
        for about, lines in groups.items()
    )
    return HeatMap("KPIs red in each quarter", tuple(quarters), rows)


def heat_of_overview(overview: Overview) -> HeatMap:
    """How many KPIs of each weakness and workstream were red in every quarter since the baseline."""
    return heat_of_groups(overview.group_lines, FIRST_QUARTER.to(overview.quarter))


def rating_cell(reading: Reading) -> HeatCell:
    """One KPI in one quarter. A figure that is missing, hidden or not due keeps its own sign and is never blank."""
    match reading.shown:
        case Hidden():
            return HeatCell(HIDDEN_SIGN, HIDDEN_WORDS, EMPTY)
        case NoFigure(reason):
            return HeatCell(GAPS.get(reason, NO_FIGURE), f"no figure: {reason}", EMPTY)
    mark = RATINGS[reading.rated.rating]
    notes = [", carried forward"] * reading.carried + [", provisional"] * reading.result.provisional
    notes += [f", {AS_REPORTED}"] if reading.as_reported else []
    return HeatCell(mark.shape, f"{mark.word.lower()}, {reading.amount}{''.join(notes)}", mark.colours, reading.carried)


def red_cell(readings: Sequence[Reading]) -> HeatCell:
    """One group in one quarter."""
    counts = count_ratings(readings)
    red, rated = counts[Rating.RED], len(readings) - counts[Rating.NOT_RATED]
    if not rated:
        return HeatCell(NO_FIGURE, "no KPI rated", EMPTY)
    return HeatCell(str(red), f"{red} of {rated} rated are red", share_fill(red, rated))


def share_fill(red: int, rated: int) -> Fill:
    """The shade for a share of reds: none, up to a quarter, up to half, more."""
    if not red:
        return EMPTY
    return SHARES[0 if red * 4 <= rated else 1 if red * 2 <= rated else 2]
