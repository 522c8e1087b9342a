from dataclasses import replace

from lxml import html

from reports.public.pictures import figures_file, measure_markup, picture_files, table_markup
from reports.tables.table import Cell, Column, table_of
from tests.reports.public.conftest import said


def drawn(measure):
    return html.fromstring(str(measure_markup(measure)))


def test_a_measure_has_its_finding_its_chart_for_screen_and_phone_and_its_file(measures):
    of = measures["plans_within_20_weeks"]
    section = drawn(of)
    assert [each.name for each in picture_files(of)] == [
        "charts/plans_within_20_weeks.svg",
        "charts/plans_within_20_weeks-narrow.svg",
    ]
    assert section.xpath("//source/@srcset") == ["charts/plans_within_20_weeks-narrow.svg"]
    assert section.xpath("//img/@alt") == [f"{of.chart.headline}. {of.chart.alternative}"]
    assert said(section.find("h3")).startswith("◆ Plans issued within 20 weeks: 58.5%")
    assert section.xpath("//a/@href") == [figures_file(of)] == ["data/plans_within_20_weeks.csv"]
    assert said(section.xpath("//figcaption")[0]) == of.chart.headline


def test_why_there_is_no_figure_stands_under_the_table_with_the_quarters(measures):
    keys = [said(each) for each in drawn(measures["plans_within_20_weeks_rolling_year"]).xpath("//p[@class='key']")]
    assert keys[-1].startswith("– ") and keys[-1].endswith(": 2019/20 Q1 to 2019/20 Q2.")
    assert "workbook" not in " ".join(keys)


def test_what_somebody_typed_is_text(measures):
    typed = replace(measures["plans_within_20_weeks"], sentence="<script>alert(1)</script>")
    assert "<script" not in measure_markup(typed)


def test_a_table_has_heads_for_rows_and_columns_a_rating_its_colour_and_a_name_leads_on():
    columns = {
        Column("Measure"): lambda each: each,
        Column("Rating"): lambda _: Cell("Red", "▲ Red"),
        Column("Figure", "number"): lambda _: Cell(3, "3"),
    }
    table = html.fromstring(str(table_markup(table_of("Two", columns, ["one", "two"]), {"two": "there.html"})))
    assert [said(each) for each in table.xpath("//th[@scope='row']")] == ["one", "two"]
    assert [(said(each), each.get("href")) for each in table.xpath("//a")] == [("two", "there.html")]
    assert table.xpath("//*[@class='chip']/@style")[0].startswith("background:light-dark(#9B1137")
    assert table.xpath("//div/@aria-label") == ["Two"] and table.xpath("//td[@class='number']/text()") == ["3", "3"]
