from reports.sentences.plan import slip_alternative
from tests.reports.acting import DONE, LATER, LATEST, followed, log

SLIPPED = log(Q1=[{}], Q2=[{"Forecast": LATER}], Q3=[{"Forecast": LATEST}])


def test_the_chart_is_told_in_words():
    assert slip_alternative([followed(SLIPPED)]) == (
        "APP-6.01 was agreed for 30 September 2024 and is now forecast for 30 June 2025, 273 days later."
    )
    assert slip_alternative([followed(log(Q3=[DONE]))]).endswith("was done 20 September 2024, 10 days earlier.")
    assert slip_alternative([]) == "No action here has both a first agreed date and a forecast or actual one."
