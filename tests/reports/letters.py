"""Letters for the report tests, as returns bring them."""

from datetime import date

from programme.figure import Source
from programme.sheets.letters import Letter

SOURCE = Source("return.xlsx", "Letters", "A2", 3)
ADDRESS = "https://www.example.org/letter"


def letter(day=date(2024, 11, 20), sender="DfE", weakness=6, wording="Clear the oldest first.", address=ADDRESS) -> Letter:
    return Letter(day, sender, weakness, wording, address, SOURCE)


OLDER = letter(date(2024, 4, 26), "DfE and NHS England", wording="Too many wait.", address="")
LATER = letter(date(2025, 1, 2), wording="After the quarter.")
OF_ANOTHER = letter(sender="NHS England", weakness=8)
EVERY_LETTER = (OLDER, LATER, letter(), OF_ANOTHER)
