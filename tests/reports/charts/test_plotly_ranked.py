from reports.charts.chart import Against, Ranked, Sign
from reports.charts.plotly_ranked import plotly_ranking
from tests.reports.charts.drawing import DOT, ranking_of


def test_the_first_row_stands_on_top_and_names_its_amount():
    drawn = plotly_ranking(ranking_of(Ranked("A", "60%", 60, DOT), Ranked("B", "40%", 40, DOT)))
    low, high = drawn.layout.yaxis.range
    assert low > high
    assert list(drawn.layout.yaxis.ticktext) == ["A<br><b>60%</b>", "B<br><b>40%</b>"]
    assert list(drawn.data[-1].y) == [0, 1]
    assert list(drawn.data[-1].text) == ["A: 60%", "B: 40%"]


def test_who_stands_out_is_written_bold():
    drawn = plotly_ranking(ranking_of(Ranked("Kent", "32.3%", 32.3, Sign("diamond", "#000000", 15), bold=True)))
    assert list(drawn.layout.yaxis.ticktext) == ["<b>Kent<br><b>32.3%</b></b>"]
    assert (list(drawn.data[-1].marker.symbol), list(drawn.data[-1].marker.size)) == (["diamond"], [15])


def test_what_people_typed_stands_as_they_typed_it():
    drawn = plotly_ranking(ranking_of(Ranked("<i>A", "60%", 60, DOT), against=(Against("<i>B", 1),)))
    assert drawn.layout.yaxis.ticktext[0] == "&lt;i&gt;A<br><b>60%</b>"
    assert (drawn.data[-1].text[0], drawn.layout.annotations[0].text) == ("&lt;i&gt;A: 60%", "&lt;i&gt;B")


def test_lines_to_hold_against_are_shapes_with_their_names_one_above_the_other():
    against = (Against("England 46%", 46), Against("South East 48%", 48))
    drawn = plotly_ranking(ranking_of(Ranked("A", "60%", 60, DOT), against=against)).layout
    assert [(shape.x0, shape.x1) for shape in drawn.shapes] == [(46, 46), (48, 48)]
    assert [(each.text, each.yshift) for each in drawn.annotations] == [("England 46%", 0), ("South East 48%", 14)]


def test_bands_are_drawn_for_those_who_have_them_the_rare_one_beneath():
    with_band, without = Ranked("A", "60%", 60, DOT, (50, 70), (40, 80)), Ranked("B", "40%", 40, DOT)
    rare, usual, dots = plotly_ranking(ranking_of(without, with_band)).data
    assert (list(rare.x), list(rare.y)) == ([40, 80, None], [1, 1, None])
    assert (list(usual.x), usual.line.width, usual.opacity) == ([50, 70, None], 9, 0.45)
    assert list(dots.x) == [40, 60]
