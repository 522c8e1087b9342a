from xml.etree import ElementTree

from programme.quarter import Quarter
from reports.charts.heat_svg import heat_svg
from reports.charts.paper import Paper
from reports.palette import SHARES
from reports.sentences.heat import EMPTY, HeatCell, HeatMap, HeatRow

SVG = "{http://www.w3.org/2000/svg}"
QUARTERS = tuple(Quarter(2019, 1).to(Quarter(2019, 3)))
HEAT = HeatMap(
    "KPIs red <in> each quarter",
    QUARTERS,
    (
        HeatRow(
            "Weakness 1 & more",
            (HeatCell("1", "1 of 2", SHARES[1]), HeatCell("–", "none", EMPTY), HeatCell("0", "0 of 2", EMPTY)),
        ),
    ),
)


def drawn(heat=HEAT, notes=(), paper=None):
    return ElementTree.fromstring(heat_svg(heat, notes, paper))


def test_it_is_an_image_with_a_title_and_every_cell_has_its_words():
    svg = drawn()
    assert svg.get("role") == "img"
    assert svg.find(f"{SVG}title").text == "KPIs red <in> each quarter"
    assert [title.text for title in svg.iter(f"{SVG}title")][1:] == ["1 of 2", "none", "0 of 2"]


def test_name_headings_signs_and_notes_stand_in_it_and_it_grows_with_the_notes():
    svg = drawn(notes=["Source: returns", "As at 1 May 2025 " * 20])
    texts = [text.text for text in svg.iter(f"{SVG}text")]
    assert texts[:5] == ["KPIs red <in> each quarter", "2019/20", "1", "2", "3"]
    assert texts[5:9] == ["Weakness 1 & more", "1", "–", "0"]
    assert texts[9] == "Source: returns"
    assert len(texts) > 11
    assert int(svg.get("height")) > int(drawn().get("height"))


def test_colours_come_from_the_cells_and_paper_is_white():
    fills = [rect.get("fill") for rect in drawn().iter(f"{SVG}rect")]
    assert fills == ["#FFFFFF", SHARES[1].paper, "#FFFFFF", "#FFFFFF"]


def test_a_long_name_is_cut_to_its_column():
    long = HeatMap("T", QUARTERS, (HeatRow("n" * 80, HEAT.rows[0].cells),))
    assert "n" * 51 + "…" in heat_svg(long)


def test_on_paper_all_quarters_fit_in_its_width_without_title_and_notes():
    many = tuple(Quarter(2019, 1).to(Quarter(2024, 3)))
    heat = HeatMap("T", many, (HeatRow("n" * 80, HEAT.rows[0].cells[:1] * len(many)),))
    svg = drawn(heat, ["Source: returns"], Paper(width=600, titled=False, noted=False))
    assert svg.get("width") == "600"
    cells = [float(each.get("x")) + float(each.get("width")) for each in svg.iter(f"{SVG}rect") if each.get("x")]
    assert len(cells) == 23 and max(cells) <= 600
    texts = [each.text for each in svg.iter(f"{SVG}text")]
    assert (texts[0], texts[-1]) == ("2019/20", "1")
    assert not {"T", "Source: returns"} & set(texts)
    name = next(each for each in texts if each.startswith("n"))
    assert name.endswith("…") and len(name) < 45


def test_it_is_told_to_those_who_do_not_see_it():
    assert drawn().find(f"{SVG}desc").text == (
        "KPIs red <in> each quarter: 1 row, a cell for each quarter from 2019/20 Q1 to 2019/20 Q3."
    )
    assert drawn(HeatMap("T", (), ())).find(f"{SVG}desc").text == "T: no quarter."
