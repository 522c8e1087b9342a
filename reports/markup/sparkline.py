"""A sparkline as an HTML image with its words."""

from base64 import b64encode

from markupsafe import Markup

from reports.charts.sparkline import HEIGHT, WIDTH, sparkline, sparkline_svg
from reports.progress.readings import Line


def sparkline_image(line: Line) -> Markup:
    """The sparkline of a line as an HTML image with its words."""
    drawn = sparkline(line)
    return Markup('<img class="sparkline" width="{}" height="{}" src="{}" alt="{}">').format(
        WIDTH, HEIGHT, address(sparkline_svg(drawn)), drawn.alternative
    )


def address(svg: str) -> str:
    """An SVG as an address that an image can have."""
    return f"data:image/svg+xml;base64,{b64encode(svg.encode()).decode()}"
