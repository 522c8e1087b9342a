from loaders.forms.layouts import history, standard
from programme.sheets.typed import plain


def test_the_history_names_its_measures_and_areas_as_the_standard_return_does():
    assert history.HISTORY.headings == tuple(map(str, history.HISTORY.needed)) == ("Measure", "Area")


def test_its_cover_asks_neither_for_a_quarter_nor_for_a_workstream_nor_what_it_replaces():
    assert set(standard.LINES) - set(history.LINES) == {standard.QUARTER, standard.WORKSTREAM, *standard.PARTS}


def test_what_stands_beside_the_quarters_is_compared_as_plain_text():
    assert {plain(heading) for heading in history.NOT_QUARTERS} == history.NOT_QUARTERS


def test_every_row_of_words_names_its_quarter_but_what_has_a_day_or_a_quarter_of_its_own():
    named = {sheet.name: sheet.headings[0] == "Quarter" for sheet in history.WRITTEN}
    assert [name for name, quarter in named.items() if not quarter] == ["Events", "Trajectory", "Letters"]
    assert [sheet.name for sheet in history.WRITTEN] == [sheet.name for sheet in standard.WRITTEN]
