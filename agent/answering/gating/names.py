"""Names of employers and sources in a question, apart from those that are part of a role's name."""

from __future__ import annotations

import re

from agent.answering.asking.request import request
from agent.answering.context import Context
from agent.answering.terms import named_entities
from corpus.facets import facet_spans, known_words

# Who pays, hires or counts is named where these are stated; "LLM" and "PhD" are names elsewhere.
_OF_FIRMS = frozenset({"employers", "pay", "openings", "growth", "remote", "travel", "origin"})
_KINDS = frozenset({"saas"})  # a kind of employer, though written like a name
LEAST = 0.4  # share of a name's statements that are about these, above which it is an employer's or a source's
_FIRM = re.compile(
    r"\b(?:at|from|by|does|do|did|is|would|will|can|inside|join(?:ing)?|work(?:ing)? for)\s(?P<of>[A-Z][\w.&-]*\w)"
    r"|\b(?:does|do|did|is|would|will|can)\s(?P<small>[a-z][\w.&-]*\w)(?=\s(?:pay|paying|offer|offering)\s(?:its|their|an?|the|for|to)\b)"
    r"|(?<=\s)(?P<whose>[A-Z][\w.&-]*\w)['’]s\b|^(?P<first>[A-Z][\w.&-]*\w)['’]s\b"
)

_HOME = re.compile(  # "I am a fresher from Nagpur … in India?"
    r"\b(?:i am|i['’]?m|we are|we['’]re|me|fresher|student|graduate|engineer|guy|girl|living|based|sitting)\b"
    r"[^.?!,]{0,25}\b(?:from|in|at|near) $",
    re.I,
)
_PERSON = re.compile(  # "did Sam Altman say": somebody by name
    r"\b(?:did|does|do|has|have|is|was|would|will|can|by|of|from|about|on|to|with|when|that|what|how|why)\s"
    r"(?P<who>[A-Z][a-z]+ (?:[A-Z]\.? )?[A-Z][a-z]+)(?=['’]s? "
    r"|\s(?:use|say|said|think|thought|wr(?:ite|ote)|call|mean|meant|earn|make|made|get|got|define|describe|predict|recommend|advise|prefer|want|claim|tweet|found|start|lead|run|hire|own)"
    r"(?:s|d|ed)?\b)"
)
_TOOL = re.compile(  # "need to know Terraform", "good at C#": what is written like a name
    r"\b(?:know|learn|use|using|used|master|mastered|familiar with"
    r"|(?:skilled|fluent|good|experienced?|certified) (?:in|with|at)"
    r"|work(?:ing)? with|cod(?:e|ing) in|written in|write|program(?:ming)? in)\s"
    r"(?:(?:some|any|much|a lot of|how to use|about|of|the) )*(?P<tool>[A-Z][\w.+#-]*[\w+#])(?!\w)"
)


def names_asked(context: Context) -> tuple[str, ...]:
    """The names, in lower case ("AI SEs" holds none, though "SEs" is written like one)."""
    asked = context.question.asked
    roles = {w.lower() for m in context.roles.find(asked) for w in re.findall(r"\w+", asked[m.span.start : m.span.end])}
    named = [n for n in named_entities(context.question, context.statements) if n not in roles | _KINDS]
    return tuple(n for n in named if len(n) > 3 or as_typed(context, n) != n)  # "ads" is none, for all Google Ads


def firms_asked(context: Context) -> tuple[str, ...]:
    """Those of the names that pay, hire or count, and employers that the articles do not know ("at Apple")."""
    known = [n for n in names_asked(context) if _of_firm(context, n)]
    return tuple(dict.fromkeys((*known, *_strange(context))))


def unknown_tool(context: Context) -> str:
    """A sentence when it is asked whether a tool has to be known that no article names; "" otherwise."""
    asked = request(context.question.asked)
    roles = [m.span for m in context.roles.find(asked)]
    for match in _TOOL.finditer(asked):
        if any(s.start <= match.start("tool") < s.end for s in roles):
            continue
        name = match["tool"]
        forms = {name.lower(), name.lower().removesuffix("s")}
        if not forms & _written(context) and not forms & known_words():
            return f"The articles do not mention {name}."
    return ""


def unknown_person(context: Context) -> str:
    """A sentence when it is asked what somebody said or did whom no article names; "" otherwise."""
    asked = request(context.question.asked)
    words = _written(context)
    known = [mention.span for mention in context.roles.find(asked)] + [s for _, s in facet_spans(asked, "region")]
    for match in _PERSON.finditer(asked):
        start, end = match.span("who")
        if any(span.start < end and start < span.end for span in known):
            continue  # a role's name, or a place's
        if not any(name in words or name in known_words() for name in match["who"].lower().split()):
            return f"The articles do not mention {match['who']}."
    return ""


def _of_firm(context: Context, name: str) -> bool:
    if any(name in f"{a.publisher} {a.title}".lower().split() for a in context.articles.values()):
        return True
    stated = [u for u in context.statements.units if name in u.whole.lower()]
    return sum(bool(_OF_FIRMS & u.measures) for u in stated) > LEAST * len(stated)


def _strange(context: Context) -> list[str]:
    """Names in an employer's place that no article holds."""
    asked = context.question.asked
    if not _FIRM.search(asked):
        return []
    words = _written(context)
    taken = [*(m.span for m in context.roles.find(asked)), *(span for _, span in facet_spans(asked, "region"))]
    found = list[str]()
    for match in _FIRM.finditer(asked):
        name = next(found for found in match.groups() if found)
        start = match.start(match.lastgroup or 0)
        plain = name.lower() in words or name.lower() in known_words() or len(name) < 3
        place = any(name.lower() in value.lower() for value in context.question.facets.region)
        home = bool(context.question.facets.region) and _HOME.search(asked[:start]) is not None
        if not plain and not place and not home and not any(s.start <= start < s.end for s in taken):
            found.append(name.lower())
    return found


def _written(context: Context) -> frozenset[str]:
    """All words of the articles, in lower case."""
    return frozenset(w for u in context.statements.units for w in re.findall(r"[\w.&+#-]*[\w+#]", u.whole.lower()))


def as_typed(context: Context, name: str) -> str:
    """A name as the question writes it."""
    return next((w for w in re.findall(r"[\w.+-]*[\w+]", context.question.asked) if w.lower() == name), name)
