"""The signs of charts as SVG: every shape that stands for a rating, a variation, an authority or an action."""

from math import cos, pi, sin

from markupsafe import Markup

from reports.charts.chart import Sign
from reports.charts.paper import WHITE

Corner = tuple[float, float]


def _corners(count: int, turned: float = 0) -> tuple[Corner, ...]:
    """The corners of a regular shape with the radius 1, the first on top."""
    angles = [turned + 2 * pi * place / count for place in range(count)]
    return tuple((sin(angle), -cos(angle)) for angle in angles)


def _star() -> tuple[Corner, ...]:
    outer, inner = _corners(5), _corners(5, pi / 5)
    return tuple(point for far, (x, y) in zip(outer, inner, strict=True) for point in (far, (x * 0.45, y * 0.45)))


def _cross(arm: float = 0.35) -> tuple[Corner, ...]:
    up = [(-arm, -1), (arm, -1), (arm, -arm)]
    right = [(-y, x) for x, y in up]
    return tuple((sign * x, sign * y) for sign in (1, -1) for x, y in (*up, *right))


def _turned(points: tuple[Corner, ...]) -> tuple[Corner, ...]:
    half = 2**-0.5
    return tuple((half * (x - y), half * (x + y)) for x, y in points)


SHAPES = {
    "square": ((-0.85, -0.85), (0.85, -0.85), (0.85, 0.85), (-0.85, 0.85)),
    "diamond": _corners(4),
    "triangle-up": _corners(3),
    "triangle-down": tuple((x, -y) for x, y in _corners(3)),
    "star": _star(),
    "cross": _cross(),
    "x": _turned(_cross()),
}


def sign_svg(x: float, y: float, sign: Sign) -> Markup:
    """One sign at a place. An open one shows its outline alone. Raises KeyError for a shape that no chart of ours uses."""
    shape, radius = sign.shape.removesuffix("-open"), sign.size / 2
    fill, edge = (WHITE, sign.colour) if sign.hollow else (sign.colour, sign.edge or sign.colour)
    look = Markup('fill="{}" stroke="{}" stroke-width="1.2"').format(fill, edge)
    if shape == "circle":
        return Markup('<circle cx="{:.1f}" cy="{:.1f}" r="{:g}" {}/>').format(x, y, radius, look)
    corners = " ".join(f"{x + radius * across:.1f},{y + radius * down:.1f}" for across, down in SHAPES[shape])
    return Markup('<polygon points="{}" {}/>').format(corners, look)
