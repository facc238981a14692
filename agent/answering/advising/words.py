"""Turns of phrase in what people say when they ask for advice, and whether words deny what they speak of."""

from __future__ import annotations

import re

COMPANY = re.compile(
    r"\b(hir(?:e|es|ed|ing)|headcount|recruit\w*|first engineer|founders?(?= here| of)|ceo|cto|cfo|board|staffing"
    r"|employ|churn|budget for|whom (?:do|should|to|would|first)|hire whom"
    r"|my (?:company|team|startup|boss|manager|co-?founder|c[efto]o|vp|director|board|investors?|advisors?|head of \w+)"
    r"|i (?:run|lead|head|manage) (?:the |an? |our )?(?:engineering|product|sales|operations|company|team|startup)"
    r"|scale-?ups?|staff(?:ed)?(?! engineer| level| or )|post-?sales? side|vendor here|only \w+s\b.{0,20}\bor both"
    r"|product.market fit|pmf|prospects|buyers|pre-?seed|roll-?outs?|proofs? of concept"
    r"|(?:pay|afford|add|fund|bring in|have room for) (?:for )?(?:just |only )?(?:one|two|a|another|1|2) "
    r"(?:more )?(?:person|people|salary|salaries|engineers?|hires?|heads?|seats?|roles?|specialist)"
    r"|(?:want|need|get|make|making|have|having|find|give|put|let|is|be) (?:just |only )?(?:one|a single|the same)"
    r" (?:\w+ )?(?:person|soul|head|human|hire|salary|engineer) (?:to|for|who|do|in|own|responsible|both)"
    r"|investors|the client's it|pre-?revenue|arr)\b",
    re.I,
)
WHETHER = re.compile(
    r"\b(?:what (?:(?:tends|is going|is bound|is likely) to (?:go|happen)|usually goes|often goes|goes"
    r"|(?:can|could|would|will) (?:go|happen)|happens|speaks)"
    r"|what['’]?s (?:going to|gonna|bound to) (?:go|happen)|advice"
    r"|(?:good|bad|dumb|stupid|crazy|smart|clever|great|terrible|silly) idea"
    r"|recommend\w*|okay|ok\?|wise|risky?|mistake|can(?:['’]t)? (?:i|we|one|somebody|someone|that|the|he|she|they|this)"
    r"|could (?:i|we|one|that|he|she|they|the)|should|sensible|realistic|work out)\b",
    re.I,
)
LUKEWARM = re.compile(  # "coding is ok but not my love"
    r"(?P<what>\b(?:is|are|was)) (?:ok|okay|fine|all ?right|alright|so-so),?(?: but|,) (?:it['’]?s |just )?not my "
    r"(?:\w+ )?(?:love|passion|thing|strength|favou?rite|world|life|dream|cup of tea)\b",
    re.I,
)
WE = re.compile(r"\b((?i:we|our)|(?<!the )(?<!in )us)\b")  # and not the US
I = re.compile(r"\b(i|i'm|i'd|i've|my|me)\b", re.I)  # noqa: E741
OWN = re.compile(
    r"\b(for me|suits? me|fits? me|should i (?:rather )?(?:be|become|go|choose|pick|aim|switch|move|apply|do)\b"
    r"|i'?d (?:like|love|rather|enjoy|prefer|hate|take) to\b(?! hire)"
    r"|i (?:love|enjoy|prefer|hate|dread|thrive|dream|avoid)"
    r"|my (?:career|strengths?|hobby|family|kids|pay|salary|coding))\b",
    re.I,
)
STUB = re.compile(
    r"\b(?:which|what|who|whom)(?: (?:one|role|job|path|of (?:the two|these|them)))?"
    r"(?: (?:is|are|would|should|fits?|suits?))*"
    r"(?: (?:be|you|i|we|me|us|the|a|right|better|best|safer|more|pick|choose|take|recommend|first|hire))*\b"
    r"|\b(?:should|would|do|can|could) (?:i|we|you|my|our)"
    r"(?: (?:go|choose|pick|become|be|hire|take|recommend|for|into|get|a|an))*\b"
    r"|\b(?:for )?someone who\b|\b(?:is|are) (?:it|that|he|she) (?:right|a good idea)\b|\bgood idea\b"
    r"|\bfor (?:me|us)\b|\b(?:if|or|vs\.?|versus)\b",
    re.I,
)
REJECTED = re.compile(r"(?<=\w) (?:rather than|instead of|over|than)\b.*", re.I)
PREFERS = re.compile(r"\b(rather|prefer\w*|sooner|instead|more|choose|pick|better)\b", re.I)
SPLIT = re.compile(
    r"[.!?;:\n—]+|,|\b(?:but|because|since|while|though|although|if|when)\b"
    r"|\band (?=(?:i|we|my|our|i'm|nobody)\b)",
    re.I,
)
SENTENCES = re.compile(r"[.!?;:\n—]+")

_DENIES = re.compile(
    r"\b(not|never|no|without|nobody|nothing|none|neither|nor|hardly|barely|rarely|hate\w*|dislike\w*|loathe|dread\w*"
    r"|avoid\w*|drain\w*|exhaust\w*|tir(?:e|es|ed|ing)|bor(?:e|es|ed|ing)|wears?|burn\w*|kill\w*|scar(?:e|es|ed)|afraid"
    r"|fear\w*|stress\w*|sick of|fed up|leaves? me cold|less|fewer|fail\w*|stall\w*|stuck|block\w*|break\w*|drag\w*"
    r"|poor\w*|weak\w*|bad\w*|too low|rather than|instead of"
    r"|isn|aren|don|doesn|can|won|wouldn|couldn|haven|hasn|didn|wasn)(?:'t)?\b",
    re.I,
)
_PLAIN_CAN = re.compile(r"\bcan\b(?!'t|not)", re.I)
_TWICE = re.compile(
    r"\b(not (?:want to )?(?:give up|lose|stop)|don'?t (?:want to )?(?:give up|lose|stop|mind)|not only|no matter)\b",
    re.I,
)


def denies(text: str) -> bool:
    """Embeddings do not tell "I love travel" from "I hate travel"; this does."""
    return bool(_DENIES.search(_PLAIN_CAN.sub(" ", _TWICE.sub(" ", text.replace("’", "'")))))
