import pytest

from loaders.reading import bounds, read_child
from loaders.reading.preflight import Unreadable
from tests.factories import saved
from tests.loaders.reading.test_read_child import workbook


def test_a_sheet_with_too_many_cells_or_too_much_text_is_refused(monkeypatch):
    content = saved(workbook(A1="four", A2="four", A3="four"))
    message = "A sheet must hold no more than {} cells and {} characters, got: more in sheet Sheet. Remove what is not part"
    monkeypatch.setattr(bounds, "MAX_CELLS", 2)
    with pytest.raises(Unreadable, match=message.format("2", "20,000,000")):
        read_child.read_sheets(content)
    monkeypatch.setattr(bounds, "MAX_CELLS", 3)
    monkeypatch.setattr(bounds, "MAX_TEXT", 11)
    with pytest.raises(Unreadable, match=message.format("3", "11")):
        read_child.read_sheets(content)
