"""Where a message names or describes roles; names of publishers and of tools are none."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable

from agent.answering import patterns
from agent.answering.asking.phrases import told_by
from agent.answering.asking.request import request
from corpus.facets import hinted, titles
from corpus.roles import Roles

Span = tuple[str, int, int]
Describe = Callable[[str], list[Span]]  # the roles that a text describes, and where
_OF_TECHNOLOGY = re.compile(
    r"\b(?:tech\w*|software|saas|ai|ml|it|engineer\w*|coder\w*|cod(?:e|ing)|program\w*|vendors?|product|clients?|customers?|"
    r"after|post|sale|renewals?|fdes?|mles?|mlops)\b",
    re.I,
)
_BESIDE = re.compile(
    r"\b(?:or|and|vs\.?|versus|than|against|from)\b(?!\s(?:can|could|do|does|is|are|what|which|how|who|why|where|when"
    r"|name|tell|would|will|should|if)\b)",
    re.I,
)
_BESIDE_IT = re.compile(
    r"\b(?:or|and|vs\.?|versus|than|against|from)\s(?:rather |just )?(?:as |by |with |for |to )?"
    r"(?:the |an? |your |our )?$",
    re.I,
)

_SHORTHAND = {
    r"fwd": "forward",
    r"snr": "senior",
    r"jnr|jr": "junior",
    r"mgrs?": "manager",
    r"ppl": "people",
    r"w/": "with ",
    r"b/c|cuz|bc": "because",
    r"exp": "experience",
    r"thx|ty": "thanks",
    r"wef": "World Economic Forum",
    r"(?<!forward )(?<!forward-)(?<!field )deployed engineers?": "forward deployed engineer",
    r"(?:customer|client)-side engineers?": "forward deployed engineer",
    r"ai sales(?! (?:engineer\w*|eng|se))": "AI sales engineering",
}
_SHORT = re.compile("|".join(f"(?P<s{i}>(?<![\\w/-])(?:{p})(?!\\w))" for i, p in enumerate(_SHORTHAND)), re.I)
# "MLOps tooling of AI engineers", "a Cloud/MLOps stack": a field, not the people in it
_FIELD = re.compile(
    r"\bml[- ]?ops(?=[\s-](?:tool\w*|stacks?|software|platforms?|frameworks?|technolog\w+)\b)|(?<=/)\s?ml[- ]?ops\b"
    r"|\bml[- ]?ops(?=\s?/)",
    re.I,
)
_ENDS = r"(?=\s*(?:$|[?.!,;:)]|(?:from|or|to|for|if|vs\.?|versus)\b))"
_SIDE = re.compile(
    r"\b(?:or|vs\.?|versus|than|from|into|and|to)\s(?:the )?(?P<after>ML|machine learning|AI)(?: side| guys| one)?"
    rf"{_ENDS}"
    r"|^\W*(?:(?:and|but|so|then|ok|what about|how about|same) )*(?:(?:for|in|with|of|on|by) )?(?:the |those )?"
    r"(?P<only>ML|machine learning|AI)(?: ones?| roles?| jobs?| people| folks?| guys?| side)?"
    r"(?:\W+(?:and |so )?(?:do|are|is|does|can|could|will|would|have|should) (?:they|it|he|she|these|those)\b[^?.!]*)?"
    r"\W*$"
    r"|(?:^|[.:;,!?]\s|\bin )(?P<before>ML|AI)(?=\s(?:or|vs\.?|versus)\s)",
    re.I,
)


_SAYS = re.compile("says|states|claims", re.I)
_ARTICLE = re.compile(
    r"\b(?:articles?|guides?(?! (?:me|us|you)\b)|pieces?|pages?|write-?ups?|comparisons?|tables?|faqs?)\b"
    rf"|(?<=\w )(?:{_SAYS.pattern}) ",
    re.I,
)
_LINKED = re.compile(
    r"[\s/&–-]*(?:(?:vs\.?|versus|and|or|or the|against|to|career|salary|pay|comp|compensation)[\s-]*)?", re.I
)
_COMPARING = (  # "the one that compares it with TAMs": an article
    r"\bthe (?:one|other(?: one)?|article|text|piece|guide|page) (?:that|which) (?:compares?|sets?|puts?|weighs?)\b"
)
_THE_ONE = re.compile(rf"{_COMPARING}[^,.;?]{{0,25}}$", re.I)
_THE_ONE_WITH = re.compile(rf",?\s(?:and )?{_COMPARING}[^,.;?]*?(?=[,.;?]|\sand\b|$)", re.I)
_SOMEONE = re.compile(
    r"s?,?\s(?:(?:is|are|just|really) )*(?:someone|somebody|people|a person|the (?:one|ones|person|people))\b",
    re.I,
)
_DONE_BY_IT = re.compile(  # "at risk from AI", "lost to AI": the technology
    r"\b(?:risk\w*|safe\w*|threat\w*|danger\w*|protect\w*|replac\w*|automat\w*|los\w+|lost|pressure|due|thanks|owing|afraid|fear\w*)"
    r"\b[^.?]{0,20}\b(?:from|to|than)\s(?:the )?$",
    re.I,
)
_CLAUSE = re.compile(r"(?<=\w)\s(?:who|that|which|where|of|for|with|next|in|on|at|to|from|by|behind|beside|as)\b", re.I)
_OF_ML = re.compile(  # "the infrastructure specialists of machine learning"
    r"\b(?:infrastructure|platform|operations|reliability)\b.{0,30}\b(?:of|for|behind) (?:the )?"
    r"(?:machine learning|ML|models?)\b",
    re.I,
)
_THEIRS = re.compile(r"s?['’]s?\s(?:stuff|things?|business|matter|problem|job|work|concern)\b", re.I)
_REQUIRED = re.compile(  # "do I need to be able to train models to work as …?": something asked of the role named
    r"\b(?:able|needs?|have|has|required|expected|how|learn\w*) to\s", re.I
)
_MENTIONED = re.compile(
    r"\b(?:as|(?:like|as if) i(?:['’]?m|['’]? am| was| were)|my|our|their|keep|keeps|worr\w+|with)"
    r"\s(?:an?\s|the\s)?(?:\w+\s){0,1}$",
    re.I,
)


def written_out(text: str) -> str:
    """`text` with the usual short forms of chat in full: "fwd deployed", "snr", "w/"."""
    return _SHORT.sub(lambda m: list(_SHORTHAND.values())[int(str(m.lastgroup)[1:])], text)


def named(text: str, roles: Roles, publishers: Iterable[str]) -> list[Span]:
    """(role, start, end) of each role that `text` names, in order."""
    blank = text
    for name in publishers:
        blank = re.sub(re.escape(name), "_" * len(name), blank, flags=re.I)
    found = [(m.role, m.span.start, m.span.end) for m in roles.find(blank)]
    if len({role for role, _, _ in found}) > 1:
        fields = [m.span() for m in _FIELD.finditer(blank)]
        found = [f for f in found if not any(start <= f[1] and f[2] <= end for start, end in fields)]
    return sorted([*found, *_sides(blank, found, roles)], key=lambda s: s[1])


def in_titles(text: str, spans: list[Span]) -> list[Span]:
    """Those that only name an article: "the TAM guide", "the AI vs ML engineer piece"."""
    found: list[Span] = []
    for match in _ARTICLE.finditer(text):
        start, linked = match.start(), list[Span]()
        for span in reversed(spans):
            if span[2] <= start and _LINKED.fullmatch(text[span[2] : start]):
                linked.append(span)
                start = span[1]
        found += linked if len(linked) > 1 or not _SAYS.match(match[0]) else []  # a TAM may say something, too
    return found + [s for s in spans if s not in found and _THE_ONE.search(text[: s[1]])]


def without_articles(text: str) -> str:
    """`text` without the words that only point at an article by what it compares."""
    return _THE_ONE_WITH.sub(" ", text)


def _sides(text: str, found: list[Span], roles: Roles) -> list[Span]:
    """ "ML" and "AI" for their engineers, where they stand beside another role ("sales engineer or ML?"), beside
    each other, or alone."""
    out = []
    for match in _SIDE.finditer(text):
        part = next(name for name in ("after", "only", "before") if match[name])
        role = "ai-engineer" if match[part].lower() == "ai" else "mle"
        start, end = match.span(part)
        if role == "ai-engineer" and _DONE_BY_IT.search(text[:start]):
            continue
        if role in roles.all and not any(s < end and start < e for _, s, e in found):
            out.append((role, start, end))
    others = {role for role, _, _ in (*found, *out)}
    return out if len(others) > 1 or any(m["only"] for m in _SIDE.finditer(text)) else []


def described(text: str, beside: list[Span], describe: Describe = hinted) -> list[Span]:
    """Roles that `text` describes in other words, apart from the ones named in it."""
    taken, found = {role for role, _, _ in beside}, describe(text)
    spoken = taken | {role for role, _, _ in found}
    return [
        s
        for s in found
        if s[0] not in taken
        and not any(s[1] < e and b < s[2] for _, b, e in beside)
        and not _title(text[s[1] : s[2]], text, len(spoken) > 1)
    ]


def second(text: str, spans: list[Span], describe: Describe) -> list[Span]:
    """The other role of a move, or of a choice from which one is named ("an FDE or the one who minds accounts")."""
    if not (patterns.MOVE.search(text) or _BESIDE.search(text)) or _is_what(text, spans):
        return []
    found = [s for s in described(text, spans, describe) if not _ARTICLE.match(text[s[2] :].lstrip())]
    if not patterns.MOVE.search(text):
        found = [s for s in found if _BESIDE_IT.search(text[: s[1]]) or _BESIDE.match(text[s[2] :].lstrip(" ,"))]
    return [s for s in found if not _required(text, s[1])][:1]


def _required(text: str, start: int) -> bool:
    """Whether the deed at `start`, told with or without its "to", is what somebody has to be able to do."""
    return any(m.end() in (start, start + len("to ")) for m in _REQUIRED.finditer(text))


def _is_what(text: str, spans: list[Span]) -> bool:
    """Whether it is asked what the named role is: "Is an MLE someone who …, or someone who …?"."""
    return any(_SOMEONE.match(text[end:]) for _, _, end in spans)


def _title(phrase: str, text: str, beside: bool) -> bool:
    """Whether a phrase is a job title of another kind, and not just a doer ("the LLM developer"). One that is also
    said of a role ("account manager") is another's where nothing tells of technology, of customers or, `beside`, of
    another role."""
    if _OF_ML.search(phrase):
        return False
    itself = _CLAUSE.split(phrase)[0]  # "the sidekick of an account executive" is no executive
    if not any(" " in m[0] or "-" in m[0] for m in titles().finditer(itself)):
        return False
    return not (hinted(phrase) and (beside or _OF_TECHNOLOGY.search(text)))


def _mentioned(text: str, start: int, end: int) -> bool:
    """Whether a title is but that of someone who is spoken of, who speaks, or who asks."""
    before, after = text[:start], text[end:]
    if _MENTIONED.search(before) or _THEIRS.match(after) or told_by()["speaks"].match(after):
        return True
    return bool(told_by()["kin"].search(before) and told_by()["says"].search(after))


_ASKER = re.compile(r"\s(?:here|speaking|asking)\b(?! (?:is|are|earn))", re.I)  # "Recruiter here": who asks

_AS_TITLE = re.compile(r"(?:['’]?s)? (?:title|degree)\b", re.I)  # "a doctor's title" is held, and no job
_OWN = re.compile(r"\b(?:my|our|his|her|the)\s$", re.I)
_OPINES = re.compile(r"[^.?!]{0,30}\b(?:disagree|differ|argue|say|claim|insist|think|believe)(?:s|d)?\b", re.I)


def other_titles(text: str, taken: list[Span]) -> tuple[str, ...]:
    """Job titles outside the known roles, as typed, in the singular; not of those who are but mentioned: "as CTO",
    "our five data scientists", "my teacher disagrees"."""
    moving, asked = patterns.MOVE.search(text) is not None, request(text)
    found = [
        m[0].lower()
        for m in titles().finditer(text)
        if not any(s < m.end() and m.start() < e for _, s, e in taken)
        and not text[: m.start()].endswith("-")  # "LLM-product engineers" describes them
        and not _ASKER.match(text[m.end() :])
        and not _AS_TITLE.match(text[m.end() :])
        and not (_OWN.search(text[: m.start()]) and _OPINES.match(text[m.end() :]))
        and (moving or not (_mentioned(text, m.start(), m.end()) or (taken and m[0] not in asked)))
    ]
    return tuple(dict.fromkeys(re.sub(r"s$", "", name) for name in found if not name.endswith("-minded")))
