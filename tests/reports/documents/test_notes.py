from dataclasses import replace
from datetime import UTC, datetime

from programme.signoff import Signature, SignOff, SignOffDeed
from reports.documents.notes import ILLUSTRATIVE, notes
from tests.reports.build import a_version, records_of

NOW = datetime(2025, 5, 1, 12, tzinfo=UTC)


def test_what_source_as_at_and_symbols():
    assert notes(records_of(), "Heat map", "Kent", now=NOW) == [
        "Heat map, Kent",
        "Source: quarterly returns of the Kent SEND programme and published statistics, as held in WSoA Monitor",
        "As at 1 May 2025 at 13:00 (newest version 1)",
        "Symbols: c suppressed or confidential; x not available; z not applicable; low rounds to 0 but is not 0; "
        "u low reliability",
    ]


def test_what_was_published_says_so_and_so_does_what_was_not():
    published = Signature(
        2, a_version().cover.quarter, SignOffDeed.PUBLISHED, NOW, "The chair", "", "as discussed", 1, NOW, 1
    )
    for more, said in (
        ({"sign_off": SignOff((), NOW)}, "Not signed off: it is what stands."),
        (
            {"sign_off": SignOff((published,), NOW), "given": published},
            "Published on 1 May 2025 at 13:00, as it stood on 1 May 2025 at 13:00.",
        ),
    ):
        assert notes(replace(records_of(), **more), "Heat map", now=NOW)[3] == said


def test_demonstration_data_says_so():
    assert ILLUSTRATIVE in notes(records_of(versions=[a_version(illustrative=True)]), "Heat map")
