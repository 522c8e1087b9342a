from datetime import date

from reports.language.dates import day_given


def test_a_day_in_words_and_a_missing_one_says_so():
    assert (day_given(None), day_given(date(2024, 9, 30))) == ("not given", "30 September 2024")
