import json

from disclosure.audit import Audit
from programme.hidden import WhyHidden
from record.audited import AuditedStore
from reports.exports.disclosure import disclosure_object
from reports.progress.losses import Loss, LossLevel
from tests.disclosure.tables import Q3, district

LOSSES = {LossLevel.WHOLE: Loss(1000, 3), LossLevel.QUARTER: Loss(100, 10), LossLevel.YEAR: Loss(10, 1)}
HIDDEN = {district(0): WhyHidden.SMALL, district(1, quarter=Q3 - 1): WhyHidden.BESIDE}
FOUND = AuditedStore(Audit((Q3, Q3 - 1), (), 1, HIDDEN), 1.234, "HiGHS", ())


def test_the_object_holds_what_is_hidden_what_could_be_narrowed_and_what_is_seen():
    told = disclosure_object(FOUND, LOSSES, None, why=True)
    assert json.loads(json.dumps(told)) == told
    assert (told["protected"], told["narrowed"], told["hidden"], told["hidden_by_need"], told["hidden_beside"]) == (
        2,
        0,
        2,
        1,
        1,
    )
    assert told["seen_percent"] == {"kent_and_nhs": 99.7, "districts_quarters": 90.0, "districts_rolling_years": 90.0}
    assert (told["seconds"], told["solver"], told["rule"], told["let_out_by_edition_1"]) == (1.23, "HiGHS", "solver", 1)
    assert told["hidden_cells"][1] == {
        "measure": "permanent_exclusions_send",
        "area": "Canterbury",
        "quarter": "2024/25 Q2",
        "quarters": 1,
        "why": "it would narrow a count of 1 to 4",
    }


def test_one_quarter_is_told_alone_and_a_reader_is_not_told_why():
    told = disclosure_object(FOUND, LOSSES, Q3, why=False)
    cell = {"measure": "permanent_exclusions_send", "area": "Ashford", "quarter": "2024/25 Q3", "quarters": 1}
    assert told["hidden_cells"] == [cell]
    assert (told["protected"], told["hidden_by_need"], told["narrowed_cells"]) == (1, None, None)
