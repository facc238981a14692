"""The linter that every question passes before it is sent.

Words inside “…” are quoted, the person's own or an option's label, and are not ours to judge. A question
mark counts wherever it stands.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

WORDS = 90  # of a message that asks, without the opening or a summary
QUESTION_WORDS = 40
LONG_WORD = 17  # letters


@dataclass(frozen=True, slots=True)
class Fault:
    """`kind`: question, leading, double, praise, judgement, advice, protected, words or length."""

    kind: str
    words: str


def _any(terms: str) -> re.Pattern[str]:
    """One pattern for terms that are set apart by semicolons; each may be a regular expression."""
    patterns = (" ".join(term.split()).replace("'", "['’]") for term in terms.split(";"))
    return re.compile("|".join(rf"\b(?:{p})\b" for p in patterns if p), re.IGNORECASE)


_LEADING = _any("""
    don't you; wouldn't (?:you|it|that); isn't (?:it|that|this|there); aren't you; won't you; haven't you;
    shouldn't (?:you|it); doesn't (?:it|that); can't you; why (?:don|wouldn)'t you; you'd rather not;
    surely; obviously; clearly; of course; no doubt; undoubtedly; as everyone knows; agree that;
    you (?:would|must|will|do) agree; i (?:assume|presume|bet|guess|suppose|imagine) (?:that )?you;
    you must (?:be|feel|want|like|hate|enjoy); is it (?:fair|safe) to say; would it be fair to say;
    how much (?:do|did) you (?:love|hate|enjoy|dislike); most people (?:prefer|want|like)
""")
_TAG = re.compile(r",\s*(?:right|correct|yes|no|ok|okay|true|huh|eh)\s*\?", re.IGNORECASE)
_DOUBLE = re.compile(
    r"\s(?:and|as well as|plus)\s+(?:also\s+|if so,?\s+)?"
    r"(?:(?:what|how|why|who|whom|when|where|which)\b"
    r"|(?:do|does|did|is|are|was|were|would|could|can|have|has|will|should)\s+"
    r"(?:you|it|they|there|that|your|the)\b)",
    re.IGNORECASE,
)
_PRAISE = _any("""
    great; excellent; impressive; wonderful; fantastic; awesome; amazing; perfect; brilliant; terrific;
    outstanding; superb; lovely; nice; congratulations; congrats; well done; kudos; interesting; fascinating;
    admirable; insightful; smart; wise; clever; remarkable; exciting; delightful; bravo; (?:very )?good; glad;
    happy to hear; love (?:that|it|this)
""")
_PRAISING = _any("""
    (?:great|good|excellent|nice|interesting|wonderful|amazing|impressive) (?:answer|point|question|start);
    impressive; congratulations; well done; your (?:great|excellent|impressive|amazing|wonderful) \\w+
""")
_JUDGING = _any("""
    unfortunately; wrong; bad; mistake; disappointing; worrying; poor; weak; a shame; sorry to hear; sadly;
    risky; foolish; naive; unrealistic; you failed; surprising(?:ly)?
""")
_ADVICE = _any("""
    you (?:really |probably )?should; you ought to; you'd better; 
    i(?:'d| would)? (?:recommend|suggest|advise);
    my advice; have you (?:considered|thought about|tried); you (?:might|may) want to; why not; i encourage;
    consider \\w+ing; it would be best
""")
_PROTECTED = _any("""
    age; aged; how old; old are you; birth(?:day|date|place)?; born; family; families; child(?:ren)?; kids?;
    childcare; pregnan(?:t|cy); maternity; paternity; parental; married; marriage; marital; divorced?; spouse;
    husband; wife; your partner; sons?; daughters?; mothers?; fathers?; parents?; school runs?;
    health; illness; ill; sick; disease; diagnos\\w+; disab\\w+; handicap\\w*;
    medical (?:history|condition); religio\\w+; church; mosque; faith; ethnic\\w*; race; racial; skin;
    nationality; national origin; citizen\\w*; immigra\\w+; where (?:are|were) you from; mother tongue;
    native (?:speaker|language); accent; sexual\\w*; gay; lesbian; gender; orientation; transgender;
    politic(?:s|al); votes?; voted; union; criminal; genetic\\w*; military service
""")
_JARGON = _any("""
    utili[sz]e; leverag\\w+; synerg\\w+; paradigm; holistic\\w*; ideat\\w+; value proposition;
    stakeholder alignment; learnings; deep[- ]dive; low-hanging; circle back; impactful; actionable;
    granular\\w*
""")
_QUOTED = re.compile(r"“[^”]*”")
_SENTENCE = re.compile(r"[^.!?\n]*[.!?]+[”)]*\s*|[^.!?\n]+$|\n", re.MULTILINE)


def lint(text: str) -> list[Fault]:
    """What is wrong with a message that asks; empty when it may be sent."""
    bare = _QUOTED.sub("“…”", text)
    sentences = [s.strip() for s in _SENTENCE.findall(bare)]
    question = " ".join(s for s in sentences if "?" in s)
    saying = " ".join(s for s in sentences if "?" not in s)
    marks = text.count("?") + text.count("？")
    faults = [] if marks == 1 else [Fault("question", f"{marks} question marks")]
    for kind, pattern, part in (
        ("leading", _LEADING, bare),
        ("leading", _TAG, bare),
        ("double", _DOUBLE, question),
        ("praise", _PRAISE, saying),
        ("praise", _PRAISING, question),
        ("judgement", _JUDGING, saying),
        ("advice", _ADVICE, bare),
        ("protected", _PROTECTED, bare),
        ("words", _JARGON, bare),
    ):
        if match := pattern.search(part):
            faults.append(Fault(kind, match[0].strip()))
    if long := next((w for w in re.findall(r"[^\W\d_]+", question) if len(w) > LONG_WORD), None):
        faults.append(Fault("words", long))
    for part, most in ((text, WORDS), (question, QUESTION_WORDS)):
        if len(part.split()) > most:
            faults.append(Fault("length", f"{len(part.split())} words, at most {most}"))
    return faults
