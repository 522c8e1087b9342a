"""Colours, shapes and words: one set, told apart by people with colour blindness and in black and white."""

from dataclasses import dataclass

from kpis.position import EvidencePosition
from kpis.rating import Rating
from kpis.spc import Variation
from programme.sheets.actions import Brag
from programme.sheets.risks import Level


@dataclass(frozen=True, slots=True)
class Fill:
    """A colour and the ink that is readable on it; `night` is the pair for the dark theme where that is another."""

    paper: str
    ink: str
    night: tuple[str, str] | None = None

    @property
    def background(self) -> str:
        """The colour as a style says it: of the theme that is shown."""
        return f"light-dark({self.paper}, {self.night[0]})" if self.night else self.paper

    @property
    def letters(self) -> str:
        """The ink as a style says it."""
        return f"light-dark({self.ink}, {self.night[1]})" if self.night else self.ink


@dataclass(frozen=True, slots=True)
class Mark:
    """How a class looks: its word, its shape as text and as a chart symbol, its fill and the ink upon it.

    `night` is another fill and ink in the dark theme, so that what stands out by day stands out by night as well.
    """

    word: str
    shape: str
    symbol: str
    fill: str
    ink: str
    night: tuple[str, str] | None = None

    @property
    def colours(self) -> Fill:
        """Its fill and ink, by day and by night."""
        return Fill(self.fill, self.ink, self.night)


# The fills differ in lightness as well as hue: docs/decisions/0005-colours.md has the measured distances. Away from the
# background stand red, green, amber and not rated, in this order in both themes: a row says the same at a glance.
RATINGS = {
    Rating.RED: Mark("Red", "▲", "triangle-up", "#9B1137", "#FFFFFF", ("#FCA5BE", "#101010")),
    Rating.AMBER: Mark("Amber", "◆", "diamond", "#FFC53D", "#1A1A1A", ("#6E4C05", "#FFFFFF")),
    Rating.GREEN: Mark("Green", "●", "circle", "#2F9E8F", "#101010", ("#3A8E74", "#101010")),
    Rating.NOT_RATED: Mark("Not rated", "○", "circle-open", "#F1F3F5", "#1A1A1A", ("#2A323B", "#F4F6F8")),
}

BRAGS = {
    Brag.BLUE: Mark("Blue", "✔", "square", "#123A6B", "#FFFFFF", ("#A9CEF0", "#101010")),
    Brag.GREEN: RATINGS[Rating.GREEN],
    Brag.AMBER: RATINGS[Rating.AMBER],
    Brag.RED: RATINGS[Rating.RED],
    Brag.NOT_STARTED: Mark("Not started", "○", "circle-open", "#F1F3F5", "#1A1A1A", ("#2A323B", "#F4F6F8")),
    Brag.NOT_STATED: Mark("No status", "?", "x-thin-open", "#FFFFFF", "#1A1A1A", ("#12161B", "#F4F6F8")),
}

LEVELS = {
    Level.LOW: RATINGS[Rating.GREEN],
    Level.MEDIUM: RATINGS[Rating.AMBER],
    Level.HIGH: RATINGS[Rating.RED],
}

# Lines stand at least 3.5 to 1 against the light background and the dark one, so that one chart serves both themes.
# A larger share of reds is a stronger red: one hue, in three steps away from the background.
SHARES = (
    Fill("#F2D3DA", "#1A1A1A", ("#4E1C2B", "#FFFFFF")),
    Fill("#D98098", "#101010", ("#8E2A4C", "#FFFFFF")),
    Fill("#9B1137", "#FFFFFF", ("#E37E98", "#101010")),
)

# Positions and variation are arrows and letters in quiet colours: a rating's colours mean the rating and nothing else.
POSITIONS = {
    EvidencePosition.IMPROVING: Mark("Improving", "↗", "arrow-up", "#123A6B", "#FFFFFF"),
    EvidencePosition.WORSENING: Mark("Worsening", "↘", "arrow-down", "#B4561B", "#FFFFFF"),
    EvidencePosition.MIXED: Mark("Mixed", "⇅", "diamond-wide", "#8C95A1", "#101010"),
    EvidencePosition.NO_REAL_CHANGE: Mark("No real change", "→", "line-ew", "#DDBDF7", "#101010"),
    EvidencePosition.TOO_LITTLE: Mark("Too little evidence", "?", "x-thin-open", "#F1F3F5", "#1A1A1A"),
}

VARIATIONS = {
    Variation.IMPROVING: Mark("Special cause improving", "↗", "triangle-up", "#123A6B", "#FFFFFF"),
    Variation.CONCERNING: Mark("Special cause concerning", "↘", "triangle-down", "#B4561B", "#FFFFFF"),
    Variation.COMMON_CAUSE: Mark("Common cause", "≈", "circle", "#8C95A1", "#101010"),
    Variation.NEITHER: Mark("Neither better nor worse", "!", "square", "#DDBDF7", "#101010"),
}


@dataclass(frozen=True, slots=True)
class Trace:
    """How a comparator's line looks: its colour, which is readable on light and dark, its dash and its chart symbol."""

    colour: str
    dash: str
    symbol: str


COMPARATORS = {
    "England": Trace("#B4561B", "dash", "square"),
    "South East": Trace("#8A63B8", "dot", "diamond"),
    "Statistical neighbours": Trace("#7A828C", "dashdot", "cross"),
}

# Lines of charts, each readable on the light and on the dark background.
LINE = "#3E7CB1"
TARGET = "#0B7F79"
FLOOR = "#C2385D"
QUIET = "#6B7280"
EVENT = "#7A828C"
GRID = "rgba(128, 132, 149, 0.25)"  # shines through on either ground
BAND_OPACITY = 0.45  # so that what a wide band covers is seen through it

FILL_CLASSES = {fill: f"fill-{at}" for at, fill in enumerate((*(mark.colours for mark in RATINGS.values()), *SHARES))}
"""The CSS class of every colour that a cell can have."""


def fills_css() -> str:
    """The style of these classes: the colours are named here only."""
    return "\n".join(
        f".{name} {{ background: {fill.background}; color: {fill.letters}; }}" for fill, name in FILL_CLASSES.items()
    )
