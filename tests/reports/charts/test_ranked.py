from reports.charts.ranked import Row, ranked_chart


def test_the_first_row_stands_on_top_and_names_its_amount():
    chart = ranked_chart([Row("A", "60%", 60, "circle", "#000000"), Row("B", "40%", 40, "circle", "#000000")])
    low, high = chart.layout.yaxis.range
    assert low > high
    assert list(chart.layout.yaxis.ticktext) == ["A<br><b>60%</b>", "B<br><b>40%</b>"]
    assert list(chart.data[-1].y) == [0, 1]


def test_lines_to_hold_against_are_shapes_with_their_names():
    chart = ranked_chart([Row("A", "60%", 60, "circle", "#000000")], [("England 46%", 46)])
    assert [(shape.x0, shape.x1) for shape in chart.layout.shapes] == [(46, 46)]
    assert chart.layout.annotations[0].text == "England 46%"
