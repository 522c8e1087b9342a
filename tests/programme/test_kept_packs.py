from programme.kept_packs import PackLine, PackLineKind, PackSending
from programme.quarter import Quarter
from tests.store.wordings import later

Q3 = Quarter(2024, 3)


def test_a_line_is_told_from_others_by_what_it_is_about_and_says_text_and_exact_figure():
    line = PackLine(PackLineKind.FIGURE, "plans", "E10000016", Q3, "", "58.5%", "58.54 | 24 | 41 | ")
    assert line.key == (PackLineKind.FIGURE, "plans", "E10000016", Q3, "")
    assert line.says == ("58.5%", "58.54 | 24 | 41 | ")


def test_who_sent_it_is_told_with_the_account_where_that_is_another():
    assert PackSending("DfE", later(0), "The chair", "chair@desk-4").doer == "The chair (chair@desk-4)"
