from reports.progress.heat import GAPS, NO_FIGURE
from reports.sentences.heat import KEY, SHARES_KEY


def test_every_sign_for_a_gap_is_explained_or_a_word_itself():
    signs = {*GAPS.values(), NO_FIGURE} - {"low", "u"}
    assert signs == {"·", "–", "c", "x", "z"}
    assert all(f"{sign} " in KEY for sign in signs)
    assert KEY.startswith("· not due or not collected yet; – no figure returned or published; c hidden or suppressed;")


def test_a_count_of_reds_is_explained():
    assert SHARES_KEY == (
        "– no KPI was rated. A number is how many KPIs were red; the more it stands out, the larger their share."
    )
