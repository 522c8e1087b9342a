"""What somebody typed stays text on every page, whatever signs it holds."""

import re
from html import unescape

import pytest

from pages.parts.places import PAGES, PLACES
from tests.pages.looking import go, markup, offered, read_as_markdown, tables, words
from tests.pages.tags import Tags
from tests.pages.typed import FILE, JUDGED, SIGNS, WHY

VIEWS = [
    *((page, {}) for page in (*PAGES, *PLACES)),
    ("find", {"q": "APP-6.01"}),
    ("find", {"q": SIGNS}),
    ("dictionary", {"definition": SIGNS}),
    ("glossary", {"term": SIGNS}),
    ("actions", {"action": f"APP-6.01 {SIGNS}"}),
    ("overview", {"as_at": SIGNS}),
    ("overview", {"area": SIGNS, "quarter": SIGNS}),
    ("kpi", {"kpi": SIGNS, "tab": SIGNS}),
    *(("kpi", {"kpi": JUDGED, "tab": tab}) for tab in ("Trend", "Reliability", "Definition and source")),
]
OURS = re.compile(
    r"(\./|[a-z]*)\?|about$|#needs-\d$|/files/[\w-]+/[0-9a-f]+$|/originals/[0-9]+$"
    r"|https://www\.example\.org/illustrative/letter-[\d-]+$"  # where a letter's document is, as an https address alone
)
ALIVE = re.compile(r"(?<!\\)(?:\]\(|\$a|\*c|<img)|:material|:red|(?<!\u2060)//evil|www\.evil")
"""Signs that Markdown or Streamlit would act upon: not written literally."""


class Addresses(Tags):
    """The addresses of links and pictures in HTML."""

    def __init__(self, html: str):
        super().__init__()
        self.links, self.pictures = [], []
        self.feed(html)

    def handle_starttag(self, tag, attrs):
        if tag == "a":
            self.links.append(dict(attrs)["href"])
        elif tag == "img":
            self.pictures.append(dict(attrs)["src"])


@pytest.mark.parametrize(("page", "choices"), VIEWS, ids=lambda value: value if isinstance(value, str) else "-".join(value))
def test_no_page_makes_markup_of_what_was_typed(typed_app, page, choices):
    app = go(typed_app, page, **choices)
    assert [text for text in read_as_markdown(app) if ALIVE.search(text)] == []
    found = Addresses(markup(app))
    assert [address for address in found.links if not OURS.match(address)] == []
    assert [address for address in found.pictures if not address.startswith("data:image/svg+xml;base64,")] == []


def test_refs_are_told_on_changes_as_they_were_typed(typed_app):
    told = unescape(re.sub(r"<[^>]*>", "", markup(go(typed_app, "changes"))))
    assert f"passed the date agreed first (APP-3.01, APP-8.01, APP-8.01 {SIGNS}, and" in told
    assert f"APP-1.03 {SIGNS}" in tables(typed_app)[1]["Ref"].tolist()


def test_the_reason_of_a_judgement_is_told_as_it_was_typed(typed_app):
    app = go(typed_app, "kpi", kpi=JUDGED)
    judged = f"judged amber in the return (Seen {SIGNS}); worked out from the figure: red"
    assert f"stood at 8.8% (50 of 566), and was {judged}" in words(app)
    assert f"Rating: {judged}." in words(app)


def test_names_reasons_and_files_of_versions_are_told_as_they_were_typed(typed_app):
    newest = tables(go(typed_app, "returns"))[1].iloc[0]
    assert newest["File"] == FILE
    assert newest["By"] == f"Analyst {SIGNS}"
    assert newest["Why"] == f"{WHY} {SIGNS}"


def test_a_file_is_offered_under_its_own_name(typed_app):
    app = go(typed_app, "kpi", kpi=JUDGED, tab="Definition and source")
    labels = [file.label for file in offered(app)]
    assert f"Download {FILE} as handed in (version 12)" in labels


def test_maths_between_dollar_signs_is_text(typed_app):
    app = go(typed_app, "actions", action=f"APP-6.01 {SIGNS}")
    assert " $a$ " in words(app)
    assert not [text for text in read_as_markdown(app) if "$a$" in text]
