from programme.areas import KENT
from programme.workstreams import workstreams
from reports.progress.overview import verdicts
from reports.sentences.overview import group_headline, overview_headline
from tests.reports.build import progress_of
from tests.reports.lines import NOW, plans
from tests.reports.progress.test_overview import FALLING, seen


def test_the_headline_counts_reds_and_those_getting_worse():
    assert overview_headline(seen(*plans(FALLING))) == "Of 62 KPIs, 2 are red, and 2 of those are getting worse"
    assert overview_headline(seen(*plans([20]))) == "Of 62 KPIs, 1 is red, and none of those is getting worse"
    assert overview_headline(seen()) == "None of 62 KPIs is red"


def test_a_group_has_its_own_headline():
    stream = workstreams()[3]
    found = verdicts(progress_of(*plans(FALLING)), KENT, NOW, stream)
    assert group_headline(stream, found) == "EHC plan quality: of 17 KPIs, 2 are red, and 2 of those are getting worse"
    assert group_headline(stream, []) == "EHC plan quality: no KPI is collected for this area"
