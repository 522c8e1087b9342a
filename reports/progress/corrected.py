"""What was corrected of a quarter after it was published itself, also where a later publication has taken that in."""

from programme.published import published_figures
from programme.quarter import Quarter
from programme.signoff import Correction, corrections, standing_publications
from record.known_by import printed_since
from record.records import Records


def corrected_itself(records: Records, quarter: Quarter) -> tuple[Correction, ...]:
    """What moved of a quarter and those before it since its own publication, of what these records hold, oldest first.

    Empty where it has none that stands, or where that is the one in force: then it is `records.corrected`.
    """
    sign_off = records.sign_off
    own = [each for each in standing_publications(sign_off.signatures) if each.quarter == quarter]
    if not own or own[-1] == sign_off.publication or own[-1].shown_from > sign_off.at:
        return ()
    told = records.versions, records.restatements, records.logs.wordings, records.releases
    return corrections(*told, quarter, own[-1].shows_at)


def corrected_since(records: Records) -> tuple[Correction, ...]:
    """What was stored since the publication in force was signed, and what publishers brought out since, oldest first.

    What they bring out comes with the system, and is in no state that was signed before. Empty where nothing is published.
    """
    publication = records.sign_off.publication if records.sign_off else None
    if publication is None:
        return records.corrected
    span = publication.quarter, publication.shows_at, records.sign_off.at
    return tuple(sorted((*records.corrected, *printed_since(published_figures(), *span)), key=lambda each: each.at))
