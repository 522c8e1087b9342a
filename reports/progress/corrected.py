"""What was corrected of a quarter after it was published itself, also where a later publication has taken that in."""

from programme.quarter import Quarter
from programme.signoff import Correction, corrections, standing_publications
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
