from dataclasses import replace

from programme.kept_packs import KeptFile, PackSending
from reports.pack.kept_tables import called, files_table, moves_table, sendings_table
from reports.pack.moved import PackCause, PackMove
from tests.reports.cells import texts
from tests.reports.pack.test_moved import FIGURE, WHY, kept
from tests.store.wordings import later


def test_a_sending_has_a_row_with_to_whom_the_pack_went(shown):
    sent = (PackSending("DfE", later(0), "The chair", ""), PackSending("The board", later(1), "The chair", ""))
    pack = replace(kept(shown, "abc"), sendings=sent, files=(KeptFile("a.pdf", 1234, "f" * 64),))
    rows = texts(sendings_table([pack]))
    assert [each["Went to"] for each in rows] == ["DfE", "The board"]
    assert (rows[0]["Pack"], rows[0]["State"], rows[0]["Files"], rows[0]["Definitions"]) == (
        *("an id", "published"),
        *("1 kept", "abc"),
    )
    assert texts(sendings_table([replace(pack, redacted="redacted on a day: why")]))[0]["Files"] == "redacted on a day: why"
    assert texts(files_table(pack)) == [{"File": "a.pdf", "Bytes": "1,234", "Fingerprint (sha256)": "f" * 64}]


def test_a_move_says_what_it_was_and_is_and_what_moved_it_and_its_reason_to_who_may_read_it():
    cause = PackCause("return a.xlsx", 3, None, "a recount", "An analyst", later(0))
    moves = (PackMove(FIGURE, replace(FIGURE, text="60%"), cause), PackMove(WHY, None, cause))
    figure, words = texts(moves_table(moves, "Moved", reasons=True))
    assert (figure["What"], figure["Of"], figure["Then"], figure["Now"]) == (
        *("figure", "Plans issued within 20 weeks, Kent"),
        *("58.5%", "60%"),
    )
    assert figure["Moved by"] == "version 3, return a.xlsx, An analyst on 20 January 2025 at 09:00"
    assert figure["Why"] == "a recount"
    assert (words["Of"], words["Now"]) == ("Commentary: plans, Why", "not there")
    assert "Why" not in texts(moves_table(moves, "Moved", reasons=False))[0]
    apart = texts(moves_table([PackMove(FIGURE, None)], "Apart", reasons=True))
    assert list(apart[0]) == ["What", "Of", "Quarter", "Then", "Now"]


def test_a_measure_that_is_no_longer_defined_has_its_id():
    assert called(replace(FIGURE, about="gone_long_ago")) == "gone_long_ago, Kent"
