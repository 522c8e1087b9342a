"""Data: the analyst's tools (returns in, versions, releases) and the words and definitions that everybody needs."""

from pages.parts.address import open_tab
from pages.parts.data.definitions import dictionary_tab, glossary_tab
from pages.parts.data.hidden import hidden_tab
from pages.parts.data.tabs import published_tab, restatements_tab, returns_tab, upload_tab
from pages.parts.view import current

TABS = {
    "Upload": upload_tab,
    "Returns": returns_tab,
    "Restatements": restatements_tab,
    "Published figures": published_tab,
    "Hidden figures": hidden_tab,
    "Dictionary": dictionary_tab,
    "Glossary": glossary_tab,
}

view = current()
open_tab(TABS, view)
