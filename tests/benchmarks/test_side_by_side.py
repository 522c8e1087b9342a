import pytest

from benchmarks import side_by_side
from benchmarks.side_by_side import measured, shortest, times_in

PRINTED = """\
one standard return, checked and loaded        0.701 s     70% of the 1 s allowed
run command to first filled overview   4.9 s,  49% of the 10 s allowed
overview                     median   130 ms,  32% of the 400 ms allowed, slowest   171 ms
everything: 62 KPIs x 13 areas x 23 quarters: 0.613 s, 61% of the 1.0 s allowed
    worked out 0.350 s, judged 0.263 s, 0.8 times as long
"""


def test_a_time_is_read_with_what_took_it():
    assert times_in(PRINTED.splitlines()) == {
        "one standard return, checked and loaded": 0.701,
        "run command to first filled overview": 4.9,
        "overview": 0.13,
        "everything: 62 KPIs x 13 areas x 23 quarters": 0.613,
        "worked out": 0.35,
    }


def test_a_line_without_a_time_says_nothing():
    assert times_in(["25,000 figures, best of 3 runs", "", "12 seen"]) == {}


def test_of_each_line_the_shortest_time_counts():
    assert shortest({"a": 2.0, "b": 1.0}, {"a": 1.5, "b": 3.0, "c": 4.0}) == {"a": 1.5, "b": 1.0, "c": 4.0}


def test_a_script_runs_as_it_stands_in_the_other_checkout(tmp_path):
    (tmp_path / "benchmarks").mkdir()
    (tmp_path / "benchmarks/brief.py").write_text("print('nothing at all  0.25 s')")
    assert measured("brief", tmp_path) == {"nothing at all": 0.25}
    (tmp_path / "benchmarks/broken.py").write_text("raise SystemExit('there is no such file')")
    with pytest.raises(SystemExit, match=r"broken ended with 1 in .*:\nthere is no such file"):
        measured("broken", tmp_path)


def test_both_checkouts_are_printed_line_by_line(tmp_path, monkeypatch, capsys):
    for place, seconds in (("there", "0.50"), ("here", "0.25")):
        (tmp_path / place / "benchmarks").mkdir(parents=True)
        (tmp_path / place / "benchmarks/brief.py").write_text(f"print('nothing at all  {seconds} s')")
    monkeypatch.setattr(side_by_side, "HERE", tmp_path / "here")
    monkeypatch.setattr("sys.argv", ["side_by_side", str(tmp_path / "there"), "brief", "--rounds", "1"])
    side_by_side.main()
    assert capsys.readouterr().out.splitlines()[1].split() == ["nothing", "at", "all", "0.500", "s", "0.250", "s", "50%"]
