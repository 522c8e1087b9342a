import importlib
from pathlib import Path

IMPORTS = Path(__file__).with_name("imports.py")
NAMES = [
    "Evidence",
    "facts_of",
    "registry",
    "load_demonstration",
    "impact",
    "check_file",
    "known_to",
    "load",
    "keep_release",
    "fill",
    "history_form",
    "save",
    "standard_form",
    "actions_in",
    "DISTRICTS",
    "KENT",
    "NHS_KENT_AND_MEDWAY",
    "area_named",
    "Figure",
    "Source",
    "due_measures",
    "measures",
    "Quarter",
    "Status",
    "Symbol",
    "rows_of",
    "delivery",
    "Progress",
    "FIRST_QUARTER",
    "Records",
    "read",
    "V",
    "Database",
    "facts",
    "commands",
    "ratings_table",
    "changes",
    "receipts",
    "Hidden",
    "Number",
    "judge",
    "lineage",
    "lineage_table",
    "results",
    "sentence",
    "decimals_needed",
    "number_text",
]


def test_the_script_of_the_cases_finds_every_name_it_uses():
    """It runs the file in its own module, as is done here."""
    found: dict = {}
    exec(compile(IMPORTS.read_text(encoding="utf-8"), str(IMPORTS), "exec"), found)
    assert [name for name in NAMES if name not in found] == []
    assert found["V"].withdraw


def test_a_module_that_a_case_imports_by_its_old_name_is_found():
    from tests.cases import imports

    assert imports.reports.progress.exceptions is importlib.import_module("reports.exceptions")
