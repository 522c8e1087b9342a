from xml.etree import ElementTree

from programme.quarter import Quarter
from reports.charts.heat_svg import heat_svg
from reports.palette import SHARES
from reports.progress.heat import EMPTY, Cell, HeatMap, HeatRow

SVG = "{http://www.w3.org/2000/svg}"
QUARTERS = tuple(Quarter(2019, 1).to(Quarter(2019, 3)))
HEAT = HeatMap(
    "KPIs red <in> each quarter",
    QUARTERS,
    (HeatRow("Weakness 1 & more", (Cell("1", "1 of 2", SHARES[1]), Cell("–", "none", EMPTY), Cell("0", "0 of 2", EMPTY))),),
)


def drawn(heat=HEAT, notes=()):
    return ElementTree.fromstring(heat_svg(heat, notes))


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
