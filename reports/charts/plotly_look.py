"""What every drawing for the screen looks like: letters, grounds and grids."""

from reports.palette import GRID

LETTERS = {"family": "'Source Sans', 'Segoe UI', Arial, sans-serif", "size": 12}
# All that a theme or a template would say. Streamlit hands each drawing to plotly twice, which draws it once where it knows
# the second for the same: one with a template it never does.
LOOK = {
    "autosize": True,
    "font": LETTERS,
    "margin": {"pad": 8},
    "paper_bgcolor": "rgba(0,0,0,0)",
    "plot_bgcolor": "rgba(0,0,0,0)",
    "hoverlabel": {"bgcolor": "#FFFFFF", "bordercolor": GRID, "font": LETTERS | {"color": "#000000"}},
    "xaxis": {"showgrid": False, "zeroline": False},
    "yaxis": {"gridcolor": GRID, "zerolinecolor": GRID},
}


def with_look(layout: dict) -> dict:
    """The layout of one chart, and beside what it says what all charts share.

    A drawing is laid out once: plotly takes three times as long to change what it was given as to be given all of it.
    """
    shared = {key: LOOK.get(key, {}) | given for key, given in layout.items() if isinstance(given, dict)}
    return LOOK | layout | shared
