import pytest

from programme.reference_check import PUT_RIGHT
from tests.reference_copies import project_copied, put, run_there


@pytest.fixture(scope="module")
def project(tmp_path_factory):
    made = project_copied(tmp_path_factory.mktemp("copied"))
    put(made / "data" / "reference", "comparators.csv", "\nplans_within_20_weeks,", "\nplans_in_20_weeks,")
    put(made / "data" / "reference", "glossary.csv", "ADHD,", "ADHD,")
    return made


@pytest.mark.parametrize(
    "command",
    [
        ("loaders", "check", "return.xlsx"),
        ("loaders", "template", "--quarter", "2024/25 Q4", "--workstream", "3", "--output", "form.xlsx"),
        ("reports", "results", "--quarter", "2024/25 Q3", "--json"),
    ],
    ids=" ".join,
)
def test_every_command_line_says_the_slip_and_does_nothing(project, command):
    done = run_there(project, *command)
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr.splitlines() == [
        "The reference files must be sound before anything is made of them, got:",
        "data/reference/comparators.csv, row 2: kpi must be the id of a KPI, got: plans_in_20_weeks",
        PUT_RIGHT,
    ]
    assert not (project / "form.xlsx").exists()
