import subprocess
import sys
from argparse import ArgumentTypeError, Namespace
from pathlib import Path

import pytest

from plumbing.command_line import (
    CUT_SHORT,
    REFUSED,
    WRONG_USE,
    Later,
    Parser,
    answer,
    as_argument,
    of_a_store,
    print_each,
    who_and_why,
    whole_number,
)
from programme.quarter import Quarter


def parser() -> Parser:
    asked = Parser(prog="python -m something")
    asked.add_argument("--quarter", type=as_argument(Quarter.parse), required=True)
    return asked


def test_text_is_read_as_what_it_means():
    assert parser().parse_args(["--quarter", "2024/25 Q3"]).quarter == Quarter(2024, 3)


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        ([], "the following arguments are required: --quarter"),
        (["--quarter", "soon"], "argument --quarter: A quarter is written like 2021/22 Q3, got: soon"),
    ],
)
def test_wrong_use_is_a_sentence_and_exit_code_64(arguments, sentence, capsys):
    with pytest.raises(SystemExit) as left:
        parser().parse_args(arguments)
    assert left.value.code == WRONG_USE == 64
    assert capsys.readouterr().err.endswith(f"python -m something: {sentence}\n")


@pytest.mark.parametrize("text", ["x", "1.5", "", "٣", "1e3", "--1"])
def test_what_is_no_whole_number_is_told_in_a_sentence(text):
    with pytest.raises(ArgumentTypeError) as refused:
        whole_number(text)
    assert str(refused.value) == f"It must be a whole number, got: {text}"
    assert (whole_number("12"), whole_number("-1")) == (12, -1)


def test_a_deed_on_a_store_names_the_store_who_and_why():
    deed = Parser(prog="python -m something")
    of_a_store(deed, lambda asked: 3)
    who_and_why(deed, "it is kept")
    asked = deed.parse_args(["--by", "Ann", "--reason", "asked for"])
    assert (asked.database, asked.by, asked.reason, asked.run(asked)) == (None, "Ann", "asked for", 3)
    assert "why; it is kept" in deed.format_help()


def test_a_refusal_is_its_sentence_and_exit_code_1(capsys):
    def refuse(_):
        raise LookupError("It must be there. Nothing was changed.")

    asked = Parser(prog="python -m something")
    asked.set_defaults(run=refuse)
    assert answer(asked, [], LookupError) == REFUSED == 1
    assert capsys.readouterr().err == "It must be there. Nothing was changed.\n"
    asked.set_defaults(run=lambda _: 7)
    assert answer(asked, [], LookupError) == 7


ROOT = Path(__file__).parents[2]
PRINTS_MUCH = """
from plumbing.command_line import leave

def run():
    print("x" * 1_000_000)
    return 2

leave(run)
"""


def test_a_program_leaves_with_its_code():
    left = subprocess.run([sys.executable, "-c", PRINTS_MUCH], cwd=ROOT, capture_output=True, text=True, check=False)
    assert (left.returncode, len(left.stdout), left.stderr) == (2, 1_000_001, "")


def test_a_reader_who_leaves_first_sees_no_traceback():
    ends = {"stdout": subprocess.PIPE, "stderr": subprocess.PIPE}
    with subprocess.Popen([sys.executable, "-c", PRINTS_MUCH], cwd=ROOT, **ends) as program:
        program.stdout.close()
        assert program.stderr.read() == b""
    assert program.returncode == CUT_SHORT


@pytest.mark.parametrize(
    ("found", "as_json", "told"),
    [
        ([1, 2], False, "no 1\nno 2\n"),
        ([], False, "Nothing.\n"),
        ([1], True, '[\n  {\n    "é": 1\n  }\n]\n'),
        ([], True, "[]\n"),
    ],
)
def test_a_list_is_printed_for_people_or_as_json(capsys, found, as_json, told):
    print_each(found, as_json, lambda each: {"é": each}, "no {}".format, "Nothing.")
    assert capsys.readouterr().out == told


def test_what_a_command_runs_is_imported_once_it_is_asked_for():
    assert Later("operator", "not_")(Namespace()) is False
    with pytest.raises(ModuleNotFoundError, match="nowhere"):
        Later("nowhere", "run")(Namespace())
