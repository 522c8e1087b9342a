"""What the public pages say of themselves: whence the figures come, what was corrected since, and who can read them."""

from collections.abc import Iterable

from markupsafe import Markup

from programme.hidden import HIDDEN_SIGN, HIDDEN_WORDS
from programme.moment import time_text
from programme.signoff import Correction, CorrectionKind
from programme.symbols import MEANING, Symbol
from record.records import Records
from reports.language.grammar import counted, is_or_are
from reports.language.linked import plain_text
from reports.markup.pieces import bullets, passage, together
from reports.pack.parts import PackOrigin
from reports.public.frame import ABOUT, ACCESSIBILITY, PublicPage
from reports.sentences.signoff import correction_sentence, sign_off_sentence

CAN, CANNOT = "What you can count on", "What does not work yet"
KEPT = {
    CAN: (
        "By keyboard: every link is reached with the Tab key and shows where you are. The first leads past the menu. A wide "
        "table scrolls sideways in its own frame with the arrow keys.",
        "By ear: each page has one main heading, which states the finding. Every chart has a text alternative with its "
        "first, lowest, highest and newest figure, and its table under it. Every table has a name and headings.",
        "Without colour: a rating is always a shape and a word as well: ▲ Red, ◆ Amber, ● Green, ○ Not rated.",
        "Large: at 320 pixels, or at 400% zoom, everything stands in one column; only tables scroll, each by itself. A "
        "phone is given charts that are drawn for it.",
        "Dark or light, as your device is set; on paper always dark on white. Charts keep a white ground.",
        "No script is needed, nothing is fetched from elsewhere or stored on your device, and nobody is counted.",
    ),
    CANNOT: (
        "The pages were tested in Chromium with axe-core, with the keyboard, at 320 and 1,280 pixels, and on paper. Nobody "
        "who uses a screen reader every day has tested them yet.",
        "The names of some measures, and the sentences about them, use words of the field.",
    ),
}
JUDGED = (
    "Red: the floor was missed. Amber: the target was missed. Green: the target was met. What has no target is not rated.",
    "Better and worse are said only of what really moved, by rules that look at how much a figure usually varies.",
    "A count that could point to a child is hidden, and so are others from which it could be worked out: in charts, tables "
    "and files alike.",
)
AIMS = (
    "This statement is about all {pages} pages of this folder. They aim at level AA of the Web Content Accessibility "
    "Guidelines 2.2, and no fault against it is known. How far the website that they stand on meets the guidelines is for "
    "its owner to say."
)
ASKED = (
    "If something here does not work for you, or you need it in another form, tell the programme team of the council: which "
    "page it was, and what you use to read it.",
    "If you are not happy with the answer, the Equality Advisory and Support Service helps you. The Equality and Human "
    "Rights Commission enforces the Public Sector Bodies (Websites and Mobile Applications) (No. 2) Accessibility "
    "Regulations 2018.",
)
NOTHING_SINCE = "Nothing was corrected since it was published."


def about_page(records: Records, origin: PackOrigin, notes: Iterable[str]) -> PublicPage:
    """What the pages are, as the sign-off says, and what was corrected since, thing by thing."""
    corrected = [_corrected(each) for each in records.corrected]
    meant = {**MEANING, HIDDEN_SIGN: f"{MEANING[Symbol.SUPPRESSED]}; or: {HIDDEN_WORDS[:1].lower()}{HIDDEN_WORDS[1:]}"}
    symbols = (Markup("<dt>{}</dt><dd>{}</dd>").format(symbol, meaning) for symbol, meaning in meant.items())
    body = (
        passage(sign_off_sentence(records, origin.quarter)),
        *map(passage, notes),
        Markup("<h2>What was corrected since</h2>"),
        bullets(corrected) or passage(NOTHING_SINCE),
        Markup("<h2>What the letters in place of figures mean</h2><dl>{}</dl>").format(together(symbols)),
        Markup("<h2>How it is judged</h2>"),
        *map(passage, JUDGED),
    )
    return PublicPage(ABOUT, about_title(len(corrected)), together(body))


def _corrected(correction: Correction) -> str:
    """What was corrected; who wrote words is for those who know each other."""
    if not correction.about:
        return plain_text(correction_sentence(correction))
    done = "written" if correction.kind is CorrectionKind.WORDS else "withdrawn"
    return f"On {time_text(correction.at)} words were {done}: {correction.named}."


def about_title(corrections: int) -> str:
    """`These pages show what is published; 3 things are corrected since`."""
    told = f"{counted(corrections, 'thing')} {is_or_are(corrections)}" if corrections else "nothing is"
    return f"These pages show what is published; {told} corrected since"


def accessibility_page(pages: int) -> PublicPage:
    """The statement about these pages, of which there are so many."""
    parts = (Markup("<h2>{}</h2>{}").format(heading, bullets(told)) for heading, told in KEPT.items())
    body = (passage(AIMS.format(pages=pages)), *parts, Markup("<h2>Tell us</h2>"), *map(passage, ASKED))
    return PublicPage(ACCESSIBILITY, "Everybody should be able to read these pages", together(body))
