"""A chart drawn for the screen with plotly. It works on the light and the dark ground: the page's own shows through."""

from functools import lru_cache

import plotly.graph_objects as go
from plotly.io import templates

from reports.charts.chart import Chart, RankedChart
from reports.charts.plotly_periods import plotly_over_time
from reports.charts.plotly_ranked import plotly_ranking

KEPT = 256  # drawings: a chart says all that is drawn, so that whoever asks again is shown the same one


@lru_cache(maxsize=KEPT)
def chart_plotly(chart: Chart | RankedChart) -> go.Figure:
    """The chart as plotly draws it, with what each point says under the mouse. Whoever gets it must not change it."""
    templates.default = None  # Streamlit, once it is there, has named its own
    drawn = plotly_ranking(chart) if isinstance(chart, RankedChart) else plotly_over_time(chart)
    drawn.layout.datarevision = str(hash(chart))
    return drawn
