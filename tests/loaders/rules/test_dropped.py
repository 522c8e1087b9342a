from dataclasses import replace

import pytest

from programme.areas import KENT
from tests import factories
from tests.factories import QUARTER
from tests.loaders.rules.one_change import Row, all_of, answered, known_before, known_from, nothing
from tests.loaders.rules.standing_words import NHS, known_words, standing, version
from tests.loaders.rules.written_rows import row, with_rows

STAND = "must still have the rows that stand for 2024/25 Q4 (version 1), got: no row for"
DONE = {"status": "Blue", "actual": "2024-11-01", "evidence": "DOC-7", "complete": 100}


def actions(*numbers, **more):
    return [row("Actions", ref=f"APP-6.{number:02}", **more) for number in numbers]


def decided(*numbers):
    return [row("Decisions", reference=f"21/{number:05}") for number in numbers]


def without_values(form):
    for cell in form["Figures"]["D"][1:]:
        cell.value = None


def without_figures(form):
    del form["Figures"]


WORDS = with_rows("Actions", *actions(1))
OF_BEFORE = known_words(Actions=standing("Actions", *actions(1)))
NO_FIGURE = "Figures must be given, or the Cover must say “left as it is”, got: no figure: those that were accepted stay"


def with_figures(known):
    """The same, and the figures of the quarter that are corrected."""
    return replace(known_from(factories.figures(QUARTER, (3,))), words=known.words, versions=known.versions)


ROWS = [
    Row(
        "an open action",
        with_rows("Actions", *actions(1)),
        (("rows_dropped", "Actions", f"Actions {STAND} APP-6.02 (1 of 2)"),),
        known=known_words(Actions=standing("Actions", *actions(1, 2))),
    ),
    Row(
        "more than a tenth",
        with_rows("Decisions", *decided(*range(1, 18))),
        (("rows_dropped", "Decisions", f"Decisions {STAND} 21/00018, 21/00019 and 21/00020 (3 of 20)"),),
        known=known_words(Decisions=standing("Decisions", *decided(*range(1, 21)))),
    ),
    Row(
        "a sheet that is emptied",
        answered("Risks", "none any more"),
        (("rows_dropped", "Risks", f"Risks {STAND} R-01 (1 of 1)"),),
        known=known_words(Risks=standing("Risks", row("Risks"))),
    ),
    Row(
        "a decision that has no reference yet",
        with_rows("Decisions", row("Decisions", reference=None)),
        (("rows_dropped", "Decisions", f"Decisions {STAND} New school (1 of 2)"),),
        known=known_words(
            Decisions=standing(
                "Decisions",
                row("Decisions", reference=None),
                row("Decisions", reference=None, title="New school", status="proposed"),
            )
        ),
    ),
    Row(
        "a planned value of one area",
        with_rows("Trajectory", row("Trajectory", area="Ashford")),
        (("rows_dropped", "Trajectory", f"Trajectory {STAND} Plans issued within 20 weeks (1 of 2)"),),
        known=known_words(
            Trajectory=standing("Trajectory", row("Trajectory", area="Ashford"), row("Trajectory", area="Dover"))
        ),
    ),
    Row(
        "nothing: what was done was put right, and the day of a plan is written in another way",
        all_of(
            with_rows("Participation", row("Participation", we_did="Call-backs within a day")),
            with_rows("Trajectory", row("Trajectory", quarter="Q4 2025/26", agreed_on="3 February 2025")),
        ),
        (),
        known=known_words(
            Participation=standing("Participation", row("Participation")),
            Trajectory=standing("Trajectory", row("Trajectory")),
        ),
    ),
    Row(
        "words",
        nothing,
        (
            (
                "words_left_out",
                "Actions",
                "A sheet with rows that stand for 2024/25 Q4 must have them, or the Cover must say “left as it is”, got: "
                "no row on Actions (2) and Risks (1): they stay. Only “none any more” empties a sheet",
            ),
        ),
        known=known_words(Actions=standing("Actions", *actions(1, 2)), Risks=standing("Risks", row("Risks"))),
    ),
    Row(
        "figures",
        all_of(WORDS, without_values),
        (("figures_left_out", "Cover!B12", NO_FIGURE),),
        known=with_figures(OF_BEFORE),
    ),
    Row(
        "the sheet of figures",
        all_of(WORDS, without_figures),
        (("figures_left_out", "Cover!B12", NO_FIGURE),),
        known=with_figures(OF_BEFORE),
    ),
    Row(
        "figures that were never given",
        all_of(WORDS, without_values, answered("Figures", "left as it is")),
        (
            (
                "figures_left_out",
                "Cover!B12",
                "Figures of workstream 3 must be given for 2024/25 Q4, got: “left as it is”, and none were accepted",
            ),
        ),
        known=OF_BEFORE,
    ),
]


@pytest.mark.parametrize("case", ROWS, ids=lambda row: row.name)
def test_one_change(case):
    assert case.found == case.expected


def test_an_action_whose_ref_is_spelt_otherwise_is_still_there():
    known = known_words(Actions=standing("Actions", *actions(1)))
    found = Row("respelt", with_rows("Actions", row("Actions", ref="app\u201106.01")), (), known=known).found
    assert "rows_dropped" in [rule for rule, _, _ in found], "06.01 is another ref, and asked about"
    found = Row("respelt", with_rows("Actions", row("Actions", ref="app\u20116.01")), (), known=known).found
    assert [rule for rule, _, _ in found] == ["ref_respelt"]


def test_words_alone_are_no_finding_where_the_cover_says_so_and_figures_are_there():
    change = all_of(WORDS, without_values, answered("Figures", "left as it is"))
    assert Row("alone", change, (), known=with_figures(OF_BEFORE)).found == ()


def test_a_first_return_must_carry_its_figures():
    found = Row("first", all_of(WORDS, without_values), (), known=known_before()).found
    assert {rule for rule, _, _ in found} == {"value_missing"}


def test_a_tenth_of_what_is_finished_may_go():
    rows = [*actions(*range(1, 20)), *actions(20, **DONE)]
    known = known_words(Actions=standing("Actions", *rows))
    found = Row("a tenth", with_rows("Actions", *rows[:-1]), (), known=known).found
    assert [rule for rule, _, _ in found if rule == "rows_dropped"] == []


@pytest.mark.parametrize(
    "stood",
    [
        standing("Actions", *actions(1, 2), by=version(organisation=NHS)),
        standing("Actions", *actions(1, 2), by=version(quarter=QUARTER - 1)),
        standing("Actions", *actions(1, 2), held=()),
        standing("Actions", *actions(1, 2), by=version(kind="history")),
        standing("Actions", *actions(1, 2, workstream=2), by=version(streams=(2, 3))),
    ],
    ids=["another organisation's", "another quarter's", "replaced already", "of a history", "of another workstream"],
)
def test_rows_that_a_return_does_not_replace_are_not_dropped(stood):
    known = replace(known_words(Actions=stood), actions=())
    assert Row("others", with_rows("Actions", *actions(3)), (), known=known).found == ()
    assert Row("others", nothing, (), known=known).found == ()


def test_a_sheet_that_the_cover_leaves_is_not_asked_about():
    known = known_words(Actions=standing("Actions", *actions(1, 2)))
    assert Row("left", answered("Actions", "left as it is"), (), known=known).found == ()


def test_of_very_many_rows_the_first_are_named():
    known = known_words(Decisions=standing("Decisions", *decided(*range(1, 41))))
    ((_, _, message),) = Row("many", answered("Decisions", "none any more"), (), known=known).found
    assert message.endswith("21/00030 and 10 more (40 of 40)")


def test_a_partners_return_without_figures_of_its_own_is_not_asked_for_any():
    change = all_of(WORDS, without_values, answered("Organisation", NHS))
    found = Row("partner", change, (), known=known_from([factories.figure("plans_issued", KENT, QUARTER, 1)])).found
    assert [rule for rule, _, _ in found] == ["figures_left_out"]
