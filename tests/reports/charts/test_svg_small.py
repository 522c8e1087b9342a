from xml.etree import ElementTree

from kpis.movement import REVISIT
from programme.quarter import Quarter
from reports.charts.chart import Series, Sign, Steps, Stroke
from reports.charts.svg_small import EDGE, HEIGHT, WIDTH, small_svg
from reports.palette import EVENT, LINE, TARGET
from tests.reports.charts.drawing import chart_of

PERIODS = tuple(Quarter.parse("2024/25 Q1").to(Quarter.parse("2024/25 Q4")))


def series(*values) -> Series:
    return Series("KPI", values, Stroke(LINE, width=2.5), tuple(Sign("diamond", "#FFC53D") for _ in values))


def paths(drawn: str, colour: str) -> list[str]:
    return [
        each.get("d") for each in ElementTree.fromstring(str(drawn)).iter() if each.get("stroke") == colour and each.get("d")
    ]


def test_a_gap_stays_a_gap_and_a_point_alone_is_no_line():
    drawn = small_svg(chart_of(periods=PERIODS, series=(series(10, 20, None, 30),)))
    (line,) = paths(drawn, LINE)
    assert line.count("L") == 1
    assert line.startswith(f"M{EDGE:.1f} ")


def test_the_newest_point_alone_has_its_sign():
    drawn = str(small_svg(chart_of(periods=PERIODS, series=(series(10, 20, 30, None),))))
    assert drawn.count("<polygon") == 1


def test_a_standard_holds_for_the_whole_of_each_period():
    steps = Steps("Target", (None, 60, 80, 80), Stroke(TARGET))
    (level,) = paths(small_svg(chart_of(periods=PERIODS, series=(series(1, 2, 3, 4),), standards=(steps,))), TARGET)
    assert level.count("L") == 5


def test_the_revisit_is_an_upright_where_the_chart_spans_it():
    assert paths(small_svg(chart_of(periods=PERIODS, series=(series(1, 2, 3, 4),))), EVENT) == []
    spanning = chart_of(periods=(REVISIT, REVISIT + 1), series=(series(1, 2),))
    (upright,) = paths(small_svg(spanning), EVENT)
    assert upright == f"M{EDGE:.1f} 0.0L{EDGE:.1f} {HEIGHT:.1f}"


def test_nothing_known_is_an_empty_drawing_of_the_same_size():
    root = ElementTree.fromstring(str(small_svg(chart_of(periods=PERIODS, series=(series(None, None, None, None),)))))
    assert (root.get("width"), root.get("height"), len(root)) == (str(WIDTH), str(HEIGHT), 0)
