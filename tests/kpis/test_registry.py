from pathlib import Path
from shutil import copytree, ignore_patterns

import pytest

import kpis
from kpis.evaluate import evaluate
from kpis.examples import work_out
from kpis.outcome import Known, Reason
from kpis.registry import DefinitionError, definitions_in, definitions_in_force, registry, superseded_by
from programme.areas import KENT
from programme.quarter import Quarter
from tests.kpis.building import evidence, figure

NEW = '''"""Plans issued, of requests received."""

from datetime import date

from kpis.basis import Q
from kpis.formulas import Share
from kpis.kpi import Example, Ground, Kpi, Target
from kpis.outcome import Reason

KPI = Kpi(
    module=__name__,
    title="Plans issued, of requests received",
    short="Requests that end in a plan",
    question="How many requests end in a plan?",
    why="A request that ends in nothing is a family that is still waiting.",
    numerator="Plans issued in the quarter",
    denominator="Requests received in the quarter",
    formula=Share(of="plans_issued_all", out_of="requests_received"),
    unit="percent",
    decimals=0,
    better="higher",
    least_change=2,
    least_change_basis="illustrative: two percentage points",
    rated_from=10,
    basis=Q,
    weaknesses=(6,),
    targets=(Target(since="2024/25 Q1", value=50, floor=30, basis="illustrative"),),
    source="Quarterly return, workstream 3",
    caution="Plans issued belong to requests of earlier quarters.",
    tier="supporting",
    tier_reason="Others lead.",
    grounds=(Ground("return", "Quarterly return", "2019"),),
    written_by="SEND performance analyst",
    checked_by="Head of management information",
    next_review=date(2027, 6, 1),
    examples=(
        Example({"plans_issued_all": 400, "requests_received": 1000}, gives=40),
        Example({"requests_received": 1000}, gives=Reason.NOT_RETURNED),
    ),
)
'''


def write(root: Path, name: str, text: str, folder="ehcp_quality") -> None:
    (root / folder).mkdir(exist_ok=True)
    (root / folder / f"{name}.py").write_text(text, encoding="utf-8")


def refused(root: Path) -> list[str]:
    with pytest.raises(DefinitionError) as refusal:
        definitions_in(root)
    return str(refusal.value).splitlines()


def test_the_definitions_are_found_once_and_in_order_of_workstream():
    found = list(registry().values())
    assert registry() is registry()
    assert [(kpi.workstream, kpi.id) for kpi in found] == sorted((kpi.workstream, kpi.id) for kpi in found)


def test_adding_a_kpi_on_figures_already_returned_touches_one_file(tmp_path):
    root = tmp_path / "kpis"
    copytree(Path(kpis.__path__[0]), root, ignore=ignore_patterns("__pycache__"))
    before = {path: path.read_bytes() for path in root.rglob("*.py")}
    write(root, "requests_that_end_in_a_plan", NEW)
    found = definitions_in(root)
    assert set(found) - set(registry()) == {"requests_that_end_in_a_plan"}
    assert {path for path in root.rglob("*.py") if before.get(path) != path.read_bytes()} == {
        root / "ehcp_quality" / "requests_that_end_in_a_plan.py"
    }
    kpi = found["requests_that_end_in_a_plan"]
    assert work_out(kpi, kpi.examples[0]) == Known(40, 400, 1000)
    known = evidence(figure("plans_issued_all", 600), figure("requests_received", 1000))
    assert evaluate(kpi, KENT, Quarter(2024, 3), known).value == 60


def test_a_package_file_is_no_definition(tmp_path):
    write(tmp_path, "__init__", '"""The KPIs of this workstream."""\n')
    assert definitions_in(tmp_path) == {}


def test_every_fault_is_refused_at_once_and_named(tmp_path):
    write(tmp_path, "asks_nothing", NEW.replace("end in a plan?", "end in a plan.").replace('short="', 'short="All '))
    write(tmp_path, "misspelt", NEW.replace("caution=", "cautoin="))
    write(tmp_path, "no_quarter", NEW.replace("2024/25 Q1", "April 2024"))
    write(tmp_path, "not_python", "KPI = (\n")
    write(tmp_path, "nothing_in_it", '"""Nothing."""\n', folder="service_provision")
    write(tmp_path, "says_another_name", NEW.replace("__name__", '"kpis.ehcp_quality.plans_within_20_weeks"'))
    write(tmp_path, "sound", NEW)
    write(tmp_path, "unknown_word", NEW.replace("basis=Q,", "basis=Quarterly,"))
    assert refused(tmp_path) == [
        "KPI definitions must be put right:",
        "kpis.ehcp_quality.misspelt: it must be readable, got: Kpi.__init__() got an unexpected keyword argument 'cautoin'",
        "kpis.ehcp_quality.no_quarter: it must be readable, got: A quarter is written like 2021/22 Q3, got: April 2024",
        "kpis.ehcp_quality.not_python: it must be readable, got: '(' was never closed (not_python.py, line 1)",
        "kpis.ehcp_quality.says_another_name: it must hold KPI = Kpi(module=__name__, …)",
        "kpis.ehcp_quality.unknown_word: it must be readable, got: name 'Quarterly' is not defined",
        "kpis.service_provision.nothing_in_it: it must hold KPI = Kpi(module=__name__, …)",
        "kpis.ehcp_quality.asks_nothing: its question must end with a question mark",
    ]


def test_a_name_may_stand_in_one_folder_only(tmp_path):
    write(tmp_path, "twice", NEW)
    write(tmp_path, "twice", NEW.replace("Requests that end", "All that end"), folder="service_provision")
    assert refused(tmp_path)[1:] == [
        "kpis.ehcp_quality.twice: its file name must be its own",
        "kpis.service_provision.twice: its file name must be its own",
    ]


def test_a_short_name_belongs_to_one_definition_and_none_goes_without(tmp_path):
    write(tmp_path, "one", NEW)
    write(tmp_path, "other", NEW.replace("Requests that end", "REQUESTS that end"), folder="service_provision")
    write(tmp_path, "unnamed", NEW.replace('    short="Requests that end in a plan",\n', ""))
    assert refused(tmp_path)[1:] == [
        "kpis.ehcp_quality.unnamed: it must be readable, got: "
        "Kpi.__init__() missing 1 required positional argument: 'short'",
        "kpis.ehcp_quality.one: its short name must be its own, got: Requests that end in a plan",
        "kpis.service_provision.other: its short name must be its own, got: REQUESTS that end in a plan",
    ]


def test_a_short_name_is_shorter_than_its_title_or_the_same():
    assert [kpi.id for kpi in registry().values() if len(kpi.short) > len(kpi.title)] == []
    assert registry()["plans_within_20_weeks"].short == "Plans within 20 weeks"


OLD, NEWER = "wheelchairs_within_18_weeks", "wheelchairs_children_within_18_weeks"


@pytest.mark.parametrize(
    ("quarter", "judging", "not_judging"),
    [("2024/25 Q4", OLD, NEWER), ("2019/20 Q3", OLD, NEWER), ("2025/26 Q1", NEWER, OLD)],
)
def test_a_quarter_is_judged_by_the_definition_that_was_in_force_in_it(quarter, judging, not_judging):
    found = definitions_in_force(Quarter.parse(quarter))
    assert judging in found and not_judging not in found
    assert len(found) == len(registry()) - 1


def test_both_definitions_can_be_read_and_know_each_other():
    old, newer = registry()[OLD], registry()[NEWER]
    assert (newer.supersedes, newer.since, superseded_by(old), superseded_by(newer)) == (OLD, "2025/26 Q1", newer, None)
    assert old.formula != newer.formula


def test_a_superseded_definition_is_not_asked_for_any_more():
    result = evaluate(registry()[OLD], registry()[OLD].areas[0], Quarter.parse("2025/26 Q1"), evidence())
    assert result.outcome.reason is Reason.NOT_DUE
