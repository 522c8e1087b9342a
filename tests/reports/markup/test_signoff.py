from reports.markup.signoff import corrections_listed, feed_link, signatures_listed
from tests.reports.sentences.test_signoff import CORRECTED, SENT


def href(thing, **choices):
    return " ".join((thing, *choices.values()))


def test_deeds_and_corrections_are_listed_and_what_was_typed_is_text():
    assert signatures_listed([SENT]) == (
        "<ul><li>Sent for review by Head of &lt;SEND&gt; on 3 February 2025 at 09:00: “ready”.</li></ul>"
    )
    assert corrections_listed(CORRECTED[:1], href).startswith("<ul><li>On 4 February 2025 at 09:00 return.xlsx was accepted")
    assert signatures_listed([]) == corrections_listed([], href) == ""


def test_of_words_a_link_leads_to_where_they_stand():
    assert corrections_listed(CORRECTED[1:2], href) == (
        '<ul><li>On 4 February 2025 at 09:00 words of A. Lead on <a href="kpi plans_within_20_weeks 2024/25 '
        'Q3">Plans issued within 20 weeks</a> (Commentary) were written here.</li></ul>'
    )


def test_the_feed_is_an_address_for_other_programs():
    assert feed_link("/feed", "What <was> published") == (
        '<a class="leave" href="/feed">What &lt;was&gt; published (Atom feed)</a>'
    )
