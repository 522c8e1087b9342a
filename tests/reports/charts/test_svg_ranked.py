from reports.charts.chart import Against, Ranked, Sign
from reports.palette import EVENT, LINE, QUIET
from tests.reports.charts.drawing import DOT, SVG, image, paths, places, ranking_of, texts


def test_a_ranked_chart_has_its_rows_bands_and_what_they_are_held_against():
    rows = [
        Ranked("Dover", "56.8%", 56.8, DOT, (42, 73), (30, 80)),
        Ranked("Kent", "58.5%", 58.5, Sign("diamond", LINE, 15)),
    ]
    found = image(ranking_of(*rows, against=(Against("England 46%", 46),), suffix="%"))
    assert {"Dover", "56.8%", "England 46%", "20%"} <= set(texts(found))
    assert [each.get("stroke-opacity") for each in found.iter(f"{SVG}path") if each.get("stroke-opacity")] == ["0.45"]


def test_bands_stand_at_the_height_of_their_dot_and_reach_from_end_to_end():
    found = image(ranking_of(Ranked("Dover", "50%", 50, DOT, (40, 60), (20, 80))))
    (dot,) = found.iter(f"{SVG}circle")
    rare, usual = (places(each) for each in paths(found, EVENT))
    assert {y for _, y in (*rare, *usual)} == {float(dot.get("cy"))}
    assert rare[0][0] < usual[0][0] < float(dot.get("cx")) < usual[1][0] < rare[1][0]


def test_what_all_are_held_against_is_one_upright_line_each_with_names_that_do_not_cross():
    found = image(ranking_of(Ranked("Dover", "50%", 50, DOT), against=(Against("England", 46), Against("South East", 47))))
    lines = [places(each) for each in paths(found, QUIET)]
    assert [line[0][0] == line[1][0] for line in lines] == [True, True]
    heights = [float(each.get("y")) for each in found.iter(f"{SVG}text") if each.text in ("England", "South East")]
    assert heights[0] - heights[1] == 14
