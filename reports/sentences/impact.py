"""What accepting a return would do to the KPIs, in a few sentences."""

from programme.impact import Foreseen
from reports.progress.impact import KpiChange, rated_anew
from reports.progress.word_changes import word_changes
from reports.sentences.word_changes import words_sentence

MOST_ROWS = 200  # of a table on a screen


def impact_summary(foreseen: Foreseen, changes: list[KpiChange], rows: int) -> str:
    """Figures and KPIs that would change, counted; `rows` are those of the longest table of KPIs."""
    kpis = {change.after.kpi.id for change in changes}
    ratings = sum(map(rated_anew, changes))
    restated = ", ".join(map(str, foreseen.restated_quarters))
    longest = max(rows, len(foreseen.changes))
    sentences = [
        f"Figures: {len(foreseen.new):,} new, {len(foreseen.changed):,} changed{_of_them(foreseen)}, "
        f"{len(foreseen.withdrawn):,} withdrawn, {foreseen.unchanged:,} unchanged.",
        f"KPIs that would change somewhere: {len(kpis)}. Ratings that would change: {ratings}.",
        f"Figures that readers have seen would change in {restated}."
        if restated
        else "No figure already seen would change.",
        words_sentence(word_changes(foreseen)) if foreseen.words_after else "",
        f"The tables below list the first {MOST_ROWS} lines." if longest > MOST_ROWS else "",
    ]
    return " ".join(sentence for sentence in sentences if sentence)


def _of_them(foreseen: Foreseen) -> str:
    settled = sum(change.only_status for change in foreseen.changed)
    return f" ({settled:,} of them only from provisional to final or back)" if settled else ""
