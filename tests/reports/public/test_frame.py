from lxml import html
from markupsafe import Markup

from programme.quarter import Quarter
from reports.public.frame import ABOUT, NAMES, PublicOrigin, PublicPage, page_bytes, weakness_page
from tests.reports.public.conftest import said

ORIGIN = PublicOrigin(Quarter(2024, 3), ("Some of it is illustrative.",), ("As known then.",))


def test_a_page_says_of_which_quarter_it_is_and_leads_to_the_others():
    page = html.fromstring(page_bytes(PublicPage(ABOUT, "What <b>is</b> published", Markup("<p>All.</p>")), ORIGIN))
    assert said(page.find(".//title")) == "What <b>is</b> published – Kent SEND improvement, 2024/25 Q3"
    assert said(page.find(".//h1")) == "What <b>is</b> published"
    assert said(page.xpath("//p[@class='of']")[0]) == "Kent SEND improvement · 2024/25 Q3, October to December 2024"
    assert page.xpath("//header//a/@href") == list(NAMES)
    assert page.xpath("//a[@aria-current='page']/@href") == [ABOUT]
    assert page.xpath("//a[@class='skip']/@href") == ["#main"]
    assert [said(each) for each in page.xpath("//*[@class='strip']/p | //footer/p")] == [*ORIGIN.strip, *ORIGIN.foot]


def test_without_anything_to_caution_of_there_is_no_strip():
    page = page_bytes(PublicPage(ABOUT, "What is published", Markup()), PublicOrigin(Quarter(2024, 3), (), ()))
    assert b"strip" not in page


def test_each_weakness_has_a_page_of_its_own():
    assert weakness_page(6) == "weakness-6.html"
