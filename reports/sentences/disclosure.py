"""What is hidden and what it costs, in words: counts and shares, never which."""

from collections.abc import Iterable, Mapping

from programme.hidden import HIDDEN_SIGN, Item
from programme.quarter import Quarter
from record.audited import AuditedStore
from reports.language.grammar import or_none
from reports.language.numbers import number_text
from reports.progress.losses import Loss, LossLevel

KEPT = "Readers keep the state before what was stored last, which waits to be put right."
NO_SOLVER = "Decided by the rule without a solver: whole columns are hidden, which is sound and hides far more."


def hidden_headline(items: Iterable[Item], quarter: Quarter) -> str:
    """`Hidden figures: 24 of 2024/25 Q3 read c`: those of every area, whatever a reader looks at."""
    count = sum(item.quarter == quarter for item in items)
    return f"Hidden figures: {or_none(count)} of {quarter} {'reads' if count == 1 else 'read'} {HIDDEN_SIGN}"


def audit_sentences(found: AuditedStore, losses: Mapping[LossLevel, Loss], why: bool = False) -> list[str]:
    """One line for each thing to know: what is protected, what could be narrowed, what is hidden and what it costs.

    `why` names the figures because of which readers do not get something: for those who see all figures.
    """
    told = found.audit
    needed = sum(why.needed for why in told.hidden.values())
    could = "no solver can say how many" if told.narrowed is None else number_text(len(told.narrowed), 0)
    lines = [
        f"{len(told.protected):,} small counts and differences protected, at every moment; {could} could be narrowed.",
        f"{len(told.hidden):,} numbers hidden: {needed:,} by need, {len(told.hidden) - needed:,} beside.",
        f"Still seen: {', '.join(f'{number_text(loss.seen, 1)}% of {level}' for level, loss in losses.items())}.",
        f"The slowest decision took {number_text(found.seconds, 1)} seconds ({found.solver or 'without a solver'}).",
    ]
    if told.let_out is not None:
        lines.append(f"The rule of edition 1 let {told.let_out:,} of them out.")
    lines += [] if found.solver else [NO_SOLVER]
    if not why:
        return lines + ([KEPT] if found.withheld else [])
    lines += [f"Readers keep the state before, because of: {each}." for each in found.withheld]
    return lines + [f"Readers do not get what a publisher prints of: {each}." for each in found.kept_back]
