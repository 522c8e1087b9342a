from programme.redaction import RedactedKind, RedactedPlace
from programme.submission import Entry
from store.redaction.redaction_plan import plan_of_redaction
from store.redactions import name_redaction, open_redaction
from store.returns.versions import accept
from tests.accepting import by
from tests.store.submissions import ISSUED, standard

ENTRIES = (Entry("Actions", 5, "Action", "C5", "Jane Smith waits"), Entry("Actions", 6, "Action", "C6", "Janet Smith waits"))


def test_only_what_says_the_words_changes_and_nothing_is_changed_yet(database):
    accept(database, standard({ISSUED: 41}, entries=ENTRIES), by("analyst"))
    name_redaction(database, RedactedPlace(RedactedKind.NAME, words="Jane Smith"), by("analyst", "a child"))
    with database.reading() as cursor:
        plan = plan_of_redaction(cursor, open_redaction(cursor, 1), "redacted today: why")
    changed = {place: texts for place, texts in plan.texts.items() if texts}
    assert changed.pop(("redactions", "words", 0)) == {"Jane Smith": "[redacted today: why]"}
    assert changed == {("entries", "text", 0): {"Jane Smith waits": "[redacted today: why] waits"}}
    assert (len(plan.files), plan.drafts, plan.log) == (1, set(), set())
