"""Pay of a role in slices that are bounded unlike each other: "ZipRecruiter's average and the base at mid-level",
"Glassdoor's figure, but the TAM guide says more". Each slice is looked up for itself."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from agent.answering.context import Context
from agent.answering.pay_words import REGIONS
from agent.answering.slicing.bounds import Slice
from agent.answering.slicing.cut import slices
from agent.answering.slicing.lookup import figures
from corpus.figures import Figure

MOST = 6  # figures
_TELLING = frozenset({"statistic", "names", "articles", "overall", "each", "more"})


def in_parts(context: Context) -> list[Figure]:
    """The figures of the slices of one role, one of which names a source or the whole range; several roles are told
    side by side."""
    if len(context.question.roles) != 1 or _untold(context):
        return []
    lead, told = slices(context)
    return _looked_up(context, lead, told) if any(s.names or s.overall for s in told) else []


def above_quoted(context: Context) -> bool:
    """Whether an amount is quoted and another said to lie beyond it: "stops at $280K, but there is a higher one"."""
    found = slices(context)[1] if context.question.roles else []
    return any(s.amounts for s in found) and any(s.more for s in found)


def sliced(context: Context) -> list[Figure]:
    """The figures of the slices, in the question's order; [] where it has none that are bounded unlike each other, or
    one of them is nowhere stated."""
    return [] if not context.question.roles or _untold(context) else _looked_up(context, *slices(context))


def _untold(context: Context) -> bool:
    """Whether a country, job or year is asked about that a slice does not tell apart."""
    question = context.question
    return bool(set(question.facets.region) - set(REGIONS) or question.others or question.years)


def _looked_up(context: Context, lead: Slice, told: Sequence[Slice]) -> list[Figure]:
    if len(told) < 2 or not _apart(told, lead):
        return []
    found: list[Figure] = []
    for place, group in enumerate(_grouped(told)):
        taken = [figures(context, one, found[-1] if found else None) for one in group]
        if not all(taken) and place and group[0].kinds(lead) <= {"more", "basis"} and not group[0].amounts:
            continue  # "and why is that so much higher?"
        if not all(taken):
            return []
        both = set.intersection(*({f.article for f in fits} for fits in taken))
        alike = [f for fits in taken for f in fits if len(group) < 2 or not both or f.article in both]
        found += [f for f in alike if f not in found]
    return found[:MOST] if len({(f.low, f.high, f.article) for f in found}) > 1 else []


def _grouped(told: Sequence[Slice]) -> list[list[Slice]]:
    """Together those that differ in the role alone: one article on both of them is best."""
    groups: list[list[Slice]] = []
    for one in told:
        if groups and replace(groups[-1][-1], role=one.role) == one != groups[-1][-1]:
            groups[-1].append(one)
        else:
            groups.append([one])
    return groups


def _apart(told: Sequence[Slice], lead: Slice) -> bool:
    """Whether two are bounded in different kinds of things: a source or statistic on one side, a level on the other,
    or an amount on one side and words on the other."""
    kinds = [s.kinds(lead) for s in told]
    quoted = [bool(s.amounts or s.limit) for s in told]
    if all(quoted):  # amounts alone are told as they are quoted
        ends = {end for s in told for q in s.amounts for end in (q.low, q.high)}
        past = any(s.limit in ends for s in told if s.limit)  # "up to $280K, and a level with more than $280K"
        return past or sum(bool(k & {"names", "articles"}) for k in kinds) > 1
    if len({s.role for s in told}) > 1 and not any(q or s.overall for q, s in zip(quoted, told, strict=True)):
        return False  # several roles are told side by side
    if sum(quoted) > 1 and not any(s.more and s.named for s in told):
        return False  # what is said beside two amounts is said of them
    if any(quoted) and not all(k or q for k, q in zip(kinds, quoted, strict=True)):
        return False
    if any(quoted) and any(k & (_TELLING | {"tier", "level"}) and not q for k, q in zip(kinds, quoted, strict=True)):
        return True
    statistics = {s.statistic for s in told}
    if len(statistics) > 1 and () not in statistics:
        return True  # "the median, and a much lower average"
    return any(_unlike(one, other, lead) for i, one in enumerate(told) for other in told[:i])


def _unlike(one: Slice, other: Slice, lead: Slice) -> bool:
    """Whether the two are bounded in nothing alike, but for a level that both have."""
    level = {"level"} if set(one.level) & set(other.level) else set[str]()
    a, b = one.kinds(lead) - level, other.kinds(lead) - level
    return not a & b and bool((a | b) & _TELLING) and ("more" in a | b or bool(a and b))
