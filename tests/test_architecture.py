"""The house rules that a machine can check: who imports whom, what stands where, and that every module has its test."""

import ast
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
MAY_IMPORT = {
    "programme": {"programme"},
    "kpis": {"kpis", "programme"},
    "store": {"store", "programme"},
    "loaders": {"loaders", "programme", "store"},
    "reports": {"reports", "programme", "kpis", "store"},
    "demonstration": {"demonstration", "programme", "loaders"},
    "pages": {"pages", "programme", "reports", "loaders", "store.database", "store.versions"},
    "app.py": {"pages", "programme", "reports", "loaders", "store.database"},
}
ONLY_IN = {"streamlit": {"pages", "app.py"}, "duckdb": {"store"}, "plotly": {"reports"}}
OURS = {room.removesuffix(".py") for room in MAY_IMPORT}


def modules(room: str) -> list[Path]:
    place = ROOT / room
    return [place] if place.is_file() else sorted(path for path in place.rglob("*.py") if "__pycache__" not in path.parts)


def imported(path: Path) -> set[str]:
    names = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            names |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            names |= {f"{node.module}.{alias.name}" for alias in node.names}
    return names


@pytest.mark.parametrize("room", MAY_IMPORT)
def test_a_room_imports_only_what_the_table_allows(room):
    strangers = {
        f"{path.relative_to(ROOT)} imports {name}"
        for path in modules(room)
        for name in imported(path)
        if name.partition(".")[0] in OURS and not any(f"{name}.".startswith(f"{allowed}.") for allowed in MAY_IMPORT[room])
    }
    assert strangers == set()


@pytest.mark.parametrize("library", ONLY_IN)
def test_a_library_is_used_only_where_it_belongs(library):
    users = {
        room for room in MAY_IMPORT for path in modules(room) for name in imported(path) if name.partition(".")[0] == library
    }
    assert users == ONLY_IN[library]


def test_kpis_are_pure():
    used = {name.partition(".")[0] for path in modules("kpis") for name in imported(path)}
    assert not used & {"pandas", "numpy", "duckdb", "streamlit", "plotly", "openpyxl", "sqlite3"}


def test_there_is_no_python_in_the_data_folder():
    assert list((ROOT / "data").rglob("*.py")) == []


@pytest.mark.parametrize("room", ["programme", "store", "loaders", "reports", "demonstration"])
def test_every_module_has_its_test_file(room):
    without = {
        str(path.relative_to(ROOT))
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
    silent = {
        str(path.relative_to(ROOT))
        for room in MAY_IMPORT
        for path in modules(room)
        if not ast.get_docstring(ast.parse(path.read_text()))
    }
    assert silent == set()
