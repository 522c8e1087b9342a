"""What a letter says of a weakness, in its own words, with who wrote it, when, and the way to the document."""

from programme.moment import day_text
from programme.quarter import Quarter
from programme.sheets.letters import Letter
from reports.language.linked import Linked, Pieces

NO_LETTER = "No letter of the DfE, NHS England or inspectors about it is recorded."


def letter_name(letter: Letter) -> str:
    """`DfE, 6 August 2024`."""
    return f"{letter.sender}, {day_text(letter.day)}"


def letter_words(letter: Letter) -> Pieces:
    """`“The backlog is cleared.” The document: https://…`"""
    said = f"“{letter.wording}”"
    if not letter.address:
        return (f"{said} Where the document is was not given.",)
    return (f"{said} The document: ", Linked(letter.address, letter.address), ".")


def shown_later(quarter: Quarter) -> str:
    """That a letter of a later day is not on this page: `It is of 2024/25 Q4, and is shown from that quarter on.`"""
    return f"It is of {quarter}, and is shown from that quarter on."
