"""Names one after the other, as a sentence lists them."""

from collections.abc import Iterable


def named_list(names: Iterable[object], last: str = "and") -> str:
    """`a, b and c`."""
    *most, end = [str(name) for name in names] or [""]
    return f"{', '.join(most)} {last} {end}" if most else end
