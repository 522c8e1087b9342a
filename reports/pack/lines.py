"""What a pack says, line by line, to be kept beside its files: every figure, every rating, and the words of every row."""

from collections.abc import Iterable, Iterator
from dataclasses import fields, is_dataclass
from typing import Any

from programme.areas import Area
from programme.kept_packs import LineKey, PackLine, PackLineKind
from programme.quarter import Quarter
from record.logs import rows_told
from reports.pack.data import figures_set, series_set
from reports.pack.parts import DataSet, Pack
from reports.progress.readings import Progress

_EXACT = ("value", "numerator", "denominator", "missing")


def lines_to_keep(progress: Progress, pack: Pack) -> tuple[PackLine, ...]:
    """Every line of a pack that was made of `progress`, and after them all of its texts, for redactions."""
    quarter = pack.origin.quarter
    compared = lines_then(pack.data[:2], progress, quarter)
    parts = {"cover": pack.cover, "glance": pack.glance, **{each.key: each for each in pack.sections}}
    parts |= {f"measure {each.id}": each for each in pack.measures} | {"notes": pack.notes}
    said = (PackLine(PackLineKind.SAID, key, "", quarter, "", "\n".join(_texts(part))) for key, part in parts.items())
    return (*compared.values(), *said)


def lines_now(progress: Progress, quarter: Quarter) -> dict[LineKey, PackLine]:
    """What a pack of `quarter` would say if it were made of `progress`."""
    return lines_then((figures_set(progress, quarter), series_set(progress, quarter)), progress, quarter)


def lines_then(data: Iterable[DataSet], progress: Progress, quarter: Quarter) -> dict[LineKey, PackLine]:
    """Each figure, rating and word once, by what tells it from others."""
    found: dict[LineKey, PackLine] = {}
    for line in (*_figures(data), *_words(progress, quarter)):
        found.setdefault(line.key, line)
    return found


def _figures(data: Iterable[DataSet]) -> Iterator[PackLine]:
    for each in data:
        names = [column.name for column in each.columns]
        for values in each.rows:
            row = dict(zip(names, values, strict=True))
            about = row["kpi"], row["area_code"], Quarter.parse(row["quarter"]), ""
            exact = " | ".join("" if row[name] is None else str(row[name]) for name in _EXACT)
            yield PackLine(PackLineKind.FIGURE, *about, row["display"], exact)
            yield PackLine(PackLineKind.RATING, *about, row["rating"])


def _words(progress: Progress, quarter: Quarter) -> Iterator[PackLine]:
    for form, about, row in rows_told(progress.records.logs):
        if row.quarter > quarter or (form.quarterly and row.quarter < quarter):
            continue
        called = f"{form.name}: {about_text(about)}"
        for column in (each for each in form.columns if each.name not in form.apart):
            if text := column.said(getattr(row, column.name)):
                yield PackLine(PackLineKind.WORDS, called, "", row.quarter, column.heading, text)


def about_text(about: Any) -> str:
    """What a row is about, for people: `plans_within_20_weeks`; its quarter stands beside it."""
    parts = about if isinstance(about, tuple) else (about,)
    named = (each.name if isinstance(each, Area) else str(each) for each in parts if not isinstance(each, Quarter))
    return ", ".join(each for each in named if each not in ("", "None"))


def _texts(part: Any) -> Iterator[str]:
    """Every text in a part of a pack, however deep."""
    if isinstance(part, str):
        yield part
    elif is_dataclass(part):
        for each in fields(part):
            yield from _texts(getattr(part, each.name))
    elif isinstance(part, (tuple, list, frozenset)):
        for each in part:
            yield from _texts(each)
    elif isinstance(part, dict):
        yield from _texts(tuple(part.items()))
