"""Things that the articles do not speak of: a measure, or the whole matter."""

from __future__ import annotations

import re

from agent.answering import patterns
from agent.answering.asking.request import narrowed, request
from agent.answering.bearing import STRONG, WEAK
from agent.answering.context import Context, with_article
from agent.answering.direct import LIKELY, known
from agent.answering.gating.names import as_typed, names_asked
from agent.answering.question import Question
from agent.answering.terms import content_terms
from corpus.facets import measure_name, measures, measures_asked
from corpus.units import Unit

WEAK_MEANING, WEAK_WORDS = 0.40, 0.34
NEAR, LOOSE = 0.525, 0.53  # cosine of the nearest known question under which it answers nothing: of a role, of none
STRANGE = 0.58  # the same, of a question with a word that none of them has
GRANTED = 0.67  # … and of one that takes something for granted
ALIKE = 0.62  # cosine of a statement that is about what is asked, whatever its words
MEANT = 0.5  # cosine of a statement under which that answers nothing either
SURE = 0.72  # the same, from which a question is answered whatever its words seem to ask
FARTHER = 0.52  # cosine of the nearest known question under which advice on nothing of work is on none of the roles
LEAD = 0.4  # of the ranking, by which the nearest known question's answer is the answer, whatever is asked for in words
_GRANTED = re.compile(  # "Since TAMs must …, which …?": what a question takes for granted ought to be near something
    r"\W*(?:since|given that|seeing (?:that|as)|now that|considering that|knowing that)\s[^,?]{10,},", re.I
)
_OF_WORK = re.compile(
    r"\b(?:we|our|staff\w*|integrat\w*|jobs?|roles?|work\w*|careers?|teams?|hir\w+|engineer\w*|cod(?:e|es|ing)"
    r"|customers?|clients?|models?|AI|data|deals?"
    r"|compan\w+|start-?ups?|sales|sell\w*|products?|offers?|build\w*|demos?|software|people|founder\w*|boss|manager|salary"
    r"|pay|money|travel\w*|office|home|years?|skills?|titles?)\b",
    re.I,
)
_HELP = re.compile(  # what anyone in need asks, whatever it is about
    r"\b(?:what|who|whom|where|how) (?:should|shall|do|can|could|would) (?:i|we|you) (?:do|call|fix|ask|turn to|go)\b",
    re.I,
)
ELSEWHERE = 0.52  # cosine of the nearest known question under which a question is about something else
TOLD = 0.58  # the same of a situation that is told and has no word of work in it
SPECIFIC = (frozenset(STRONG) - {"premium"}) | {
    "benefits",
    "visa",
    "diversity",
    "working-hours",
    "certificates",
    "layoffs",
    "team-size",
    "time",
    "exits",
}
_THEM = re.compile(r"^\W*(?:and )?how (?:many|much|long|often) (?:is|are|do|does|would) (?:they|it|that)\b", re.I)
_OF_EMPLOYERS = frozenset(
    {"hiring-bar", "remote", "balance", "travel", "ladder", "education", "growth", "openings", "time"}
)
ABSENT = frozenset({"benefits", "visa", "diversity", "working-hours", "certificates", "layoffs", "team-size", "price"})


def not_measured(context: Context) -> str:
    """A specific thing is asked of a role of which the articles say nothing."""
    question = context.question
    asked = [m for m in question.measures if m in SPECIFIC and _requested(question, m)]
    if not asked or (question.follows and len(asked) > 1):
        return ""
    absent = [m for m in asked if m in ABSENT and not any(m in s.unit.measures for s in context.ranked)]
    others = set(question.measures) - set(WEAK)
    if not absent and any(others & s.unit.measures for s in context.ranked[:40] if _of_asked(context, s.unit)):
        return ""
    if absent:
        return f"The articles say nothing on {measure_name(absent[0])}."
    if _surely(context) or (known(context) and (question.kind == "transition" or _asks_for(context, asked))):
        return ""
    if (not context.answers or question.kind == "transition") and max(s.meaning for s in context.ranked[:3]) > ALIKE:
        return ""  # a document of their own, of which no known question tells; a move has many words
    if question.hinted and any(near.cosine >= LIKELY for near in context.answers[:1]):
        return ""  # the words that describe a role may be those of a measure ("the person on site")
    who = " or ".join(with_article(context.called(r)) for r in question.roles)
    return f"The articles say nothing on {measure_name(asked[0])}{f' for {who}' if who else ''}."


def _requested(question: Question, measure: str) -> bool:
    """Whether a measure is asked for, and not only part of what is told before."""
    if question.follows or (asked := narrowed(question.asked)) == question.asked:
        return True
    if _THEM.search(asked):  # "vacation days for TAMs, how many do they usually get?"
        return True
    return measure in measures_asked(asked)


def _asks_for(context: Context, asked: list[str]) -> bool:
    """Whether one of the nearest known questions asks for one of the measures."""
    return any(
        near.cosine >= LIKELY and set(asked) & set(measures_asked(near.question)) for near in context.answers[:2]
    )


def _surely(context: Context) -> bool:
    """Whether a known question is so near that the measure was misread ("how long does the course last?")."""
    near, *others = context.ranked[:2]
    leads = bool(others) and near.score >= others[0].score + LEAD and near.unit in known(context)
    return leads or any(near.cosine >= SURE for near in context.answers[:1])


def not_of_employer(context: Context) -> str:
    """A sentence when something is asked of one employer ("Meta's interview") that is said of others only; "" else."""
    question = context.question
    named = names_asked(context)
    measures = {m for m in question.measures if m in _OF_EMPLOYERS and _requested(question, m)}
    if not named or not measures:
        return ""
    asked = request(question.asked)  # not where somebody works who wants to know
    at = [
        n
        for n in named
        if re.search(
            rf"\b(?:at|inside|does|do|did|is|has|have|had|will|would) {re.escape(n)}\b|\b{re.escape(n)}['’]s?\b"
            rf"|^{re.escape(n)} (?=[a-z])",
            asked,
            re.I,
        )
    ]
    if not at or any(at[0] in unit.whole.lower() for unit in known(context)):
        return ""
    if any(
        at[0] in f"{s.unit.whole} {context.publisher(s.unit.passage.article)}".lower() and measures & s.unit.measures
        for s in context.ranked[:30]
    ):
        return ""
    return f"The articles say nothing on {measure_name(min(measures))} at {as_typed(context, at[0])}."


def _of_asked(context: Context, unit: Unit) -> bool:
    """Whether a unit speaks of an asked role, where one is asked about."""
    asked = context.question.roles
    return not asked or context.question.hinted or bool(set(asked) & set(unit.about()))


def far(context: Context) -> bool:
    """Whether a fact is asked that neither a known question nor a statement of the shipped articles comes near to.
    A person's own documents have no known questions: what they may answer is left to `off_topic`."""
    question, best = context.question, context.ranked[0].unit
    if question.kind not in ("fact", "list") or not context.answers:
        return False
    if not context.articles[best.passage.article].shipped:
        return False
    nearest = max(near.cosine for near in context.answers)
    if nearest < STRANGE and not question.hinted and _strange(context):
        return True  # "how many flight hours does an FDE need?"
    if nearest < GRANTED and not question.hinted and _GRANTED.match(question.asked):
        return True
    least = NEAR if question.roles else LOOSE
    return nearest < least and max(s.meaning for s in context.ranked[:3]) < MEANT


def _strange(context: Context) -> bool:
    """Whether a word is asked about that neither the articles nor the known questions have."""
    statements = context.statements
    strange = {
        term
        for term in statements.tokenizer(request(context.question.bare))
        if not (term in statements.known.familiar or term in statements.rarity or any(c.isdigit() for c in term))
    }
    titles = " ".join(f"{a.publisher} {a.title}" for a in context.articles.values()) if strange else ""
    return not strange <= set(statements.tokenizer(titles))


def aside(context: Context) -> bool:
    """Whether what is told is no situation of the kind that the articles advise on ("… need it for Saturday")."""
    question = context.question
    if question.roles or set(question.measures) - {"choose", "reason"} or question.others:
        return False
    near = max((known.cosine for known in context.answers), default=1.0)
    advised = patterns.ADVICE.search(_HELP.sub(" ", question.asked)) is not None
    return near < (FARTHER if advised else TOLD) and not _OF_WORK.search(question.text)


def off_topic(context: Context) -> bool:
    """Whether nothing that the articles say is near: neither to the question's meaning nor to its words."""
    best = max(context.ranked[:5], key=lambda s: s.meaning)
    if context.answers and context.articles[context.ranked[0].unit.passage.article].shipped:
        told = context.question.kind == "advice"  # a situation told in its own words lies far from any question
        nearest, meaning = (ELSEWHERE - 0.06, 0.3) if told else (ELSEWHERE, 0.5)
        return max(near.cosine for near in context.answers) < nearest and best.meaning < meaning
    words = max(s.words for s in context.ranked[:5])
    terms = content_terms(context.question, context.statements)
    total = sum(terms.values())
    strange = sum(w for t, w in terms.items() if t not in context.statements.rarity) / total if total else 0.0
    asked = [m for m in context.question.measures if m in measures()]
    if (
        context.question.kind == "advice"
        and not context.question.roles
        and not (patterns.FIRST_PERSON.search(context.question.text) or patterns.SOMEONE.search(context.question.text))
        and best.meaning < 0.45
    ):
        return True
    if best.meaning < 0.3 and context.statements.vectors is not None:  # without embeddings the words decide
        return True
    if context.question.roles and asked and strange < 0.6:
        return False
    if context.question.roles and any((set(asked) - set(WEAK)) & s.unit.measures for s in context.ranked[:10]):
        return False
    if strange > 0.6 and best.meaning < 0.5:
        return True
    return best.meaning < WEAK_MEANING and words < WEAK_WORDS
