from datetime import date
from xml.etree import ElementTree

from programme.sheets.actions import ACTIONS
from reports.charts.dumbbells import EDGE, LATE, WIDTH, Dumbbell, Scale, dumbbell_of, dumbbell_svg, scale_of
from reports.palette import LINE
from tests.reports.acting import DONE, LATER, Q3, followed, log

FIRST, END = date(2024, 9, 30), date(2025, 1, 31)
SCALE = Scale(date(2024, 1, 1), date(2025, 12, 31), date(2024, 12, 31))


def test_an_action_goes_from_the_date_agreed_first_to_where_it_ends():
    assert dumbbell_of(followed(log(Q3=[ACTIONS.typed(forecast=LATER)]))) == Dumbbell(FIRST, END, done=False, late=True)
    assert dumbbell_of(followed(log(Q3=[DONE]))) == Dumbbell(FIRST, date(2024, 9, 20), done=True, late=False)
    assert dumbbell_of(followed(log(Q3=[ACTIONS.typed(forecast="")]))) is None


def test_all_of_a_list_stand_on_one_scale_that_holds_the_day_too():
    actions = [followed(log(Q3=[ACTIONS.typed(forecast=LATER)]))]
    assert scale_of(actions, date(2026, 1, 1)) == Scale(FIRST, date(2026, 1, 1), date(2026, 1, 1))
    assert (SCALE.place(SCALE.first), SCALE.place(SCALE.last)) == (EDGE, WIDTH - EDGE)
    assert scale_of([], FIRST).place(FIRST) == EDGE


def test_done_is_a_filled_circle_and_a_forecast_a_diamond_and_late_has_its_own_colour():
    late = str(dumbbell_svg(Dumbbell(FIRST, END, done=False, late=True), SCALE))
    done = str(dumbbell_svg(Dumbbell(FIRST, END, done=True, late=False), SCALE))
    assert (LATE in late, LINE in late) == (True, False)
    assert (LINE in done, LATE in done) == (True, False)
    assert (late.count("<circle"), done.count("<circle")) == (1, 2)
    assert ElementTree.fromstring(late).get("width") == str(WIDTH)


def test_it_says_in_words_what_it_shows():
    assert Dumbbell(FIRST, END, False, True).alternative == "agreed for 30 September 2024, now expected 31 January 2025"
    assert Dumbbell(FIRST, END, True, False).alternative == "agreed for 30 September 2024, done 31 January 2025"
    assert Q3 == "2024/25 Q3"
