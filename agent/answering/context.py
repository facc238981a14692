"""What every composer works with: the question, the library's statements and roles, the ranked units."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from agent.answering import patterns
from agent.answering.cell_words import cell_sentence
from agent.answering.claims import Claim
from agent.answering.expected import Near
from agent.answering.question import Question
from agent.answering.select import Scored
from corpus.article import Article
from corpus.dates import spoken
from corpus.minilm import Vectors
from corpus.roles import Roles
from corpus.statements import Statements
from corpus.units import Unit


@dataclass(frozen=True, slots=True)
class Context:
    question: Question
    statements: Statements
    roles: Roles
    articles: Mapping[str, Article]
    ranked: Sequence[Scored]
    answers: Sequence[Near]  # what the known questions near this one are answered by, best first
    apart: Sequence[Near]  # statements that questions near this one set against each other
    embed: Callable[[Sequence[str], bool], Vectors | None]
    embed_questions: Callable[[Sequence[str], bool], Vectors | None]  # under the adapter

    def source(self, article: str) -> str:
        """How an article is named in an answer: publisher (or title) and month."""
        found = self.articles[article]
        name = found.publisher or found.title
        return f"{name}, {when}" if (when := spoken(found.date)) else name

    def publisher(self, article: str) -> str:
        found = self.articles[article]
        return found.publisher or found.title

    def called(self, role: str) -> str:
        """A role as a noun: its abbreviation where that is one (FDE), else its name (MLOps engineer)."""
        short = self.roles.short(role)
        return short if short.replace(" ", "").isupper() or "engineer" in short else self.roles.name(role)

    def score_of(self, unit: Unit) -> float:
        return next((s.score for s in self.ranked if s.unit.key == unit.key), 0.0)


def with_article(name: str) -> str:
    """ "an FDE", "a TAM": the indefinite article by sound."""
    vowel = name[:1].lower() in "aeiou" or re.match(r"(?:F|H|L|M|N|R|S|X)[A-Z]{1,}", name) is not None
    return f"{'an' if vowel else 'a'} {name}"


def lower_first(text: str) -> str:
    """Lower-cases a first word that is an ordinary one: not before another capital, and known as such; of two ("Staff /
    Principal") both."""
    head, _, rest = text.partition(" ")
    ordinary = head.strip(",;:").lower() in _ORDINARY
    if ordinary and rest.startswith("/ "):
        rest = f"/ {lower_first(rest[2:])}"
        text = f"{head} {rest}"
    return text[:1].lower() + text[1:] if ordinary and not rest[:1].isupper() else text


_ORDINARY = frozenset(
    "the a an often rarely rare daily near variable weeks quarterly deploy drive customer engineering production deals "
    "developing technical deep applied writes reads required familiar working core owns number cycle travel reporting "
    "definition promotion primary code typical salary mid-level mid senior staff junior entry-level time where success "
    "unicorn non-tech top-tier principal hands-on conceptual live design indirect detailed high-level cloud turning "
    "pushing top "
    "some up far clearing structured unstructured remote job year-over-year base total equity bonus skill coding "
    "infrastructure communication system languages frameworks data field research model".split()
)


def stated(context: Context, unit: Unit) -> Claim:
    """A unit as one sentence: a sentence as it stands; an item of a "choose X if" list with its heading and publisher;
    a cell with its role and row said."""
    heading = unit.passage.heading
    if unit.kind == "item" and patterns.CHOICE.match(heading) and re.match(r"you\b", unit.text, re.I):
        condition = f"{heading} {unit.text[:1].lower()}{unit.text[1:].rstrip('.')}"
        return Claim(f"{condition}, says {context.publisher(unit.passage.article)}.", (unit,), sentence(unit.text))
    if unit.kind != "cell":
        text = unit.text if context.question.yes_no else re.sub(r"^(?:Yes|No), (?=\w)", "", unit.text)
        text = f"{text[:-1]} …" if text.endswith(":") else text  # a line that opens a list
        return Claim(sentence(text[:1].upper() + text[1:]), (unit,))
    role = with_article(context.called(unit.roles[0])) if len(unit.roles) == 1 else ""
    source = context.publisher(unit.passage.article)
    text, row = lower_first(unit.text), lower_first(_own_label(context, unit))
    return Claim(cell_sentence(role, row, lower_first(unit.column), text, source), (unit,))


def _own_label(context: Context, unit: Unit) -> str:
    """A row's label without what it says in brackets of another role ("(the MLE figure is an average)")."""
    return re.sub(
        r"\s*\(([^)]*)\)", lambda m: m[0] if set(context.roles.ids(m[1])) <= set(unit.roles) else "", unit.row
    )


def sentence(text: str) -> str:
    """One sentence with a capital and an end."""
    text = " ".join(text.split()).strip()
    return text if text.endswith((".", "!", "?", ":", "…")) else f"{text}."
