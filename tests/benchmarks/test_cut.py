import pytest

from benchmarks.cut import main

pytestmark = [pytest.mark.postgres, pytest.mark.killed]


def test_a_way_that_is_cut_is_a_sentence_and_nothing_is_lost_or_half_there(capsys):
    assert main(1) == 0
    told = capsys.readouterr().out
    assert told.startswith("cut 1 times; ")
    assert told.endswith(" 0 half there; 0 reported and gone; 0 did not go on\n")
