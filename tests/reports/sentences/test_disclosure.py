from disclosure.audit import Audit
from programme.hidden import WhyHidden
from record.audited import AuditedStore
from reports.progress.losses import Loss, LossLevel
from reports.sentences.disclosure import NO_SOLVER, audit_sentences, hidden_headline
from tests.disclosure.tables import Q3, district

LOSSES = {LossLevel.WHOLE: Loss(1000, 3), LossLevel.QUARTER: Loss(100, 10), LossLevel.YEAR: Loss(10, 1)}
HIDDEN = {district(0): WhyHidden.SMALL, district(1): WhyHidden.BESIDE, district(2): WhyHidden.THIN}


def test_the_headline_counts_what_is_hidden_of_the_quarter():
    assert hidden_headline(HIDDEN, Q3) == "Hidden figures: 3 of 2024/25 Q3 read c"
    assert hidden_headline([district(0)], Q3) == "Hidden figures: 1 of 2024/25 Q3 reads c"
    assert hidden_headline(HIDDEN, Q3 + 1) == "Hidden figures: none of 2024/25 Q4 read c"


def test_the_note_says_what_is_hidden_by_need_what_beside_what_is_seen_and_the_seconds():
    found = AuditedStore(Audit((Q3,), (), 1, HIDDEN), 1.25, "HiGHS", ())
    assert audit_sentences(found, LOSSES) == [
        "1 small counts and differences protected, at every moment; 0 could be narrowed.",
        "3 numbers hidden: 1 by need, 2 beside.",
        "Still seen: 99.7% of Kent and NHS, 90.0% of districts' quarters, 90.0% of districts' rolling years.",
        "The slowest decision took 1.3 seconds (HiGHS).",
        "The rule of edition 1 let 1 of them out.",
    ]


def test_the_rule_without_a_solver_and_what_readers_do_not_get_are_said_and_analysts_are_told_which():
    found = AuditedStore(Audit((Q3,), None, None, {}), 0.0, "", ("Plans issued, Kent",), ("Requests, Kent",))
    said = audit_sentences(found, LOSSES, why=True)
    assert said[0].endswith("no solver can say how many could be narrowed.")
    assert said[-3:] == [
        NO_SOLVER,
        "Readers keep the state before, because of: Plans issued, Kent.",
        "Readers do not get what a publisher prints of: Requests, Kent.",
    ]
    assert audit_sentences(found, LOSSES)[-2:] == [
        NO_SOLVER,
        "Readers keep the state before what was stored last, which waits to be put right.",
    ]
