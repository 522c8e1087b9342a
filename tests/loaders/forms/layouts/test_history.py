from loaders.forms.layout import plain
from loaders.forms.layouts import history, standard


def test_the_history_names_its_measures_and_areas_as_the_standard_return_does():
    assert history.HISTORY.headings == history.HISTORY.needed == ("Measure", "Area")


def test_its_cover_asks_neither_for_a_quarter_nor_for_a_workstream():
    assert set(standard.LINES) - set(history.LINES) == {standard.QUARTER, standard.WORKSTREAM}


def test_what_stands_beside_the_quarters_is_compared_as_plain_text():
    assert {plain(heading) for heading in history.NOT_QUARTERS} == history.NOT_QUARTERS
