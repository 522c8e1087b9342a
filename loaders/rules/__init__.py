"""The rules a return is checked by. Every module of this folder is a stage, or the part of one that reads words."""

from loaders.rules import (
    arithmetic,
    book,
    completeness,
    copies,
    cover,
    cover_lines,
    dates,
    gone,
    headings,
    hidden,
    history,
    outside,
    plan,
    promises,
    refs,
    sheets,
    values,
)
from loaders.rules.case import Case, KnownBefore
from loaders.rules.check import check
from loaders.rules.rule import RULES, Fault, Rule, Stage

__all__ = [
    "RULES",
    "Case",
    "Fault",
    "KnownBefore",
    "Rule",
    "Stage",
    "arithmetic",
    "book",
    "check",
    "completeness",
    "copies",
    "cover",
    "cover_lines",
    "dates",
    "gone",
    "headings",
    "hidden",
    "history",
    "outside",
    "plan",
    "promises",
    "refs",
    "sheets",
    "values",
]
