from programme.sheets.summary import summary_in
from tests.programme.rows import rows


def test_words_of_a_weakness_and_of_the_whole_are_read_with_their_place():
    whole, own = summary_in(
        rows(
            "Summary",
            {"Kind": "Alert", "Place": "2", "Words": "Reviews are late", "Role": "Director of SEND"},
            {"Weakness": "6", "Kind": "before the finding", "Place": "1", "Words": "Old cases count"},
        )
    )
    assert (whole.weakness, whole.kind, whole.place, whole.words, whole.role) == (
        None,
        "alert",
        2,
        "Reviews are late",
        "Director of SEND",
    )
    assert (own.weakness, own.kind, own.role) == (6, "before the finding", "")


def test_a_row_without_words_a_place_or_a_kind_says_nothing():
    assert (
        summary_in(
            rows(
                "Summary",
                {"Kind": "alert", "Place": "1", "Words": "TBC"},
                {"Kind": "alert", "Words": "Reviews are late"},
                {"Kind": "warning", "Place": "1", "Words": "Reviews are late"},
            )
        )
        == []
    )
