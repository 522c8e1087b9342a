from reports.language.linked import plain_text
from reports.progress.handover import End
from reports.sentences.handover import fate_linked, fates_headline, fates_sentences
from tests.reports.progress.test_handover import KNOWN, LOGS, fates


def test_done_open_and_unsaid_are_told_apart():
    assert fates_headline(fates()) == (
        "Written Statement of Action: 5 of 7 actions held were open when it ended, and nothing says what became of 2"
    )
    assert fates_sentences(fates()) == (
        "Two of 7 actions held were done by 9 November 2022, 1 with evidence.",
        "Of the 5 that were open: 2 carried on and 1 stopped.",
        "Nothing says what became of WSOA-6 and WSOA-7.",
        "The last return of its actions was for 2022/23 Q2; what was done between that and 9 November 2022 is not known.",
        "The number returned here is 7; the plan's own number of actions is to be confirmed.",
    )


def test_one_that_went_on_names_its_refs_and_its_reason():
    texts = {each.action.now.ref: plain_text(fate_linked(each)) for each in fates(logs=KNOWN).fates}
    assert texts["WSOA-5"] == "carried on in APP-6.02 and APP-6.03"
    assert texts["WSOA-4"] == "stopped: Nobody came"
    assert texts["WSOA-6"] == "nothing says what became of it" == str(End.UNSAID)


def test_where_only_the_former_ref_speaks_the_rest_is_unsaid():
    assert fates_sentences(fates(logs=LOGS))[1] == "Of the 5 that were open: 1 carried on."
