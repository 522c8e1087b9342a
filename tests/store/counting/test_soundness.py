from dataclasses import replace

import pytest

from programme.symbols import Symbol
from store.counting.soundness import refuse_unsound
from tests.store.submissions import ISSUED, Q2, figure, history, standard

SOUND = standard({ISSUED: 100})
(FIGURE,) = SOUND.figures


def test_a_sound_submission_passes():
    refuse_unsound(SOUND, "analyst")
    refuse_unsound(standard({ISSUED: Symbol.SUPPRESSED}), "analyst")
    refuse_unsound(history((FIGURE, replace(FIGURE, quarter=Q2))), "analyst")


@pytest.mark.parametrize(
    ("fault", "words"),
    [
        (replace(SOUND, sha256="0" * 64), "The fingerprint must be the file's, got: 000"),
        (replace(SOUND, cover=replace(SOUND.cover, quarter=None)), "A standard return, and only that, has a quarter"),
        (replace(SOUND, cover=replace(SOUND.cover, kind="history")), "A standard return, and only that, has a quarter"),
        (replace(SOUND, figures=(replace(FIGURE, measure="plans"),)), "must be one of measures.csv, got: plans"),
        (replace(SOUND, figures=(replace(FIGURE, value=float("nan")),)), "A figure must be finite, got: .*nan"),
        (replace(SOUND, figures=(replace(FIGURE, value=float("inf")),)), "A figure must be finite, got: .*inf"),
        (replace(SOUND, figures=(FIGURE, FIGURE)), "one value for a measure, area and quarter, got: "),
        (replace(SOUND, figures=(replace(FIGURE, quarter=Q2),)), "must be of its cover's scope, got: "),
        (replace(SOUND, figures=(figure("complaints_received", 5),)), "must be of its cover's scope, got: "),
    ],
)
def test_a_fault_is_named(fault, words):
    with pytest.raises(ValueError, match=words):
        refuse_unsound(fault, "analyst")


def test_whoever_accepts_is_named():
    with pytest.raises(ValueError, match="must be named, got:  "):
        refuse_unsound(SOUND, " ")
