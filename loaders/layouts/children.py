"""Whether a sheet holds rows about children, one each: such rows do not belong here, whatever else the file is."""

from collections.abc import Iterator

from loaders.layouts.sender_sheet import LOOKED_FOR_IN, SenderSheet
from loaders.layouts.spoken import same
from loaders.reading.workbook import Kind, Typed, Workbook
from programme.finding import Finding, Severity
from programme.personal import personal_in
from programme.quarter import Quarter

ONE_IS_ENOUGH = (
    *("upn", "unique pupil number", "former upn", "unique learner number", "uln", "nhs number", "date of birth", "dob"),
    *("birth date", "pupil name", "child name", "name of child", "child's name", "pupil's name", "student name"),
    "name of pupil",
)
TWO_ARE_NEEDED = ("forename", "first name", "surname", "last name", "family name", "middle names", "postcode")
NUMBERS_OF_PEOPLE = ("an NHS number", "a unique pupil number (UPN)")
MOST_NUMBERS = 2  # such numbers in one column; more are a list of children


def rows_about_children(workbook: Workbook, quarter: Quarter) -> Finding | None:
    """The refusal of a workbook that holds a child a row; None of any other. Hidden sheets are looked at too."""
    for sheet in workbook.sheets:
        if (cell := next(_telling(SenderSheet(sheet), quarter), None)) is not None:
            message = (
                "Rows about children do not belong here: figures are counts of children and never say who they are, "
                f"got: {_told(cell)}. Add the children up, or ask the sender for the totals. Nothing was stored."
            )
            return Finding("rows_about_children", Severity.ERROR, sheet.name, cell.ref, message)
    return None


def _told(cell: Typed) -> str:
    heads = any(same(word, cell.text) for word in (*ONE_IS_ENOUGH, *TWO_ARE_NEEDED))
    return f"a column {cell.text.strip()}" if heads else "numbers that each stand for one child"


def _telling(sender: SenderSheet, quarter: Quarter) -> Iterator[Typed]:
    """The cells that tell: headings of what only a child has, or a column of numbers that are each one child's."""
    for row in (row for row in sender.by_row if row <= LOOKED_FOR_IN):
        cells = [cell for cell in sender.row(row).values() if cell.kind is Kind.TEXT]
        strong = [cell for cell in cells if any(same(word, cell.text) for word in ONE_IS_ENOUGH)]
        weak = [cell for cell in cells if any(same(word, cell.text) for word in TWO_ARE_NEEDED)]
        if strong and len(cells) > 1:
            yield strong[0]
        elif len(weak) > 1:
            yield weak[0]
    yield from _numbers(sender, quarter)


def _numbers(sender: SenderSheet, quarter: Quarter) -> Iterator[Typed]:
    count: dict[int, int] = {}
    for row in sender.by_row.values():
        for column, cell in row.items():
            long = len(cell.text) in range(10, 18)
            if long and any(each in NUMBERS_OF_PEOPLE for each in personal_in(cell.text, quarter)):
                count[column] = count.get(column, 0) + 1
                if count[column] > MOST_NUMBERS:
                    yield cell
