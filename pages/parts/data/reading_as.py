"""How a file that is no form of ours is read: the layout it looks like, another that is chosen, or one that is learnt."""

from collections.abc import Sequence
from functools import partial

import streamlit as st

from loaders.layouts.known import layouts_known
from loaders.layouts.mapped import MappedFile
from loaders.layouts.recognised import ByLayout
from loaders.pipeline import Checked
from pages.parts.data.file_at_hand import LAYOUT, PERIOD, SHEET, HandedIn, chosen_of, keep_chosen
from pages.parts.data.learning import learning
from pages.parts.downloads import table_with_download
from pages.parts.telling import literal, say
from pages.parts.view import View, database
from pages.parts.who import still_here
from programme.access import Deed, Person
from programme.period_typed import read_period
from reports.sentences.mapped import alike_text, several_alike_text, withdrawn_meanwhile_text
from reports.tables.mapped import mapped_rows_table, mapped_table

ASKED_OF = {"mapped_period_unclear", "mapped_period_differs"}
UNKNOWN = "Nothing here knows this kind of file. Point at what it holds once, and it is known from then on."


def how_read(file: HandedIn) -> ByLayout:
    """How the file is read: as was chosen and said of it, or else by what it looks like."""
    layouts, chosen = layouts_known(database()), chosen_of(file)
    layout = next((each for each in layouts if each.name == chosen.get(LAYOUT)), None)
    sheets = {asked.removeprefix(SHEET): name for asked, name in chosen.items() if asked.startswith(SHEET) and name}
    return ByLayout(layouts, layout, read_period(chosen.get(PERIOD, "").strip()).period, sheets)


def read_as_shown(view: View, file: HandedIn, checked: Checked) -> None:
    """What a file of somebody else's looks like, its figures cell by cell; nothing of a form of ours."""
    mapped = checked.mapped
    if mapped is None or any(finding.rule == "rows_about_children" for finding in checked.findings):
        return
    st.header("What it looks like")
    say(_looks(mapped))
    names = [layout.name for layout in layouts_known(database())]
    if (chosen := chosen_of(file).get(LAYOUT)) and chosen not in names:
        st.warning(literal(withdrawn_meanwhile_text(chosen)))
    _asked(file, mapped, names, {finding.rule for finding in checked.findings}, view.person)
    if mapped.values:
        table_with_download(view, mapped_table(mapped.values), "figures-read.csv")
    if mapped.rows:
        table_with_download(view, mapped_rows_table(mapped.rows), "rows-read.csv")
    if view.may(Deed.KEEP_LAYOUT):
        learning(view, file, mapped.workbook, wanted=not (mapped.layout or mapped.alike))


def _looks(mapped: MappedFile) -> str:
    if mapped.layout is not None:
        return alike_text(mapped.layout.name, mapped.tables, mapped.matched, mapped.periods)
    return several_alike_text(mapped.alike, mapped.matched) if mapped.alike else UNKNOWN


def _asked(file: HandedIn, mapped: MappedFile, names: list[str], rules: set[str], person: Person) -> None:
    """Another layout than the one it looks like, which of several sheets is meant, and a period that is not said."""
    left, right = st.columns(2)
    nearest_first = [*mapped.alike, *(name for name in names if name not in mapped.alike)]
    with left:
        _choice("Read it as", nearest_first, mapped.layout.name if mapped.layout else "", file, LAYOUT, person)
        for word, sheets in mapped.several.items():
            label = f"Which sheet is “{word}”?" if word else "Which sheet is meant?"
            _choice(label, sheets, chosen_of(file).get(f"{SHEET}{word}", ""), file, f"{SHEET}{word}", person)
    said = chosen_of(file).get(PERIOD, "")
    if rules & ASKED_OF or said:
        key = f"{PERIOD} of {file.sha256}"
        keep = partial(_keep, key, file, PERIOD, person)
        typed = right.text_input(
            "Which quarter or month is it about?", said, key=key, placeholder="2024/25 Q3", on_change=keep
        )
        if typed and read_period(typed).period is None:
            right.warning(literal("It must be written like 2024/25 Q3 or January 2025."))


def _choice(label: str, names: Sequence[str], chosen: str, file: HandedIn, asked: str, person: Person) -> None:
    """A box that shows what the file is read by, whoever chose it: its key goes with that, and no earlier answer stays."""
    key = f"{asked} of {file.sha256}: {chosen}"
    at = names.index(chosen) if chosen in names else None
    keep = partial(_keep, key, file, asked, person)
    st.selectbox(literal(label), names, index=at, key=key, placeholder="choose", on_change=keep)


def _keep(key: str, file: HandedIn, asked: str, person: Person) -> None:
    if still_here(database()):
        keep_chosen(file, {asked: st.session_state[key] or ""}, person)
