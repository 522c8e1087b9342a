from loaders.parsing.parsed import Field
from loaders.reading.workbook import Kind, Typed


def test_the_text_of_a_line_is_trimmed_and_empty_where_blank():
    assert Field("Quarter", "B4", Typed("B4", 4, 2, Kind.TEXT, " 2024/25 Q4\xa0")).text == "2024/25 Q4"
    assert Field("Workstream", "B5", Typed("B5", 5, 2, Kind.NUMBER, 3.0)).text == "3"
    assert Field("Prepared by", "B8", None).text == ""
