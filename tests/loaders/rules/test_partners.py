from dataclasses import replace

import pytest

from programme.areas import NHS_KENT_AND_MEDWAY
from programme.measures import owed_by
from programme.quarter import Quarter
from tests import factories
from tests.factories import QUARTER
from tests.loaders.rules.one_change import Row, all_of, answered, known_from, typed
from tests.loaders.rules.standing_words import COUNCIL, NHS, known_words, standing, version
from tests.loaders.rules.written_rows import row, with_rows

THEIRS = standing("Actions", row("Actions"), by=version(organisation=NHS))
MEASURE = "speech_and_language_waiting"
TITLE = "Children waiting for speech and language therapy"
HEALTH, COUNTED = (MEASURE, NHS_KENT_AND_MEDWAY.name), "where they differ, the figure of NHS Kent and Medway counts"


def accepted(value, organisation, quarter: Quarter = QUARTER):
    figure = factories.figure(MEASURE, NHS_KENT_AND_MEDWAY, quarter, value)
    return replace(known_from([figure], 1, "Figures", "D5"), versions=(version(1, organisation=organisation),))


def own_of(organisation):
    """The rows of one organisation, with its name on the cover."""

    def change(form):
        sheet = form["Figures"]
        for line in range(sheet.max_row, 1, -1):
            if owed_by(sheet.cell(line, 1).value) != organisation:
                sheet.delete_rows(line)

    return all_of(answered("Organisation", organisation), change)


def disagreement(name, change, known, message):
    return Row(name, change, (("partner_disagrees", message[0], message[1]),), streams=(5,), known=known)


ROWS = [
    disagreement(
        "the council's copy of the NHS's figure",
        typed(*HEALTH, 1_700),
        accepted(1_750, NHS),
        (
            "Figures!D2",
            f"{TITLE}, NHS Kent and Medway ICB must be what NHS Kent and Medway returned, "
            f"1,750 (version 1, Figures!D5); {COUNTED}, got: 1700",
        ),
    ),
    disagreement(
        "the NHS's own after the council's",
        all_of(own_of(NHS), typed(*HEALTH, 1_700)),
        accepted(1_750, COUNCIL),
        (
            "Figures!D2",
            f"{TITLE}, NHS Kent and Medway ICB must be what Kent County Council returned, "
            f"1,750 (version 1, Figures!D5); {COUNTED}, got: 1700",
        ),
    ),
    disagreement(
        "a symbol",
        typed(*HEALTH, "x"),
        accepted(1_750, NHS),
        (
            "Figures!D2",
            f"{TITLE}, NHS Kent and Medway ICB must be what NHS Kent and Medway returned, "
            f"1,750 (version 1, Figures!D5); {COUNTED}, got: x",
        ),
    ),
    Row(
        "an action under the ref of another organisation's",
        with_rows("Actions", row("Actions", ref="app-6.01", complete=70)),
        (
            (
                "partner_words_replaced",
                "Actions!A2",
                "app-6.01: Ref must not be that of a row which another organisation returned (NHS Kent and Medway, "
                "version 1, Actions!A2), because this one would take its place, got: app-6.01",
            ),
        ),
        known=replace(known_words(Actions=THEIRS), actions=()),
    ),
]


@pytest.mark.parametrize("case", ROWS, ids=lambda row: row.name)
def test_one_change(case):
    assert case.found == case.expected


@pytest.mark.parametrize(
    "known",
    [accepted(1_700, NHS), accepted(1_750, COUNCIL), accepted(1_650, NHS, QUARTER - 1)],
    ids=["the same", "its own earlier one", "of another quarter"],
)
def test_where_both_say_the_same_or_only_one_says_it_there_is_no_finding(known):
    assert Row("agreed", typed(*HEALTH, 1_700), (), streams=(5,), known=known).found == ()


def asked(change, *stood):
    known = replace(known_words(), words={"Actions": stood}, versions=tuple(each.version for each in stood))
    return [each for each in Row("", change, (), known=known).found if each[0] == "partner_words_replaced"]


def test_a_row_that_says_the_same_or_replaces_its_own_is_not_asked_about():
    changed, own = with_rows("Actions", row("Actions", complete=70)), standing("Actions", row("Actions"), by=version(2))
    assert len(asked(changed, own, THEIRS)) == 1
    assert asked(with_rows("Actions", row("Actions")), THEIRS) == []
    assert asked(changed, own) == []
    assert asked(changed, THEIRS, own) == [], "the newest is its own"


def test_a_row_of_another_quarter_or_workstream_takes_no_place():
    changed = with_rows("Actions", row("Actions", complete=70))
    assert asked(changed, replace(THEIRS, streams=frozenset())) == []
    assert asked(changed, standing("Actions", row("Actions"), by=version(organisation=NHS, quarter=QUARTER - 1))) == []
    assert asked(with_rows("Actions", row("Actions", workstream=2, complete=70)), THEIRS) == []
