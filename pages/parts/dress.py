"""What every page wears: our style, the script of the links and the feed's address, sent once with the app."""

from pathlib import Path

from reports.documents.feed import FEED_LINK, FEED_NAME, FEED_PLACE
from reports.palette import fills_css

PARTS = Path(__file__).parent
_HEAD, _END = "</head>", "</body>"
_FEED = f'<link rel="alternate" type="{FEED_LINK}" title="{FEED_NAME}" href="{FEED_PLACE}">\n'


def dressed(html: str) -> str:
    """Streamlit's page with ours at its end, where it comes after every style of Streamlit's own, and its head with the feed
    that programs look for there."""
    worn = f"<style>{_ours('style.css')}\n{fills_css()}</style>\n<script>{_ours('links.js')}</script>\n"
    return html.replace(_HEAD, _FEED + _HEAD, 1).replace(_END, worn + _END, 1)


def _ours(file: str) -> str:
    """A file that lies here and goes to the browser as it is."""
    return (PARTS / file).read_text(encoding="utf-8")
