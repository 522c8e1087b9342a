"""What a return can speak for: its figures and each sheet of words, by organisation, quarter and workstream."""

from enum import StrEnum
from typing import NamedTuple

from programme.quarter import Quarter

FIGURES = "Figures"
"""The sheet of a standard return that holds figures; those of a history workbook are the same part."""


class Part(NamedTuple):
    """A sheet, of one organisation, for one quarter and workstream.

    Figures are of the organisation that owes their measure, whoever returns them; words are of the one that returns them.
    The quarter is None for a whole history workbook.
    """

    sheet: str
    organisation: str
    quarter: Quarter | None
    workstream: int


Parts = frozenset[Part]


class Says(StrEnum):
    """What the Cover says of a sheet."""

    LEFT = "left as it is"
    REPLACED = "replaced by what is here"
    NONE = "none any more"
