from pages.parts.dress import PARTS, dressed
from reports.palette import fills_css
from web.feed import feed_routes


def test_the_style_the_colours_and_the_links_stand_once_at_the_end_of_the_page():
    style, script = ((PARTS / name).read_text(encoding="utf-8") for name in ("style.css", "links.js"))
    assert dressed("<body><p>It</p></body></html>") == (
        f"<body><p>It</p><style>{style}\n{fills_css()}</style>\n<script>{script}</script>\n</body></html>"
    )


def test_programs_find_the_feed_in_the_head_of_every_page():
    feed = '<link rel="alternate" type="application/atom+xml" title="WSoA Monitor: what was published" href="/feed.atom">'
    assert dressed("<head><title>It</title></head>") == f"<head><title>It</title>{feed}\n</head>"
    assert [route.path for route in feed_routes(lambda: None)] == ["/feed.atom"]


def test_the_files_that_go_to_the_browser_as_they_are_hold_nothing_from_elsewhere():
    for name in ("style.css", "links.js"):
        text = (PARTS / name).read_text(encoding="utf-8")
        assert "http:" not in text and "https:" not in text and "@import" not in text and "</s" not in text
