from dataclasses import replace
from datetime import UTC, datetime, timedelta

from programme.areas import KENT, area_named
from programme.symbols import Symbol
from store.returns import facts, versions
from tests.accepting import by
from tests.asking import facts_after, facts_without, restatements
from tests.store.submissions import (
    IN_TIME,
    ISSUED,
    NHS,
    Q2,
    Q3,
    figure,
    history,
    in_kent,
    shown,
    standard,
)

START = datetime(2025, 1, 6, 9, tzinfo=UTC)


def days(count: int) -> datetime:
    return START + timedelta(days=count)


def accept(database, submission, **more):
    return versions.accept(database, submission, by("analyst", **more))


def withdraw(database, number, **more):
    return versions.withdraw(database, number, by("analyst", "wrong file", **more))


def now(database) -> dict:
    return shown(facts.facts(database))


def test_an_empty_store_has_no_facts(database):
    assert facts.facts(database) == {}
    assert restatements(database) == ()


def test_a_fact_is_the_figure_with_its_version(database):
    accept(database, standard({ISSUED: 0, IN_TIME: Symbol.SUPPRESSED}))
    found = facts.facts(database)
    assert shown(found) == in_kent({ISSUED: 0.0, IN_TIME: Symbol.SUPPRESSED})
    source = found[ISSUED, KENT.code, Q3].source
    assert (source.file, str(source), source.version) == ("return.xlsx", "Figures!D4", 1)


def test_a_correction_replaces_its_scope_wholly(database):
    accept(database, standard({ISSUED: 100, IN_TIME: 41}))
    accept(database, standard({ISSUED: 110}))
    assert now(database) == in_kent({ISSUED: 110})


def test_a_correction_of_one_workstream_leaves_the_others(database):
    accept(database, standard({ISSUED: 100, "complaints_received": 7}, workstreams=(1, 2, 3, 4, 5)))
    accept(database, standard({ISSUED: 110}))
    assert now(database) == in_kent({ISSUED: 110, "complaints_received": 7})


def test_a_withdrawal_puts_the_figures_before_back(database):
    accept(database, standard({ISSUED: 100, IN_TIME: 41}))
    withdraw(database, accept(database, standard({ISSUED: 110})).number)
    assert now(database) == in_kent({ISSUED: 100, IN_TIME: 41})


def test_a_history_workbook_adds_and_replaces_figure_by_figure(database):
    accept(database, standard({ISSUED: 100, IN_TIME: 41}))
    accept(database, history((figure(ISSUED, 90, quarter=Q2), figure(ISSUED, 105))))
    assert now(database) == in_kent({ISSUED: 105, IN_TIME: 41}) | in_kent({ISSUED: 90}, Q2)


def test_a_return_wins_over_an_older_history_and_gives_way_to_it_when_withdrawn(database):
    accept(database, history((figure(ISSUED, 90),)))
    accept(database, standard({ISSUED: 100}))
    assert now(database) == in_kent({ISSUED: 100})
    withdraw(database, 2)
    assert now(database) == in_kent({ISSUED: 90})


def test_of_two_organisations_the_one_accepted_last_wins(database):
    accept(database, standard({ISSUED: 100, IN_TIME: 41}))
    accept(database, standard({ISSUED: 7}, organisation=NHS))
    assert now(database) == in_kent({ISSUED: 7, IN_TIME: 41})


def test_areas_are_kept_apart(database):
    ashford = area_named("Ashford")
    accept(database, history((figure(ISSUED, 90), figure(ISSUED, 9, area=ashford))))
    assert now(database) == {(ISSUED, KENT.code, Q3): 90, (ISSUED, ashford.code, Q3): 9}


def test_a_past_moment_is_read_as_it_was(database):
    accept(database, standard({ISSUED: 100}), at=days(0))
    accept(database, standard({ISSUED: 110}), at=days(5))
    withdraw(database, 2, at=days(9))
    read = [shown(facts.facts(database, days(count))) for count in (-1, 0, 4, 5, 8, 9)]
    assert read == [{}] + [in_kent({ISSUED: value}) for value in (100, 100, 110, 110, 100)]


def test_what_acceptance_would_give_is_what_it_gives(database):
    accept(database, history((figure(IN_TIME, 40), figure(ISSUED, 90, quarter=Q2))))
    accept(database, standard({ISSUED: 100, IN_TIME: 41}))
    correction = standard({ISSUED: 110})
    before, promised = facts.facts(database), facts_after(database, correction)
    assert shown(promised) == in_kent({ISSUED: 110, IN_TIME: 40}) | in_kent({ISSUED: 90}, Q2)
    assert facts.facts(database) == before
    accept(database, correction)
    assert now(database) == shown(promised)


def test_what_a_withdrawal_would_give_is_what_it_gives(database):
    accept(database, standard({ISSUED: 100, IN_TIME: 41}))
    accept(database, standard({ISSUED: 110}))
    promised = facts_without(database, 2)
    withdraw(database, 2)
    assert facts.facts(database) == promised


def test_the_figures_of_a_version_are_kept_in_the_order_of_its_file(database):
    first = standard({ISSUED: 100, IN_TIME: Symbol.NOT_AVAILABLE})
    accept(database, first)
    accept(database, standard({ISSUED: 110}))
    assert facts.figures_brought(database, 1) == [
        replace(each, source=replace(each.source, version=1)) for each in first.figures
    ]
    assert facts.figures_brought(database, 9) == []


def test_the_history_of_a_figure_has_every_value_it_ever_had(database):
    accept(database, standard({ISSUED: 100, IN_TIME: 41}))
    accept(database, standard({ISSUED: 110}))
    accept(database, standard({ISSUED: 110, IN_TIME: Symbol.SUPPRESSED}))
    withdraw(database, 3)

    def told(measure):
        key = measure, KENT.code, Q3
        return [
            (version.number, found and (found.symbol or found.value))
            for version, found in facts.values_ever(database, [key])[key]
        ]

    assert told(ISSUED) == [(1, 100), (2, 110), (3, 110), (4, 110)]
    assert told(IN_TIME) == [(1, 41), (2, None), (3, "c"), (4, None)]
    assert told("complaints_received") == []
    keys = [(measure, KENT.code, Q3) for measure in (IN_TIME, ISSUED)]
    assert {key: [number for number, _ in told(key[0])] for key in keys} == {
        key: [version.number for version, _ in ever] for key, ever in facts.values_ever(database, keys).items()
    }
    assert facts.values_ever(database, []) == {}


def test_a_return_accepted_while_a_history_is_read_is_left_for_the_next_reading(database, monkeypatch):
    accept(database, standard({ISSUED: 100}))
    earlier = versions.versions(database)
    accept(database, standard({ISSUED: 110}))
    monkeypatch.setattr("store.order.ledger.read_ledger", lambda *_: earlier)
    (told,) = facts.values_ever(database, [(ISSUED, KENT.code, Q3)]).values()
    assert [(version.number, found.value) for version, found in told] == [(1, 100)]


def restated(database, as_at=None) -> list[tuple]:
    return [
        (each.version.number, each.measure, each.area, each.quarter, *(shown({0: f})[0] if f else None for f in values))
        for each in restatements(database, as_at)
        for values in [(each.old, each.new)]
    ]


def test_restatements_tell_old_and_new_in_order_of_time(database):
    accept(database, history((figure(ISSUED, 90, quarter=Q2), figure(ISSUED, 99))), at=days(0))
    accept(database, standard({ISSUED: 100, IN_TIME: 41}), at=days(1))
    accept(database, standard({ISSUED: 100, IN_TIME: Symbol.SUPPRESSED}), at=days(2))
    accept(database, standard({ISSUED: 100}), at=days(3))
    withdraw(database, 4, at=days(4))
    about = (KENT, Q3)
    expected = [
        (2, ISSUED, *about, 99, 100),
        (3, IN_TIME, *about, 41, Symbol.SUPPRESSED),
        (4, IN_TIME, *about, Symbol.SUPPRESSED, None),
        (5, IN_TIME, *about, None, Symbol.SUPPRESSED),
    ]
    assert restated(database) == expected
    assert restated(database, days(2)) == expected[:2]


def test_a_first_figure_and_an_unchanged_one_are_no_restatements(database):
    accept(database, standard({ISSUED: 100}))
    accept(database, standard({ISSUED: 100, IN_TIME: 41}))
    assert restated(database) == []


def test_a_withdrawn_history_is_a_restatement_of_each_of_its_figures(database):
    accept(database, history((figure(ISSUED, 90),)))
    withdraw(database, 1)
    assert restated(database) == [(2, ISSUED, KENT, Q3, 90, None)]
