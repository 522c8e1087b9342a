from reports.tables.wordings import wordings_table
from tests.reports.cells import texts
from tests.reports.progress.test_wordings import GONE, wording


def test_every_wording_has_its_line_the_newest_first():
    table = wordings_table([wording(1, 3, withdrawal=GONE), wording(2, 4, "mostly on time", "two came late")])
    assert table.caption == "Words written on screen, newest first"
    assert [list(row.values()) for row in texts(table)] == [
        [
            *("2", "Assessment", "2024/25 Q3", "Weakness 6"),
            "Assessment: “sufficient progress”; Reason: “mostly on time”",
            *("4 February 2025 at 09:00", "Head of SEND", "two came late", "no"),
        ],
        [
            *("1", "Assessment", "2024/25 Q3", "Weakness 6", "Assessment: “sufficient progress”; Reason: “on time”"),
            *("3 February 2025 at 09:00", "Head of SEND", "no reason was given"),
            "8 February 2025, Head of SEND: a slip",
        ],
    ]
