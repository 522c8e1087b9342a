"""One plain sentence for every result: what it is, against what, since when, how sure."""

from disclosure.rule import Hidden, NoFigure, Number
from kpis.kpi import Kpi
from kpis.outcome import Reason
from kpis.rating import Rating
from kpis.spc import Variation, chartable
from programme.areas import Area
from programme.hidden import HIDDEN_SIGN, HIDDEN_WORDS
from reports.language.numbers import amount_text, described, number_text, target_text, title_in_sentence
from reports.progress.judgement import Judgement
from reports.progress.readings import Reading
from reports.sentences.direction import direction_clause, direction_short
from reports.sentences.process import CAUSES, VERDICTS

MET = {
    Rating.GREEN: "target met",
    Rating.AMBER: "target missed but floor met",
    Rating.RED: "floor missed",
    Rating.NOT_RATED: "not rated",
}
CLAUSES = (Reason.PERIOD_INCOMPLETE, Reason.PART_UNKNOWN, Reason.ROUNDS_TO_ZERO)


def kpi_sentence(judged: Judgement) -> str:
    """The sentence for a line's newest reading. It never begins with a number."""
    reading = judged.reading
    about = f"{title_in_sentence(reading.kpi)} ({reading.area.name}, {_covers(reading)})"
    match reading.shown:
        case NoFigure(reason, detail):
            return f"{about}: there is no figure, because {_absent(reason)}{f' ({described(detail)})' if detail else ''}."
        case Hidden():
            return f"{about}: {HIDDEN_SIGN}. {HIDDEN_WORDS}."
    parts = [
        f"{about} stood at {reading.amount}{counts_clause(reading)}, {_against(reading)}",
        direction_clause(judged),
        *_sureness(judged),
    ]
    return f"{'; '.join(parts)}."


def kpi_headline(judged: Judgement) -> str:
    """The sentence's core, for a title: `Plans issued within 20 weeks: 58.5%, target missed but floor met, improved`."""
    reading = judged.reading
    about = title_in_sentence(reading.kpi)
    match reading.shown:
        case NoFigure(reason):
            return f"{about}: no figure, {reason}"
        case Hidden():
            return f"{about}: {HIDDEN_SIGN}. {HIDDEN_WORDS}"
    met = "judged " + str(reading.rated.rating) if reading.override else MET[reading.rated.rating]
    return f"{about}: {reading.display}, {met}, {direction_short(judged)}"


def _absent(reason: Reason) -> str:
    """`it is not returned`; a reason that is a whole clause stands by itself."""
    return str(reason) if reason in CLAUSES else f"it is {reason}"


def _covers(reading: Reading) -> str:
    return f"{reading.result.period}, carried forward" if reading.carried else reading.result.period


def carried_clause(reading: Reading) -> str:
    """`calendar year 2023, carried forward`, to stand beside a figure whose period is not said; empty of every other."""
    return _covers(reading) if reading.carried and not isinstance(reading.shown, NoFigure) else ""


def counts_clause(reading: Reading) -> str:
    """` (322 of 550)`, where a figure has counts that may be seen."""
    shown = reading.shown
    if not isinstance(shown, Number) or shown.numerator is None:
        return ""
    return f" ({number_text(shown.numerator, 0)} of {number_text(shown.denominator, 0)})"


def _against(reading: Reading) -> str:
    kpi, target = reading.kpi, reading.rated.target
    if reading.override:
        return f"and was {reading.rated.reason}"
    match reading.rated.rating:
        case Rating.NOT_RATED:
            return f"and is not rated: {reading.rated.reason}"
        case Rating.GREEN:
            return f"which meets the target of {target_text(kpi, target)}"
        case Rating.AMBER:
            return f"which misses the target of {target_text(kpi, target)} but meets the floor of {_floor(reading)}"
        case _:
            return f"which misses the target of {target_text(kpi, target)} and the floor of {_floor(reading)}"


def _floor(reading: Reading) -> str:
    target = reading.rated.target
    if reading.kpi.better == "target":
        return f"within {number_text(target.floor, reading.kpi.decimals)} of it"
    return amount_text(reading.kpi, target.floor)


def _sureness(judged: Judgement) -> list[str]:
    return [process_clause(judged)] + (["the figure is provisional"] if judged.reading.result.provisional else [])


def process_clause(judged: Judgement) -> str:
    """What process control says of the level, as a clause in its own words; where the step goes the other way it says so."""
    if judged.variation is None:
        few = "there are too few figures for process control"
        return few if chartable(judged.line.kpi) else "process control does not apply to it"
    trial = " (trial limits)" if judged.chart.latest.trial else ""
    if judged.variation is Variation.COMMON_CAUSE:
        return f"its level: common cause{trial}"
    but = "but its level goes the other way" if judged.at_odds else "its level"
    return f"{but}: {VERDICTS[judged.variation]}, because {CAUSES[judged.chart.latest.special_cause]}{trial}"


def not_for_area(kpi: Kpi, wanted: Area, shown: Area) -> str:
    """Why another area's figures stand there than the one chosen."""
    return f"{kpi.short} is not collected for {wanted.name}: what is shown is {shown.name}."
