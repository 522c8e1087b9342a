from loaders.forms.layout import CoverLine


def test_a_line_of_the_cover_is_spoken_of_by_its_label():
    assert str(CoverLine("Data as at", "The day on which the figures were taken.")) == "Data as at"
