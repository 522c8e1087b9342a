"""Figures and words up to a quarter: what is published of it says nothing of a later one."""

from collections.abc import Collection, Iterable, Iterator
from dataclasses import replace
from typing import Any

from programme.columns import Given, KnowingFacts, given_in, same_facts
from programme.figure import Facts, Figure, FigureKey
from programme.quarter import Quarter
from record.logs import Logs

BY_QUARTER = (
    *("actions", "risks", "participation", "decisions", "assessments", "commentary", "events", "summary", "milestones"),
    *("handovers", "letters"),
)
"""The sheets of words whose rows are about the quarter of their return."""


class FactsUntil(KnowingFacts[Figure]):
    """The figures of `facts` for a quarter and those before it."""

    __slots__ = ("_facts", "_quarter")

    def __init__(self, facts: Facts, quarter: Quarter):
        self._facts, self._quarter = facts, quarter

    def same_as(self, other: object) -> bool:
        """Whether others are the same figures up to the same quarter."""
        return isinstance(other, FactsUntil) and self._quarter == other._quarter and same_facts(self._facts, other._facts)

    @property
    def given(self) -> frozenset[Given]:
        """Which versions give figures of which measures for which quarters."""
        return frozenset(each for each in given_in(self._facts) if each[2] <= self._quarter)

    def __getitem__(self, key: FigureKey) -> Figure:
        if key[2] > self._quarter:
            raise KeyError(key)
        return self._facts[key]

    def get(self, key: FigureKey, default=None):
        """The figure, or `default` where none counts up to the quarter."""
        return default if key[2] > self._quarter else self._facts.get(key, default)

    def __iter__(self) -> Iterator[FigureKey]:
        return (key for key in self._facts if key[2] <= self._quarter)

    def __len__(self) -> int:
        return sum(1 for _ in self)


def logs_until(logs: Logs, quarter: Quarter, versions: Collection[int]) -> Logs:
    """The same words without those about a later quarter. What is planned for quarters to come is told where one of
    `versions`, or somebody on screen, planned it. Words written on screen keep their places, and say nothing any more."""
    told = {about: rows for about, rows in logs.told.items() if about[1] <= quarter}
    planned = tuple(each for each in logs.trajectory if each.source.version is None or each.source.version in versions)
    return replace(
        logs,
        **{name: _until(getattr(logs, name), quarter) for name in BY_QUARTER},
        trajectory=planned,
        returned=frozenset(each for each in logs.returned if each[0] <= quarter),
        returned_to={
            number: frozenset(each for each in found if each[0] <= quarter) for number, found in logs.returned_to.items()
        },
        wordings=tuple(each if each.quarter <= quarter else replace(each, cells=()) for each in logs.wordings),
        told=told,
    )


def _until(rows: Iterable[Any], quarter: Quarter) -> tuple[Any, ...]:
    return tuple(each for each in rows if each.quarter <= quarter)
