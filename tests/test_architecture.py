"""The house rules that a machine can check: who imports whom, what stands where, and that every module has its test.

The table is the plan of the house: a room, what it may import of ours. What is exempt is
listed with its reason; an exemption that is no longer used fails.
"""

import ast
import re
import sys
from collections import Counter
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
MAY_IMPORT = {
    "plumbing": {"plumbing"},
    "programme": {"programme", "plumbing"},
    "kpis": {"kpis", "programme", "plumbing"},
    "store": {"store", "programme", "plumbing"},
    "loaders": {
        "loaders",
        "programme",
        "plumbing",
        "store",
        "kpis.ids",
        "kpis.reference_slips",
        "kpis.reported",
        "kpis.spc",
        "kpis.spc_rules",
        "disclosure.rules_in_force",
    },
    "disclosure": {"disclosure", "programme", "plumbing", "kpis"},
    "record": {"record", "programme", "plumbing", "kpis", "store", "disclosure"},
    "access": {"access", "programme", "plumbing", "store", "disclosure.rules_in_force"},
    "reports": {"reports", "programme", "plumbing", "kpis", "disclosure", "record"},
    "web": {"web", "api", "programme", "plumbing", "record", "reports", "loaders", "store", "access"},
    "pages": {
        *("pages", "programme", "record", "reports", "loaders", "access", "web.shelf", "kpis.reference_slips"),
        *("store.database", "store.comparators", "store.returns", "store.meetings.meetings"),
        *("store.signing.sign_offs", "store.signing.kept_packs"),
    },
    "api": {
        *("api", "programme", "plumbing", "record", "reports", "loaders", "access"),
        "store.database",
    },
    "demonstration": {"demonstration", "programme", "plumbing", "loaders"},
    "frame.py": {
        *("pages", "programme", "reports", "loaders", "store.database", "web.sessions", "web.shelf"),
        "kpis.reference_slips",
    },
    "app.py": {"pages", "web", "store.database", "kpis.reference_slips"},
}
EXEMPT = {
    ("reports/__main__.py", "store.errors"): "the command line opens the store",
    ("reports/commands.py", "store.database"): "the command line opens the store",
    ("reports/pack_commands.py", "store.database"): "the command line opens the store",
    ("reports/pack_commands.py", "store.order.points"): "a pack is made of one point of the store",
    ("reports/pack_commands.py", "store.returns.versions"): "an analyst's pack tells which queries were answered",
    ("reports/kept_commands.py", "store.database"): "the command line opens the store",
    ("reports/kept_commands.py", "store.signing.kept_packs"): "packs are kept in the store",
    ("reports/kept_commands.py", "store.order.points"): "a pack is made of one point of the store",
    ("reports/statement_commands.py", "store.database"): "the command line opens the store",
    ("reports/statement_commands.py", "store.signing.kept_packs"): "a statement says which packs went before it",
    ("reports/statement_commands.py", "store.order.points"): "a statement is made of one point of the store",
    ("reports/public_commands.py", "store.database"): "the command line opens the store",
    ("reports/public_commands.py", "store.order.points"): "what is published is of one point of the store",
    ("reports/commands.py", "store.meetings.tellings"): "a digest keeps what it told",
    ("loaders/commands.py", "reports.tables.impact"): "a preview on the command line says what the page says",
    ("loaders/__main__.py", "kpis.at_start"): "the command line checks the reference files first",
}
WINGS = {
    "store": [
        ("moments", "place", "redacted_words", "counting"),
        "errors",
        ("two_people", "cursor"),
        "rows",
        "log",
        "engines",
        "database",
        "order",
        ("accounts", "redactions", "hiding"),
        "comparators",
        "returns",
        ("meetings", "signing"),
        "snapshot",
        "backups",
        "redaction",
        "log_check",
        ("log_commands", "redaction_commands", "sign_off_commands"),
    ],
    "loaders": [
        ("reading", "forms", "naming", "sample_files"),
        "parsing",
        "rules",
        "layouts",
        ("answers", "published"),
        ("pipeline", "impact", "wordings"),
        ("words_sent", "sample_meeting", "sample_signoffs", "sample_aliases", "sample_layouts"),
        ("sample", "sample_missing"),
        "kept",
        "sample_command",
        "forms_out",
        "layout_commands",
        "commands",
        "word_commands",
        "alias_commands",
    ],
    "reports": [
        "palette",
        "language",
        "progress",
        "sentences",
        ("tables", "charts"),
        ("markup", "documents", "exports"),
        "pack",
        "public",
        "statement_commands",
        ("commands", "pack_commands", "kept_commands", "public_commands"),
    ],
}
"""Inside a room: each wing may import itself and those before it; wings in one bracket know nothing of each other."""

ONLY_IN = {
    "streamlit": {"pages", "frame.py", "app.py"},
    "starlette": {"web", "app.py"},
    "duckdb": {"store"},
    "psycopg": {"store"},
    "psycopg_pool": {"store"},
    "pandas": {"reports/exports/frame.py"},
    "plotly": {f"reports/charts/{name}.py" for name in ("draw_plotly", "plotly_periods", "plotly_ranked")},
    "markupsafe": {
        "reports/markup",
        "reports/charts",
        "reports/public",
        "pages/parts",
        "web/refusals.py",
        "web/sign_in_page.py",
    },
    "openpyxl": {"loaders"},
    "pyarrow": {"reports/pack/data_files.py"},
    "typst": {"reports/pack/pdf.py"},
    "pptx": {"reports/pack/slides.py"},
    "lxml": {"reports/pack/slides.py"},
    "xlsxwriter": {"reports/pack/workbook.py"},
    "numpy": {
        "store/returns/fact_columns.py",
        "store/cursor.py",
        "store/engines/file_cursor.py",
        "store/engines/server_cursor.py",
        "disclosure/solver.py",
        "disclosure/worlds.py",
    },
    "highspy": {"disclosure/solver.py"},
    "authlib": {"access/oidc.py"},
    "joserfc": {"access/oidc.py"},
    "requests": {"access/oidc.py"},
    "sqlite3": set(),
    "defusedxml": {"loaders/reading/open_document.py"},
    "tqdm": {"loaders/commands.py", "loaders/sample_command.py"},
}
ASIDE_OF_THE_HOUSE = {"benchmarks", "tests"}
"""They may import whatever they look at, and nothing in the house imports them."""

OURS = {room.removesuffix(".py") for room in MAY_IMPORT} | ASIDE_OF_THE_HOUSE
BY_NAME = {
    "plumbing/command_line.py": "`Later` names the function that a command runs, which `imported` counts as an import",
    "kpis/registry.py": "the definitions are files in the folder beside it",
}
"""Where a module is imported by a name that is put together, and why."""


@cache
def modules(room: str) -> tuple[Path, ...]:
    place = ROOT / room
    found = [place] if place.is_file() else place.rglob("*.py")
    return tuple(sorted(path for path in found if "__pycache__" not in path.parts))


def name_of(path: Path) -> str:
    return str(path.relative_to(ROOT))


@cache
def parsed(path: Path) -> ast.Module:
    return ast.parse(path.read_text(encoding="utf-8"))


@cache
def nodes(path: Path) -> tuple[ast.AST, ...]:
    """Everything in a module: to go through it takes as long as to read it, and several rules ask."""
    return tuple(ast.walk(parsed(path)))


@cache
def imported(path: Path) -> set[str]:
    names = set()
    for node in nodes(path):
        if isinstance(node, ast.Import):
            names |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            names |= {f"{'.' * node.level}{node.module or ''}.{alias.name}" for alias in node.names}
        elif isinstance(node, ast.Call) and ast.unparse(node.func) == "Later":
            names.add(".".join(ast.literal_eval(argument) for argument in node.args))
    return names


def under(name: str, places: set[str]) -> bool:
    return any(f"{name}.".startswith(f"{place}.") for place in places)


def exempt(path: Path, name: str) -> bool:
    return any(name_of(path) == file and under(name, {place}) for file, place in EXEMPT)


@pytest.mark.parametrize("room", MAY_IMPORT)
def test_a_room_imports_only_what_the_table_allows(room):
    strangers = {
        f"{name_of(path)} imports {name}"
        for path in modules(room)
        for name in imported(path)
        if name.partition(".")[0] in OURS and not under(name, MAY_IMPORT[room]) and not exempt(path, name)
    }
    assert strangers == set()


def test_every_room_stands_in_the_table():
    rooms = {path.name for path in ROOT.iterdir() if path.suffix == ".py" or any(path.glob("[!.]*.py"))}
    assert rooms - ASIDE_OF_THE_HOUSE == set(MAY_IMPORT)


def test_an_import_says_from_which_room_it_is_and_stands_in_the_program():
    """What the table cannot see: `from . import errors`, and modules that are imported by a text."""
    near = {name_of(path) for room in MAY_IMPORT for path in modules(room) for name in imported(path) if name[0] == "."}
    assert near == set()
    by_name = {
        name_of(path)
        for room in MAY_IMPORT
        for path in modules(room)
        if {"import_module", "__import__", "spec_from_file_location", "runpy"} & set(names_in(path))
    }
    assert by_name == set(BY_NAME)


def test_every_exemption_is_needed():
    doors = {(room, place) for room, places in MAY_IMPORT.items() for place in places if "." in place}
    known = {room: {name for path in modules(room) for name in imported(path)} for room in MAY_IMPORT}
    shut = {(room, place) for room, place in doors if not any(under(name, {place}) for name in known[room])}
    assert shut == set()
    idle = {(file, place) for file, place in EXEMPT if not any(under(name, {place}) for name in imported(ROOT / file))}
    assert idle == set()


@pytest.mark.parametrize("room", WINGS)
def test_inside_a_room_imports_run_one_way(room):
    floors = [{each} if isinstance(each, str) else set(each) for each in WINGS[room]]
    floor_of = {wing: floor for floor, wings in enumerate(floors) for wing in wings}
    named = {path.name.removesuffix(".py") for path in (ROOT / room).iterdir() if path.suffix == ".py" or path.is_dir()}
    assert named - set(floor_of) <= {"__init__", "__main__", "__pycache__"}
    against = set()
    for path in modules(room):
        wing = path.relative_to(ROOT / room).parts[0].removesuffix(".py")
        for name in imported(path):
            if not name.startswith(f"{room}.") or wing not in floor_of:
                continue
            other = name.split(".")[1]
            if other != wing and floor_of.get(other, 99) >= floor_of[wing]:
                against.add(f"{name_of(path)} imports {name}")
    assert against == set()


@pytest.mark.parametrize("library", ONLY_IN)
def test_a_library_is_used_only_where_it_belongs(library):
    users = {
        path for room in MAY_IMPORT for path in modules(room) for name in imported(path) if name.partition(".")[0] == library
    }
    strangers = {
        name_of(path) for path in users if not any(f"{name_of(path)}/".startswith(f"{place}/") for place in ONLY_IN[library])
    }
    assert strangers == set()


def test_every_library_has_its_places():
    strangers = {
        f"{name_of(path)} imports {library}"
        for room in MAY_IMPORT
        for path in modules(room)
        for library in {name.partition(".")[0] for name in imported(path)} - OURS - set(ONLY_IN)
        if library not in sys.stdlib_module_names
    }
    assert strangers == set()
    idle = {
        (library, place)
        for library, places in ONLY_IN.items()
        for place in places
        if not any(under(name, {library}) for path in modules(place) for name in imported(path))
    }
    assert idle == set()


def test_no_room_names_a_file_of_another_in_a_string():
    """A path of another room in a string is an import that the table cannot see."""
    rooms = {room for room in OURS if (ROOT / room).is_dir()}
    found = set()
    for room in rooms - ASIDE_OF_THE_HOUSE:
        for path in modules(room):
            for text in parts_of_paths(path):
                if text.split("/")[0] in rooms - {room}:
                    found.add(f"{name_of(path)}: {text}")
    assert found == set()


def parts_of_paths(path: Path) -> Iterator[str]:
    """Every text of a module that is made part of a path: `here / "a"`, `Path("a")`, `here.joinpath("a")`."""
    for node in nodes(path):
        parts = []
        if isinstance(node, ast.BinOp) and isinstance(node.op, ast.Div):
            parts = [node.right]
        elif isinstance(node, ast.Call) and ast.unparse(node.func).split(".")[-1] in ("Path", "joinpath"):
            parts = node.args
        yield from (each.value for each in parts if isinstance(each, ast.Constant) and isinstance(each.value, str))


def test_there_is_no_circle():
    """Following imports never comes back to the module one set out from."""
    paths = {
        name_of(path)[:-3].replace("/", ".").removesuffix(".__init__"): path for room in MAY_IMPORT for path in modules(room)
    }
    edges = {
        name: {
            known for each in imported(path) for known in (each, each.rpartition(".")[0]) if known in paths and known != name
        }
        for name, path in paths.items()
    }
    done: set[str] = set()

    def walk(name: str, trail: tuple[str, ...]) -> None:
        assert name not in trail, " imports ".join((*trail[trail.index(name) :], name))
        if name not in done:
            for other in sorted(edges[name]):
                walk(other, (*trail, name))
            done.add(name)

    for name in sorted(edges):
        walk(name, ())


def test_there_is_no_python_in_the_data_folder():
    assert list((ROOT / "data").rglob("*.py")) == []


@pytest.mark.parametrize(
    "room",
    [
        "plumbing",
        "programme",
        "store",
        "loaders",
        "disclosure",
        "record",
        "access",
        "web",
        "api",
        "reports",
        "demonstration",
        "pages/parts",
    ],
)
def test_every_module_has_its_test_file(room):
    without = {
        name_of(path)
        for path in modules(room)
        if path.stem != "__init__"
        and not (ROOT / "tests" / path.relative_to(ROOT).parent / f"test_{path.stem.strip('_')}.py").exists()
    }
    assert without == set()


def test_every_kpi_module_that_is_not_a_definition_has_its_test_file():
    without = {path.stem for path in (ROOT / "kpis").glob("*.py") if not (ROOT / f"tests/kpis/test_{path.stem}.py").exists()}
    assert without == {"__init__"}


def test_every_page_has_its_test_file():
    without = {
        path.stem for path in (ROOT / "pages").glob("*.py") if not (ROOT / f"tests/pages/test_{path.stem}.py").exists()
    }
    assert without == set()


def test_every_module_says_what_it_is_for():
    silent = {name_of(path) for room in MAY_IMPORT for path in modules(room) if not ast.get_docstring(parsed(path))}
    assert silent == set()


SAID_IN_PROGRESS = {
    "agenda.py AgendaItem.id": "the id of a KPI, as it stands in the address",
    "changes.py RiskMove.ref": "the ref of a risk, as it is returned",
    "judgement.py Judgement.since_last_rule": "the name of a rule",
    "readings.py Reading.amount": "a number with its unit, or why there is none",
    "readings.py Reading.display": "a number with its unit, or why there is none",
}
"""What gives a text in `reports/progress`, and what kind of text it is: a name or an amount, never a sentence."""


def functions_giving_text(path: Path) -> set[str]:
    """`agenda.py AgendaItem.id` for every function of a module that says it gives a `str`."""
    found = set()

    def walk(node: ast.AST, owner: str) -> None:
        for child in ast.iter_child_nodes(node):
            if isinstance(child, ast.ClassDef):
                walk(child, f"{child.name}.")
            elif isinstance(child, ast.FunctionDef):
                if child.returns is not None and "str" in ast.unparse(child.returns).split("[")[0].split(" | "):
                    found.add(f"{path.name} {owner}{child.name}")
                walk(child, owner)

    walk(parsed(path), "")
    return found


def test_what_is_worked_out_says_nothing():
    """Types of `reports/progress` know numbers and dates; `reports/sentences` says them."""
    progress = modules("reports/progress")
    assert {name for path in progress for name in functions_giving_text(path)} == set(SAID_IN_PROGRESS)
    assert {name for path in progress for name in imported(path) if under(name, {"reports.sentences"})} == set()


def test_no_text_of_what_is_worked_out_ends_like_a_sentence():
    sentences = {
        f"{path.name}: {node.value}"
        for path in modules("reports/progress")
        for node in texts(parsed(path))
        if node.value[:1].isalpha() and node.value.rstrip().endswith((".", "?", "!"))
    }
    assert sentences == set()


def texts(tree: ast.Module) -> list[ast.Constant]:
    """Every text in a module but for those that stand alone, which are docstrings."""
    alone = {node.value for node in ast.walk(tree) if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant)}
    strings = [node for node in ast.walk(tree) if isinstance(node, ast.Constant) and isinstance(node.value, str)]
    return [node for node in strings if node not in alone]


SAME_NAME = {
    "main": "where each command line and each child process begins",
    "parser": "the commands of each command line",
}
"""Public names that stand in two files, with the reason why they may."""

ASIDE = {"tests", "demonstration", "docs", "data"}
DEFINED = ast.ClassDef | ast.FunctionDef | ast.AsyncFunctionDef


def type_or_function(node: ast.stmt) -> str:
    """The name of the class, the function or the type (`Facts = Mapping[…]`) that a statement makes; variables of types are
    a module's own."""
    match node:
        case ast.ClassDef(name=name) | ast.FunctionDef(name=name) | ast.AsyncFunctionDef(name=name):
            return name
        case ast.Assign(targets=[ast.Name(id=name)], value=value) if re.match("[A-Z][a-z]", name):
            return "" if "TypeVar(" in ast.unparse(value) else name
    return ""


def test_a_name_has_one_meaning():
    """No public class, type or function of a module is called like one of another module."""
    places: dict[str, set[str]] = {}
    paths = (path for path in ROOT.rglob("*.py") if not {part for part in path.relative_to(ROOT).parts if part[0] == "."})
    for path in paths:
        if path.relative_to(ROOT).parts[0] in ASIDE:
            continue
        for node in parsed(path).body:
            if (name := type_or_function(node)) and not name.startswith("_"):
                places.setdefault(name, set()).add(name_of(path))
    double = {name: sorted(files) for name, files in places.items() if len(files) > 1}
    assert {name: files for name, files in double.items() if name not in SAME_NAME} == {}
    assert set(SAME_NAME) <= set(double)


CALLED_FROM_OUTSIDE = {
    "getMessage": "logging asks for it",
    "_repr_html_": "Streamlit draws what has it",
    "judge": "the script of the cases judges lines by it",
    "NOMINAL": "what intervals promise; the table of how often they held is set against it",
    "DELETED_WHOLE": "what the test of the columns of words leaves aside, beside them",
    "period_figures_brought": "what is kept of a version is read back: so far by tests alone",
    "told_last": "what is kept of digests is read back: so far by tests alone",
}
"""What nothing of ours names, and who calls it."""


def names_in(path: Path) -> Iterator[str]:
    """Every name in a module: of a variable, an attribute, a parameter that is given, an import."""
    for node in nodes(path):
        match node:
            case ast.Name(id=name) | ast.Attribute(attr=name) | ast.keyword(arg=str(name)):
                yield name
            case ast.Import(names=aliases) | ast.ImportFrom(names=aliases):
                yield from (alias.name for alias in aliases)
            case ast.Call(func=ast.Name(id="Later"), args=[_, ast.Constant(value=name)]):
                yield name


def definitions_of(path: Path) -> Iterator[str]:
    """Functions, classes and constants of a module and methods of its classes, but for what a decorator takes."""
    for node in parsed(path).body:
        for each in (node, *(node.body if isinstance(node, ast.ClassDef) else ())):
            if isinstance(each, DEFINED):
                taken = [ast.unparse(by) for by in each.decorator_list]
                if not each.name.startswith("__") and not any(re.search(r"rule\(|register", by) for by in taken):
                    yield each.name
        if isinstance(node, ast.Assign | ast.AnnAssign):
            targets = node.targets if isinstance(node, ast.Assign) else [node.target]
            yield from (each.id for each in targets if isinstance(each, ast.Name) and each.id != "__all__")


def test_nothing_stands_in_the_house_that_nobody_there_asks_for():
    """What only its own test calls is told as if it were so, and kept true for nobody."""
    house = [path for room in (*MAY_IMPORT, "benchmarks") for path in modules(room)]
    said = Counter(name for path in house for name in names_in(path))
    made = Counter(name for room in MAY_IMPORT for path in modules(room) for name in definitions_of(path))
    assigned = Counter(
        node.id for path in house for node in nodes(path) if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store)
    )
    alone = {name for name in made if said[name] <= assigned[name]}
    assert alone == set(CALLED_FROM_OUTSIDE)


def test_a_decision_has_a_number_of_its_own_and_is_found_where_it_is_named():
    records = sorted((ROOT / "docs/decisions").glob("*.md"))
    numbers = [path.name[:4] for path in records]
    assert len(set(numbers)) == len(numbers), "two records bear one number"
    assert {path.name for path in records if not path.read_text("utf-8").startswith(f"# {int(path.name[:4])}. ")} == set()
    told = "".join(path.read_text("utf-8") for path in (*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md")))
    named = set(re.findall(r"\b(\d{4}-[a-z][a-z-]+\.md)\b", told))
    assert named - {path.name for path in records} == set()


PRIVATE_OF_LIBRARIES = {
    "_SubParsersAction": "argparse has no other name for what `add_subparsers` gives",
    "openpyxl.worksheet._reader": "a sheet is read tag by tag, which sees what stands in no cell, and stops at a bound",
    "_cell_styles": "as above",
    "_date_formats": "as above",
    "_number_formats": "as above",
    "_timedelta_formats": "as above",
    "_named_styles": "a form without the styles that it does not use",
    "_element": "python-pptx describes a picture or a table to those who cannot see it nowhere else",
    "_tc": "the lines under a row of a table",
}
"""What is used although a library keeps it to itself, and why: an update of the library may take it away. A name that is
one of ours as well (`_cells`) is not seen."""


def test_what_a_library_keeps_to_itself_is_used_only_where_it_says_why():
    house = [path for room in MAY_IMPORT for path in modules(room)]
    made = re.compile(r"(?:def |class |self\.|^ +)(_[a-z]\w*)")
    ours = {name for path in house for line in path.read_text("utf-8").splitlines() for name in made.findall(line)}
    private = re.compile("_(?!_)(?!replace$|asdict$|fields$|$)")  # a named tuple's are no secrets
    used = {
        node.attr
        for path in house
        for node in nodes(path)
        if isinstance(node, ast.Attribute) and private.match(node.attr)
        if not (isinstance(node.value, ast.Name) and node.value.id == "self") and node.attr not in ours
    }
    modules_of_others = {
        node.module
        for path in house
        for node in nodes(path)
        if isinstance(node, ast.ImportFrom) and any(map(private.match, (node.module or "").split(".")))
    }
    assert used | modules_of_others == set(PRIVATE_OF_LIBRARIES)


def test_nobody_is_somebody_by_default():
    """No signature takes a role or a person for granted: who forgets to say who asks is told so."""
    granted = set()
    for path in (path for room in MAY_IMPORT for path in modules(room)):
        for node in nodes(path):
            if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.Lambda):
                given = node.args.posonlyargs + node.args.args
                with_default = given[len(given) - len(node.args.defaults) :]
                with_default += [
                    each for each, value in zip(node.args.kwonlyargs, node.args.kw_defaults, strict=True) if value
                ]
                for each in with_default:
                    kind = ast.unparse(each.annotation) if each.annotation else ""
                    if re.search(r"\b(Role|Person)\b", kind) or each.arg in ("role", "roles", "person", "by", "who"):
                        granted.add(f"{name_of(path)}: {each.arg}")
    assert granted == set()
