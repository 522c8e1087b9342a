from datetime import UTC, date, datetime

import pytest

from disclosure import knowledge
from disclosure.decide import decider
from kpis.registry import registry
from loaders.pipeline import take_back_version, withheld_from_readers
from loaders.published.releases import (
    check_release,
    foreseen_kept_back,
    foreseen_withdrawal,
    keep_checked,
    keep_release,
    take_back,
)
from plumbing import reference
from programme.access import Role
from programme.areas import area_coded
from programme.hidden import Decider
from record.audited import audited
from record.records import read
from reports.progress.readings import Progress
from store.comparators import release_file
from store.errors import Overtaken, StoreError
from store.hiding.hidden import bring_up_to_date
from store.returns.versions import accept
from tests import dfe_files
from tests.accepting import by, person
from tests.asking import published, releases
from tests.loaders.published.test_archive import packed
from tests.reference_copies import files_copied, put
from tests.store.submissions import Q3, figure, history, standard

KENT, ENGLAND = "E10000016", "E92000001"


def keep(database, content, day=None, **more):
    return keep_release(database, content, "requests.csv", "EHC plans 2025", by("analyst", **more), day)


JUNE, JULY = date(2025, 6, 26), date(2025, 7, 3)


def test_a_release_is_kept_with_its_file_and_the_newest_load_wins(database):
    first = keep(database, dfe_files.requests(refused=2_199), JUNE)
    second = keep(database, dfe_files.requests(refused=2_200), JULY)
    assert (first.number, second.number) == (1, 2)
    assert first.findings == ()
    refused = published(database)["requests_refused", KENT, "2024"]
    assert (refused.numerator, refused.denominator, refused.loaded) == (2_200, 4_001, 2)
    assert published(database)["requests_refused", ENGLAND, "2024"].value == 25.2
    assert [each.file_name for each in releases(database)] == ["requests.csv", "requests.csv"]


def test_no_release_is_loaded_while_a_reference_file_is_not_sound(database, tmp_path, monkeypatch):
    folder = files_copied(tmp_path)
    monkeypatch.setattr(reference, "REFERENCE", folder)
    put(folder, "glossary.csv", "term,stands_for,meaning", "term,stands_for,means")
    kept = keep(database, dfe_files.requests(), JUNE)
    assert (kept.number, kept.figures, releases(database)) == (None, 0, [])
    assert "data/reference/glossary.csv, row 1: it must have the column meaning, got: means" in kept.refusal


def test_the_same_file_again_is_not_stored_twice(database):
    loads = ((2_199, JUNE), (2_200, JULY), (2_200, JULY))
    first, second, third = (keep(database, dfe_files.requests(refused=refused), day) for refused, day in loads)
    assert (second.number, second.figures) == (third.number, third.figures)
    assert len(releases(database)) == 2
    assert keep(database, dfe_files.requests(refused=2_199), JUNE).number == 1, "the day decides, not the load"
    assert published(database)["requests_refused", KENT, "2024"].numerator == 2_200
    assert first.figures == second.figures


def test_the_same_file_in_another_release_is_a_load_of_its_own(database):
    for release, day in (("provisional", JUNE), ("final", JULY)):
        keep_release(database, dfe_files.requests(), "requests.csv", release, by("analyst"), day)
    assert [each.release for each in releases(database)] == ["provisional", "final"]


def test_a_file_whose_columns_changed_is_refused_and_the_column_named(database):
    headings = dfe_files.HEADINGS.replace("requests_decided_not_to_assess", "requests_refused_to_assess")
    kept = keep(database, dfe_files.requests(headings=headings))
    assert kept.number is None
    assert any("requests_decided_not_to_assess" in finding.message for finding in kept.findings)
    assert published(database) == {}


def test_anything_else_is_refused(database):
    assert keep(database, b"\x00\x01nothing of the kind").number is None
    assert releases(database) == []


def test_an_older_release_loaded_later_counts_only_for_what_nobody_else_holds(database):
    keep(database, dfe_files.requests(refused=2_200), JULY)
    kept = keep(database, dfe_files.requests(refused=2_199), JUNE)
    assert (kept.number, kept.findings) == (2, ())
    assert published(database)["requests_refused", KENT, "2024"].numerator == 2_200
    keep(database, dfe_files.requests(2023), date(2024, 6, 20))
    assert published(database)["requests_refused", KENT, "2023"].loaded == 3


def test_without_a_day_beside_another_release_it_is_asked_for_and_nothing_stored(database):
    keep(database, dfe_files.requests(refused=2_200))
    kept = keep(database, dfe_files.requests(refused=2_199))
    assert (kept.number, kept.figures, [each.rule for each in kept.findings]) == (None, 0, ["release_day_needed"])
    assert len(releases(database)) == 1


def test_what_has_a_day_counts_before_what_has_none_once_a_reason_is_given(database):
    keep(database, dfe_files.requests(refused=2_199))
    kept = keep(database, dfe_files.requests(refused=2_200), JULY)
    assert [each.rule for each in kept.findings] == ["release_day_unknown"]
    assert kept.refusal == "requests.csv was not loaded: 1 query needs a reason. Nothing was stored."
    assert keep(database, dfe_files.requests(refused=2_200), JULY, reasons="it is the final release").number == 2
    assert published(database)["requests_refused", KENT, "2024"].numerator == 2_200
    with database.cursor() as cursor:
        assert cursor.execute("SELECT rule, reason FROM release_answered").fetchall() == [
            ("release_day_unknown", "it is the final release")
        ]
    assert keep(database, dfe_files.requests(refused=2_199), date(2025, 8, 1), reasons="the newer one").number == 3
    assert published(database)["requests_refused", KENT, "2024"].numerator == 2_199, "loading the newer again makes it count"


def test_a_withdrawn_release_gives_way_to_what_it_replaced_and_no_longer_stands_in_the_way(database):
    keep(database, dfe_files.requests(refused=2_199), JUNE)
    keep(database, dfe_files.requests(refused=2_200), JULY)
    assert len(foreseen_withdrawal(database, 2, person()).changed) == 1
    take_back(database, 2, by("analyst", "the file was a draft"))
    assert published(database)["requests_refused", KENT, "2024"].numerator == 2_199
    assert keep(database, dfe_files.requests(refused=2_200), JULY).number == 3


def test_what_would_change_is_foreseen_before_anything_is_stored(database):
    keep(database, dfe_files.requests(refused=2_199), JUNE)
    checked = check_release(database, dfe_files.requests(refused=2_200), "requests.csv", "later", person(), JULY)
    ((old, new),) = checked.foreseen.changed
    assert (old.numerator, new.numerator, len(releases(database))) == (2_199, 2_200, 1)
    older = check_release(database, dfe_files.requests(refused=2_200), "requests.csv", "earlier", person(), date(2025, 1, 1))
    assert older.foreseen.changed == []


def test_two_people_at_once_do_not_load_past_one_another(database):
    checked = check_release(database, dfe_files.requests(refused=2_200), "requests.csv", "later", person(), JULY)
    keep(database, dfe_files.requests(refused=2_199), JUNE)
    with pytest.raises(StoreError, match="What you were shown is no longer what is stored"):
        keep_checked(database, checked, by("analyst"))


def test_nor_withdraw_past_one_another(database):
    keep(database, dfe_files.requests(refused=2_199), JUNE)
    seen = foreseen_withdrawal(database, 1, person()).seen
    keep(database, dfe_files.requests(refused=2_200), JULY)
    with pytest.raises(Overtaken, match="Look at what would change now and withdraw it again"):
        take_back(database, 1, by("analyst", "the file was a draft", seen=seen))
    assert [each.withdrawal for each in releases(database)] == [None, None]


def test_a_zip_file_is_one_release_with_every_table_in_it(database):
    content = packed(data__requests_csv=dfe_files.requests(), data__other_csv=b"a,b\n1,2\n")
    kept = keep_release(database, content, "ehc-plans.zip", "EHC plans 2025", by("analyst"))
    assert (kept.number, kept.figures, kept.findings) == (1, 8, ())
    assert published(database)["requests_refused", KENT, "2024"].file == "requests.csv"
    assert release_file(database, 1, person()) == content


def test_a_doubt_is_said_at_its_file_and_cell(database):
    kept = keep(database, dfe_files.requests().replace(b"25.2", b"52.2"))
    assert [(each.rule, each.place) for each in kept.findings] == [
        ("dfe_share_against_counts", "requests.csv!A2"),
    ]
    assert (kept.figures, releases(database)) == (0, [])


RECEIVED = "requests_received"
YEAR_2024 = [Q3 - back for back in reversed(range(4))]


def returned_in_2024(database, counts):
    figures = [figure(RECEIVED, count, quarter=quarter) for quarter, count in zip(YEAR_2024, counts, strict=False)]
    accept(database, history(tuple(figures)), by(at=datetime(2025, 1, 20, tzinfo=UTC)), decider())


def published_to(database, role):
    known = Progress(read(database), role).records.evidence.published
    found = known.get(("requests_refused", KENT, "2024"))
    return found and found.denominator


def printing(received):
    """The file, with another number of requests received in Kent than stands in what comes with the system: 4,001."""
    share = f"{220_000 / received:.1f}"
    return dfe_files.requests().replace(b",4001,", f",{received},".encode()).replace(b",55.0,", f",{share},".encode())


def test_readers_keep_the_state_before_a_total_that_would_give_a_small_count_away_and_whoever_loads_is_told(database):
    """Three quarters were seen and one of 3 is hidden: with the printed sum of the four it could be worked out."""
    returned_in_2024(database, [1_998, 1_104, 3, 1_000])
    assert published_to(database, Role.READER) == 4_001
    checked = check_release(database, printing(4_105), "requests.csv", "EHC plans 2025", person(), JUNE)
    kept = keep(database, printing(4_105), JUNE)
    told = (
        "not get “Requests for assessment received, Kent, the 4 quarters to 2024/25 Q3” of this release and keep what they "
        "had before: with it a count of 1 to 4 could be worked out from what they have seen already. Analysts see it. "
        "Nothing was lost."
    )
    assert (kept.number, kept.kept_back) == (1, f"Readers do {told}")
    assert published_to(database, Role.ANALYST) == 4_105
    assert published_to(database, Role.READER) == 4_001
    assert Progress(read(database), Role.READER).records.evidence.published["requests_refused", ENGLAND, "2024"].loaded == 1
    found = audited(database)
    assert (found.audit.narrowed, found.withheld) == ((), ())
    take_back(database, 1, by("analyst", reason="to look once more"))
    assert foreseen_kept_back(database, checked.file, person()) == f"Readers would {told}"


def test_a_total_that_gives_nothing_away_reaches_everybody_and_nothing_is_said(database):
    returned_in_2024(database, [1_000, 1_105, 1_000, 1_000])
    kept = keep(database, printing(4_105), JUNE)
    assert (kept.kept_back, published_to(database, Role.READER)) == ("", 4_105)


def test_what_replaces_a_figure_that_readers_did_not_get_is_shown_to_them(database):
    returned_in_2024(database, [1_998, 1_104, 3, 1_000])
    keep(database, printing(4_105), JUNE)
    kept = keep(database, printing(4_100), JULY, reasons="the publisher revised it")
    assert (kept.kept_back, kept.refusal, published_to(database, Role.READER)) == ("", "", 4_100)


def test_what_a_later_edition_brings_is_kept_from_readers_where_it_gives_a_count_away(database, monkeypatch):
    """Decided once without published figures, as by an edition that did not bring them: 4,001 would give the 3 away."""
    with monkeypatch.context() as earlier:
        earlier.setattr(knowledge, "totals_shipped", dict)
        returned_in_2024(database, [1_998, 1_000, 3, 1_000])
        assert published_to(database, Role.READER) == 4_001  # this figure the edition had, but did not reckon with it
    bring_up_to_date(database, Decider("a later edition", decider().decide))
    with monkeypatch.context() as later:
        later.setattr("record.records.decider", lambda: Decider("a later edition", decider().decide))
        assert published_to(database, Role.READER) is None
        assert published_to(database, Role.ANALYST) == 4_001


def received_as_seen(database, role):
    """What is seen of the requests of each quarter of 2024."""
    progress = Progress(read(database), role)
    return [progress.reading(registry()["requests_received"], area_coded(KENT), each).display for each in YEAR_2024]


@pytest.mark.parametrize("way", ["corrected", "taken back"])
def test_a_quarter_that_a_printed_year_gives_away_is_withheld_until_it_is_put_right(database, way):
    """The system knows 4,001 from the start; three quarters of it were seen when the fourth came in as 3."""
    returned_in_2024(database, [1_998, 1_000, 1_000])
    before = received_as_seen(database, Role.READER)
    assert before == ["1,998", "1,000", "1,000", "no figure: not returned"]
    last = standard({RECEIVED: 3})
    accept(database, last, by(at=datetime(2025, 2, 1, tzinfo=UTC)), decider())
    assert withheld_from_readers(database) == (
        "Readers keep the state before: whatever else is hidden, “Requests for assessment received, Kent, 2024/25 Q3” could "
        "be narrowed from what they have seen already. Correct what it is worked out from, or withdraw this version. "
        "Nothing was lost."
    )
    assert received_as_seen(database, Role.READER) == before
    assert received_as_seen(database, Role.ANALYST)[-1] == "3"
    if way == "corrected":
        accept(database, standard({RECEIVED: 1_003}), by(at=datetime(2025, 2, 2, tzinfo=UTC)), decider())
    else:
        take_back_version(database, 2, by("analyst", reason="wrong file", at=datetime(2025, 2, 2, tzinfo=UTC)))
    assert withheld_from_readers(database) == ""
    assert received_as_seen(database, Role.READER) == [*before[:3], "1,003" if way == "corrected" else before[3]]
    assert (audited(database).audit.narrowed, audited(database).withheld) == ((), ())
