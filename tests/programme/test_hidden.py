from programme.areas import KENT
from programme.hidden import HIDDEN_SIGN, HIDDEN_WORDS, Item, WhyHidden
from programme.quarter import Quarter


def test_an_item_is_the_sum_of_the_quarters_that_end_with_its_own():
    year = Item("plans_issued", KENT.code, Quarter(2024, 2), 4)
    assert [str(quarter) for _, _, quarter in year.cells] == ["2024/25 Q2", "2024/25 Q1", "2023/24 Q4", "2023/24 Q3"]
    assert {cell[:2] for cell in year.cells} == {("plans_issued", KENT.code)}


def test_there_is_one_sign_and_one_sentence():
    assert HIDDEN_SIGN == "c"
    assert HIDDEN_WORDS == "Hidden so that no child can be recognised, directly or by subtraction"


def test_what_is_hidden_for_what_it_is_is_told_from_what_covers_it():
    assert {why for why in WhyHidden if why.needed} == {WhyHidden.SMALL, WhyHidden.DIFFERENCE, WhyHidden.FEW}
