"""What is meant by a name that is nothing of ours: said once on the page, and understood from then on in every file."""

from functools import partial

import streamlit as st
from markupsafe import Markup

from loaders.answers.unknown_names import UnknownName, unknown_names
from loaders.naming import naming
from loaders.pipeline import Checked
from pages.parts.data.taking_back import taking_back_form
from pages.parts.doing import boxes_of, done_or_told
from pages.parts.downloads import table_with_download
from pages.parts.telling import literal, say
from pages.parts.today import day_ticked
from pages.parts.view import View, database
from pages.parts.who import name_given
from programme.access import Deed
from programme.aliases import Alias
from programme.submission import Acceptance
from reports.tables.aliases import aliases_table
from store.returns.aliases import aliases_of, keep_alias, withdraw_alias

MOST_ASKED = 12  # names of one file; more of them are another layout, and no aliases


def names_asked(view: View, checked: Checked) -> None:
    """A form for each name that means nothing yet: what is it, and a button that says so for good."""
    unknown = unknown_names(checked.parsed, checked.mapped.left_out if checked.mapped else ())
    if not unknown or not view.may(Deed.KEEP_LAYOUT):
        return
    say(
        Markup(
            "<b>Is it another name of something?</b> Say what you mean by it, and it is read so in every file from now on."
        )
    )
    for each in unknown[:MOST_ASKED]:
        with st.expander(literal(f"“{each.typed}” ({each.place})")):
            _asked(view, each)


def _asked(view: View, each: UnknownName) -> None:
    """Nothing near is chosen for anybody: what is probably meant stands first, and must be chosen too."""
    names, form = naming(), f"what {each.kind} {each.typed} is"
    key = boxes_of(form)
    others = [of for of in names.own[each.kind] if of != each.probably]
    things = [*([each.probably] if each.probably else []), *others]
    with st.form(f"{key} form"):
        of = st.selectbox(
            literal(f"“{each.typed}” is the {each.kind}"),
            things,
            index=None,
            format_func=partial(names.called, each.kind),
            placeholder="choose",
            key=f"{key} of",
        )
        why = st.text_input("Why it is called so", key=f"{key} why")
        by = name_given(view.person, key=f"{key} by")
        confirmed = day_ticked(key)
        pressed = st.form_submit_button("That is what I mean, always")
    if pressed and of is None:
        st.error("It must be said what is meant, got: nothing. Nothing was stored, and what you typed is not lost.")
    elif pressed:
        alias = Alias(each.kind, of, each.typed)
        given = Acceptance(view.person.called(by), why, confirmed=confirmed)
        done_or_told(lambda: _kept(alias, given), form=form)


def names_added(view: View) -> None:
    """The names that people added, folded away, and a form to take one back."""
    added = aliases_of(database())
    if not added or not view.may(Deed.KEEP_LAYOUT):
        return
    with st.expander(literal(f"Names that people added: {len(added)}")):
        table_with_download(view, aliases_table(added, _called), "names-added.csv")
        standing = {each.number: f"{each.number}: {each.alias.called}" for each in added if each.withdrawal is None}
        if standing:
            taking_back_form(view, standing, "name", "Why does it mean that no more?", "Take it back", _taken_back)


def _taken_back(number: int, given: Acceptance) -> str:
    gone = withdraw_alias(database(), number, given)
    return f"“{gone.alias.called}” means {_called(gone.alias)} no more. What was accepted by it stays as it is."


def _called(alias: Alias) -> str:
    return naming().called(alias.kind, alias.of)


def _kept(alias: Alias, given: Acceptance) -> str:
    made = keep_alias(database(), alias, given, naming())
    return f"“{made.alias.called}” means {_called(alias)}, in this file and in every other from now on."
