from base64 import b64decode
from xml.etree import ElementTree

from reports.charts.line import line_chart
from reports.markup.paper import chart_image, on_paper
from tests.reports.lines import line_of, plans
from tests.reports.markup.test_grids import tree


def test_the_newest_quarter_and_its_amount_are_on_the_paper():
    chart = line_chart(line_of(plans([40 + step for step in range(23)]), quarters=23))
    image = tree(on_paper(chart))
    assert (image.get("class"), image.get("alt")) == ("on-paper", chart.alternative)
    drawn = ElementTree.fromstring(b64decode(image.get("src").partition("base64,")[2]))
    texts = ["".join(each.itertext()) for each in drawn.iter("{http://www.w3.org/2000/svg}text")]
    assert drawn.get("viewBox").split()[2] == "600"
    assert "62.0%" in texts


def test_an_image_for_the_screen_bears_the_chart_s_title():
    chart = line_chart(line_of(plans([40, 41])))
    image = tree(chart_image(chart))
    assert (image.get("class"), image.get("alt")) == ("chart", chart.alternative)
    drawn = ElementTree.fromstring(b64decode(image.get("src").partition("base64,")[2]))
    texts = " ".join("".join(each.itertext()) for each in drawn.iter("{http://www.w3.org/2000/svg}text"))
    assert chart.title in texts
