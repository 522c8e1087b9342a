"""Signs and words as plotly takes them."""

from collections.abc import Iterable
from html import escape

from reports.charts.chart import Sign


def sign_markers(signs: Iterable[Sign]) -> dict:
    """The signs of points: one list for each quality."""
    signs = list(signs)
    return {
        "symbol": [sign.shape for sign in signs],
        "color": [sign.colour for sign in signs],
        "size": [sign.size for sign in signs],
        "opacity": 1,  # or plotly lets what is behind shine through, and a rating's colour is another
        "line": {"color": [sign.edge or sign.colour for sign in signs], "width": 1.2},
    }


def as_written(text: str) -> str:
    """A text that plotly shows as it is written: it reads `<b>` and `<a>` in all that it is given, and people type refs."""
    return escape(text, quote=False)
