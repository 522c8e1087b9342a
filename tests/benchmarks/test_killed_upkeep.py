import re

import pytest

from benchmarks.killed_upkeep import LEFT, do, main, prepared


@pytest.mark.parametrize("deed", LEFT)
def test_what_is_left_is_told_apart(tmp_path, deed):
    path = prepared(tmp_path, deed)
    if deed == "redaction":
        assert LEFT[deed](path) == "before"
    do(deed, path)
    assert LEFT[deed](path) == "after"


@pytest.mark.killed
@pytest.mark.parametrize("deed", ["backup", "restore", "redaction"])
def test_killed_once_it_is_one_state_or_the_other(capsys, deed):
    """What is killed is a process of its own; this one looks at what it leaves."""
    main(1, [deed])
    said = capsys.readouterr().out
    assert re.fullmatch(rf"{deed}: killed 1 times; [01] before, [01] after, 0 another\n", said), said
