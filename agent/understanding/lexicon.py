"""A guide made ready for reading: its cues, replies, terms and numbers as matchers, its examples as vectors."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from copy import copy
from dataclasses import replace

import numpy as np
from numpy.typing import NDArray

from agent.guide import Guide, Option, Topic
from agent.reading import Evidence
from agent.understanding.clauses import Clause
from agent.understanding.contrast import ASIDE, Contrast, Told
from agent.understanding.kept import Fits
from agent.understanding.lists import entries, names
from agent.understanding.marks import rarity
from agent.understanding.patterns import PatternSet, compile_cue
from agent.understanding.topics import Embed, Topics
from agent.understanding.words import Word, phrase

Vectors = NDArray[np.float32]
SURE = 0.6
LONGEST = 400  # characters of a text that its vector is made of
_LONG = 7  # letters of a word that a slip of one letter leaves recognisable


class Lexicon:
    """Safe to share between threads; what one message is made of is in the copy that listens to it."""

    def __init__(self, guide: Guide, embed: Embed | None, fits: Fits) -> None:
        self.guide = guide
        self._embed = embed
        self._fits = fits
        self._vectors: dict[str, Vectors | None] = {}
        self._questions: dict[str, Vectors | None] = {}
        self._contrasts: dict[str, Contrast | None] = {}
        self._apart = Topics(guide, embed, fits)
        self._manners: list[Told] = []
        self._heard: dict[str, Vectors] = {}
        self.topics = {t.id: t for t in guide.topics}
        self.cues = PatternSet(compile_cue(c, (t.id, o.id)) for t in guide.topics for o in t.options for c in o.cues)
        self.elsewhere = PatternSet(
            compile_cue(c, (t.id, o.id)) for t in guide.topics for o in t.options for c in o.elsewhere
        )
        self.terms = PatternSet(compile_cue(c, (t.id, "")) for t in guide.topics for c in t.terms)
        self.replies = {
            t.id: PatternSet(compile_cue(c, (t.id, o.id)) for o in t.options for c in (*o.replies, o.label))
            for t in guide.topics
        }
        self._examples: dict[str, list[str]] = {}
        self._spans: dict[str, list[tuple[str, int, int]]] = {}  # (option, its first example, one past its last)
        for topic in guide.topics:
            texts: list[str] = []
            spans: list[tuple[str, int, int]] = []
            for option in topic.options:
                texts += [*option.examples, option.label, *option.said]
                spans.append((option.id, spans[-1][2] if spans else 0, len(texts)))
            self._examples[topic.id], self._spans[topic.id] = texts, spans
        every = (_said_instead(), *map(_said_to, guide.topics))
        self._phrases = {text: phrase(text) for said in every for texts in said.values() for text in texts}
        self._rarity = rarity(self._phrases[t] for said in every for texts in said.values() for t in texts)
        self._known = {w for p in (self.cues, self.terms, *self.replies.values()) for w in p.forms}
        self._known |= {w for texts in self._examples.values() for e in texts for w in self._phrases[e].split()}
        self._near: dict[str, str] = {}
        for known in sorted(w for w in self._known if len(w) >= _LONG):
            for i in range(len(known)):
                self._near.setdefault(known[:i] + known[i + 1 :], known)

    def respelled(self, part: Clause) -> Clause:
        """The clause with slips of one letter in long words set right, for matching; its offsets stay."""
        fixed = tuple(Word(self._right(w.text), w.start, w.end) for w in part.words)
        return part if fixed == part.words else replace(part, words=fixed)

    def _right(self, word: str) -> str:
        if len(word) < _LONG - 1 or word in self._known or not word.isalpha():
            return word
        if word in self._near:  # a letter left out
            return self._near[word]
        for i in range(len(word) - 1):
            one_out, swapped = word[:i] + word[i + 1 :], word[:i] + word[i + 1] + word[i] + word[i + 2 :]
            for tried in (one_out, swapped):
                if len(tried) >= _LONG and tried in self._known and word != tried + "s":
                    return tried
        return word

    def option(self, topic: str, option: str) -> Option:
        return self.topics[topic].option(option)

    def pole(self, topic: str, pole: str) -> str | None:
        return next((o.id for o in self.topics[topic].options if o.pole == pole), None)

    def label(self, message: str, topic: str | None) -> str | None:
        """The option of the topic whose quick reply the message is, to the letter."""
        said = message.strip()
        options = self.topics[topic].options if topic else ()
        return next((o.id for o in options if o.label == said), None)

    def is_reply(self, parts: Sequence[Clause], topic: str) -> bool:
        """Whether a message is, from its first word to its last, a short answer that the guide foresees."""
        return len(parts) == 1 and any(
            m.first == 0 and m.last == len(parts[0].words) - 1 for m in self.replies[topic].find(parts[0].words)
        )

    def together(self, evidence: list[Evidence], message: str) -> list[Evidence]:
        """Evidence with options that amount to another one replaced by it."""
        if _APART.search(message.lower()):
            return evidence
        for topic in dict.fromkeys(e.topic for e in evidence):
            for option in self.topics[topic].options:
                of = [e for e in evidence if e.topic == topic and e.option in option.all_of and e.strength >= SURE]
                if option.all_of and {e.option for e in of} == set(option.all_of):
                    start, end = min(e.start for e in of), max(e.end for e in of)
                    whole = Evidence(topic, option.id, min(e.strength for e in of), message[start:end], start, end)
                    evidence = [e for e in evidence if e not in of] + [whole]
        return evidence

    def examples(self, topic: str) -> Vectors | None:
        """A topic's examples in the order of its rows, embedded when first needed; None without embeddings."""
        if topic not in self._vectors:
            texts = self._examples[topic]
            self._vectors[topic] = self._embed(texts, True) if self._embed and texts else None
        return self._vectors[topic]

    def question(self, topic: str) -> Vectors | None:
        """The topic's question as a vector."""
        if topic not in self._questions:
            found = self._embed([self.topics[topic].question], True) if self._embed else None
            self._questions[topic] = None if found is None else found[0]
        return self._questions[topic]

    def contrast(self, topic: str) -> Contrast | None:
        """What sets a topic's options, and the ways of not answering, apart; None where it has no two options."""
        if topic not in self._contrasts:
            if not self._manners:  # the same for every topic
                self._manners = self._told(_said_instead())
            own = self._told(_said_to(self.topics[topic]))
            name = f"{self.guide.id}-{topic}"
            self._contrasts[topic] = self._fits.fit(name, [*own, *self._manners], self._rarity)
        return self._contrasts[topic]

    def apart(self) -> Contrast | None:
        """What sets the topics apart; None without embeddings."""
        return self._apart.contrast()

    def _told(self, said: Mapping[str, Sequence[str]]) -> list[Told]:
        """By option what is said for it."""
        texts = [text for of in said.values() for text in of]
        found = self._embed(texts, True) if self._embed and texts else None
        rows = iter(np.zeros((len(texts), 0), np.float32) if found is None else found)
        spelled = {option: tuple(self._phrases[t] for t in of) for option, of in said.items()}
        return [Told(option, of, np.stack([next(rows) for _ in of])) for option, of in spelled.items()]

    def listening(self) -> Lexicon:
        """The same for one message: what is embedded of it is embedded once, and kept no longer than this is."""
        one = copy(self)
        one._heard = {}
        return one

    def vectors(self, texts: Sequence[str]) -> Vectors | None:
        """Rows for a person's words. None without embeddings or where they fail on odd input."""
        if self._embed is None:
            return None
        sound = [t.encode("utf-8", "ignore").decode("utf-8")[:LONGEST] for t in texts]
        if fresh := [t for t in dict.fromkeys(sound) if t not in self._heard]:
            rows = self._embed(fresh, False)
            if rows is None:
                return None
            self._heard.update(zip(fresh, rows, strict=True))
        return np.stack([self._heard[t] for t in sound]) if sound else None

    def nearest(self, vector: Vectors, topic: str) -> list[tuple[str, float, str]]:
        """(option, similarity, the example that is nearest) of a topic's options that have examples."""
        known = self.examples(topic)
        if known is None:
            return []
        scores = known @ vector
        found = []
        for option, first, last in self._spans[topic]:
            at = first + int(scores[first:last].argmax())
            found.append((option, float(scores[at]), self._examples[topic][at]))
        return found


def _said_to(topic: Topic) -> dict[str, tuple[str, ...]]:
    """What people say for each option; and, by lists of dodges.yaml after ASIDE, to the topic's own question instead
    of an answer."""
    said = {o.id: (*o.examples, o.label, *o.replies, o.summary, *o.said) for o in topic.options}
    said |= {f"{ASIDE}dodges": topic.beside, f"{ASIDE}vague": topic.vague}
    return {option: texts for option, texts in said.items() if texts}


def _said_instead() -> dict[str, tuple[str, ...]]:
    """What people say to any question instead of an answer, by lists of dodges.yaml."""
    return {ASIDE + name: entries("dodges", name) for name in names("dodges")}


_APART = re.compile(r"\b(?:separate\w*|apart|two (?:people|persons|roles|jobs|hires)|one .* the other)\b")
