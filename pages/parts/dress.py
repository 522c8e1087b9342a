"""What every page wears: our style and the script of the links, sent once with the app and not with every run."""

from pathlib import Path

from reports.palette import fills_css

PARTS = Path(__file__).parent
_END = "</body>"


def dressed(html: str) -> str:
    """Streamlit's page with ours at its end, where it comes after every style of Streamlit's own."""
    worn = f"<style>{_ours('style.css')}\n{fills_css()}</style>\n<script>{_ours('links.js')}</script>\n"
    return html.replace(_END, worn + _END, 1)


def _ours(file: str) -> str:
    """A file that lies here and goes to the browser as it is."""
    return (PARTS / file).read_text(encoding="utf-8")
