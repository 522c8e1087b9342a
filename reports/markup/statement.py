"""The position statement in HTML, so that it prints on two pages: short sections, each under its own heading."""

from collections.abc import Callable, Iterable

from markupsafe import Markup

from kpis.movement import Reference, references_at
from programme.judgements import InspectorsJudgement
from programme.moment import day_text
from programme.sheets.letters import Letter
from programme.sheets.participation import Participation
from programme.sheets.risks import Risk
from record.tracked import Tracked
from reports.language.dates import day_given
from reports.markup.pieces import Href, brag_counts, bullets, link, linked_text, proportion, sign, together
from reports.palette import POSITIONS
from reports.progress.delivery import Delivery
from reports.progress.outcomes import DeliveryBesideOutcome
from reports.progress.statement import Statement
from reports.sentences.letters import NO_LETTER, letter_name, letter_words
from reports.sentences.outcomes import delivery_linked, evidence_gaps, outcome_sentence
from reports.sentences.participation import voice_words
from reports.sentences.plan import brag_text, lapsed_text, slip_days_text
from reports.sentences.statement import agreement_sentence, missing_evidence
from reports.sentences.ways import action_link, risk_link

LISTED = 5  # actions on the statement; the Actions page has them all


def inspectors(of: Statement) -> Markup:
    """What inspectors said in 2019, and what they had judged of it by then, each with its day, its body and its source."""
    about = of.about
    judged = together(_inspected(each) for each in of.inspected) or " No judgement had been made since."
    return Markup('<div class="inspectors"><blockquote>{}</blockquote><p>2019 (wording: {}).{}</p></div>').format(
        about.wording, about.wording_status, judged
    )


def _inspected(each: InspectorsJudgement) -> Markup:
    return Markup(" {}, {}: <b>{}</b> ({}).").format(day_text(each.date), each.body, each.judgement, each.source)


def both_sides(both: DeliveryBesideOutcome, href: Href) -> Markup:
    """Delivery of a weakness on the left, outcome on the right, with their own numbers; nothing adds the two up."""
    delivered = both.delivered
    return Markup(
        '<div class="sides"><section><h2>Delivered</h2><p><b>{}.</b> {}</p>{}{}</section>'
        "<section><h2>Changed</h2>{}</section></div>"
    ).format(
        delivered.plan.title if delivered.plan else "No plan in force",
        linked_text(delivery_linked(delivered, for_weakness=str(both.about.number)), href),
        _done_bar(delivered),
        brag_counts(delivered.statuses),
        together(_position(both, reference) for reference in references_at(delivered.quarter)),
    )


def _done_bar(delivered: Delivery) -> Markup:
    """Done with evidence, done without, past the date agreed first, still to come."""
    total, done, evidenced, late = map(len, (delivered.actions, delivered.done, delivered.evidenced, delivered.overdue))
    return _counted_bar(
        ("done with evidence", evidenced, "var(--done)"),
        ("done without", done - evidenced, "var(--claimed)"),
        ("past the date agreed first", late, "var(--late)"),
        ("still to come", total - done - late, "var(--to-come)"),
    )


def _changed_bar(both: DeliveryBesideOutcome, reference: Reference) -> Markup:
    """Better, worse, without real change, not compared."""
    _, better, worse, unmoved, unknown = both.kpi_counts(reference)
    return _counted_bar(
        ("better", better, "var(--done)"),
        ("no real change", unmoved, "var(--unmoved)"),
        ("worse", worse, "var(--late)"),
        ("not compared", unknown, "var(--to-come)"),
    )


def _counted_bar(*parts: tuple[str, int, str]) -> Markup:
    """Numbers in proportion over what each of them is; nothing where there is nothing to count."""
    known = [part for part in parts if part[1]]
    key = Markup(" ").join(
        Markup('<span><i style="background:{}" aria-hidden="true"></i> {} {}</span>').format(fill, count, name)
        for name, count, fill in known
    )
    bar = proportion((count, fill) for _, count, fill in known)
    return Markup('<p class="counted-bar">{}<small>{}</small></p>').format(bar, key) if known else Markup("")


def _position(both: DeliveryBesideOutcome, reference: Reference) -> Markup:
    """One position with its counts, and where there is too little evidence what would be needed."""
    mark = POSITIONS[both.outcome.since(reference).word]
    gaps = evidence_gaps(both, reference)
    folded = Markup('<details class="words"><summary>{}</summary>{}</details>')
    lacking = folded.format(gaps[0], bullets(gaps[1:])) if gaps else ""
    return Markup("<p><b>{} Evidence position {}: {}.</b> {}</p>{}{}").format(
        sign(mark.shape),
        str(reference),
        mark.word.lower(),
        outcome_sentence(both, reference),
        _changed_bar(both, reference),
        lacking,
    )


def late_actions(delivery: Delivery, href: Href, weakness: int) -> Markup:
    """The actions longest past the date agreed first, and the way to all of them."""
    late = [_late(each, href) for each in delivery.overdue[:LISTED]]
    address = href("actions", for_weakness=str(weakness))
    rest = Markup("<p>{}</p>").format(link(address, f"All {len(delivery.actions)} actions"))
    return _section("Actions past the date agreed first", _listed(late, "No action is past the date agreed first.") + rest)


def _late(action: Tracked, href: Href) -> Markup:
    now = action.now
    forecast = f"now forecast for {day_given(now.forecast)}, {slip_days_text(action)}" if now.forecast else "no forecast"
    if action.lapsed:
        forecast = Markup("<strong>{}, {}</strong>").format(lapsed_text(action), slip_days_text(action))
    return Markup("<b>{}</b> {}: {}; agreed for {}, {}; {}").format(
        linked_text((action_link(action),), href),
        now.title,
        brag_text(action),
        day_given(action.baseline),
        forecast,
        now.lead_role or "no lead role given",
    )


def voices(of: Statement, href: Href) -> Markup:
    """What parents and children said in the last year, newest first, each the way to the entry, and what came of it."""
    heard = [_voice(each, href) for each in of.heard[:LISTED]]
    return _section("What parents said", _listed(heard, "Nothing is recorded in the last year."))


def _voice(voice: Participation, href: Href) -> Markup:
    did, difference = voice.we_did or "nothing recorded", voice.difference or "not known yet"
    said = link(href("participation", at=voice.place), voice_words(voice) or "(not recorded)")
    return Markup("{} – We did: {}. Difference: {}.").format(said, did, difference)


def letters_written(of: Statement, href: Href, note: Callable[[Letter], Markup]) -> Markup:
    """What the DfE, NHS England and inspectors wrote of it, newest first, each with the way to its document: the newest
    letter, and those before to be opened. `note` says of one where it was written here by whom."""
    told = [(letter, linked_text(letter_words(letter), href) + note(letter)) for letter in of.letters]
    listed = _listed([*(_letter(*each) for each in told[:1]), *(_letter_before(*each) for each in told[1:])], NO_LETTER)
    return _section("What the DfE and NHS England wrote", listed)


def _letter(letter: Letter, words: Markup) -> Markup:
    return Markup('<div id="{}"><b>{}</b>: {}</div>').format(letter.place, letter_name(letter), words)


def _letter_before(letter: Letter, words: Markup) -> Markup:
    """On two sheets of paper there is room for the name of an earlier one."""
    told = Markup('<details id="{}"><summary><b>{}</b></summary>{}</details>')
    return told.format(letter.place, letter_name(letter), words)


def risk_list(of: Statement, href: Href) -> Markup:
    """The risks that name the weakness, highest first."""
    return _section("Risks", _listed((_risk(each, href) for each in of.risks), "None was returned for this quarter."))


def _risk(risk: Risk, href: Href) -> Markup:
    return Markup("<b>{}</b> {}: {}").format(
        linked_text((risk_link(risk.ref),), href), risk.risk, risk.current or "not scored"
    )


def assessment(of: Statement, note: Markup) -> Markup:
    """The lead's own answer, whether the evidence says the same, and a note on where the answer stands."""
    reason = f" Reason: {of.lead.reason}" if of.lead and of.lead.reason else ""
    return _section("The lead's own assessment", Markup("<p>{}{}</p>{}").format(agreement_sentence(of), reason, note))


def missing(of: Statement, href: Href) -> Markup:
    """What evidence is missing. Missing is not the same as bad, and not the same as nothing to report."""
    return _section(
        "What evidence is missing",
        _listed((linked_text(each, href) for each in missing_evidence(of)), "Nothing that this statement looks for."),
    )


def sections(parts: Iterable[Markup]) -> Markup:
    """The parts one under the other; in two columns where there is room."""
    return Markup('<div class="statement">{}</div>').format(together(parts))


def _section(heading: str, body: Markup) -> Markup:
    return Markup("<section><h2>{}</h2>{}</section>").format(heading, body)


def _listed(items: Iterable[Markup | str], nothing: str) -> Markup:
    """The items as a list, or the sentence that there are none."""
    return bullets(items) or Markup("<p>{}</p>").format(nothing)
