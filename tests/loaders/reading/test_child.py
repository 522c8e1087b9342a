import subprocess
from concurrent.futures import ThreadPoolExecutor
from threading import BoundedSemaphore

import pytest

from loaders.answers import marked as marking
from loaders.reading import child, reader
from loaders.reading.child import run_child

COUNTS_ITS_LIKE = """
import os, sys, time
from pathlib import Path
own = Path(__file__).with_name(f"{os.getpid()}.running")
own.touch()
sys.stdin.buffer.read()
time.sleep(0.15)
running = len(list(own.parent.glob("*.running")))
look = '"hidden": false, "cells": [], "hidden_rows": [], "hidden_columns": [], "merged": [], "far": ""'
print('{"macros": false, "sheets": [{"name": "%d", %s}]}' % (running, look))
own.unlink()
"""


@pytest.fixture
def script(tmp_path):
    def written(code: str):
        path = tmp_path / "script.py"
        path.write_text(code)
        return path

    return written


def test_the_script_answers_what_it_was_given(script):
    done = run_child(script("import sys; sys.stdout.buffer.write(sys.stdin.buffer.read()[::-1])"), b"\x00abc", 10)
    assert (done.returncode, done.stdout, done.stderr) == (0, b"cba\x00", b"")


def test_the_end_of_a_script_and_what_it_complained_of_come_back(script):
    done = run_child(script("import sys, warnings; warnings.warn('no matter'); sys.exit('a fault')"), b"", 10)
    assert (done.returncode, done.stdout, done.stderr.strip()) == (1, b"", b"a fault")


def test_a_script_that_takes_too_long_is_ended_and_gives_its_place_back(script, monkeypatch):
    monkeypatch.setattr(child, "_PLACES", BoundedSemaphore(1))
    for _ in range(2):
        with pytest.raises(subprocess.TimeoutExpired):
            run_child(script("import time; time.sleep(60)"), b"", 0.1)


def test_reading_and_marking_share_one_limit_on_how_many_run_at_once(script, monkeypatch):
    """Eight files at a time, half of them to be read and half to be marked: never more than two processes."""
    path = script(COUNTS_ITS_LIKE)
    monkeypatch.setattr(child, "_PLACES", BoundedSemaphore(2))
    monkeypatch.setattr(reader, "CHILD", path)
    monkeypatch.setattr(marking, "CHILD", path)
    with ThreadPoolExecutor(8) as people:
        read = [people.submit(reader.read_workbook, b"any", "return.xlsx") for _ in range(4)]
        marked = [people.submit(marking.marked, b"any", []) for _ in range(4)]
        running = [int(each.result().sheets[0].name) for each in read]
        running += [int(each.result().split(b'"name": "')[1].split(b'"')[0]) for each in marked]
    assert (len(running), max(running)) == (8, 2)
