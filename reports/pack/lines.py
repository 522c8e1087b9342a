"""What a pack says, line by line, to be kept beside its files: figures, ratings, directions, sentences, words."""

from collections.abc import Iterator, Mapping
from dataclasses import fields, is_dataclass
from functools import cache
from typing import Any

from disclosure.rule import Number, Shown
from kpis.movement import references_at
from plumbing.deferred import Deferred
from programme.areas import KENT, Area
from programme.kept_packs import LineKey, PackLine, PackLineKind
from programme.quarter import Quarter
from programme.workstreams import weaknesses
from record.logs import rows_told
from reports.language.numbers import unknown_text
from reports.pack.data import figures_judged, series_read
from reports.pack.parts import Pack
from reports.progress.delivery import delivery
from reports.progress.overview import overview, verdicts
from reports.progress.readings import Progress, Reading, once_per_progress
from reports.progress.standing import standings
from reports.sentences.kpi import kpi_sentence
from reports.sentences.outcomes import delivery_sentence, outcome_sentence
from reports.sentences.overview import group_headline
from reports.sentences.plan import lateness_headline
from reports.sentences.this_quarter import quarter_headline


def lines_to_keep(progress: Progress, pack: Pack) -> tuple[PackLine, ...]:
    """Every line of a pack that was made of `progress`, and after them all of its texts, for redactions."""
    quarter = pack.origin.quarter
    parts = {"cover": pack.cover, "glance": pack.glance, **{each.key: each for each in pack.sections}}
    parts |= {f"measure {each.id}": each for each in pack.measures} | {"notes": pack.notes}
    said = (PackLine(PackLineKind.SAID, key, "", quarter, "", "\n".join(_texts(part))) for key, part in parts.items())
    return (*lines_now(progress, quarter).values(), *said)


@once_per_progress
def lines_now(progress: Progress, quarter: Quarter) -> Mapping[LineKey, PackLine]:
    """What a pack of `quarter` would say if it were made of `progress`: each figure, rating, direction, sentence and word
    once, by what tells it from others."""
    found: dict[LineKey, PackLine] = {}
    for line in (*_figures(progress, quarter), *_sentences(progress, quarter), *_words(progress, quarter)):
        found.setdefault(line.key, line)
    return found


def _figures(progress: Progress, quarter: Quarter) -> Iterator[PackLine]:
    """Of the measures and areas of the quarter, and of the whole area's series: the rows of the pack's data."""
    for judged in figures_judged(progress, quarter):
        yield from _figure(judged.reading)
        about = _about(judged.reading)
        yield PackLine(PackLineKind.DIRECTION, *about, str(judged.direction))
        yield PackLine(PackLineKind.SENTENCE, *about, kpi_sentence(judged))
    for reading in series_read(progress, quarter):
        yield from _figure(reading)


def _figure(reading: Reading) -> Iterator[PackLine]:
    yield PackLine(PackLineKind.FIGURE, *_about(reading), reading.display, _exact(reading.shown))
    yield PackLine(PackLineKind.RATING, *_about(reading), str(reading.rated.rating))


def _about(reading: Reading) -> tuple[str, str, Quarter, str]:
    return reading.kpi.id, reading.area.code, reading.quarter, ""


def _exact(shown: Shown) -> str:
    """The value, what it was worked out from and why there is none, as in the data."""
    if not isinstance(shown, Number):
        return f" |  |  | {unknown_text(shown)}"
    known = ("" if each is None else str(each) for each in (shown.value, shown.numerator, shown.denominator))
    return f"{' | '.join(known)} | "


def _sentences(progress: Progress, quarter: Quarter) -> Iterator[PackLine]:
    """What is said of the quarter and of each weakness by rule."""
    rows, seen = standings(progress, KENT, quarter, tuple(weaknesses().values())), overview(progress, KENT, quarter)
    about, plan = (PackLineKind.SENTENCE, str(quarter), "", quarter), delivery(progress, quarter)
    yield PackLine(*about, "Finding", quarter_headline(rows, seen))
    yield PackLine(*about, "Plan", lateness_headline(plan.actions))
    for each in rows:
        of = each.both.about
        about = PackLineKind.SENTENCE, of.name, "", quarter
        yield PackLine(*about, "Finding", group_headline(of, verdicts(progress, KENT, quarter, of)))
        yield PackLine(*about, "Delivered", delivery_sentence(each.both.delivered))
        for since in references_at(quarter):
            yield PackLine(*about, f"Changed {since}", outcome_sentence(each.both, since, named=False))


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


def _texts(part: Any) -> list[str]:
    """Every text in a part of a pack, however deep."""
    found: list[str] = []
    _gather(part, found)
    return found


def _gather(part: Any, found: list[str]) -> None:
    """Add every text in a part; into one list, because a text is up to ten parts deep."""
    if isinstance(part, str):
        found.append(part)
    elif told := _fields(type(part)):
        for name in told:
            _gather(getattr(part, name), found)
    elif isinstance(part, (tuple, list, frozenset, Deferred)):
        for each in part:
            _gather(each, found)
    elif isinstance(part, dict):
        _gather(tuple(part.items()), found)


@cache
def _fields(kind: type) -> tuple[str, ...]:
    """The fields of a dataclass; none of anything else."""
    return tuple(each.name for each in fields(kind)) if is_dataclass(kind) else ()
