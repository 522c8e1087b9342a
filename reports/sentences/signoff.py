"""How far the sign-off of a quarter is, what readers are shown because of it, and what was corrected since."""

from collections.abc import Iterator, Sequence

from programme.areas import area_coded
from programme.figure import FigureKey
from programme.measures import measures
from programme.moment import day_text, time_text
from programme.quarter import Quarter
from programme.signoff import Correction, CorrectionKind, Signature, SignOff, SignOffDeed, SignOffState, signed_last
from record.records import Records
from reports.language.grammar import and_list, counted, named, was_or_were
from reports.language.linked import Pieces
from reports.sentences.wordings import words_linked

NOT_SIGNED_OFF = "Not signed off"
_DONE = {
    SignOffDeed.SENT: "sent for review by {doer} on {at}",
    SignOffDeed.APPROVED: "approved by {doer} on {at}",
    SignOffDeed.PUBLISHED: "published by {doer} on {at}",
    SignOffDeed.WITHDRAWN: "its publication withdrawn by {doer} on {at}",
}
_CAME = {
    CorrectionKind.RETURN: "{named} was accepted",
    CorrectionKind.WITHDRAWAL: "version {number} ({named}) was withdrawn",
    CorrectionKind.RELEASE: "the published figures of {named} were loaded",
    CorrectionKind.RELEASE_WITHDRAWN: "the published figures of {named} were withdrawn",
}
_COUNTED = {
    CorrectionKind.RETURN: ("return", "accepted"),
    CorrectionKind.WITHDRAWAL: ("return", "withdrawn"),
    CorrectionKind.WORDS: ("text", "written"),
    CorrectionKind.WORDS_WITHDRAWN: ("text", "withdrawn"),
    CorrectionKind.RELEASE: ("release", "loaded"),
    CorrectionKind.RELEASE_WITHDRAWN: ("release", "withdrawn"),
    CorrectionKind.PRINTED: ("publication", "brought out"),
}


def strip_sentence(records: Records, quarter: Quarter) -> str:
    """What stands in the strip: that it is published and what was corrected since, or not signed off. Empty where nobody
    asked.

    A publication speaks for the quarters before its own as well.
    """
    publication = records.sign_off.publication if records.sign_off else None
    if publication is None or records.given is not None:
        return sign_off_sentence(records, quarter)
    if quarter > publication.quarter:
        return f"{state_sentence(records.sign_off, quarter)} Readers are shown {publication.quarter}."
    by = "" if quarter == publication.quarter else f" with {publication.quarter}"
    return f"Published{by} on {day_text(publication.shown_from)}. {corrected_sentence(records.corrected)}".rstrip()


def sign_off_sentence(records: Records, quarter: Quarter) -> str:
    """How far a quarter is, by whom, and what readers are shown beside it. Empty where nobody asked."""
    if records.sign_off is None:
        return ""
    if records.given is not None:
        return _given(records, records.given)
    publication = records.sign_off.publication
    if publication is None:
        return f"{state_sentence(records.sign_off, quarter)}{_withdrawn(records.sign_off)}"
    shown = f"Readers are shown {publication.quarter} as it stood on {time_text(publication.shows_at)}."
    own = f"{state_sentence(records.sign_off, quarter)} {shown}"
    return f"{own} {corrected_sentence(records.corrected)}".rstrip()


def _given(records: Records, given: Signature) -> str:
    if given.deed is SignOffDeed.WITHDRAWN:
        return (
            f"What was published of {given.quarter} was withdrawn on {time_text(given.at)}: {given.note}. Nothing else is "
            "published, so that nothing that was returned is shown."
        )
    told = f"Published on {time_text(given.shown_from)}, as it stood on {time_text(given.shows_at)}."
    return f"{told} {corrected_sentence(records.corrected)}".rstrip()


def published_note(records: Records) -> str:
    """What a file that is taken away says of it: what it was published by, or that it was not. Empty where nobody asked."""
    if records.sign_off is None:
        return ""
    if records.given is not None:
        return _given(records, records.given)
    if publication := records.sign_off.publication:
        return (
            f"It is what stands; readers are shown {publication.quarter} as it stood on {time_text(publication.shows_at)}."
        )
    return f"{NOT_SIGNED_OFF}: it is what stands."


def _withdrawn(sign_off: SignOff) -> str:
    return " Readers are shown nothing that was returned." if sign_off.withdrawal else ""


def state_sentence(sign_off: SignOff, quarter: Quarter) -> str:
    """`Not signed off.`, `Not signed off: sent for review by Head of SEND on …`, `Signed off: published by …`."""
    state, last = sign_off.state(quarter), signed_last(sign_off.signatures, quarter)
    if last is None:
        return f"{NOT_SIGNED_OFF}."
    until = f", under embargo until {time_text(last.embargo)}" if state is SignOffState.EMBARGOED else ""
    signed = "Signed off" if state is SignOffState.PUBLISHED else NOT_SIGNED_OFF
    return f"{signed}: {_done(last)}{until}."


def sign_off_headline(sign_off: SignOff, quarter: Quarter) -> str:
    """The title of the page's part: `2024/25 Q3 is a draft`, `2024/25 Q3 waits for review`."""
    says = {
        SignOffState.DRAFT: "is a draft",
        SignOffState.FOR_REVIEW: "waits for review",
        SignOffState.APPROVED: "is approved and not published",
        SignOffState.EMBARGOED: "is published, under embargo",
        SignOffState.PUBLISHED: "is published",
    }
    return f"{quarter} {says[sign_off.state(quarter)]}"


def given_headline(given: Signature, quarter: Quarter) -> str:
    """The same for whoever is shown what was published: nothing of what is being signed meanwhile."""
    if given.deed is SignOffDeed.WITHDRAWN:
        return f"What was published of {given.quarter} was withdrawn"
    return f"{quarter} is published{'' if quarter == given.quarter else f' with {given.quarter}'}"


def signature_sentence(signed: Signature) -> str:
    """`Approved by the chair on 3 February 2025 at 09:00: “as discussed”.`"""
    until = f", to be shown from {time_text(signed.embargo)}" if signed.embargo else ""
    told = _done(signed)
    return f"{told[0].upper()}{told[1:]}{until}: “{signed.note}”."


def _done(signed: Signature) -> str:
    return _DONE[signed.deed].format(doer=signed.doer, at=time_text(signed.at))


def signed_sentence(signed: Signature) -> str:
    """What a digest says of the newest deed of a quarter: `2024/25 Q3: published; shown from …, as it stood on ….`"""
    match signed.deed:
        case SignOffDeed.PUBLISHED:
            told = f"published; shown from {time_text(signed.shown_from)}, as it stood on {time_text(signed.shows_at)}"
        case SignOffDeed.WITHDRAWN:
            told = f"its publication was withdrawn on {time_text(signed.at)}: {signed.note}"
        case _:
            told = _done(signed)
    return f"{signed.quarter}: {told}."


def publication_title(shown: Signature, gone: Signature | None) -> str:
    """What a feed calls a publication: `2024/25 Q3 is published`; also where it was taken back."""
    return f"The publication of {shown.quarter} was withdrawn" if gone else f"{shown.quarter} is published"


def publication_words(shown: Signature, gone: Signature | None, illustrative: bool) -> str:
    """What a feed says of a publication: from when it was shown and as it stood when; why it was withdrawn."""
    told = f"Published on {time_text(shown.shown_from)}, as it stood on {time_text(shown.shows_at)}."
    back = f"Withdrawn on {time_text(gone.at)}: {gone.note}." if gone else ""
    return " ".join(filter(None, (told, back, "It is illustrative." if illustrative else "")))


def corrected_sentence(corrected: Sequence[Correction], begins: str = "Corrected since") -> str:
    """`Corrected since: 1 return was accepted and 2 texts were written; 3 figures say something else.`; empty where
    nothing moved."""
    if not corrected:
        return ""
    came = and_list(list(_came([each.kind for each in corrected])))
    moved = {key for each in corrected for key in each.moved}
    figures = f"; {counted(len(moved), 'figure')} {'says' if len(moved) == 1 else 'say'} something else" if moved else ""
    return f"{begins}: {came}{figures}."


def _came(kinds: Sequence[CorrectionKind]) -> Iterator[str]:
    """`1 text was written`, `1 withdrawn`: how many of each kind, of the same thing without naming it again."""
    before = "", ""
    for kind in (each for each in CorrectionKind if each in kinds):
        count, (noun, done) = kinds.count(kind), _COUNTED[kind]
        verb = was_or_were(count)
        number = str(count) if noun == before[0] else counted(count, noun)
        yield f"{number} {done}" if (noun, verb) == before else f"{number} {verb} {done}"
        before = noun, verb


def correction_sentence(correction: Correction) -> Pieces:
    """`On 3 February 2025 at 09:00 return.xlsx was accepted, which changed: Plans issued, Kent, 2024/25 Q3.`; of words,
    leading to where such words stand."""
    on = f"On {time_text(correction.at)} "
    if correction.about:
        done = "written here" if correction.kind is CorrectionKind.WORDS else "withdrawn"
        said = f"{on}words of {correction.author} on "
        return said, *words_linked(correction.about), f" ({correction.named}) were {done}."
    if correction.kind is CorrectionKind.PRINTED:
        return (f"By {day_text(correction.at)} newer figures were out (held here as printed in {correction.named}).",)
    told = _CAME[correction.kind].format(named=correction.named, number=correction.number)
    moved = f", which changed: {named([_figure(key) for key in correction.moved], '; ')}" if correction.moved else ""
    return (f"{on}{told}{moved}.",)


def _figure(key: FigureKey) -> str:
    measure, area, quarter = key
    return f"{measures()[measure].description}, {area_coded(area).name}, {quarter}"
