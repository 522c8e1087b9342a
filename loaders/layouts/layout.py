"""How one kind of file is laid out, as a small file that a person can read, and what must hold of such a file."""

import tomllib
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, fields, replace
from string import Formatter
from types import MappingProxyType
from typing import Any

from loaders.layouts.spoken import distinct, words_said
from programme.parts import FIGURES
from programme.sheets.actions import ACTIONS
from programme.sheets.risks import RISKS
from programme.sheets.typed import plain
from programme.symbols import MEANING, Status, Symbol

WORDS = {form.name: form for form in (ACTIONS, RISKS)}
"""The sheets of words that a layout may fill."""
PARTS = ("heading", "row", "block", "table")
"""What a measure's name may be put together from; each is a table of words in the layout."""
ORIGINS = (*PARTS, "title", "sheet", "file", "asked")
WITH_WORDS = ("under ", "beside ", "= ")
_NOTHING: Mapping[str, Any] = MappingProxyType({})


@dataclass(frozen=True)
class Layout:
    """One kind of file. What each key means stands in docs/layouts.md.

    `measure`, `area` and `period` say where each comes from: `heading`, `row`, `block`, `table`, `title`, `sheet`, `file`,
    `asked`, `under HEADING`, `beside LABEL`, `= what it always is`; a measure also as `{heading}_waiting{table}`.
    `tables`, `headings`, `rows` and `blocks` hold words of the file with what each stands for; `sheets` which sheet is meant
    by the word of a table (empty where the layout has none), where several may be.
    """

    name: str
    measure: str = "heading"
    area: str = "row"
    period: str = "title"
    to: str = FIGURES
    says: str = ""
    value: str = "crossing"
    tables: Mapping[str, str] = field(default_factory=lambda: _NOTHING)
    headings: Mapping[str, str] = field(default_factory=lambda: _NOTHING)
    rows: Mapping[str, str] = field(default_factory=lambda: _NOTHING)
    blocks: Mapping[str, str] = field(default_factory=lambda: _NOTHING)
    quarters: Mapping[str, int] = field(default_factory=lambda: _NOTHING)
    each_sheet: bool = False
    sheets: Mapping[str, str] = field(default_factory=lambda: _NOTHING)
    block_ends: tuple[str, ...] = ()
    symbols: Mapping[str, str] = field(default_factory=lambda: _NOTHING)
    blank: tuple[str, ...] = ()
    zero: str = "0"
    unit: str = ""
    times: float = 1
    kind: str = "count"
    published: bool = False
    smallest_base: int = 0
    organisation: str = ""
    workstream: int = 0
    status: str = Status.FINAL.value

    @property
    def of_figures(self) -> bool:
        """Whether its files bring figures, and not rows of a sheet of words."""
        return self.to == FIGURES

    @property
    def open_to_readers(self) -> bool:
        """Whether what it reports may be shown to readers: it is published, or its smallest base is 5 or more."""
        return self.published or self.smallest_base >= 5

    @property
    def measure_parts(self) -> tuple[str, ...]:
        """Which of the words a measure's name is put together from."""
        named = tuple(name for _, name, _, _ in Formatter().parse(self.measure) if name)
        return named or ((self.measure,) if self.measure in PARTS else ())

    @property
    def table_words(self) -> tuple[str, ...]:
        """The word of each of its tables; an empty one for the only table of a layout that names none."""
        return tuple(self.tables) or ("",)

    def meaning(self, sheets: Mapping[str, str]) -> "Layout":
        """The layout with the `sheets` that somebody means, by the word of each table; an empty word is its only table's."""
        only = self.table_words[0] if len(self.table_words) == 1 else ""
        called = {plain(word): word for word in self.table_words}
        meant = {called.get(plain(word), word or only): name for word, name in sheets.items()}
        return replace(self, sheets={**self.sheets, **meant}) if meant else self

    def measure_of(self, parts: Mapping[str, str]) -> str:
        """The measure's name, from the part that each word stands for."""
        return self.measure.format(**parts) if "{" in self.measure else parts[self.measure]


class LayoutUnsoundError(Exception):
    """A layout that cannot be worked with; its text says what must hold, what was got and that nothing was stored."""


def layout_read(text: str, called: str) -> Layout:
    """The layout in `text`, the file being `called` so. Raises LayoutUnsoundError."""
    try:
        said = tomllib.loads(text)
    except tomllib.TOMLDecodeError as fault:
        raise _unsound(called, f"be written as TOML, got: {fault}") from None
    known = {each.name: each for each in fields(Layout)}
    for key in said:
        if key not in known:
            raise _unsound(called, f"say nothing but {', '.join(known)}, got: {key}")
    for key, value in said.items():
        if (fault := _kind_wrong(key, value)) is not None:
            raise _unsound(called, fault)
    if "name" not in said:
        raise _unsound(called, "have a name, got: none")
    layout = Layout(**{key: tuple(value) if isinstance(value, list) else value for key, value in said.items()})
    if (fault := next(_faults(layout), None)) is not None:
        raise _unsound(called, fault)
    return layout


def layout_text(layout: Layout) -> str:
    """The layout as the text it is read from: only what is said otherwise than it goes without saying."""
    plain = Layout(layout.name)
    lines, tables = [f"name = {_written(layout.name)}"], []
    for each in fields(Layout)[1:]:
        value = getattr(layout, each.name)
        if value == getattr(plain, each.name):
            continue
        if isinstance(value, Mapping) and len(value) > 1:
            tables += [f"[{each.name}]", *(f"{_written(word)} = {_written(part)}" for word, part in value.items())]
        else:
            lines.append(f"{each.name} = {_written(value)}")
    return "\n".join([*lines, *tables]) + "\n"


def _written(value: Any) -> str:
    match value:
        case bool():
            return str(value).lower()
        case int() | float():
            return repr(value)
        case tuple():
            return f"[{', '.join(map(_written, value))}]"
        case Mapping():
            return f"{{ {', '.join(f'{_written(key)} = {_written(each)}' for key, each in value.items())} }}"
    signs = {"\\": "\\\\", '"': '\\"', "\n": "\\n", "\t": "\\t", "\r": "\\r"}
    return '"' + "".join(signs.get(sign, sign if sign.isprintable() else f"\\u{ord(sign):04x}") for sign in value) + '"'


def _unsound(called: str, must: str) -> LayoutUnsoundError:
    return LayoutUnsoundError(f"The layout {called} must {must}. Nothing was stored.")


_TEXTS = {"name", "measure", "area", "period", "to", "says", "value", "zero", "unit", "kind", "organisation", "status"}
_LISTS = {"block_ends", "blank"}
_TRUTHS = {"published", "each_sheet"}
_WHOLE = {"smallest_base", "workstream"}


def _kind_wrong(key: str, value: Any) -> str | None:
    """What is wrong with the kind of one value, as the end of a sentence."""
    checks: tuple[tuple[set[str], Callable[[Any], bool], str], ...] = (
        (_TEXTS, lambda given: isinstance(given, str), "a text"),
        (_LISTS, lambda given: isinstance(given, list) and all(isinstance(each, str) for each in given), "a list of texts"),
        (_TRUTHS, lambda given: isinstance(given, bool), "true or false"),
        (_WHOLE, lambda given: type(given) is int and given >= 0, "a whole number"),
        ({"times"}, lambda given: type(given) in (int, float) and given > 0, "a number above 0"),
        ({"sheets"}, _names, "words of its tables, each with the name of a sheet"),
        ({"quarters"}, lambda given: _words_with(given, int), "words, each with a whole number"),
        ({"symbols"}, lambda given: _signs(given), "signs, each with what it stands for"),
    )
    for keys, holds, wanted in checks:
        if key in keys:
            return None if holds(value) else f"have {wanted} for {key}, got: {value}"
    return None if _words_with(value, str) else f"have words for {key}, each with what it stands for, got: {value}"


def _words_with(given: Any, kind: type) -> bool:
    return isinstance(given, dict) and all(type(part) is kind and words_said(word) for word, part in given.items())


def _names(given: Any) -> bool:
    return isinstance(given, dict) and all(isinstance(name, str) and name.strip() for name in given.values())


def _signs(given: Any) -> bool:
    return isinstance(given, dict) and all(sign.strip() and isinstance(means, str) for sign, means in given.items())


def _faults(layout: Layout) -> Iterator[str]:
    """What is wrong with a layout, as ends of sentences."""
    if not layout.name.strip():
        yield "have a name, got: none"
    if layout.to not in (FIGURES, *WORDS):
        yield f"bring {FIGURES}, Actions or Risks, got: {layout.to}"
    yield from _choices(layout)
    for key in (*PARTS, "quarter"):
        if not distinct(getattr(layout, f"{key}s")):
            yield f"have words under {key}s that can be told apart, got: two that are compared alike"
    if strange := [word for word in layout.sheets if word not in layout.table_words]:
        yield f"say under sheets which sheet is one of its tables, got: “{strange[0]}”, which is none of them"
    if layout.of_figures:
        yield from _origin_faults(layout)
    elif layout.to in WORDS:
        yield from _word_faults(layout)


def _word_faults(layout: Layout) -> Iterator[str]:
    form = WORDS[layout.to]
    ours = [name.strip() for names in layout.headings.values() for name in names.split(";")]
    if strange := [name for name in ours if name not in form.headings]:
        yield f"fill columns of {layout.to} ({', '.join(form.headings)}), got: {strange[0] or 'none'}"
    if missing := [column.heading for column in form.needed if column.heading not in ours]:
        yield f"say under headings which column is the {missing[0]} of {layout.to}, got: none"
    if len(set(ours)) < len(ours):
        yield f"fill each column of {layout.to} from one heading, got: two for one"
    yield from _origin_fault("period", layout.period, ORIGINS)


def _choices(layout: Layout) -> Iterator[str]:
    symbols = {str(symbol) for symbol in Symbol}
    for key, choices in (
        ("value", {"crossing", "beside", "below"}),
        ("kind", {"count", "reported"}),
        ("unit", {"", "0-1", "0-100"}),
        ("status", {str(status) for status in Status}),
        ("zero", {"0", "blank", *symbols}),
    ):
        if getattr(layout, key) not in choices:
            yield f"have {' or '.join(sorted(filter(None, choices)))} for {key}, got: {getattr(layout, key)}"
    for sign, symbol in layout.symbols.items() if layout.of_figures else ():
        if symbol not in {*symbols, "blank"}:
            meant = ", ".join(f"{each} ({MEANING[each]})" for each in Symbol)
            yield f"say of the sign {sign} that it is blank or one of {meant}, got: {symbol}"


def _origin_faults(layout: Layout) -> Iterator[str]:
    if "{" in layout.measure:
        try:
            strange = [name for _, name, _, _ in Formatter().parse(layout.measure) if name is not None and name not in PARTS]
        except ValueError:
            strange = [layout.measure]
        if strange:
            yield f"put a measure together from {', '.join(PARTS)}, got: {strange[0] or 'nothing'}"
    else:
        yield from _origin_fault("measure", layout.measure, PARTS)
    yield from _origin_fault("area", layout.area, (*PARTS, "sheet"))
    yield from _origin_fault("period", layout.period, ORIGINS)
    if layout.value != "crossing" and not layout.rows:
        yield "say under rows which labels stand beside their values, got: none"
    columns_said = layout.headings or layout.quarters or layout.period == "heading"
    if layout.value == "crossing" and not columns_said:
        yield "say under headings which columns hold figures, got: none"


def _origin_fault(key: str, said: str, allowed: tuple[str, ...]) -> Iterator[str]:
    if said not in allowed and not (said.startswith(WITH_WORDS) and said.partition(" ")[2].strip()):
        yield f"take the {key} from {', '.join(allowed)}, under …, beside … or = …, got: {said}"
