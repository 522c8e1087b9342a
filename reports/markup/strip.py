"""The strip on every page: which quarter and area, known when, how settled, and whether the figures are real."""

from markupsafe import Markup

from programme.areas import Area
from programme.moment import day_text, time_text
from programme.quarter import Quarter
from programme.symbols import Status
from record.receipts import in_force
from record.records import Records
from record.today import stands_still
from reports.markup.pieces import link
from reports.sentences.signoff import strip_sentence

DEMONSTRATION = Markup(
    "<b>Demonstration data.</b> Figures that annual publications carry are real; all others are illustrative."
)
DAY = Markup("The day is taken to be that of the newest return.")


def strip(records: Records, quarter: Quarter, area: Area, now: str = "") -> Markup:
    """One paragraph of HTML; empty for an empty store. `now` is the address of the same view as known now."""
    signed = Markup("<b>{}</b>").format(said) if (said := strip_sentence(records, quarter)) else Markup("")
    if records.empty:
        return Markup('<p class="strip" role="note">{}</p>').format(signed) if records.given else Markup("")
    about = Markup("<b>{}, {}</b>{}.").format(quarter, area.name, _settled(records, quarter))
    demonstration = DEMONSTRATION if records.illustrative else ""
    if records.as_at is None and stands_still(records):
        demonstration += Markup(" ") + DAY
    told = Markup(" ").join(filter(None, (about, _known(records, now), signed, demonstration)))
    return Markup('<p class="strip{}" role="note">{}</p>').format(" past" if _looks_back(records) else "", told)


def _known(records: Records, now: str) -> Markup:
    newest = f"newest return {day_text(records.versions[-1].accepted_at)}"
    if records.as_at is None:
        return Markup("As known now, {}.").format(newest)
    back = Markup(" {}").format(link(now, "Back to now")) if now else ""
    if records.given:
        then = Markup("<b>As at {}:</b> what was published then.{}").format(time_text(records.sign_off.at), back)
        return then if _looks_back(records) else Markup("")
    return Markup("<b>As at {}:</b> what was known then, {}.{}").format(time_text(records.as_at), newest, back)


def _looks_back(records: Records) -> bool:
    """Whether somebody asked for a past moment; what is published is as at one, and shown now."""
    return records.sign_off.past if records.given else records.as_at is not None


def _settled(records: Records, quarter: Quarter) -> str:
    """Whether the quarter's newest returns are provisional or final; nothing where it came with the history workbook."""
    newest = {
        stream: version.cover.status
        for version in in_force(records.versions)
        if version.cover.quarter == quarter
        for stream in version.cover.workstreams
    }
    if not newest:
        return ""
    provisional = sum(status is Status.PROVISIONAL for status in newest.values())
    if not provisional:
        return ", final"
    return ", provisional" if provisional == len(newest) else ", partly provisional"
