from reports.sentences.versions import version_title
from tests.reports.build import a_version


def test_versions_are_named_by_what_they_are():
    assert version_title(a_version(3)) == "Version 3: return for 2024/25 Q3, all workstreams, Kent County Council"
    assert (
        version_title(a_version(3, workstreams=(5,)))
        == "Version 3: return for 2024/25 Q3, workstream 5, Kent County Council"
    )
    assert (
        version_title(a_version(4, workstreams=(1, 2), withdraws=3))
        == "Version 4: withdrawal of version 3 (return for 2024/25 Q3), workstreams 1, 2, Kent County Council"
    )
    assert version_title(a_version(1, kind="history", quarter=None)) == (
        "Version 1: history workbook, all workstreams, Kent County Council"
    )
