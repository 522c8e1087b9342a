import pytest

from programme.at_start import leave_for
from programme.reference_check import PUT_RIGHT, Slip
from tests.reference_copies import project_copied, put, run_there


def test_without_slips_the_program_goes_on():
    assert leave_for(()) is None


def test_slips_are_said_and_the_program_ends(capsys):
    with pytest.raises(SystemExit) as left:
        leave_for((Slip("plans.csv", 2, "title must be given, got: nothing"),))
    assert left.value.code == 1
    told = capsys.readouterr().err.splitlines()
    assert told[1:] == ["data/reference/plans.csv, row 2: title must be given, got: nothing", PUT_RIGHT]


def test_a_command_line_says_sentences_and_no_traceback(tmp_path):
    """Also where the file is one that modules are made of while they are imported."""
    project = project_copied(tmp_path)
    put(project / "data" / "reference", "areas.csv", "area_code,area,", "area_code,areas,")
    done = run_there(project, "store", "backup", "--database", str(tmp_path / "none.duckdb"))
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr.splitlines() == [
        "The reference files must be sound before anything is made of them, got:",
        "data/reference/areas.csv, row 1: it must have the column area, got: areas",
        PUT_RIGHT,
    ]
