"""The layouts that come with WSoA Monitor, read from `data/layouts`."""

from functools import cache
from pathlib import Path

from loaders.layouts.layout import Layout, layout_read

SHIPPED = Path(__file__).parents[2] / "data" / "layouts"


@cache
def shipped_layouts() -> tuple[Layout, ...]:
    """Every shipped layout, by name. Raises LayoutUnsoundError for one that cannot be worked with."""
    found = (layout_read(path.read_text("utf-8"), path.name) for path in sorted(SHIPPED.glob("*.toml")))
    return tuple(sorted(found, key=lambda layout: layout.name))
