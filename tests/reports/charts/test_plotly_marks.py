from reports.charts.chart import Sign
from reports.charts.plotly_marks import as_written, sign_markers
from reports.palette import LINE


def test_signs_are_one_list_for_each_quality_and_nothing_shines_through():
    assert sign_markers([Sign("circle", "#9B1137", 12, LINE), Sign("square-open", "#9B1137", 7)]) == {
        "symbol": ["circle", "square-open"],
        "color": ["#9B1137", "#9B1137"],
        "size": [12, 7],
        "opacity": 1,
        "line": {"color": [LINE, "#9B1137"], "width": 1.2},
    }


def test_what_people_type_is_no_markup():
    assert as_written("<a href='x'>APP-6.01</a> & Kent's") == "&lt;a href='x'&gt;APP-6.01&lt;/a&gt; &amp; Kent's"
