"""A few of the person's own words, chosen so that they read well when they are told back. Always exact."""

from __future__ import annotations

import re
from collections.abc import Sequence

from agent.lint import lint
from agent.understanding.protected import protected

QUOTE_WORDS = 8
_CHARACTERS = 90
_UNQUOTABLE = '?？“”"\n\r\t[]<>*_`|'
_TRIMMED = " \t\n\r.,;:!-–—()'\"“”…"
_CLAUSES = re.compile(r"(?:[;!\n]|[.:](?!\d))+\s*|,\s+|\s[–—-]\s")  # "1.9 million" is one
_JOINING = re.compile(
    r"^\W*(?:(?:and|but|because|ok|okay)\b,?|(?:so|well|or|then|also|yeah|yes|no|um+|uh+|hm+|oh|look|right"
    r"|honestly|basically|actually|anyway),|so(?=\s(?:i|we|it|let)\b)|(?:well|then|also|um+|uh+|oh|anyway))\s+",
    re.IGNORECASE,
)
_DANGLING = re.compile(
    r"(?:a|an|the|and|or|but|of|to|in|on|at|for|with|by|from|as|that|which|my|our|i|we|is|are|was),?",
    re.IGNORECASE,
)
# A clause that begins with one of these is a piece of a sentence rather than a statement of its own.
_FRAGMENT = re.compile(
    r"(?:to|of|for|with|in|on|at|by|from|than|as|which|that|who|whom|whose|because|if|when|while|where|until"
    r"|since|though|although|unless|other|like|maybe|perhaps|probably|obviously|honestly|frankly|and|or|but|then|all"
    r"|no idea|not sure|sorry|(?:like|as) (?:i|we) said|i know you|hard to|difficult to|i (?:don['’]t|do not) know)\b",
    re.IGNORECASE,
)
_PLAIN = frozenset(
    "a an the and or but of to in on at for with by from as that which who my our your their his her its i we you "
    "they it he she me us them this these those is are was were be been am do does did have has had will would "
    "can could should may might not no so just very really quite too also then there here all any some one ones each "
    "every where when what whatever "
    "thing things stuff kind sort bit lot said say think guess know mean i'd i'm i've i'll it's that's don't".split()
)
# Words that agree or point: told back, they say nothing.
_EMPTY = frozenset(
    "yes yeah yep yup no nope not ok okay sure right correct exactly that it is indeed of course fine all none "
    "the a an first second third fourth fifth last latter former both neither either one two three four five "
    "same i say would option number".split()
)


def clip(text: str, cut: bool = True, holding: Sequence[str] = ()) -> str:
    """At most eight words of `text`, exactly as they stand in it: the clause that says most (one that holds a value of
    `holding` before others), or all of a short answer. "" when there is nothing to quote (assent, a question,
    quotation marks, control characters), or when it would have to be cut off and may not be."""
    joined = spoken(text)
    whole = joined.strip(" \t\n.,;:!…")
    if 1 <= len(whole.split()) <= QUOTE_WORDS and "\n" not in whole:
        quote = whole
    else:
        quote = _best_clause(joined, holding) or (_cut(whole) if cut else "")
    return "" if _unfit(quote) else quote


def echo(text: str, cut: bool = True) -> str:
    """As `clip`, for a line that asks: "" when the words would not pass the linter as our own. Their "great"
    read out by us sounds like praise, and a private fact is not repeated to the person."""
    quote = clip(text, cut)
    if protected(quote):
        return ""
    return "" if any(f.kind not in ("question", "length", "words") for f in lint(f"{quote}.")) else quote


def verbatim(text: str) -> str:
    """A short answer to the letter, be it a bare "yes"; "" when it is long or holds marks that a quote may not."""
    words = text.strip(_TRIMMED)
    return words if words and len(words.split()) <= QUOTE_WORDS and not _marked(words) else ""


def spoken(text: str) -> str:
    """`text` without the "and", "well" or "but" it begins with, as a quote is read; all of it if that is all."""
    while (less := _JOINING.sub("", text)) not in ("", text):
        text = less
    return text


def telling(quote: str) -> bool:
    """Whether a quote says enough to be worth telling back in the middle of a conversation."""
    return _FRAGMENT.match(quote) is None and _weight(quote) >= 2


def _best_clause(text: str, holding: Sequence[str]) -> str:
    clauses = [spoken(c).strip(_TRIMMED) for c in _CLAUSES.split(text)]
    fitting = [c for c in clauses if 2 <= len(c.split()) <= QUOTE_WORDS and not _unfit(c)]
    best = max(fitting, key=lambda c: _telling(c, holding), default="")
    little = _weight(best) < 2 and not any(value in best for value in holding)
    return "" if little and any(_weight(c) > 2 for c in clauses) else best  # more is said where it is longer


def _telling(clause: str, holding: Sequence[str]) -> tuple[bool, bool, int]:
    return any(value in clause for value in holding), _FRAGMENT.match(clause) is None, min(_weight(clause), 3)


def _weight(clause: str) -> int:
    """How many of its words carry something."""
    words = [w.strip("'’.,!()").lower().replace("’", "'") for w in clause.split()]
    return sum((len(w) > 2 or any(c.isdigit() for c in w)) and w not in _PLAIN for w in words)


def _cut(whole: str) -> str:
    words = list(re.finditer(r"\S+", whole))[:QUOTE_WORDS]
    while len(words) > 3 and _DANGLING.fullmatch(words[-1][0]):
        words.pop()
    return whole[: words[-1].end()].rstrip(" ,;:-–—") + "…" if words else ""


def _unfit(quote: str) -> bool:
    words = {w.strip("'’.,!") for w in quote.lower().replace("'s", "").replace("’s", "").split()}
    return _marked(quote) or words <= _EMPTY


def _marked(quote: str) -> bool:
    """Whether it holds characters that would break or turn the sentence around it, or is too long for it."""
    printable = quote.replace("…", "").isprintable()
    return not printable or len(quote) > _CHARACTERS or any(c in quote for c in _UNQUOTABLE)
