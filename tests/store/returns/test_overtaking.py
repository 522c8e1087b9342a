import threading

import pytest

from store.errors import Overtaken, StoreError
from store.returns import versions
from tests.accepting import by
from tests.store.submissions import IN_TIME, ISSUED, NHS, Q2, figure, history, standard


def accept(database, submission, seen=None, name="first analyst"):
    return versions.accept(database, submission, by(name, seen=seen))


def overtaken(database, submission, seen) -> str:
    before = versions.versions(database)
    with pytest.raises(Overtaken) as error:
        accept(database, submission, seen, "second analyst")
    assert versions.versions(database) == before
    return str(error.value)


def test_a_preview_that_still_holds_is_accepted(database):
    accept(database, standard({ISSUED: 100}))
    seen = versions.latest_change(database)
    assert accept(database, standard({ISSUED: 110}), seen).number == 2


def test_a_newer_return_for_the_same_scope_overtakes(database):
    seen = versions.latest_change(database)
    accept(database, standard({ISSUED: 100}, file_name="first.xlsx"))
    assert overtaken(database, standard({IN_TIME: 41}), seen) == (
        "What you were shown is no longer what is stored: first analyst accepted first.xlsx as version 1 in the "
        "meantime. Look at what would change now and accept again. Nothing of this was stored, and nothing is lost."
    )


def test_a_withdrawal_in_the_same_scope_overtakes(database):
    accept(database, standard({ISSUED: 100}))
    seen = versions.latest_change(database)
    versions.withdraw(database, 1, by("first analyst", "wrong file"))
    assert overtaken(database, standard({IN_TIME: 41}), seen).startswith(
        "What you were shown is no longer what is stored: first analyst withdrew version 1 as version 2"
    )


def test_a_history_with_one_of_the_same_figures_overtakes_and_so_does_its_withdrawal(database):
    start = versions.latest_change(database)
    accept(database, history((figure(ISSUED, 90), figure(ISSUED, 80, quarter=Q2))))
    between = versions.latest_change(database)
    assert "accepted history.xlsx as version 1" in overtaken(database, standard({ISSUED: 100}), start)
    versions.withdraw(database, 1, by("first analyst", "wrong file"))
    assert "withdrew version 1" in overtaken(database, standard({ISSUED: 100}), between)


def test_another_organisation_with_the_same_figure_overtakes(database):
    seen = versions.latest_change(database)
    accept(database, standard({ISSUED: 100}, organisation=NHS))
    assert "accepted return.xlsx as version 1" in overtaken(database, standard({ISSUED: 110}), seen)


@pytest.mark.parametrize(
    "elsewhere",
    [
        standard({ISSUED: 100}, quarter=Q2),
        standard({"complaints_received": 3}, workstreams=(1,)),
        standard({IN_TIME: 41}, organisation=NHS),
        history((figure(ISSUED, 90, quarter=Q2),)),
    ],
    ids=["another quarter", "another workstream", "another organisation", "another history"],
)
def test_what_happens_elsewhere_does_not(database, elsewhere):
    seen = versions.latest_change(database)
    accept(database, elsewhere)
    assert accept(database, standard({ISSUED: 110}), seen).number == 2


def test_of_two_people_at_once_one_is_told_and_nothing_is_lost(database):
    seen, start, told = versions.latest_change(database), threading.Barrier(2), []

    def press(name: str, value: float) -> None:
        start.wait()
        try:
            told.append(accept(database, standard({ISSUED: value}), seen, name).number)
        except StoreError as error:
            told.append(type(error))

    people = [threading.Thread(target=press, args=(f"analyst {own}", own)) for own in (1, 2)]
    for person in people:
        person.start()
    for person in people:
        person.join()
    assert sorted(told, key=str) == [1, Overtaken]
    assert [version.number for version in versions.versions(database)] == [1]


def test_a_withdrawal_that_was_previewed_is_overtaken_by_what_it_would_touch(database):
    accept(database, standard({ISSUED: 100}))
    seen = versions.latest_change(database)
    accept(database, standard({ISSUED: 110}, file_name="second.xlsx"), name="second analyst")
    with pytest.raises(Overtaken) as error:
        versions.withdraw(database, 1, by("first analyst", "wrong file", seen=seen))
    assert str(error.value) == (
        "What you were shown is no longer what is stored: second analyst accepted second.xlsx as version 2 in the "
        "meantime. Look at what would change now and withdraw version 1 again. Nothing of this was stored, and nothing is "
        "lost."
    )
    assert len(versions.versions(database)) == 2
    now = versions.latest_change(database)
    assert versions.withdraw(database, 1, by("first analyst", "wrong file", seen=now)).number == 3


def test_a_history_that_is_taken_back_is_overtaken_by_one_of_its_figures_alone(database):
    accept(database, history((figure(ISSUED, 90), figure(ISSUED, 80, quarter=Q2))))
    seen = versions.latest_change(database)
    accept(database, history((figure(IN_TIME, 41),), file_name="elsewhere.xlsx"))
    assert versions.withdraw(database, 1, by("first analyst", "wrong file", seen=seen)).number == 3
    accept(database, history((figure(ISSUED, 42),), file_name="later.xlsx"))
    accept(database, history((figure(IN_TIME, 43), figure(ISSUED, 43)), file_name="newest.xlsx"))
    with pytest.raises(Overtaken, match=r"accepted newest\.xlsx as version 5"):
        versions.withdraw(database, 4, by("first analyst", "wrong file", seen=seen + 3))
