"""Stage 4, promises: where an answer was promised there is one, and not a word that holds its place."""

from collections.abc import Iterator

from loaders.forms.layouts import standard
from loaders.rules.case import Case
from loaders.rules.rule import Fault, Stage, rule
from loaders.rules.sheets import must, typed_cells
from loaders.rules.words import said
from programme.answers import is_answer
from programme.finding import Severity
from programme.sheets.commentary import COMMENTARY
from programme.sheets.holds import PROMISES, REF
from programme.sheets.participation import PARTICIPATION


@rule(Stage.VALUES, Severity.QUERY)
def no_answer(case: Case) -> Iterator[Fault]:
    """“TBC” under a heading that promises evidence, an owner or a reason looks like one, and counts as blank."""
    for row, column, text in typed_cells(case):
        promised = column.holds in PROMISES or (column.holds is REF and column not in row.form.needed)
        if promised and not is_answer(text):
            yield must(row, column, "say something or stay blank, because this counts as blank", text)


@rule(Stage.COVER, Severity.QUERY)
def lead_role_no_answer(case: Case) -> Iterator[Fault]:
    """Somebody must answer for the figures."""
    field = case.parsed.fields.get(standard.LEAD_ROLE.label)
    if field and field.text and not is_answer(field.text):
        yield Fault(standard.COVER, field.ref, said(f"{field.label} must name the role that answers for them", field.text))


@rule(Stage.VALUES, Severity.QUERY)
def judgement_without_reason(case: Case) -> Iterator[Fault]:
    """A rating that a lead puts in place of the computed one counts only with its reason, which readers see beside it."""
    for row in case.written(COMMENTARY):
        if row.text(COMMENTARY.judgement) and not row.text(COMMENTARY.judgement_reason):
            yield must(row, COMMENTARY.judgement_reason, "be given with a rating that is judged otherwise", "")


@rule(Stage.VALUES, Severity.QUERY)
def quotation_without_source(case: Case) -> Iterator[Fault]:
    """What somebody said stands in their words only where it can be looked up, or says that it is illustrative."""
    for row in case.written(PARTICIPATION):
        if not row.text(PARTICIPATION.quotation):
            continue
        for column in (PARTICIPATION.speaker, PARTICIPATION.printed_in):
            if not row.text(column):
                yield must(row, column, "be given with a quotation, which is not shown without its source", "")
