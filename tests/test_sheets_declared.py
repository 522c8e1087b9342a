"""Each sheet of the form is declared once: its headings are spelt in one file, and a new column touches two."""

import ast
import json
import re
import shutil
import subprocess
import sys
from collections import defaultdict
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

from loaders.forms.layouts import history, standard
from programme.sheets.common import QUARTER

ROOT = Path(__file__).parent.parent
SHEETS = (*standard.SHEETS, history.HISTORY)
HEADINGS = {str(column) for sheet in SHEETS for column in (*sheet.columns, QUARTER)} | set(map(str, standard.LINES))
ALIASES = {alias for sheet in SHEETS for column in sheet.columns for alias in column.aliases}
NAMES = {sheet.name for sheet in SHEETS} | {standard.COVER}

ORDINARY = {
    "Action": "a kind of thing that a search finds",
    "Actions": "a page",
    "Area": "whose figures a page shows",
    "Cover": "the first sheet of a pack's workbook",
    "Decisions": "a page",
    "Events": "the key of a chart",
    "Figures": "what a chart draws, and how many a release holds",
    "From": "where somebody came from, and the first quarter of a form",
    "History": "what a benchmark types into a file",
    "KPI": "a page, and a column of tables about KPIs",
    "Kind": "a type that a function is written for",
    "Measure": "a column of the table of what a return would change",
    "Note": "what a reader must know about a row",
    "Organisation": "whose blank form is wanted",
    "Quarter": "the quarter that a page looks back from",
    "Risk": "a kind of thing that a search finds",
    "Risks": "a page",
    "Status": "how settled a figure or a version is",
    "Value": "a column of tables about figures",
    "Weakness": "a page, and a filter",
    "Weaknesses": "a page",
    "Why": "the reason of a rating or a version",
    "Words": "a type, and the words of a page that are explained",
    "Workstream": "a page",
}
"""Headings that are words of the language too, with what else pages and tables call so."""

WHERE_SHEETS_ARE_READ = ("programme", "loaders", "store")
"""Here an ordinary word is a heading and nothing else, and is spelt in one file like all the others."""


def modules(*rooms: str) -> Iterator[Path]:
    for path in sorted(ROOT.rglob("*.py")):
        parts = path.relative_to(ROOT).parts
        aside = parts[0] in ("tests", "demonstration") or any(part.startswith(".") for part in parts)
        if not aside and (not rooms or parts[0] in rooms):
            yield path


@cache
def texts(path: Path) -> tuple[str, ...]:
    """Every text in a module but its docstrings, its annotations and the names that it hands on."""
    return tuple(_texts(ast.parse(path.read_text(encoding="utf-8"))))


def _texts(node: ast.AST) -> Iterator[str]:
    if isinstance(node, ast.Constant):
        if isinstance(node.value, str):
            yield node.value
        return
    documents = isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant)
    hands_on = isinstance(node, ast.Assign) and ast.unparse(node.targets[0]) == "__all__"
    aside = {"annotation", "returns"} | ({"value"} if documents or hands_on else set())
    for name in node._fields:
        if name not in aside:
            value = getattr(node, name)
            for part in value if isinstance(value, list) else (value,):
                if isinstance(part, ast.AST):
                    yield from _texts(part)


@cache
def spelt(*rooms: str) -> dict[str, list[str]]:
    """The files in which each heading and each sheet's name is spelt."""
    found = defaultdict(set)
    for path in modules(*rooms):
        for text in (HEADINGS | ALIASES | NAMES).intersection(texts(path)):
            found[text].add(str(path.relative_to(ROOT)))
    return {text: sorted(files) for text, files in found.items()}


def test_each_heading_is_spelt_in_one_file():
    found = spelt()
    assert set(found) == HEADINGS | ALIASES | NAMES
    assert len(HEADINGS) > 60
    assert {text: files for text, files in found.items() if len(files) > 1 and text not in ORDINARY} == {}


def test_where_sheets_are_read_ordinary_words_are_too():
    assert {text: files for text, files in spelt(*WHERE_SHEETS_ARE_READ).items() if len(files) > 1} == {}


def test_every_word_that_is_called_ordinary_is_used_for_something_else():
    found = spelt()
    assert {word for word in ORDINARY if len(found[word]) < 2} == set()


def test_no_sentence_spells_a_heading_of_several_words():
    """What is said about a cell names its column; a column that is called anew would be called otherwise there."""
    telling = {heading for heading in HEADINGS if " " in heading}
    declared = {file for heading in telling for file in spelt()[heading]}
    patterns = {heading: re.compile(rf"(?<!\w){re.escape(heading)}(?!\w)") for heading in telling}
    sentences = {
        (str(path.relative_to(ROOT)), heading)
        for path in modules("programme", "loaders", "store", "record")
        for text in texts(path)
        for heading, pattern in patterns.items()
        if heading in text and text != heading and pattern.search(text)
    }
    assert {(file, heading) for file, heading in sentences if file not in declared} == set()


DECLARATION, USE = "programme/sheets/actions.py", "reports/tables/plan.py"
ONE_MORE = {
    DECLARATION: (
        "    former_ref: str = column(",
        '    cost: float | None = column("Cost in pounds", NUMBER, 16, unit="£")\n',
    ),
    USE: (
        "        **as_returned(ACTIONS.complete,",
        "        **as_returned(ACTIONS.cost),\n",
    ),
}
"""One line more before this one, in each of two files."""

LOOKED_AT = """
import json
from datetime import date
from loaders.forms.template import fill_sheet, history_form, save, standard_form
from loaders.parsing.parse import parse
from loaders.reading import read_child
from loaders.reading.reader import workbook_of
from loaders.rules import check
from programme.quarter import Quarter
from programme.sheets.actions import ACTIONS, actions_in
from programme.sheets.written import rows_of
from record.tracked import tracked
from reports.tables.plan import history_table

QUARTER = Quarter(2024, 3)

def parsed(cost):
    form = standard_form(QUARTER, (3,))
    fill_sheet(form, ACTIONS.name, [ACTIONS.typed(ref="APP-6.01", workstream=3, cost=cost)])
    content = save(form)
    return parse(workbook_of(read_child.read_sheets(content), content, "return.xlsx"))

def finding(cost):
    found = check(parsed(cost), today=date(2025, 6, 1))
    return [(each.rule, each.place, each.message) for each in found if "Cost" in each.message]

read = actions_in(rows_of(parsed(1200).entries, ACTIONS.name, QUARTER, "return.xlsx", 1))
table = history_table(tracked(read, QUARTER)[0])
form = standard_form(QUARTER, (3,))
heading = next(cell for cell in form[ACTIONS.name][1] if cell.value == "Cost in pounds")
print(json.dumps({
    "form": [heading.column_letter, form[ACTIONS.name].column_dimensions[heading.column_letter].width],
    "history": "Cost in pounds" in [cell.value for cell in history_form([QUARTER])[ACTIONS.name][1]],
    "check": finding("about ten"),
    "clean": finding(1200),
    "entries": [entry.text for entry in parsed(1200).entries if entry.heading == "Cost in pounds"],
    "reading": read[0].cost,
    "table": [cell.text for column, cell in zip(table.columns, table.rows[0]) if column.heading == "Cost in pounds"],
}))
"""


@pytest.fixture(scope="module")
def with_one_column_more(tmp_path_factory) -> dict:
    """What is seen in a copy of the project in which *Actions* has one column more."""
    copy = tmp_path_factory.mktemp("one-more")
    for room in ("plumbing", "programme", "kpis", "store", "loaders", "disclosure", "record", "reports", "data/reference"):
        shutil.copytree(ROOT / room, copy / room)  # with what is compiled: of the two files that change it is made anew
    for name, (before, line) in ONE_MORE.items():
        text = (copy / name).read_text(encoding="utf-8")
        assert text.count(before) == 1
        (copy / name).write_text(text.replace(before, line + before), encoding="utf-8")
    command = [sys.executable, "-W", "error", "-c", LOOKED_AT]
    seen = subprocess.run(command, cwd=copy, capture_output=True, text=True, timeout=120)
    assert seen.returncode == 0, seen.stderr
    return json.loads(seen.stdout)


def test_the_forms_have_a_column_that_was_declared(with_one_column_more):
    assert with_one_column_more["form"] == ["S", 9.6]  # of 16 declared: the sheet is narrowed into two pages on paper
    assert with_one_column_more["history"] is True


def test_a_column_that_was_declared_is_checked(with_one_column_more):
    said = "APP-6.01: Cost in pounds must be a number, 0 or more, got: about ten"
    assert with_one_column_more["check"] == [["number_not_understood", "Actions!S2", said]]
    assert with_one_column_more["clean"] == []


def test_a_column_that_was_declared_is_read(with_one_column_more):
    assert with_one_column_more["entries"] == ["1200"]
    assert with_one_column_more["reading"] == 1200


def test_a_table_that_uses_a_declared_column_shows_it_under_its_heading(with_one_column_more):
    assert with_one_column_more["table"] == ["1200"]
