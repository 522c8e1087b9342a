from kpis.grounds import own_return, send_regulation
from kpis.kpi import Ground


def test_a_provision_of_the_regulations_stands_with_its_number_and_date():
    assert send_regulation("13(2)") == Ground(
        "regulation",
        "Special Educational Needs and Disability Regulations 2014 (SI 2014/1530), regulation 13(2)",
        "4 June 2014",
    )
    assert not send_regulation("20", confirmed=False).confirmed


def test_the_programmes_own_form_is_a_return():
    assert own_return(3) == Ground("return", "Quarterly return of the programme, workstream 3", "first due for 2019/20 Q1")
