from reports.charts.plotly_look import LOOK, with_look


def test_what_a_chart_says_stands_beside_what_all_charts_share():
    laid_out = with_look({"height": 380, "margin": {"l": 38}, "yaxis": {"type": "linear", "gridcolor": "#000000"}})
    assert (laid_out["height"], laid_out["paper_bgcolor"]) == (380, "rgba(0,0,0,0)")
    assert laid_out["margin"] == {"pad": 8, "l": 38}
    assert laid_out["xaxis"] == LOOK["xaxis"]
    assert laid_out["yaxis"] == LOOK["yaxis"] | {"type": "linear", "gridcolor": "#000000"}, "its own word holds"


def test_what_all_share_is_left_as_it_is():
    before = {key: dict(each) if isinstance(each, dict) else each for key, each in LOOK.items()}
    with_look({"font": {"size": 20}, "autosize": False})
    assert before == LOOK
