import pytest

from kpis.reference_slips import every_slip, every_slip_at_start, refused_while_unsound
from plumbing import reference
from programme.reference_check import PUT_RIGHT
from tests.reference_copies import files_copied, project_copied, put, run_there


@pytest.fixture
def folder(tmp_path, monkeypatch):
    copied = files_copied(tmp_path)
    monkeypatch.setattr(reference, "REFERENCE", copied)
    return copied


def test_the_files_and_the_definitions_as_they_are_go_together():
    assert every_slip() == every_slip_at_start(definitions=True) == ()


def test_a_kpi_that_there_is_not_and_a_folder_without_kpis_are_named(folder):
    put(folder, "comparators_missing.csv", "\nplans_educated_in_mainstream,", "\nplans_educated,")
    assert [str(slip) for slip in every_slip()] == [
        "data/reference/comparators_missing.csv, row 2: kpi must be the id of a KPI, got: plans_educated"
    ]
    put(folder, "workstreams.csv", "ehcp_quality", "ehc_quality")
    assert [str(slip) for slip in every_slip()] == [
        "data/reference/workstreams.csv, row 4: folder must be one of those with KPIs, got: ehc_quality"
    ]


def test_slips_in_the_files_themselves_come_first(folder):
    put(folder, "workstreams.csv", "ehcp_quality", "ehc_quality")
    put(folder, "plans.csv", "2019-09-18", "spring")
    assert [slip.file for slip in every_slip()] == ["plans.csv"]


def test_a_file_is_refused_while_there_is_a_slip_and_no_longer(folder):
    assert refused_while_unsound("return.xlsx") == ""
    put(folder, "plans.csv", "2019-09-18", "spring")
    assert refused_while_unsound("return.xlsx").split("\n") == [
        "return.xlsx was not accepted. The reference files must be sound before anything is made of them, got:",
        "data/reference/plans.csv, row 2: valid_from must be a day, written like 2025-03-31, got: spring",
        PUT_RIGHT,
    ]
    put(folder, "plans.csv", "spring", "2019-09-18")
    assert refused_while_unsound("return.xlsx") == ""


def test_a_measure_that_definitions_use_and_that_is_gone_is_a_sentence(tmp_path):
    project = project_copied(tmp_path)
    path = project / "data" / "reference" / "measures.csv"
    lines = path.read_text(encoding="utf-8").splitlines(keepends=True)
    path.write_text(
        "".join(line for line in lines if not line.startswith("oldest_open_assessment_weeks,")), encoding="utf-8"
    )
    done = run_there(project, "reports", "results", "--quarter", "2024/25 Q3")
    assert done.returncode == 1
    assert "oldest_open_assessment_weeks" in done.stderr
    assert "Traceback" not in done.stderr
