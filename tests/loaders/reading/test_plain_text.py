from io import BytesIO

import pytest
from openpyxl.cell.text import Text
from openpyxl.worksheet._reader import WorkSheetParser
from openpyxl.xml.constants import SHEET_MAIN_NS
from openpyxl.xml.functions import fromstring

from loaders.reading.plain_text import CellParser, text_of

WRITTEN = {
    "a text": "<t>due</t>",
    "spaces that are kept": '<t xml:space="preserve"> due </t>',
    "an escape, as it is stored": "<t>a_x000D_b x005F_</t>",
    "an empty text": "<t/>",
    "nothing": "",
    "formatted parts": "<r><t>over</t></r><r><rPr><b/></rPr><t>due</t></r>",
    "a text and formatted parts": "<t>over</t><r><t>due</t></r>",
    "two texts": "<t>over</t><t>due</t>",
    "a text with how it is spoken": '<t>due</t><rPh sb="0" eb="1"><t>dew</t></rPh>',
    "a text under another name": '<t xmlns="urn:other">due</t>',
    "a comment beside it": "<!-- said --><t>due</t>",
}


@pytest.mark.parametrize("inner", WRITTEN.values(), ids=WRITTEN)
def test_a_text_is_the_one_that_openpyxl_reads(inner):
    element = fromstring(f'<is xmlns="{SHEET_MAIN_NS}">{inner}</is>')
    assert text_of(element) == Text.from_tree(element).content


@pytest.mark.parametrize(
    "inner", [f"<is>{inner}</is>" for inner in WRITTEN.values()] + ["", "<v>3</v>", "<is><t>due</t></is><v>3</v>"]
)
@pytest.mark.parametrize(
    "start", ['<c r="C4">', '<c t="inlineStr" r="C4" s="1">', '<c t="inlineStr">', '<c t="str">', "<c>"]
)
def test_a_cell_is_the_one_that_openpyxl_reads(start, inner):
    def cell(of):
        return of(BytesIO(), [], data_only=True).parse_cell(
            fromstring(f"{start.replace('<c', f'<c xmlns={SHEET_MAIN_NS!r}')}{inner}</c>")
        )

    assert cell(CellParser) == cell(WorkSheetParser)


def test_after_a_blank_cell_one_without_a_place_stands_beside_it():
    def cells(of):
        row = '<row r="4"><c r="C4" s="2"/><c t="str"><v>due</v></c></row>'
        return of(BytesIO(), [], data_only=True).parse_row(fromstring(row.replace("<row", f"<row xmlns={SHEET_MAIN_NS!r}")))

    assert cells(CellParser) == cells(WorkSheetParser)
