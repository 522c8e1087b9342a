from dataclasses import replace

from programme.access import Role
from record.logs import Logs
from reports.progress.letters import letters_known
from reports.progress.readings import Progress
from tests.reports.build import records_of
from tests.reports.letters import EVERY_LETTER, LATER, OF_ANOTHER, OLDER, letter
from tests.reports.lines import NOW

PROGRESS = Progress(replace(records_of(), logs=Logs(letters=EVERY_LETTER)), Role.READER)


def test_letters_of_a_weakness_stand_newest_first():
    assert letters_known(PROGRESS, NOW, 6) == (letter(), OLDER)
    assert letters_known(PROGRESS, NOW, 8) == (OF_ANOTHER,)
    assert letters_known(PROGRESS, NOW, 1) == ()


def test_a_letter_is_not_known_in_a_quarter_before_it_was_written():
    assert letters_known(PROGRESS, NOW) == (letter(), OF_ANOTHER, OLDER)
    assert LATER in letters_known(PROGRESS, NOW + 1)
    assert letters_known(PROGRESS, NOW - 3) == ()
