from dataclasses import replace

from programme.access import Role
from programme.quarter import Quarter
from programme.signoff import CorrectionKind
from record.records import for_readers, given_to
from reports.progress.corrected import corrected_itself, corrected_since

EARLIER, NEWEST = Quarter(2024, 2), Quarter(2024, 3)


def test_a_quarter_that_was_published_and_corrected_says_so_also_once_a_later_one_is_published(demonstration_records):
    for records in (demonstration_records, for_readers(given_to(demonstration_records, Role.READER))):
        moved, *others = corrected_itself(records, EARLIER)
        returned = [each for each in others if each.kind is CorrectionKind.RETURN]
        assert [(each.named, each.moved) for each in returned] == [
            ("community-health-2024-10.xlsx", ()),
            ("board-scorecard.xlsx", ()),
            ("community-health-2024-11.xlsx", ()),
        ]
        released = [each.kind for each in others if each not in returned]
        assert released == [CorrectionKind.RELEASE, CorrectionKind.RELEASE_WITHDRAWN]
        assert (moved.kind, moved.named, moved.at.date().isoformat()) == (
            CorrectionKind.RETURN,
            "2024-25-Q2.xlsx",
            "2024-12-12",
        )
        assert ("plans_issued_within_20_weeks", "E10000016", EARLIER) in moved.moved


def test_what_came_since_the_publication_in_force_is_told_beside_it(demonstration_records):
    assert corrected_itself(demonstration_records, NEWEST) == ()
    assert [each.kind for each in demonstration_records.corrected] == [CorrectionKind.WORDS_WITHDRAWN, CorrectionKind.WORDS]


def test_what_publishers_brought_out_since_it_was_signed_is_told_with_what_was_stored(demonstration_records):
    for records in (demonstration_records, given_to(demonstration_records, Role.READER)):
        told = corrected_since(records)
        assert [each.kind for each in told] == [
            *(CorrectionKind.WORDS_WITHDRAWN, CorrectionKind.WORDS),
            *(CorrectionKind.PRINTED, CorrectionKind.PRINTED),
        ]
        assert told[-1].named == "DfE, Education, health and care plans 2025 release"
    unsigned = replace(demonstration_records, sign_off=None, corrected=())
    assert corrected_since(unsigned) == ()


def test_a_quarter_without_a_publication_of_its_own_has_none(demonstration_records):
    assert corrected_itself(demonstration_records, EARLIER - 1) == ()
