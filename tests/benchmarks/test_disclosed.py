from benchmarks.disclosed import groups, hard_history


def test_a_hard_history_is_attacked_in_vain_and_counted():
    told = hard_history(3)
    assert (told["narrowed"], told["withheld"]) == (0, 0)
    assert min(told["need"], told["beside"], told["shown"], told["hidden"]) > 0
    assert 0 < told["seconds"] < 20


def test_every_protected_measure_that_a_kpi_shows_is_attacked_with_what_hangs_together():
    found = list(groups())
    assert frozenset({"permanent_exclusions_send"}) in found
    assert any({"plans_issued", "plans_issued_within_20_weeks"} <= group for group in found)
    assert len(found) == len(set(found))
    assert not any("schools" in group for group in found)
