import pytest

from loaders.forms.layouts import standard


def test_the_sheets_are_those_of_the_standard_return():
    assert (standard.COVER, *(layout.name for layout in standard.SHEETS)) == (
        "Cover",
        "Figures",
        "Actions",
        "Risks",
        "Participation",
        "Decisions",
        "Assessment",
        "Commentary",
        "Events",
        "Trajectory",
        "Summary",
        "Milestones",
        "Closed actions",
        "Letters",
    )


def test_figures_has_the_columns_of_the_standard_return():
    assert standard.FIGURES.headings == ("Measure", "Description", "Area", "Value", "Status", "Note")
    assert tuple(map(str, standard.FIGURES.needed)) == ("Measure", "Area", "Value")


@pytest.mark.parametrize("layout", standard.SHEETS, ids=lambda layout: layout.name)
def test_no_two_columns_of_a_sheet_can_be_confused(layout):
    keys = [key for column in layout.columns for key in column.keys]
    assert len(set(keys)) == len(keys)
    assert set(layout.needed) <= set(layout.columns)


def test_every_list_of_choices_fits_into_a_drop_down():
    """Excel keeps at most 255 characters, and parts the choices at commas."""
    offered = [line.choices for line in standard.LINES]
    offered += [column.choices for layout in standard.SHEETS for column in layout.columns]
    assert all(len(",".join(choices)) <= 255 for choices in offered)
    assert not any("," in choice for choices in offered for choice in choices)
