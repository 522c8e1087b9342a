from tests.loaders.rules.standing_words import standing, version
from tests.loaders.rules.written_rows import row


def test_rows_stand_with_their_version_and_the_workstreams_that_it_speaks_for():
    stood = standing("Risks", row("Risks"), by=version(7, streams=(3, 5)), held=(3,))
    assert (stood.version.number, stood.streams, [each.line for each in stood.rows]) == (7, {3}, [2])
