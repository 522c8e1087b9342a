"""The address carries every choice: reload, back and a shared link bring anyone to exactly this view."""

from collections.abc import Callable, Mapping, Sequence

import streamlit as st

from pages.parts.places import TAB
from pages.parts.telling import literal


def asked(key: str) -> str | None:
    """What the address asks for, where that is not what this session wrote there itself.

    An address with a quarter is a whole one: what it leaves out is asked to be empty. The menu's addresses hold nothing
    at all, and ask for nothing.
    """
    in_address = st.query_params.get(key, "" if "quarter" in st.query_params else None)
    return in_address if in_address != st.session_state.get(_written(key)) else None


def write(key: str, value: str) -> None:
    """Put a choice into the address and remember that it was us; an empty one is taken out."""
    st.session_state[_written(key)] = value
    if value and st.query_params.get(key) != value:
        st.query_params[key] = value
    elif not value and key in st.query_params:
        del st.query_params[key]


def choose(
    label: str,
    key: str,
    options: Sequence[str],
    default: str,
    name: Callable[[str], str] = str,
    tell: Callable[[str], object] | None = None,
    **look,
) -> str:
    """A select box whose choice is kept over pages and stands in the address.

    What the address asks for and is not there is never replaced without a word: `tell` gets the sentence, and without it
    a notice stands above the box.
    """
    inquiry = asked(key)
    wanted = inquiry or st.session_state.get(key) or st.session_state.get(_written(key))
    st.session_state[key] = wanted if wanted in options else default
    if inquiry and inquiry not in options:
        (tell or _warned)(not_there(label, inquiry, name(default)))
    chosen = st.selectbox(literal(label), options, key=key, format_func=name, **look)
    write(key, chosen)
    return chosen


def _warned(sentence: str) -> None:
    st.warning(literal(sentence))


def not_there(label: str, wanted: str, shown: str) -> str:
    """`There is no quarter “banana” here: 2024/25 Q3 is shown.`"""
    name = label if label.isupper() else label.lower()
    return f"There is no {name} “{wanted}” here: {shown} is shown."


def typed(label: str, key: str, **look) -> str:
    """A text box whose content stands in the address, and nowhere else: the menu opens the page with an empty one."""
    wanted = asked(key)
    st.session_state[key] = st.session_state.get(key, "") if wanted is None else wanted
    text = st.text_input(literal(label), key=key, **look).strip()
    write(key, text)
    return text


def tabs(key: str, names: Sequence[str]) -> list:
    """Tabs whose open one stands in the address. A link that names none begins at the first, wherever this session was."""
    inquiry = st.query_params.get(key, "")
    if inquiry and inquiry not in names:
        _warned(not_there("tab", inquiry, names[0]))
    left = bool(st.session_state.get(_written(key))) and key not in st.query_params
    wanted = None if left else asked(key) or st.session_state.get(key) or st.session_state.get(_written(key))
    st.session_state[key] = wanted if wanted in names else names[0]
    found = st.tabs(list(names), key=key, on_change="rerun")
    chosen = st.session_state[key]
    write(key, "" if chosen == names[0] else chosen)
    return found


def open_tab(views: Mapping[str, Callable[..., None]], *given) -> None:
    """Tabs, and below them what the open one draws with what is `given`."""
    for name, tab in zip(views, tabs(TAB, list(views)), strict=True):
        if tab.open:
            with tab:
                views[name](*given)


def _written(key: str) -> str:
    return f"address of {key}"
