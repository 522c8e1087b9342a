import json
import logging
import subprocess
import sys
from pathlib import Path

from web.app_log import TOLD, JsonRecord

ROOT = Path(__file__).parent.parent.parent


def record(said: str, *args, error: BaseException | None = None, **extra) -> dict:
    made = JsonRecord("some.library", logging.WARNING, __file__, 12, said, args, error and (type(error), error, None))
    made.__dict__.update(extra)
    return json.loads(made.getMessage())


def test_a_line_is_of_constant_words_and_a_place():
    told = record("could not answer %s", "Jane Smith")
    assert (told["level"], told["logger"], told["where"]) == ("warning", "some.library", "test_app_log.py:12")
    assert told["said"] == "could not answer %s"
    assert "Jane" not in json.dumps(told)


def test_what_was_put_into_a_message_is_not_written():
    name = "".join(["Jane", " ", "Brown"])
    assert "said" not in record(f"could not answer {name}")


def test_our_own_modules_give_what_may_be_written():
    assert record("the log ends", **{TOLD: {"number": 12}})["number"] == 12


def test_an_error_is_told_by_its_kind_and_not_by_its_words():
    told = record("nobody caught this", error=ValueError("Jane Smith"))
    assert (told["error"], told["frames"]) == ("ValueError", [])
    assert "Jane" not in json.dumps(told)


LOGS = """
import threading, warnings
from web.app_log import begin_app_log
begin_app_log()
import streamlit.logger
streamlit.logger.get_logger("streamlit.some").error("Uncaught app execution", exc_info=ValueError("Jane Smith"))
threading.Thread(target=lambda: int("Jane Smith")).start()
warnings.warn("Jane Smith")
raise KeyError("Jane Smith")
"""


def test_every_line_of_the_app_is_json_and_names_nobody():
    said = subprocess.run([sys.executable, "-c", LOGS], cwd=ROOT, capture_output=True, text=True, timeout=60).stderr
    lines = [line for line in said.splitlines() if line]
    assert [line.partition("{")[0] for line in lines[1:]] == [""] * 2, "Streamlit's own begins as its configuration says"
    told = [json.loads("{" + line.partition("{")[2]) for line in lines]
    assert [each.get("error") for each in told] == ["ValueError", "ValueError", "KeyError"]
    assert "Jane" not in said


def test_streamlits_lines_are_the_message_alone():
    assert 'messageFormat = "%(message)s"' in (ROOT / ".streamlit" / "config.toml").read_text(encoding="utf-8")
