"""What every public page has around it: its title, the way to the others, what it is made of. No script, nothing fetched."""

from dataclasses import dataclass

from markupsafe import Markup

from programme.quarter import Quarter
from reports.markup.pieces import bullets, link, passage, together

INDEX, MEASURES, DOWNLOADS, ABOUT, ACCESSIBILITY = (
    f"{name}.html" for name in ("index", "measures", "downloads", "about", "accessibility")
)
STYLE = "style.css"
NAMES = {
    INDEX: "The nine problems",
    MEASURES: "All measures",
    DOWNLOADS: "Downloads",
    ABOUT: "About these pages",
    ACCESSIBILITY: "Accessibility",
}
PROGRAMME = "Kent SEND improvement"
_PAGE = Markup(
    '<!DOCTYPE html>\n<html lang="en-GB">\n<head>\n<meta charset="utf-8">\n'
    '<meta name="viewport" content="width=device-width, initial-scale=1">\n<meta name="referrer" content="no-referrer">\n'
    '<meta name="color-scheme" content="light dark">\n<title>{title} – {programme}, {quarter}</title>\n'
    '<link rel="stylesheet" href="{style}">\n</head>\n<body>\n<a class="skip" href="#main">Skip to the main text</a>\n'
    '<header>\n<p class="of">{programme} · <span>{quarter}, {months}</span></p>\n'
    '<nav aria-label="Pages">{ways}</nav>\n</header>\n'
    '<main id="main" tabindex="-1">\n<h1>{title}</h1>\n{strip}{body}\n</main>\n'
    "<footer>\n{foot}\n</footer>\n</body>\n</html>\n"
)


@dataclass(frozen=True, slots=True)
class PublicPage:
    """One page: the name of its file, its title, which states the finding, and what it says."""

    name: str
    title: str
    body: Markup


@dataclass(frozen=True, slots=True)
class PublicOrigin:
    """What all pages are of: the quarter, and the sentences that stand on each: `strip` over the text, `foot` under it."""

    quarter: Quarter
    strip: tuple[str, ...]
    foot: tuple[str, ...]


def weakness_page(number: int) -> str:
    """The file of the page about one weakness."""
    return f"weakness-{number}.html"


def page_bytes(page: PublicPage, origin: PublicOrigin) -> bytes:
    """The page as a file, the same bytes from the same page."""
    quarter = origin.quarter
    return _PAGE.format(
        title=page.title,
        programme=PROGRAMME,
        quarter=quarter,
        months=f"{quarter.start:%B} to {quarter.end:%B %Y}",
        style=STYLE,
        ways=bullets(_way(name, page.name) for name in NAMES),
        strip=_strip(origin.strip),
        body=page.body,
        foot=together(map(passage, origin.foot)),
    ).encode()


def _way(name: str, here: str) -> Markup:
    if name == here:
        return Markup('<a href="{}" aria-current="page">{}</a>').format(name, NAMES[name])
    return link(name, NAMES[name])


def _strip(told: tuple[str, ...]) -> Markup:
    return Markup('<div class="strip">{}</div>\n').format(together(map(passage, told))) if told else Markup()
