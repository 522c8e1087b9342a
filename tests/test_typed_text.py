"""No page gives Streamlit a text that it would read as Markdown, unless that text is a constant of ours or literal.

What somebody typed (a name, a ref, a title, a question, a reason, a file name, a value of the address) can stand in any
text that is put together at run time. So what is put together is drawn as Markup, said by `say`, or made `literal`.
"""

import ast
import inspect
import re
from pathlib import Path

import pytest
import streamlit as st

ROOT = Path(__file__).parent.parent
FILES = [ROOT / "app.py", ROOT / "frame.py", *sorted((ROOT / "pages").rglob("*.py"))]
DRAWING = [*FILES, *(path for room in ("reports", "web", "api") for path in sorted((ROOT / room).rglob("*.py")))]
"""Where HTML is made, or could be."""

MARKDOWN = {"args", "body", "label", "text", "help", "tabs", "title", "show_spinner"}
"""The parameters that Streamlit reads as Markdown, whichever function they belong to."""

ALSO = {
    "segmented_control": {"options", "format_func"},
    "pills": {"options", "format_func"},
    "radio": {"options", "format_func", "captions"},
    "table": {"data"},
}
"""What is read as Markdown besides, by function."""

PLAIN = {"Page": "titles of the menu are names of the browser's tab too", "html": "only in telling.draw, below"}
"""Functions whose parameters of such a name are not read as Markdown, and why not."""

EXEMPT = {
    ("pages/about.py", "STATEMENT.read_text(encoding='utf-8')"): "a document of the project, which is Markdown",
    ("pages/parts/address.py", "list(names)"): "the names of tabs are constants of a page, and keys of the address",
}


def called(node: ast.Call, strangers: set[str]) -> str:
    """The name of the Streamlit function of a call, of `st` itself or of a place on the page; empty for any other call."""
    function = node.func
    if not isinstance(function, ast.Attribute):
        return ""
    if isinstance(function.value, ast.Name) and function.value.id in strangers:
        return ""
    return function.attr if callable(getattr(st, function.attr, None)) else ""


def imported_names(tree: ast.Module) -> set[str]:
    """Names that stand for something of ours or of a library, and so for no place on the page."""
    found = {
        (alias.asname or alias.name).partition(".")[0]
        for node in ast.walk(tree)
        if isinstance(node, ast.Import | ast.ImportFrom)
        for alias in node.names
    }
    return found - {"st"}


def given(name: str, node: ast.Call) -> dict[str, list[ast.expr]]:
    """What a call gives, by the name of the parameter."""
    parameters = list(inspect.signature(getattr(st, name)).parameters.values())
    found = {word.arg: [word.value] for word in node.keywords if word.arg}
    for place, argument in enumerate(node.args):
        parameter = next((each for each in parameters if each.kind is each.VAR_POSITIONAL), None) or parameters[place]
        found.setdefault(parameter.name, []).append(argument)
    return found


def ours(node: ast.expr) -> bool:
    """Whether a text is a constant of the project, or literal."""
    match node:
        case ast.Constant():
            return True
        case ast.Name(id=name):
            return name.isupper()
        case ast.Call(func=ast.Name(id="literal")):
            return True
        case ast.IfExp(body=yes, orelse=no):
            return ours(yes) and ours(no)
        case ast.List(elts=parts) | ast.Tuple(elts=parts):
            return all(map(ours, parts))
    return False


def read_as_markdown(source: str) -> set[str]:
    """Every text that Streamlit would read as Markdown and that is neither a constant nor literal."""
    tree = ast.parse(source)
    strangers = imported_names(tree)
    found = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and (name := called(node, strangers)) and name not in PLAIN:
            for parameter, arguments in given(name, node).items():
                if parameter in MARKDOWN | ALSO.get(name, set()):
                    found |= {ast.unparse(argument) for argument in arguments if not ours(argument)}
    return found


@pytest.mark.parametrize("path", FILES, ids=lambda path: str(path.relative_to(ROOT)))
def test_streamlit_reads_no_text_as_markdown_that_somebody_may_have_typed(path):
    name = str(path.relative_to(ROOT))
    exempt = {text for file, text in EXEMPT if file == name}
    assert read_as_markdown(path.read_text(encoding="utf-8")) - exempt == set()


def test_every_exemption_is_needed():
    for name, text in EXEMPT:
        assert text in read_as_markdown((ROOT / name).read_text(encoding="utf-8"))


@pytest.mark.parametrize(
    "line",
    [
        "st.write(f'Found for “{text}”')",
        "st.markdown(text)",
        "st.title(plan.title)",
        "st.error(str(refusal))",
        "left.caption(text)",
        "st.button('Load', help=text)",
        "st.selectbox(name, [])",
        "st.tabs([name])",
        "st.segmented_control('Show', [name])",
        "st.write('Found', text)",
        "st.progress(0.5, text=f'Loading {name} …')",
        "st.info(literal('a') + text)",
        "st.cache_resource(show_spinner=text)",
    ],
)
def test_the_rule_sees_a_typed_text_however_it_comes(line):
    assert len(read_as_markdown(line)) == 1


@pytest.mark.parametrize(
    "line",
    [
        "st.write('Nothing')",
        "st.write(RULE)",
        "st.title(literal(plan.title))",
        "st.selectbox('Version', titles, format_func=titles.get)",
        "from pages.parts import address\naddress.write('q', text)",
        "say(text)",
    ],
)
def test_the_rule_leaves_alone_what_is_safe(line):
    assert read_as_markdown(line) == set()


def test_html_is_drawn_in_one_place_and_markdown_never_holds_html():
    drawn = {
        str(path.relative_to(ROOT))
        for path in FILES
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Attribute) and node.attr == "html"
    }
    assert drawn == {"pages/parts/telling.py"}
    assert not [path for path in FILES if "unsafe_allow_html" in path.read_text(encoding="utf-8")]


def test_html_is_only_made_of_constants():
    """`Markup(…)` of anything else would let it pass as HTML; ruff's S704 says the same, but can be told to be quiet."""
    found = {
        (str(path.relative_to(ROOT)), ast.unparse(node))
        for path in DRAWING
        if "Markup" in path.read_text(encoding="utf-8")
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "Markup"
        if not all(isinstance(argument, ast.Constant) for argument in node.args)
    }
    assert found == set()
    assert {path.parts[len(ROOT.parts)] for path in DRAWING if "Markup(" in path.read_text(encoding="utf-8")} == {
        *("pages", "reports", "web")
    }


def test_no_text_is_escaped_by_hand():
    escaping = {
        str(path.relative_to(ROOT))
        for path in DRAWING
        if re.search(r"(?<!re\.)\b(html_)?escape\(", path.read_text(encoding="utf-8"))
    }
    assert escaping == {"reports/charts/plotly_marks.py"}  # labels of plotly are no HTML of ours, and read as its own
