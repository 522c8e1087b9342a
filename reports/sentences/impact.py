"""What accepting a return would do to the KPIs, in a few sentences."""

from collections.abc import Iterable

from disclosure.rule import Number
from programme.hidden import Decided
from programme.impact import Foreseen
from reports.language.grammar import counted, would_change
from reports.language.numbers import number_text
from reports.progress.impact import KpiChange, rated_anew
from reports.progress.readings import Reading
from reports.progress.word_changes import WordChange
from reports.sentences.word_changes import words_sentence

PUT_RIGHT = "Put that figure right, or ask who answers for it."
MOST_ROWS = 200  # of a table on a screen


def impact_summary(
    foreseen: Foreseen, changes: list[KpiChange], words: list[WordChange], rows: int, *, accepted: bool = False
) -> str:
    """Figures, KPIs and words that would change, or that did once it is `accepted`, counted.

    `rows` are those of the longest table of KPIs.
    """
    kpis = {change.after.kpi.id for change in changes}
    ratings = sum(map(rated_anew, changes))
    arriving = any(change.arrives for change in changes)
    restated = ", ".join(map(str, foreseen.restated_quarters))
    longest = max(rows, len(foreseen.changes))
    sentences = [
        f"Figures: {len(foreseen.new):,} new, {len(foreseen.changed):,} changed{_of_them(foreseen)}, "
        f"{len(foreseen.withdrawn):,} withdrawn, {foreseen.unchanged:,} unchanged.",
        _kept(foreseen),
        f"KPIs that {would_change(accepted)} somewhere: {len(kpis)}. Ratings that {would_change(accepted)}"
        f"{' against last quarter' if arriving else ''}: {ratings}.",
        f"Figures that readers have seen {would_change(accepted)} in {restated}."
        if restated
        else f"No figure already seen {would_change(accepted)}.",
        words_sentence(words, accepted=accepted) if foreseen.words_after else "",
        f"The tables below list the first {MOST_ROWS} lines." if longest > MOST_ROWS else "",
    ]
    return " ".join(sentence for sentence in sentences if sentence)


def hiding_sentence(decided: Decided) -> str:
    """What accepting would hide from readers, counted; or that they would keep the state before, because of which figure."""
    if decided.withheld:
        return f"Readers would keep the state before this return, because of: {decided.withheld}. {PUT_RIGHT}"
    if not decided.hidden:
        return "Nothing more would be hidden from readers."
    needed = sum(why.needed for why in decided.hidden.values())
    many = len(decided.hidden)
    return (
        f"Hidden from readers from then on: {counted(many, 'more number')}, {needed:,} for what it is itself, "
        f"{many - needed:,} because it would give another away."
    )


def _kept(foreseen: Foreseen) -> str:
    """What is kept beside the figures of quarters; empty where nothing of it changes."""
    months = sum(each.counted for each in foreseen.kept)
    told = [
        counted(months, "monthly or yearly figure") if months else "",
        counted(len(foreseen.kept) - months, "reported value") if len(foreseen.kept) > months else "",
    ]
    gone = f"{foreseen.kept_gone:,} withdrawn" if foreseen.kept_gone else ""
    said = " and ".join(filter(None, told))
    return f"Kept beside: {', '.join(filter(None, (said and f'{said} new or changed', gone)))}." if said or gone else ""


def _of_them(foreseen: Foreseen) -> str:
    settled = sum(change.only_status for change in foreseen.changed)
    return f" ({settled:,} of them only from provisional to final or back)" if settled else ""


def movement_text(last: Reading, now: Reading) -> str:
    """`+3.2 points` of a share, `−14 (−12%)` of anything else; empty where one of the two cannot be seen."""
    if not (isinstance(last.shown, Number) and isinstance(now.shown, Number)):
        return ""
    kpi, moved = now.kpi, now.shown.value - last.shown.value
    amount = number_text(moved, kpi.decimals)
    signed = amount if moved < 0 else f"+{amount}"
    if kpi.unit == "percent":
        return f"{signed} points"
    share = f" ({'+' if moved >= 0 else ''}{number_text(100 * moved / last.shown.value, 0)}%)" if last.shown.value else ""
    return f"{signed}{share}"


def previewed_lines(changes: Iterable[tuple[str, ...]]) -> tuple[str, ...]:
    """Rows of a table as lines of text in columns."""
    rows = [tuple(map(str, row)) for row in changes]
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    return tuple(
        "  " + "  ".join(text.ljust(width) for text, width in zip(row, widths, strict=True)).rstrip() for row in rows
    )
