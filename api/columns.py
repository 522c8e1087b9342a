"""Rows with the same columns for every reader: how a set is made of things, and what is said beside each of its rows."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from typing import TypeVar

from programme.quarter import Quarter
from reports.pack.parts import DataColumn, DataSet, DataValue
from reports.progress.readings import Progress
from reports.sentences.signoff import strip_sentence

__all__ = ["DataColumn", "DataSet", "DataValue", "joined_sets", "of_no_quarter", "of_quarter", "set_of"]

Thing = TypeVar("Thing")

SIGN_OFF = DataColumn("sign_off", "text", "How far the quarter's sign-off is, as the pages say it.")
ILLUSTRATIVE = DataColumn("illustrative", "yes/no", "Whether demonstration data or words are among what is known.")


def set_of(
    name: str, meaning: str, told: Mapping[DataColumn, Callable[[Thing], DataValue]], things: Iterable[Thing]
) -> DataSet:
    """One row for each thing."""
    return DataSet(name, meaning, tuple(told), tuple(tuple(give(each) for give in told.values()) for each in things))


def of_quarter(data: DataSet, progress: Progress, quarter: Quarter) -> DataSet:
    """A set of one quarter: `data`, and in every row whether the quarter is signed off and whether what is known is real."""
    return _beside(data, strip_sentence(progress.records, quarter), progress.records.illustrative)


def of_no_quarter(data: DataSet) -> DataSet:
    """A set without rows, with the columns that it would have."""
    return _beside(data, "", False)


def _beside(data: DataSet, *told: DataValue) -> DataSet:
    rows = tuple((*row, *told) for row in data.rows)
    return replace(data, columns=(*data.columns, SIGN_OFF, ILLUSTRATIVE), rows=rows)


def joined_sets(sets: Iterable[DataSet]) -> DataSet:
    """Sets of the same columns, one under the other; there is at least one."""
    first, *others = sets
    return replace(first, rows=tuple(row for each in (first, *others) for row in each.rows))
