"""The feed of the quarters that were published: each publication that readers were shown, and what became of it."""

from collections.abc import Iterator
from urllib.parse import urlencode

from programme.signoff import SignOff, shown_publications
from reports.documents.feed import FEED_NAME, FEED_PLACE, FeedEntry, atom_feed
from reports.sentences.signoff import publication_title, publication_words


def published_feed(sign_off: SignOff, illustrative: bool, home: str) -> bytes:
    """The feed as it stands at the sign-off's moment; `home` is where the app is, without a stroke at its end.

    A publication under embargo is not in it, nor one that was withdrawn before anybody was shown it.
    """
    return atom_feed(FEED_NAME, f"{home}{FEED_PLACE}", _entries(sign_off, illustrative, home), sign_off.at)


def _entries(sign_off: SignOff, illustrative: bool, home: str) -> Iterator[FeedEntry]:
    for shown, gone in shown_publications(sign_off):
        yield FeedEntry(
            f"publication {shown.change}",
            publication_title(shown, gone),
            publication_words(shown, gone, illustrative),
            shown.shown_from,
            gone.at if gone else shown.shown_from,
            f"{home}/?{urlencode({'quarter': str(shown.quarter)})}",
        )
