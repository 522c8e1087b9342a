"""How an image of a chart is to be, and the pieces of SVG that every image is made of: the sheet, texts, lines."""

from collections.abc import Iterable
from dataclasses import dataclass

from markupsafe import Markup

INK, WHITE = "#16191D", "#FFFFFF"
EDGE, NOTE = 8, 11  # pixels that nothing is drawn on; of the letters of notes
DASHES = {"dash": "7 4", "dot": "2 3", "dashdot": "7 3 2 3"}
WIDTHS = {each: width for width, letters in ((0.3, "fijltrI .,:;/|'!()-"), (0.9, "mwMW%—…▲◆●○")) for each in letters}
CAPITAL, LETTER, BOLD = 0.72, 0.55, 1.06  # other widths, in heights of the letters; and how much wider bold ones are


@dataclass(frozen=True, slots=True)
class Paper:
    """What an image is for. All in pixels: a letter of 12 on a width of 600 is 9.6 points on the 17 cm of an A4 page.

    `height` is that of the chart itself, its own where None; title, names of lines and notes are added to it. Whoever
    leaves out the notes must say the key and the notes of the chart beside it.
    """

    width: int = 960
    height: int | None = None
    font: str = "Arial, sans-serif"
    letter: float = 12
    titled: bool = True
    noted: bool = True

    def pixels(self, of_twelve: float) -> float:
        """A length that is right for letters of 12 pixels, for the letters of this paper."""
        return of_twelve * self.letter / 12


def text_width(text: str, letter: float, bold: bool = False) -> float:
    """About how many pixels a text takes in a plain typeface with letters of that height."""
    widths = (WIDTHS.get(each, CAPITAL if each.isupper() else LETTER) for each in text)
    return sum(widths) * letter * (BOLD if bold else 1)


def wrapped(text: str, width: float, letter: float, bold: bool = False) -> list[str]:
    """A text in lines that fit; a word that is wider than a line stands alone on one."""
    lines: list[str] = []
    for word in text.split():
        longer = f"{lines[-1]} {word}" if lines else word
        if lines and text_width(longer, letter, bold) <= width:
            lines[-1] = longer
        else:
            lines.append(word)
    return lines


def note_lines(notes: Iterable[str], paper: Paper) -> list[str]:
    """The notes in lines that fit; none where the paper is to bear none."""
    room = paper.width - 2 * EDGE
    return [line for note in notes for line in wrapped(note, room, paper.pixels(NOTE))] if paper.noted else []


def svg_text(
    x: float, y: float, text: str, letter: float, *, anchor: str = "start", bold: bool = False, ink: str = ""
) -> Markup:
    """A text at a place; `anchor` says which end of it stands there."""
    weight, fill = Markup(' font-weight="bold"') if bold else "", Markup(' fill="{}"').format(ink) if ink else ""
    drawn = Markup('<text x="{:.1f}" y="{:.1f}" text-anchor="{}" font-size="{:g}"{}{}>{}</text>')
    return drawn.format(x, y, anchor, letter, weight, fill, text)


def svg_worded(x: float, y: float, text: str, letter: float, *, bold: bool = False) -> Markup:
    """A text among lines, from its beginning: on a ground of its own, behind which they go on."""
    ground = Markup('<rect x="{:.1f}" y="{:.1f}" width="{:.1f}" height="{:.1f}" fill="{}" fill-opacity="0.85"/>')
    under = ground.format(x - 1, y - letter, text_width(text, letter, bold) + 2, letter * 1.25, WHITE)
    return under + svg_text(x, y, text, letter, bold=bold)


def svg_path(
    points: Iterable[tuple[float, float]], colour: str, width: float, dash: str = "solid", opacity: float = 1
) -> Markup:
    """A line through points. Its transparency stands apart from its colour, as image editors read it."""
    drawn = "L".join(f"{x:.1f} {y:.1f}" for x, y in points)
    dashes = Markup(' stroke-dasharray="{}"').format(DASHES[dash]) if dash in DASHES else ""
    faint = Markup(' stroke-opacity="{:g}"').format(opacity) if opacity < 1 else ""
    path = Markup('<path d="M{}" fill="none" stroke="{}" stroke-width="{:g}"{}{}/>')
    return path.format(drawn, colour, width, faint, dashes)


SHEET = Markup(
    '<svg xmlns="http://www.w3.org/2000/svg" role="img" aria-labelledby="title desc" viewBox="0 0 {width:g} {height:g}" '
    'width="{width:g}" height="{height:g}" font-family="{font}" font-size="{letter:g}" fill="{ink}">'
    '<title id="title">{title}</title><desc id="desc">{alternative}</desc>'
    '<rect width="{width:g}" height="{height:g}" fill="{ground}"/>{drawn}</svg>'
)


def svg_sheet(paper: Paper, height: float, title: str, alternative: str, parts: Iterable[Markup]) -> Markup:
    """The image on a white ground, so that it looks the same wherever it is pasted, with its words for a screen reader."""
    look = {"width": paper.width, "height": height, "font": paper.font, "letter": paper.letter, "ink": INK, "ground": WHITE}
    return SHEET.format(**look, title=title, alternative=alternative, drawn=Markup("").join(parts))
