from reports.tables.kpis import kpis_table
from tests.reports.cells import texts, values
from tests.reports.lines import NOW, count, judged, plans

CAPTION = "KPIs, 2024/25 Q3"


def test_a_kpi_stands_with_its_word_its_group_and_what_decided():
    (row,) = texts(kpis_table([judged(plans([35, 30], of=1000))], CAPTION))
    assert (row["KPI"], row["Figure"], row["Rating"]) == ("Plans issued within 20 weeks", "30.0%", "▲ Red")
    assert (row["Direction"], row["Group of reds"]) == ("worsening", "red and worsening")
    assert row["What decided"] == (
        "it is worsening since 2024/25 Q2 (then 35.0%), more than chance brings between such counts"
    )


def test_what_is_carried_forward_says_so_beside_the_period_that_it_covers():
    appeals = [*count("appeals_registered", [300], last=NOW - 3), *count("appealable_decisions", [8000], last=NOW - 3)]
    found = texts(kpis_table([judged(appeals, "tribunal_appeal_rate"), judged(plans([35, 30]))], CAPTION))
    assert [row["Covers"] for row in found] == ["calendar year 2023 (carried forward)", "October to December 2024"]


def test_what_cannot_be_said_and_what_is_hidden_have_no_value():
    hidden = judged(count("permanent_exclusions_send", [9, 9, 9, 9, 3]), "permanent_exclusions_send")
    table = kpis_table([judged([]), hidden], CAPTION)
    assert [row["Direction"] for row in values(table)] == [None, None]
    nothing, covered = texts(table)
    assert (nothing["Direction"], nothing["Group of reds"]) == ("cannot be said", "")
    assert (covered["Direction"], covered["What decided"]) == ("c", "")
