"""Questions about the question: "what do you mean by production code?", "the citizens or the clerks?".

They are answered with what the question is after, and not put to the articles; what only stands in them is no
answer to the pending question either.
"""

from __future__ import annotations

import re
from dataclasses import replace

from agent.guide import Topic
from agent.reading import Reading

NAMED = 4  # options given as examples at most
APART = 14  # words beside the question that make up an answer
_SENTENCE = re.compile(r"[^.!?？\n]*[.!?？]+|[^.!?？\n]+$|\n", re.MULTILINE)
_ASKS = re.compile(
    "|".join(
        (
            r"\b(?:what|how) (?:do|d'?|does|did|would) ?(?:you|ya|that|this|it) (?:\w+ )?mean",
            r"\b(?:do|did) you mean\b",
            r"^\W*(?:\W*\"[^\"]*\"\W*|so )?you mean\b",
            r"\bwh(?:at|ich|o)\b.{0,40}\b(?:do|did|are|d') ?you (?:mean|refer)",
            r"\b(?:what|which) (?:is|are|was) (?:it )?(?:meant|mean)\b",
            r"\bin (?:what|which) sense\b|\bsense\?",
            r"\bwhat (?:exactly )?counts as\b|\bhow (?:do|would) you define\b|\bdefine (?:that|this|the|it|\")",
            r"\b(?:do|does|would|should) .{1,60}\bcount\b",
            r"\bwhat you call\b|\bdepends (?:on )?what you mean\b",
            r"\b(?:do not|don'?t|didn'?t|did not|not sure (?:i|what)) (?:\w+ ){0,2}"
            r"(?:understand|get|follow|are asking|you'?re asking)\b"
            r"(?:\W+(?:the|your|this|that|what|it|question)\b|\W*[\"“'‘]|\W*$)",
            r"\b(?:can|could|would|will) you (?:please )?(?:rephrase|clarify|explain|be more specific|repeat"
            r"|say (?:that|it) again|give (?:me )?an example"
            r"|put (?:that|it) (?:differently|another way|in other words))\b",
            r"^\W*(?:please )?(?:explain|rephrase|clarify)\b",
            r"^\W*(?:come again|pardon|sorry|huh|such as|like what|meaning)\W*[?？]",
        )
    ),
    re.IGNORECASE,
)
_WHICH = re.compile(
    r"^\W*(?:and |so )?(?:which|what|whose)\s+(?:(?:kind|sort|type) of |(?:is|are|means?)\W+(?:an? |the )?)?(\w+)",
    re.IGNORECASE,
)
_TO_US = re.compile(
    r"^\W*(?:(?:so|and|but|or|then|well|now|see)\W+)*(?:"
    r"(?:(?:do|did|would|have|are|were|can|could|will|had)(?:n['’]?t)? you )(?:ever |really |also |even |just |not )*"
    r"(?:like|love|enjoy|pay|sleep\w*|laugh\w*|eat|drink|dance|hear|smell|notice|remember|believe|trust|buy|live|wear|watch"
    r"|play|cook|sing|swim|fish|interviewing|married|alone|tired|bored|happy|cold|hot|there|kidding|joking|serious)\b"
    r"|you (?:like|see|laugh|noticed?|enjoy)\b"
    r"|how (?:did|do|could) you (?:get|know|guess|do|manage|make)\b"
    r"(?! (?:up|to) (?:the|a|my) (?:report|result|recommend))"
    r"|(?:did|have) i (?:really |just |already )*(?:say|said|tell|told)\b)",
    re.IGNORECASE,
)
_ABOUT_ROLES = re.compile(
    r"\b(?:fdes?|forward[- ]deployed|mles?|tams?|mlops|aises?|engineers?|account managers?|(?<!this )(?<!the )roles?"
    r"|salar\w+|pays?|paid|earns?|articles?|(?:your|the) sources?|in ai|ai in|job titles?"
    r"|(?:these|those|such) (?:an? )?(?:jobs?|positions?|persons?|people|specialists?|hires?|change|switch|move))\b",
    re.IGNORECASE,
)
_ALTERNATIVES = re.compile(
    r"^\W*(?:(?:is|are) (?:it|that|this|these|those) )?(?:the|a|an|my|our|your|for|by)\s+"
    r"(?:\w+[\s,'’-]+){1,12}or\s.{1,60}[?？]\W*$",
    re.IGNORECASE,
)
_WORD = re.compile(r"[^\W\d_]{4,}")
_WHAT_IS = re.compile(
    r"\bwhat(?:['’]?s| is| are) an? \w|\b(?:what|how) (?:do|does) .{1,40}\b(?:mean|stand for|works?)\b", re.IGNORECASE
)
_REASON = re.compile(r"\bwhy\b|\bwhat\b.{0,30}\bfor\b|\bfor what\b|\bbecause\s*[?？]", re.IGNORECASE)
_REQUEST = re.compile(
    r"\W*(?:and |so |please |but )*(?:tell|show|give|explain|define|name|list|compare)\b", re.IGNORECASE
)
_COMMON = frozenset("what which when where would have with your that this does many much there time work".split())


def asks_about(text: str, question: str) -> tuple[tuple[int, int], ...]:
    """Where in `text` the person asks what `question` means: the sentences' offsets; empty if nowhere."""
    words = {_stem(w) for w in _WORD.findall(question)}
    found: list[tuple[int, int]] = []
    for match in _SENTENCE.finditer(text):
        sentence = match[0].strip()
        if sentence and not _ABOUT_ROLES.search(sentence) and _clarifying(sentence, words, bool(found)):
            found.append(match.span())
    return tuple(found)


def about_roles(text: str) -> bool:
    """Whether it names a role, pay or the articles."""
    return _ABOUT_ROLES.search(text) is not None


def to_us(text: str) -> bool:
    """Whether a question is put to the interviewer's own person, who has none: "You like slides?", "Would you pay for
    nice?"."""
    return _TO_US.search(text) is not None


def asks_plainly(text: str) -> bool:
    """Whether a question wants an answer, be it that there is none: it is about the roles or their pay, or about
    what something is. "Who wouldn't?" is not."""
    return about_roles(text) or _WHAT_IS.search(text) is not None


def asks_of(question: str, message: str) -> bool:
    """Whether words that may be a question are one: it has its mark, or no other mark stands at its end, or it
    begins as a request ("tell me …"). "As I said, do they sign again." is none."""
    if question.rstrip().endswith(("?", "？")):
        return True
    end = message.find(question) + len(question)
    return not message[end:].lstrip().startswith((".", ",", ";")) or bool(_REQUEST.match(question))


def asks_why(text: str, question: str) -> bool:
    """Whether what nothing in the articles answers asks for the reason of our `question` ("Why would I tell a robot
    where my deals get stuck?"), or asks back in its words and nothing else."""
    words = {_stem(w) for w in _WORD.findall(question)} - _COMMON
    if _REASON.search(text):
        return True
    return len(_SENTENCE.findall(text.strip())) == 1 and bool(words & {_stem(w) for w in _WORD.findall(text)})


def _clarifying(sentence: str, words: set[str], before: bool) -> bool:
    if _ASKS.search(sentence):
        return True
    if not sentence.endswith(("?", "？")) or len(sentence.split()) > 14:
        return False
    which = _WHICH.match(sentence)
    if which and _stem(which[1]) in words:
        return True
    return before or bool(_ALTERNATIVES.match(sentence))


def clarifying(reading: Reading, text: str, question: str, topic: str | None) -> Reading:
    """`reading` of `text`, with what stands in a question about the question taken out of it; nothing but such
    a question left, it is a "why"."""
    spans = asks_about(text, question) if topic is not None else ()
    if not spans or reading.intent in ("finish", "skip", "decline", "restart", "summary", "left"):
        return reading
    kept = tuple(e for e in reading.evidence if not any(a < e.end and e.start < b for a, b in spans))
    left = "".join(" " if any(a <= n < b for a, b in spans) else char for n, char in enumerate(text))
    if any(e.topic == topic for e in kept) or len(left.split()) > APART:
        still_asked = reading.question if reading.question and reading.question in left else ""
        intent = "answer" if reading.intent in ("question", "why") and not still_asked else reading.intent
        return replace(reading, intent=intent, evidence=kept, question=still_asked)
    return replace(reading, intent="why", evidence=kept, question=text.strip(), vague=False, dodged=False, values=())


def clarified(topic: Topic) -> str:
    """What a topic's question is after, and what answers to it can look like. Asks nothing."""
    labels = [f"“{o.label.rstrip('.')}”" for o in topic.options[:NAMED]]
    text = f"Take it the way it fits your case. I ask because {topic.aim.strip().rstrip('.')}."
    if len(labels) < 2:
        return f"{text} Any words of yours will do."
    return f"{text} An answer could be {', '.join(labels[:-1])} or {labels[-1]}, or anything in words of yours."


def _stem(word: str) -> str:
    return word.lower().removesuffix("s")
