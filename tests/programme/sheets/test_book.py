import pytest

from programme.sheets.book import WRITTEN


def test_the_sheets_of_words_stand_in_the_order_of_the_form():
    assert [sheet.name for sheet in WRITTEN] == [
        "Actions", "Risks", "Participation", "Decisions", "Assessment", "Commentary", "Events",
        "Trajectory", "Summary", "Milestones", "Closed actions", "Letters",
    ]  # fmt: skip


@pytest.mark.parametrize("sheet", WRITTEN, ids=lambda sheet: sheet.name)
def test_every_sheet_says_how_its_rows_are_spoken_of_and_what_none_of_them_does_without(sheet):
    assert getattr(sheet, sheet.called) in sheet.columns
    assert sheet.needs


def test_what_tells_the_rows_of_each_sheet_apart():
    apart = {sheet.name: [str(column) for column in sheet.named(*sheet.apart)] for sheet in WRITTEN}
    assert apart == {
        "Actions": ["Ref"],
        "Risks": ["Ref"],
        "Participation": ["Ref"],
        "Decisions": ["Reference"],
        "Assessment": ["Weakness"],
        "Commentary": ["KPI"],
        "Events": ["Date", "Event"],
        "Trajectory": ["KPI", "Area", "Quarter", "Agreed on"],
        "Summary": ["Weakness", "Kind", "Place"],
        "Milestones": ["Ref"],
        "Closed actions": ["Ref"],
        "Letters": ["Date", "From", "Weakness"],
    }
