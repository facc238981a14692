"""Words in an answer that go against what was answered on another topic, told by meaning: nearest to what people say
for the opposite of it, and to nothing else."""

from __future__ import annotations

import re
from collections.abc import Mapping

from agent.guide import Guide, Topic
from agent.reading import Evidence
from agent.talk.form import marked, sentences
from agent.talk.heard import Talk
from agent.understanding.control import control
from agent.understanding.manner import weight
from agent.understanding.protected import protected
from agent.understanding.stance import conceded, negates, no_longer, past, stance
from agent.understanding.units import MONEY
from agent.understanding.words import phrase

NEAR = 0.55  # how near a sentence has to be to what people say for the opposite …
APART = 0.2  # … how much nearer than to what they say for the answer given …
AHEAD = 0.08  # … and than to what they say on any other topic
ODDS = 1.5  # logarithm of the odds from which a sentence counts as going against an answer
STRENGTH = 0.7  # of such evidence: enough to be asked about, not to settle anything
FEWEST, WORDS = 4, 2  # words in the sentence, and those of meaning among them
_POINTS = re.compile(r"(?:(?:and|but|so|well|oh|yes|no) )*(?:that|this|it|they|these|those)\b")


def against(
    talk: Talk, guide: Guide, standing: Mapping[str, str], text: str, pending: str | None = None
) -> list[Evidence]:
    """Evidence against `standing` (topic -> the option that was answered) in `text`, the answer on `pending`."""
    opposed = {t.id: opposites(t, standing[t.id]) for t in guide.topics if t.id in standing}
    spans = [(a, b) for a, b in sentences(text) if states(text[a:b])]
    if not spans or not any(opposed.values()):
        return []
    said = [text[a:b] for a, b in spans]
    found: dict[str, Evidence] = {}
    sides = {topic: (option, opposed[topic]) for topic, option in standing.items() if topic in opposed}
    for (start, end), may in zip(spans, talk.opposed(said, pending, sides), strict=True):
        if (most := max(may, key=lambda one: one.odds, default=None)) and most.odds >= ODDS:
            found.setdefault(most.topic, Evidence(most.topic, most.option, STRENGTH, text[start:end], start, end))
    for (start, end), scores in zip(spans, talk.options(said), strict=True):
        if not scores:
            continue
        (topic, option), (score, like) = max(scores.items(), key=lambda item: item[1])
        if topic in found or option not in opposed.get(topic, ()) or score < NEAR:
            continue
        own = scores.get((topic, standing[topic]), (0.0, ""))[0]
        other = max((s for (of, _), (s, _) in scores.items() if of != topic), default=0.0)
        alike = negates(phrase(text[start:end])) == negates(phrase(like))
        if alike and score - own >= APART and score - other >= AHEAD:
            found[topic] = Evidence(topic, option, STRENGTH, text[start:end], start, end)
    return list(found.values())


def opposites(topic: Topic, option: str) -> frozenset[str]:
    """The options that cannot hold together with `option`."""
    pole = topic.option(option).pole
    return frozenset(
        o.id for o in topic.options if topic.apart(o.id, option) or {o.pole, pole} == {"much", "little"}
    ) - {option}


def states(said: str) -> bool:
    """Whether a sentence says plainly how things are, and nothing that is left out; an amount of money "a month" says
    nothing of days."""
    text = phrase(said)
    own = not (protected(said) or MONEY.search(said))
    plain = own and stance(text).strength == 1 and not (conceded(text) or no_longer(text) or past(text))
    points = _POINTS.match(text) is not None or control(text, "-") is not None
    return plain and not points and not marked(said) and len(text.split()) >= FEWEST and weight(text.split()) >= WORDS
