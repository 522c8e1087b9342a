"""Reads texts of a workbook as openpyxl does, those without any formatting without making objects of them: most are such."""

from openpyxl.cell.text import Text
from openpyxl.utils.cell import coordinate_to_tuple
from openpyxl.worksheet._reader import INLINE_STRING, WorkSheetParser
from openpyxl.xml.constants import SHEET_MAIN_NS

_ALONE = [f"{{{SHEET_MAIN_NS}}}t"]


def text_of(element) -> str:
    """The text of an `<si>` or an `<is>`, as it is stored."""
    if not element.attrib and [part.tag for part in element] == _ALONE:
        return element[0].text or ""
    return Text.from_tree(element).content


class CellParser(WorkSheetParser):
    """Gives the cells of a sheet as openpyxl's own does."""

    def parse_cell(self, element) -> dict[str, object]:
        """One cell. Nothing is looked for in a blank one; a text that stands in one is taken out before openpyxl looks."""
        if not len(element) and (ref := element.get("r")):
            row, self.col_counter = coordinate_to_tuple(ref)
            kind, style = element.get("t", "n"), element.get("s")
            return {"row": row, "column": self.col_counter, "value": None, "data_type": kind, "style_id": int(style or 0)}
        inline = element.find(INLINE_STRING) if element.get("t") == "inlineStr" else None
        if inline is None:
            return super().parse_cell(element)
        element.remove(inline)
        return super().parse_cell(element) | {"data_type": "s", "value": text_of(inline)}
