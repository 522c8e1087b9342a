from io import BytesIO
from zipfile import ZipFile

import pytest

from loaders.answers.not_kept import told_not_kept
from tests.factories import standard_return
from tests.open_documents import cell, row, spreadsheet, table, text

EXT = '<extLst><ext uri="{{{}}}" xmlns:x14="x">{}</ext></extLst></worksheet>'
LISTS = EXT.format("CCE6A557-97BC-4b89-ADB6-D9C93CAAB3DF", '<x14:dataValidations count="1"></x14:dataValidations>')
OTHER = EXT.format("05C60535-1F16-4fd2-B633-F4F36F0B64E0", "<x14:sparklineGroups></x14:sparklineGroups>")


def with_part(old: str, new: str, *, more: str = "") -> bytes:
    """A return in whose first sheet something is put in the place of something."""
    written = BytesIO()
    with ZipFile(BytesIO(standard_return())) as source, ZipFile(written, "w") as target:
        for name in source.namelist():
            content = source.read(name)
            target.writestr(name, content.replace(old.encode(), new.encode(), 1) if "sheet1" in name else content)
        if more:
            target.writestr(more, b"<x/>")
    return written.getvalue()


@pytest.mark.parametrize(
    ("content", "lost"),
    [
        (lambda: standard_return(), ""),
        (lambda: with_part("</worksheet>", LISTS), "drop-downs whose list stands on another sheet"),
        (
            lambda: with_part("</worksheet>", OTHER),
            "what Excel added later than the file's own format (some conditional formats, sparklines, slicers)",
        ),
        (
            lambda: with_part("<v>", "<f>1+1</f><v>"),
            "the stored values of formulas: Excel works them out again when it opens the copy",
        ),
        (lambda: with_part("x", "x", more="xl/charts/chart1.xml"), "charts and pictures"),
        (lambda: b"no workbook", ""),
    ],
)
def test_what_a_marked_copy_is_without(content, lost):
    said = f"The marked copy is without: {lost}. Keep your own file, and correct it there."
    assert told_not_kept(content()) == (said if lost else "")


def test_an_open_document_is_said_to_come_back_as_an_excel_workbook():
    assert told_not_kept(spreadsheet(table(row(cell(text("c")))))) == (
        "The marked copy is an Excel workbook (.xlsx) made of your .ods file: it has its cells and not its looks."
    )
