"""Ten thousand sentences over random series, read back: what they say is what was worked out."""

import random
import re
from collections import Counter

import pytest

from disclosure.rule import NoFigure, Number
from kpis.direction import Direction
from kpis.evaluate import KpiResult
from kpis.outcome import Known, Reason, Unknown
from kpis.pace import Outlook
from kpis.rating import Rating, rate
from kpis.registry import registry
from kpis.trend import DirectionOfTravel
from programme.areas import KENT
from programme.quarter import Quarter
from reports.language.grammar import spelt
from reports.progress.judgement import Judgement, judge
from reports.progress.readings import Line, Reading
from reports.sentences.course import pace_sentence
from reports.sentences.direction import direction_sentence, since_last_words, trend_words, when
from reports.sentences.kpi import kpi_headline, kpi_sentence
from reports.sentences.line import line_headline
from reports.sentences.past import past_sentence

NOW = Quarter(2024, 3)
KPIS = (
    "complaints_answered_in_time", "plans_within_20_weeks", "plans_within_20_weeks_rolling_year", "assessments_overdue",
    "plans_per_caseworker", "requests_received", "permanent_exclusions_send", "complaints_per_1000_plans",
    "phase_transfers_on_time", "oldest_open_assessment_weeks",
)  # fmt: skip
"""Shares, rates, counts, stocks, rolling years, seasons, a year, close to target, no better direction, a longest wait."""
SERIES_EACH = 170
NUMBER = r"−?\d[\d,]*(?:\.\d+)?"
WORSE, BETTER = re.compile(r"\bwors(?:e|ening|ened)\b", re.I), re.compile(r"\b(?:improv(?:ing|ed)|better)\b", re.I)


def number(text: str) -> float:
    return float(text.replace(",", "").replace("−", "-"))


def near(text: str, value: float) -> bool:
    """Whether a number as written is the value rounded to the decimals that it has."""
    decimals = len(text.partition(".")[2])
    return abs(number(text) - value) <= 0.5 * 10**-decimals + 1e-9


def a_reading(kpi, quarter: Quarter, known: Known | None) -> Reading:
    """A reading as the records would give it, without a database behind it."""
    reported = kpi.basis.reported(quarter)
    carried = reported if reported != quarter else None
    if known is None:
        result = KpiResult(kpi, KENT, quarter, Unknown(Reason.NOT_RETURNED, "plans_issued"))
        return Reading(result, NoFigure(Reason.NOT_RETURNED, "plans_issued"), rate(result))
    result = KpiResult(kpi, KENT, quarter, known, carried_from=carried)
    return Reading(result, Number(known.number, known.numerator, known.denominator), rate(result))


def at_random(chance: random.Random, kpi) -> Judgement:
    """A judgement of a random series: level, slope and noise by chance, with gaps, over one to twenty quarters."""
    quarters = NOW.last(chance.randint(1, 20))
    base = chance.choice((8, 40, 150, 2_000))
    level, slope = chance.uniform(0.05, 0.9), chance.choice((0, 0, chance.uniform(-0.05, 0.05)))
    found: dict[Quarter, Known | None] = {}
    for at, quarter in enumerate(quarters):
        reported = kpi.basis.reported(quarter)
        share = min(1, max(0, level + slope * at + chance.gauss(0, chance.choice((0, 0.01, 0.05)))))
        known = None if chance.random() < 0.1 else _known(kpi, round(share * base), base)
        found.setdefault(reported, known)
    return judge(Line(kpi, KENT, tuple(a_reading(kpi, each, found[kpi.basis.reported(each)]) for each in quarters)))


def _known(kpi, hits: int, base: int) -> Known:
    """A figure made of counts where the KPI counts anything."""
    if kpi.unit == "percent":
        return Known(100 * hits / base, hits, base)
    if kpi.unit == "rate":
        return Known(1000 * hits / base, hits, base)
    return Known(base / max(1, hits / 10), base, max(1, hits)) if kpi.unit == "ratio" else Known(float(hits))


@pytest.mark.parametrize("name", KPIS)
def test_every_sentence_reads_back_as_what_was_worked_out(name):
    chance, said = random.Random(name), Counter()
    for _ in range(SERIES_EACH):
        judged = at_random(chance, registry()[name])
        for sentence, reads_back in READ_BACK.items():
            text = sentence(judged)
            said[sentence.__name__] += bool(text)
            reads_back(judged, text)
    assert sum(said.values()) >= 1_000  # of each KPI: ten thousand in all


def of_the_figure(judged: Judgement, text: str) -> None:
    reading = judged.reading
    if isinstance(reading.shown, NoFigure):
        assert "there is no figure, because it is not returned" in text
        return
    figure, counts, against = re.search(
        rf"stood at ({NUMBER})[^(]*?(?: \(({NUMBER} of {NUMBER})\))?, ((?:just|which|and) .*?);", text
    ).groups()
    assert near(figure, reading.shown.value)
    if counts:
        assert [number(each) for each in counts.split(" of ")] == [reading.shown.numerator, reading.shown.denominator]
    judges(reading, against)
    says_one_word(judged, text)


def judges(reading: Reading, against: str) -> None:
    words = {
        Rating.GREEN: ("meets the target of", None), Rating.AMBER: ("misses the target of", "but meets the floor of"),
        Rating.RED: ("misses the target of", "and the floor of"), Rating.NOT_RATED: ("is not rated: ", None),
    }[reading.rated.rating]  # fmt: skip
    assert all(part in against for part in words if part)
    if reading.rated.rating is not Rating.NOT_RATED:
        assert near(re.search(NUMBER, against.partition("the target of")[2])[0], reading.rated.target.value)


def says_one_word(judged: Judgement, text: str) -> None:
    """The direction, its figure of before and what is not said: worse and improved of one figure."""
    step = judged.step
    text = text.replace("neither better nor worse", "neither")
    if WORSE.search(text) and (BETTER.search(text) or "special cause improving" in text):
        assert "but its level goes the other way" in text
    if step.barrier:
        assert "its direction cannot be said: " in text
        return
    going = re.search(r"(?:it is (\w+)|there is (no real change)) since (.+?) \(then (.+?)\)", text)
    assert (going[1] or going[2]) == judged.direction
    assert going[3] == when(judged, step.since)
    then = re.match(NUMBER, going[4])[0]
    assert near(then, judged.series[step.since])
    moved(judged, judged.direction, going[4])


def moved(judged: Judgement, direction: Direction, then: str) -> None:
    """A figure that is said to move has moved that way, as both are written."""
    kpi = judged.line.kpi
    before, *after = [number(each) for each in re.findall(NUMBER, then.replace("2024/25", ""))][:2]
    now = after[0] if ", now " in then else number(re.match(NUMBER, judged.reading.display)[0])
    up = {Direction.IMPROVING: kpi.better == "higher", Direction.WORSENING: kpi.better == "lower", Direction.RISING: True,
          Direction.FALLING: False}.get(direction)  # fmt: skip
    if up is not None and kpi.better != "target" and "nearly the same" not in then:
        assert (now > before) == up and now != before


def of_the_step(judged: Judgement, text: str) -> None:
    if judged.step.barrier:
        assert text.startswith("Cannot be said: ")
        return
    word, since = re.match(r"\S (.+?) since (.+?) \(then ", text).groups()
    assert (word.casefold(), since) == (judged.direction, when(judged, judged.step.since))


def of_the_last_figure(judged: Judgement, text: str) -> None:
    travel = judged.since_last
    if travel is None:
        assert text.startswith("Cannot be said: ")
        return
    word, since, then = re.match(r"\S (\w+) since (.+?) \(then (.+?)\)\.", text).groups()
    same = travel.direction is DirectionOfTravel.SAME
    assert (word, since) == ("Unchanged" if same else str(travel.direction).capitalize(), when(judged, travel.since))
    assert near(re.match(NUMBER, then)[0], judged.series[travel.since])


def of_the_trend(judged: Judgement, text: str) -> None:
    if judged.trend is None:
        assert text == "Cannot be said: there is no figure."
        return
    word, since = re.match(r"\S (.+?) since (.+?)\.", text).groups()
    assert (word.casefold(), since) == (judged.trend.direction, when(judged, judged.trend.since))


def of_the_pace(judged: Judgement, text: str) -> None:
    pace = judged.pace
    if pace is None:
        assert text == ""
        return
    between = re.search(rf"of (.+?) lies between ({NUMBER}).*? and ({NUMBER})", text.partition("a quarter) ")[2])
    if between and pace.outlook is not Outlook.MET:
        assert between[1].rpartition("figure of ")[2].rpartition("target of ")[2] == when(judged, pace.quarter)
        assert near(between[2], pace.expected.low) and near(between[3], pace.expected.high)
    assert ("is met by" in text) == (pace.outlook is Outlook.DATED) == (pace.date is not None)
    assert ("cannot be said" in text) == (pace.outlook not in (Outlook.DATED, Outlook.MET))
    if pace.date:
        assert f"is met by {when(judged, pace.date)}" in text
    if "without change it will not reliably be met" in text:
        assert pace.outlook is Outlook.MET


def of_the_past(judged: Judgement, text: str) -> None:
    known = {quarter: value for quarter, value in judged.series.items() if value is not None}
    for word, since in re.findall(r"(Lowest|Highest) since (.+?)\.", text):
        then = next(quarter for quarter in known if when(judged, quarter) == since)
        now, between = known[judged.reported], [known[each] for each in known if then < each < judged.reported]
        assert all((now < each) if word == "Lowest" else (now > each) for each in between)
        assert (known[then] <= now) if word == "Lowest" else (known[then] >= now)
    for way, steps in re.findall(r"Longest run: it (rose|fell) (\w+) times", text):
        count = next(each for each in range(3, 21) if spelt(each).lower() == steps)
        last = [known[each] for each in sorted(known)][-count - 1 :]
        assert last == sorted(last, reverse=way == "fell") and len(set(last)) == len(last)


def of_the_chart(judged: Judgement, text: str) -> None:
    known = {each.quarter: each.shown.value for each in judged.line.readings if isinstance(each.shown, Number)}
    for figure, quarter in re.findall(rf"({NUMBER})[^;]*? in (\d{{4}}/\d\d Q\d)", text):
        assert near(figure, known[Quarter.parse(quarter)])
    for word, figure in re.findall(rf"(lowest|highest) ({NUMBER})", text):
        assert near(figure, (min if word == "lowest" else max)(known.values()))


def of_the_title(judged: Judgement, text: str) -> None:
    if isinstance(judged.reading.shown, NoFigure):
        assert text.endswith("no figure, not returned")
        return
    word = text.rpartition(", ")[2]
    assert word.startswith("direction cannot be said" if judged.step.barrier else f"{judged.direction} since ")


def chart_title(judged: Judgement) -> str:
    return line_headline(judged.line)


READ_BACK = {
    kpi_sentence: of_the_figure, kpi_headline: of_the_title, direction_sentence: of_the_step,
    since_last_words: of_the_last_figure, trend_words: of_the_trend, pace_sentence: of_the_pace, past_sentence: of_the_past,
    chart_title: of_the_chart,
}  # fmt: skip


@pytest.mark.parametrize(
    ("change", "to"),
    [
        ("stood at ", "stood at 9"),
        ("it is improving", "it is worsening"),
        ("since 2024", "since 2023"),
        ("(then ", "(then 1"),
    ],
)
def test_a_sentence_that_says_something_else_is_found(change, to):
    kpi = registry()["complaints_answered_in_time"]
    known = (_known(kpi, hits, 1000) for hits in (700, 710, 800))
    judged = judge(Line(kpi, KENT, tuple(a_reading(kpi, NOW - 2 + at, each) for at, each in enumerate(known))))
    text = kpi_sentence(judged)
    of_the_figure(judged, text)
    assert change in text
    with pytest.raises(AssertionError):
        of_the_figure(judged, text.replace(change, to))
