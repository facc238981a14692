"""Where articles differ, or are said to: what each states with its source and date, and in one sentence whether
they agree and why not."""

from __future__ import annotations

import re
from collections.abc import Sequence

from agent.answering.claims import Block, Claim, Draft, Frame, Piece, bullets, paragraph
from agent.answering.comparing.fitting import labelled
from agent.answering.comparing.rows import focus
from agent.answering.context import Context, stated
from agent.answering.disputing.quoted import Lookup, looked_up, of_each_role, quantities
from agent.answering.disputing.sources import named
from agent.answering.disputing.stated import Stated, stated_of
from agent.answering.disputing.verdict import AGREE, DIFFER, quoted_verdict, yes_no
from agent.answering.disputing.why import reasons
from agent.answering.fact import NUMERIC
from agent.answering.pay import PAY
from agent.answering.pay_one import one_role
from agent.answering.pay_words import REGIONS, phrase, short, told_apart
from agent.answering.question import ends
from agent.answering.select import Scored, named_entities
from corpus.units import Unit

NEAR = 0.55  # how far below the best statement another article's sentence may score; a cell has its row's label
_BESIDE = frozenset(
    {"transition", "choose", "exits", "automation"}
)  # matters in which a measure is spoken of by the way
_TEXTS = re.compile(r"\b(articles?|texts|sources|guides?|publishers?|write-?ups?|blogs?|posts|accounts)\b", re.I)
_CLAIMS = re.compile(
    r"\bwhich (?:(?:one|figure|number|article|source|guide|of (?:them|these|the two)) )?"
    r"(?:is|should i believe|do i (?:believe|trust)|to believe) ?(?:it|right|correct|true|accurate)?\b"
    r"(?! (?:for|role|one for))"
    r"|\bwho(?:['’]s| is) (?:right|correct)\b|\bcan['’]?t both\b|\belsewhere\b|\bhere\b.{1,40}\bthere\b"
    r"|\b(?:one|another|others?) (?:\w+ )?(?:says?|gives?|puts?|claims?|has|quotes?)\b"
    r"|\b(?:i|we)(?:['’]ve| have)? (?:seen|read|heard|found|come across|came across|saw)\b"
    r"|\b(?:someone|somebody|people|some|a friend|they) (?:say|says|said|claims?|told)\b",
    re.I,
)
_IS_THAT = re.compile(
    r"\bis (?:that|this|it) (?:for |about |of |the )|\bwhich (?:role|job|of them) (?:is|does|gets|has)\b", re.I
)
_TRUST = re.compile(r"\bshould (?:i|we) (?:believe|trust)\b|\bto (?:believe|trust)\b", re.I)
_OTHERS = re.compile(r"\bother (?:articles|texts|sources|guides|publishers|ones)\b", re.I)
_ACROSS = re.compile(r"\b(?:different|various|both|all|each|two|other|across|between|do|does|most|every)\b", re.I)
_SETS_AGAINST = re.compile(
    r"\b(or|vs\.?|versus|why|which|explain|another|also|difference|apart|right|true|here|other|against|while)\b|[?–-]\s*$",
    re.I,
)


def is_dispute(context: Context) -> bool:
    """Whether it is asked if, how or why sources or figures differ; of two roles only where texts are spoken of."""
    question, text = context.question, context.question.asked
    asks_why = len(question.roles) > 1 and "reason" in question.measures
    if (
        not asks_why
        and _TEXTS.search(text)
        and (AGREE.search(text) or DIFFER.search(text) or _says(text) or _TRUST.search(text))
    ):
        return True
    if len({context.publisher(a) for a in named(question, context.articles)}) > 1:
        return True
    several = [q for q in quantities(text) if q.unit not in ("week", "month")]
    if len(several) == 1 and len(question.roles) > 1 and _IS_THAT.search(text):
        return True
    if _CLAIMS.search(text) and (
        len(several) > 1 or (len(question.roles) < 2 and question.kind != "advice" and _about_claims(text))
    ):
        return True
    if question.kind in ("advice", "transition"):
        return False
    against = _SETS_AGAINST.search(text) or AGREE.search(text) or DIFFER.search(text)
    return len(several) > 1 and against is not None


def _says(text: str) -> bool:
    return bool(_ACROSS.search(text) and re.search(r"\b(say|says|put|give|according)\b", text, re.I))


def _about_claims(text: str) -> bool:
    return bool(quantities(text) or DIFFER.search(text) or AGREE.search(text) or re.search(r"\b(one|another)\b", text))


def disputed(context: Context) -> Draft | None:
    """Figures that the question quotes, else the best statement of each article. None where nothing is found."""
    question = context.question
    quoted = len(quantities(question.asked))
    found = of_each_role(context) if quoted == 1 and len(question.roles) > 1 else looked_up(context)
    if len(found.found) > 1 or (quoted > 1 and found.found):
        return _quoted(context, found)
    if set(question.measures) & set(PAY) and len(question.roles) == 1 and "premium" not in question.measures:
        return None  # pay of one role is told by agent.answering.pay
    return _statements(context)


def settled(context: Context) -> Draft | None:
    """An answer to a question that quotes figures which all stand in the articles, or asks whether named sources
    agree on what they state of a role, whatever else it leaves out."""
    question = context.question
    if (question.others and not question.roles) or not is_dispute(context):
        return None
    if len(quantities(question.asked)) > 1:
        found = looked_up(context)
        return _quoted(context, found) if found.found and not found.absent else None
    paid = bool(set(question.measures) & set(PAY)) and len(question.roles) == 1
    if paid and set(question.facets.region) <= set(REGIONS) and not named_entities(question, context.statements):
        return one_role(context, question.roles[0], disputing=True)
    both = len({context.publisher(a) for a in named(question, context.articles)}) > 1
    if not both or not question.roles or set(question.measures) & set(PAY) or not focus(question.measures):
        return None
    return _statements(context)


def _quoted(context: Context, lookup: Lookup) -> Draft:
    blocks: list[Block] = []
    if lookup.absent:
        blocks.append(paragraph(Frame(f"The articles do not state {' or '.join(lookup.absent)}.")))
    if len(lookup.found) > 1:
        blocks.append(paragraph(Frame(quoted_verdict(context, lookup.found))))
    blocks.append(bullets(*(_row(context, s) for s in lookup.found)))
    return Draft(tuple(blocks), "conflict")


def _row(context: Context, found: Stated) -> tuple[Piece, ...]:
    """One stated amount or sentence, its source and date first."""
    unit, figure = found.unit, found.figure
    source = Frame(f"{told_apart(context, found.article)}:")
    if figure is None or not figure.from_table:
        plain = stated(context, unit)
        if unit.kind == "cell" and len(unit.roles) == 1:
            return source, Claim(
                f"{context.called(unit.roles[0])}, {unit.row.lower()}: {unit.text.rstrip('.')}.",
                (unit,),
                plain.statement,
            )
        return source, plain
    role = context.called(figure.role)
    return source, Claim(f"{role}, {short(figure, unit)}.", (unit,), says=phrase(context, figure, unit))


def _statements(context: Context) -> Draft | None:
    """The best statement of each article on what is asked, and whether they contradict one another."""
    best = _best(context)
    if not best:
        return None
    found = [stated_of(context, s.unit, next(iter(s.unit.numbers), None)) for s in best[:4]]
    if len({s.article for s in found}) == 1:
        lead = f"Only {context.publisher(found[0].article)} states this, so there is nothing to set against it."
    else:
        lead = _agreement(context, found)
    return Draft((paragraph(Frame(lead)), bullets(*(_row(context, s) for s in found))), "conflict")


def _agreement(context: Context, found: Sequence[Stated]) -> str:
    counted = [s for s in found if s.quantity]
    keys = {s.quantity.key for s in counted if s.quantity}
    if len(counted) > 1 and len({s.quantity.unit for s in counted if s.quantity}) == 1:
        if len(keys) == 1:
            return "They agree."
        why = "; ".join(["each counts in its own way, as its words show", *reasons(context, counted)])
        return f"{yes_no(context) or 'They give different figures'}: {why}."
    if shared := _shared_names(context, found):
        return f"They agree: all name {' and '.join(shared)}."
    if counted:
        return "They do not contradict each other, though not all of them give a figure."
    return "They do not contradict each other; each puts it in its own way."


def _shared_names(context: Context, found: Sequence[Stated]) -> list[str]:
    """Proper names that all of the statements have."""
    sets = [
        {w for w in re.findall(r"[A-Z][\w.]*\w", s.unit.text) if w.lower() in context.statements.names} for s in found
    ]
    return sorted(set.intersection(*sets)) if sets else []


def _best(context: Context) -> list[Scored]:
    """For each article its best unit on the asked measures and roles, with a number where numbers are the measure."""
    question = context.question
    asked = set(question.measures) - {"difference", "reason", "overlap", "choose", "definition"}
    counted = bool(asked & set(NUMERIC)) or "coding" in asked
    asked = {"premium"} if "premium" in asked else asked
    sources = () if _OTHERS.search(question.asked) else named(question, context.articles)
    best: dict[str, tuple[float, Scored]] = {}
    for scored in context.ranked[:200]:
        unit = scored.unit
        if (asked and not asked & unit.measures) or (sources and unit.passage.article not in sources):
            continue
        publisher = context.publisher(unit.passage.article)
        if _other_way(context, unit) or unit.text.endswith(":") or (publisher in unit.text and unit.kind != "cell"):
            continue
        score = scored.score + (0.5 if counted and _counts(unit, question.roles) else 0.0)
        score += (0.8 if unit.kind == "cell" and asked & labelled(unit) else 0.0) - (
            0.4 if (_BESIDE - asked) & unit.measures else 0.0
        )
        if unit.passage.article not in best or score > best[unit.passage.article][0]:
            best[unit.passage.article] = (score, scored)
    ordered = sorted(best.values(), key=lambda b: -b[0])
    top = max((s.score for _, s in ordered), default=0.0)
    return [s for _, s in ordered if s.score >= top - NEAR or (s.unit.kind == "cell" and asked & labelled(s.unit))]


def _other_way(context: Context, unit: Unit) -> bool:
    wanted = (context.question.origin, context.question.goal)
    return all(wanted) and ends(unit.text, context.roles) == wanted[::-1]


def _counts(unit: Unit, roles: Sequence[str]) -> bool:
    return any(not roles or owner in roles or owner is None for owner in unit.owners)
