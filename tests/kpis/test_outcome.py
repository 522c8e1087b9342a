from kpis.outcome import OF_SYMBOL, Known, Reason, Unknown
from programme.symbols import Symbol


def test_every_symbol_has_a_reason_of_its_own():
    assert set(OF_SYMBOL) == set(Symbol)
    assert len(set(OF_SYMBOL.values())) == len(Symbol)


def test_an_unknown_says_why_and_where():
    assert str(Unknown(Reason.NOT_RETURNED, "plans_issued for 2024/25 Q3")) == "not returned (plans_issued for 2024/25 Q3)"
    assert str(Unknown(Reason.SUPPRESSED)) == "suppressed"


def test_missing_is_never_zero():
    assert Known(0) != Unknown(Reason.NOT_RETURNED)
    assert not hasattr(Unknown(Reason.NOT_RETURNED), "number")
