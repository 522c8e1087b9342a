"""Colours, shapes and words of ratings: one set, told apart by people with colour blindness and in black and white."""

from dataclasses import dataclass

from kpis.rating import Rating
from programme.actions import Brag
from programme.risks import Level


@dataclass(frozen=True, slots=True)
class Mark:
    """How a rating looks: its word, its shape as text and as a chart symbol, its fill and the ink upon it."""

    word: str
    shape: str
    symbol: str
    fill: str
    ink: str


# The fills differ in lightness as well as hue, so grey print and the common forms of colour blindness keep them apart.
RATINGS = {
    Rating.RED: Mark("Red", "▲", "triangle-up", "#A4133C", "#FFFFFF"),
    Rating.AMBER: Mark("Amber", "◆", "diamond", "#FFC53D", "#1A1A1A"),
    Rating.GREEN: Mark("Green", "●", "circle", "#00706B", "#FFFFFF"),
    Rating.NOT_RATED: Mark("Not rated", "○", "circle-open", "#E8EAED", "#1A1A1A"),
}

BRAGS = {
    Brag.BLUE: Mark("Blue", "✔", "square", "#1D4F91", "#FFFFFF"),
    Brag.GREEN: RATINGS[Rating.GREEN],
    Brag.AMBER: RATINGS[Rating.AMBER],
    Brag.RED: RATINGS[Rating.RED],
    Brag.NOT_STARTED: Mark("Not started", "○", "circle-open", "#E8EAED", "#1A1A1A"),
    Brag.NOT_STATED: Mark("No status", "?", "x-thin-open", "#FFFFFF", "#1A1A1A"),
}

LEVELS = {
    Level.LOW: RATINGS[Rating.GREEN],
    Level.MEDIUM: RATINGS[Rating.AMBER],
    Level.HIGH: RATINGS[Rating.RED],
}

# Lines stand at least 3.5 to 1 against the light background and the dark one, so that one chart serves both themes.
LINE = "#2F7FC1"
TARGET = "#0B8A82"
FLOOR = "#D6336C"
QUIET = "#6B7280"
EVENT = "#8A8F98"
