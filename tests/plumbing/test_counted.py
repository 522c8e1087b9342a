from plumbing.counted import counted


def test_a_noun_goes_with_its_count():
    assert [counted(count, "action") for count in (0, 1, 2)] == ["0 actions", "1 action", "2 actions"]
