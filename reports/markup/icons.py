"""Two icons for every KPI, as *Making Data Count* has them and drawn here: is it changing, will it meet its target?"""

from markupsafe import Markup

from kpis.spc import Variation
from reports.markup.sparkline import address
from reports.palette import VARIATIONS
from reports.progress.matrix import Standard

SIZE = 22  # pixels
_WAYS = {
    Variation.IMPROVING: '<path d="M6 15 L15 6 M9 6 H15 V12" fill="none" stroke="{ink}" stroke-width="2"/>',
    Variation.CONCERNING: '<path d="M6 6 L15 15 M9 15 H15 V9" fill="none" stroke="{ink}" stroke-width="2"/>',
    Variation.COMMON_CAUSE: '<path d="M5 12 Q8 7 11 11 T17 10" fill="none" stroke="{ink}" stroke-width="2"/>',
    Variation.NEITHER: '<path d="M11 5 V13 M11 15.5 V17.5" fill="none" stroke="{ink}" stroke-width="2.4"/>',
}
_LETTERS = {Standard.MEETS: ("P", "#123A6B", "#FFFFFF"), Standard.CHANCE: ("?", "#8C95A1", "#101010")} | {
    Standard.MISSES: ("F", "#B4561B", "#FFFFFF"),
    Standard.NONE: ("–", "#F1F3F5", "#1A1A1A"),
}
"""Pass, chance, fail, none: letter, fill and ink."""


def variation_icon(variation: Variation, *, word_beside: bool = False) -> Markup:
    """The icon of one kind of variation, with its word; for the eye alone where the word stands beside it."""
    mark = VARIATIONS[variation]
    return _icon(mark.fill, _WAYS[variation].format(ink=mark.ink), "" if word_beside else mark.word)


def standard_icon(standard: Standard) -> Markup:
    """The icon of how the limits lie to the target, with its words."""
    letter, fill, ink = _LETTERS[standard]
    drawn = (
        f'<text x="11" y="15.5" text-anchor="middle" font-family="Arial, sans-serif" font-size="13" font-weight="700" '
        f'fill="{ink}">{letter}</text>'
    )
    return _icon(fill, drawn, str(standard))


def _icon(fill: str, drawn: str, words: str) -> Markup:
    svg = (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {SIZE} {SIZE}" width="{SIZE}" height="{SIZE}">'
        f'<circle cx="11" cy="11" r="10" fill="{fill}" stroke="#7A828C"/>{drawn}</svg>'
    )
    return Markup('<img class="icon" width="{0}" height="{0}" src="{1}" alt="{2}">').format(SIZE, address(svg), words)
