"""Of what kind a question is: fact, comparison, advice, transition or list."""

from __future__ import annotations

import re

from agent.answering import patterns
from agent.answering.asking.request import asks, request
from agent.answering.asking.shape import Kind
from corpus.facets import facets_of, measures_asked
from corpus.facets import measures as known_measures

GENERAL = frozenset({"choose", "difference", "overlap", "definition", "reason", "transition", "employers"})

_WHO_ASKS = re.compile(r"(?:^|(?<=[:,;.?–-] )|(?<=\band )|(?<=\bor ))who\s", re.I)  # "and who needs …?" tells of no one
# "what as an FDE and what as a TAM", "in the one and in the other": the same is asked of each, and no choice or move
_OF_EACH = re.compile(
    r"\bas (?:an? )?[^,.;?]{2,40}(?:,| and|, and) what as\b|\bthe one\b.{0,20}\bthe other\b|\brespectively\b"
    r"|\bfor each\b|\beach of (?:them|the two|these|those)\b|\bside by side\b|\bhow \w+ .{2,60}\band how \w+\b"
    r"|\b(?P<w>when|where|who|why) .{2,70}\band (?P=w)\b"
    r"|\bwhat .{2,60}\band what (?:does|do|is|are|has|have|would|will|as|an?|for)\b"
    r"|\b(?:what|how much|how many|how often) (?:do|does|are|is|would|will) (?:they|each|both|th[eo]se two|the two)\b"
    r"|\b(?:pay|salary|comp|compensation|earnings)\s(?:vs\.?|versus|and|or|against)\s[^.;?]{2,40}\b(?:pay|salary|comp\w*|earnings)\b",
    re.I,
)


_WHO_DOES = re.compile(  # "who does the fine-tuning, A or B?"
    r"(?:^|[.!?] )\W*(?:so |and |but )?who (?:does|do|owns?|handles?|writes?|builds?|trains?|runs?|fine-tunes?)\b"
    r"(?! (?:we|i|you|one) )"
    r"|(?:^|[.!?] )\W*(?:so |and |but )?which (?:one )?of (?:them|the two|these(?: two)?|those(?: two)?|both) "
    r"(?:works?|sits?|reports?|handles?|owns?|writes?|builds?|trains?|runs?|travels?|codes?|sells?|does|comes?|joins?|acts?)\b",
    re.I,
)
_QUESTION = re.compile(
    r"\?|^\W*(?:how|what|which|who|where|when|why)\b"
    r"|\b(?:figures?|numbers?|ranges?|bands?|salary|pay) (?:please|pls|plz)\b",
    re.I,
)
_WANTS_TOLD = re.compile(  # "I need the 25th percentile": a thing stated, and no job
    r"\b(?:i|we|and)(?:['’]?d| would)? ?(?:just|only|also|really)? ?"
    r"(?:need|want|like|am after|['’]?m after|am looking for) (?:to (?:know|see|hear|find out|learn|check)\b"
    r"|(?:the|an?|one|some|your|all|every|each|both|any) (?:[\w'’+&/-]+ ){0,7}?(?:percentiles?|figures?|numbers?"
    r"|ranges?|bands?|median|average|share|percentages?|lists?|names?|date|source|amounts?|definition|tables?"
    r"|breakdown|overview|parts?|portions?|components?)\b)"
    r"|\b(?:give|tell|show|list|send|quote)(?: (?:me|us|please))* (?:all|every|each|both|the) (?:[\w'’-]+ ){0,3}?"
    r"(?:figures?|numbers?|ranges?|bands?|amounts?)\b",
    re.I,
)
_GAIN = re.compile(
    r"\b(?:how much|what) (?:more|less|extra)\b"
    r"|\bhow (?:big|large|much) (?:an? |of an? )?(?:raise|pay ?(?:rise|cut))\b",
    re.I,
)
_DECIDES = re.compile(
    r"\b(?:should|shall|better off|happier|worth|regret|instead of|fits?|suits?|right for|good for|recommend\w*"
    r"|advi[sc]e|pick|choose|(?:i|we|me|us|to) decide|decide (?:on|between|whether|which)"
    r"|go for|take|accept|prefer|love|like(?! (?:mad|crazy|hell|dogs|horses|that|this|those|these)\b)"
    r"|hate|enjoy|want|wish|need|hire|recruit|for (?:me|us|someone|somebody))\b",
    re.I,
)


_REQUIRED = re.compile(  # what a role asks for: "do I need a degree?"
    r"\b(?:do|does|would|will) (?:i|you|we|one|they) (?:really |actually )?need (?:to (?:have|know|learn|hold)\b"
    r"|(?:an? |the )?(?:\w+ )?(?:degree|ph\.?d|doctorate|master|diploma|certif\w+|licen[cs]e|portfolio|background)\b)",
    re.I,
)
_NORMAL = re.compile(  # "what range is normal for me?": a figure, and no choice
    r"\b(?:normal|usual|fair|typical|standard|realistic|common|reasonable|customary) for (?:me|us|him|her|them)\b", re.I
)
_CONTRASTS = re.compile(  # "for my thesis: contrast A with B on …"
    r"(?:^|[:;,.!?–-] ?)(?:please |pls |kindly |can you |could you |i need you to )*(?:compare|contrast"
    r"|(?:set|put|line) (?:them|these|those|the \w+) (?:up|side by side)|(?:set|put) side by side"
    r"|juxtapose|tabulate)\b",
    re.I,
)
_GIVE = re.compile(
    r"\b(?:just|only|simply|please) (?:give|state|list|quote|tell|show|name)(?: me| us)?"
    r" (?:what(?:['’]?s| is| they| the articles) (?:written|stated|given|there|state|say)|both|each"
    r"|the (?:figures|numbers|facts))\b",
    re.I,
)
_BUILDS = re.compile(  # what to do for a move, and not which to choose
    r"\bwhat (?:should|do|must|can|could|would|ought) (?:i|we|he|she|they|one)\b(?: \w+){0,2}? "
    r"(?:do|build|learn|study|practi[sc]e|prepare|put together|work on|show)\b",
    re.I,
)
_WAY = re.compile(  # "is that the hard direction or the easy one?": said of a move, and no choice of roles
    r"\b(?:hard|easy|easier|harder|usual|rare|common|slow|quick|fast|long|short|right|wrong)\w* "
    r"(?:direction|way|route|path)\b"
    r"|\bup or down\b|\b(?:easy|hard|difficult) or (?:easy|hard|difficult)\b",
    re.I,
)
_DEPTH = re.compile(
    r"\bhow (?:deep(?:ly)?|thoroughly|far) (?:do|must|should|does|would|will|need) (?:i|we|you|they|one|he|she)\b"
    r"[^.?!]{0,20}\b(?:get|dive|go|dig|know|understand|master|learn)\b",
    re.I,
)
_ENOUGH = re.compile(  # what a role asks of somebody, "or must I have …?", and no choice of roles
    r"\b(?:is|would|will|does) it (?:be )?(?:enough|sufficient|suffice|do)\b[^.?!]*\bor (?:must|need|do|should|have)\b",
    re.I,
)
_OF_MINE = re.compile(  # "what of my MLOps experience counts as an FDE?"
    r"\b(?:what|which|how much) (?:of |part of )?(?:\w+ )?(?:my|our|his|her|their) (?:\S+ ){0,3}"
    r"(?:experience|background|skills?|know-?how|knowledge)\b.{0,30}"
    r"\b(?:counts?|carr(?:y|ies) over|transfers?|helps?|worth|useful|valuable|matters?)\b.{0,30}"
    r"\b(?:as|towards?|for|in) ",
    re.I,
)


_PAYS_MORE = re.compile(  # "I could imagine either; which of the two pays better?"
    r"^\W*(?:and |so |but |now )*(?:which|who)(?: one)?(?: of (?:the|these|those|them)(?: two| both)?)?"
    r"(?: (?:role|job|position)s?)? (?:pays?|earns?|makes?|brings? in|gets?|is (?:better )?paid|are (?:better )?paid)\b"
    r"(?:(?! for (?:me|us)\b)[^?;])*\?",
    re.I,
)


def kind_of(text: str, bare: str, roles: tuple[str, ...], measures: tuple[str, ...], ends: bool, linked: bool) -> Kind:
    """`bare` is the text without its roles, `ends` whether a move's both ends are told, `linked` in one breath."""
    if gains(text, roles, measures):
        return "comparison"
    if len(roles) == 2 and ((ends and patterns.MOVE.search(text) and _BUILDS.search(text)) or of_mine(text)):
        return "transition"
    if "certificates" in measures and len(roles) < 2 and text.rstrip().endswith("?"):
        return "fact"
    specific = set(measures) & (set(known_measures()) - GENERAL)
    if specific and len(roles) >= 2 and contrasts(text) and not patterns.ADVICE.search(text):
        return "comparison"
    if specific and len(roles) >= 2 and _GIVE.search(text) and not patterns.ADVICE.search(text):
        return "comparison"
    if ends and len(roles) == 2 and linked and not set(measures) & {"pay", "premium", "difference"}:
        return "transition"
    if "exits" in measures and len(roles) >= 2 and not ends:
        return "comparison"  # where each may go, and not a move from the one to the other
    if of_each(text, roles, measures) or (len(roles) >= 2 and patterns.TELL_APART.search(text)):
        return "comparison"
    if _ENOUGH.search(text) and not patterns.ADVICE.search(text):
        return "fact" if len(roles) < 2 else "comparison"
    choice = len(roles) >= 2 and patterns.CHOICE_OF.search(text) is not None
    told = patterns.FIRST_PERSON.search(text) or patterns.SOMEONE.search(_WHO_ASKS.sub("which ", text))
    if (
        patterns.MOVE.search(text)
        and roles
        and not deep(text)
        and not (len(roles) == 1 and "education" in measures and patterns.YES_NO.search(text))
        and not patterns.ADVICE.search(text)
        and not (choice and not (patterns.FROM_TO.search(text) or (ends and _WAY.search(text))))
    ):
        return "transition"
    if plain(text, bare):
        return "comparison" if len(roles) >= 2 else "list" if patterns.LIST.search(text) else "fact"
    if ends and patterns.I_AM_A.search(text) and patterns.FEASIBLE.search(text) and len(roles) == 2 and not choice:
        return "transition"
    if choice and (told or (not measures and len(text.split()) > 9)):
        return "advice"
    if specific and _WANTS_TOLD.search(text) and not patterns.ADVICE.search(text):
        return "comparison" if len(roles) >= 2 else "fact"
    if len(roles) >= 2 and patterns.FIRST_PERSON.search(text) and _tells(text):
        return "advice"
    if specific and len(roles) >= 2 and not told and not patterns.WHOM.search(text):
        return "comparison"  # "which one has more openings and grows faster?" asks for no advice
    if patterns.ADVICE.search(text) or (
        patterns.PREFERENCE.search(text)
        and ("choose" in measures or choice or not (text.rstrip().endswith("?") or _WANTS_TOLD.search(text)))
    ):
        return "advice"
    if len(roles) >= 2:
        return "comparison"
    return "list" if patterns.LIST.search(text) else "fact"


def deep(text: str) -> bool:
    """Whether it is asked how well a thing must be known: "how deep do I have to get into pipelines?"."""
    return _DEPTH.search(text) is not None


def of_mine(text: str) -> bool:
    """Whether it is asked what of somebody's experience counts in another role."""
    return _OF_MINE.search(text) is not None and not patterns.CHOICE_OF.search(text)


def gains(text: str, roles: tuple[str, ...], measures: tuple[str, ...]) -> bool:
    """Whether it is asked what a move would bring in pay: the two are set side by side."""
    paid = len(roles) == 2 and bool({"pay", "premium"} & set(measures))
    return paid and _GAIN.search(text) is not None and not patterns.ADVICE.search(text)


def plain(text: str, bare: str) -> bool:
    """Whether a thing is asked that is stated of a role, whoever asks it and why: "I recruit for SaaS firms. Where
    does a TAM sit?"."""
    asked = request(text, with_pointed=False)
    if not (_QUESTION.search(asked) or patterns.YES_NO.search(asked)):
        return False
    if who_does(asked) or pays_more(text) or needs_degree(text):
        return True
    stated = request(bare, with_pointed=False)
    specific = set(measures_asked(stated)) & (set(known_measures()) - GENERAL) or {"base", "total"} & {
        *facets_of(stated).basis
    }
    asked = _NORMAL.sub("normal", _REQUIRED.sub(" ", asked))
    return bool(specific) and not (_DECIDES.search(asked) or patterns.ADVICE.search(asked))


def who_does(text: str) -> bool:
    """Whether it is asked which of some roles does a thing, and not which to take."""
    return _WHO_DOES.search(text) is not None


def pays_more(text: str) -> bool:
    """Whether it is asked which of some roles is paid better, and not which to take for it."""
    return _PAYS_MORE.match(request(text, with_pointed=False)) is not None


def needs_degree(text: str) -> bool:
    """Whether it is asked if a degree told of before is needed."""
    return patterns.NEEDED.search(text) is not None and "education" in measures_asked(text)


def contrasts(text: str) -> bool:
    """Whether it is asked to set things side by side."""
    return _CONTRASTS.search(text) is not None


def _tells(text: str) -> bool:
    """Whether nothing is asked in so many words: a situation and no more."""
    sentences = [s for s in re.split(r"(?<=[.!])\s+", text.strip()) if s]
    return len(sentences) > 1 and not asks(text)


def of_each(text: str, roles: tuple[str, ...], measures: tuple[str, ...]) -> bool:
    """Whether the same thing is asked of each of the roles, and neither a choice nor a move."""
    asked = set(measures) - {"choose", "difference", "overlap", "reason", "transition"}
    match = _OF_EACH.search(text)
    if match is None or (match["w"] and (patterns.ADVICE.search(text) or _DECIDES.search(text))):
        return False
    return len(roles) >= 2 and bool(asked) and not patterns.FROM_TO.search(text)
