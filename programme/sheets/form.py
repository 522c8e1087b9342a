"""How a sheet of the form is declared: once, as the fields of what its rows are read into.

Blank forms, reading, checks, tables and the demonstration take headings, widths, choices and kinds from here.
"""

from dataclasses import dataclass, field, fields, replace
from functools import cached_property
from typing import Any

from programme.sheets.holds import TEXT, Holds
from programme.sheets.typed import plain

_DECLARED = "column"


@dataclass(frozen=True, eq=False)
class FormColumn:
    """One column of a form. `width` is in characters, `choices` become a drop-down.

    `needed` says that no row does without it. `aliases` are headings that people also write, `also` answers that are
    understood although the form does not offer them. `unit` is that of its numbers. `name` is the field that its cells are
    read into. `since` is the edition of the form that brought it.
    """

    heading: str
    holds: Holds = TEXT
    width: int = 18
    choices: tuple[str, ...] = ()
    needed: bool = False
    aliases: tuple[str, ...] = ()
    also: tuple[str, ...] = ()
    unit: str = ""
    name: str = ""
    since: int = 1

    def __str__(self) -> str:
        return self.heading

    @cached_property
    def keys(self) -> tuple[str, ...]:
        """Its heading and aliases as they are compared, the heading first."""
        return tuple(plain(heading) for heading in (self.heading, *self.aliases))

    def said(self, value: Any) -> str:
        """A value as people read it, empty where there is none."""
        return "" if value is None else self.holds.said(value)

    def offers(self, text: str) -> bool:
        """Whether the answer is one of the choices, or means one; anything is where there is nothing to choose from."""
        return not self.choices or plain(text) in {plain(choice) for choice in (*self.choices, *self.also)}


def column(heading: str, holds: Holds = TEXT, width: int = 18, choices: tuple[str, ...] = (), **more: Any) -> Any:
    """A field of a row's type that is a column of its sheet; `more` as in `FormColumn`."""
    return field(metadata={_DECLARED: FormColumn(heading, holds, width, choices, **more)})


def columns_of(row: type) -> tuple[FormColumn, ...]:
    """The columns that a row's type declares, in the order of its fields."""
    declared = [each for each in fields(row) if _DECLARED in each.metadata]
    return tuple(replace(each.metadata[_DECLARED], name=each.name) for each in declared)


@dataclass(frozen=True)
class FormSheet:
    """One sheet of a form. A column is an attribute by its name: `ACTIONS.forecast`.

    Columns are found by heading, in any order. `apart` are the columns that tell rows apart, `called` the one by which a
    row is spoken of, of those in `either` a row has at least one; the first of these tells a row apart that says nothing
    in `apart`. The rows of a `quarterly` sheet are about the quarter
    of their return, and name it themselves in a history workbook. `since` is the edition of the form that brought it.
    """

    name: str
    columns: tuple[FormColumn, ...]
    apart: tuple[str, ...] = ()
    called: str = ""
    either: tuple[str, ...] = ()
    quarterly: bool = True
    since: int = 1

    def __post_init__(self) -> None:
        names = {column.name for column in self.columns}
        if strange := {*self.apart, *self.either, *filter(None, [self.called])} - names:
            raise ValueError(f"{self.name} must name columns of its own, got: {', '.join(sorted(strange))}")
        if taken := names.intersection({*dir(type(self)), *(each.name for each in fields(self))}):
            raise ValueError(f"A column of {self.name} must not be named like a part of every sheet, got: {taken.pop()}")
        self.__dict__.update({column.name: column for column in self.columns})

    def __getattr__(self, name: str) -> FormColumn:
        raise AttributeError(f"{self.__dict__.get('name')} has no column {name}")

    def named(self, *names: str) -> tuple[FormColumn, ...]:
        """The columns of these names. Raises AttributeError for another name."""
        return tuple(getattr(self, name) for name in names)

    @property
    def headings(self) -> tuple[str, ...]:
        """The headings, from left to right."""
        return tuple(column.heading for column in self.columns)

    @cached_property
    def needed(self) -> tuple[FormColumn, ...]:
        """The columns that no row does without."""
        return tuple(column for column in self.columns if column.needed)

    @cached_property
    def needs(self) -> tuple[tuple[FormColumn, ...], ...]:
        """The columns of which a row must have one, group by group: each that is needed, and those of `either`."""
        either = (self.named(*self.either),) if self.either else ()
        return (*((column,) for column in self.needed), *either)

    @cached_property
    def telling(self) -> tuple[tuple[FormColumn, ...], ...]:
        """The columns that tell rows apart; and one by one those that do where nothing is said in them."""
        return tuple(filter(None, (self.named(*self.apart), *((column,) for column in self.named(*self.either)))))

    @property
    def keys(self) -> frozenset[str]:
        """Every heading and alias as they are compared."""
        return frozenset(key for column in self.columns for key in column.keys)

    def typed(self, **values: object) -> dict[str, object]:
        """A row to type in: `values` by name of the column, given back by heading. Raises AttributeError for no column."""
        return {getattr(self, name).heading: value for name, value in values.items()}
