import json

import pytest

from reports.__main__ import main, parser

AN_AREA = "An area must be Kent, one of its districts or NHS Kent and Medway ICB"


def left_with(arguments, capsys):
    with pytest.raises(SystemExit) as left:
        main(arguments)
    return left.value.code, capsys.readouterr().err


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        ([], "the following arguments are required: command"),
        (["results"], "the following arguments are required: --quarter"),
        (["results", "--quarter", "2024/25"], "A quarter is written like 2021/22 Q3, got: 2024/25"),
        (["results", "--quarter", "2024/25 Q3", "--kpi", "plans"], "A KPI must be one of the dictionary's, got: plans"),
        (["results", "--quarter", "2024/25 Q3", "--area", "Cantebury"], f"{AN_AREA}, got: Cantebury"),
        (["results", "--quarter", "2024/25 Q3", "--area", "Medway"], f"{AN_AREA}, got: Medway"),
        (["changes", "--quarter", "2024/25 Q3", "--as-at", "then"], "A moment is written like 2025-03-31"),
    ],
)
def test_wrong_use_is_said_and_leaves_with_64(arguments, words, capsys):
    code, said = left_with(arguments, capsys)
    assert code == 64
    assert words in said


def test_a_store_that_cannot_be_read_is_a_sentence(tmp_path, capsys):
    broken = tmp_path / "wsoa.duckdb"
    broken.write_text("this is no database")
    assert main(["actions", "--quarter", "2024/25 Q3", "--database", str(broken)]) == 1
    assert "Traceback" not in capsys.readouterr().err


def test_an_empty_store_has_results_without_a_number(tmp_path, capsys):
    arguments = ["results", "--quarter", "2024/25 Q3", "--kpi", "plans_within_20_weeks", "--area", "Kent", "--json"]
    assert main([*arguments, "--database", str(tmp_path / "wsoa.duckdb")]) == 0
    (found,) = json.loads(capsys.readouterr().out)
    assert (found["value"], found["unknown"], found["rating"]) == (None, "not returned", "not rated")


def test_every_command_can_be_called():
    commands = next(action for action in parser()._actions if action.dest == "command").choices
    assert {"results", "actions", "changes", "dictionary"} <= set(commands)
