"""The question files: one YAML list a kind, validated on loading.

An item: {id, split: dev|test|exams, question, turns?: [earlier messages], expect: {...}}, and `expect` may hold:

all       facts that must all stand in the answer; " | " separates alternatives, "re:" starts a regex
any       facts of which `min_any` (one, if not given) must stand there
none      what must not stand there: another level's, country's or role's figure
bind      [role, fact] pairs: the fact stands there and belongs to that role
articles  at least one citation comes from one of these (ends of article ids: fde-vs-tam)
cite_all  each of these articles is cited
abstain   true, false (default) or either
max_words longest answer that counts as right; by kind when not given

`raw: false` marks what stands in an original's footer, which may be cut off when it is added as it is.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

SETS = Path(__file__).with_name("sets")
EXAMS = Path(__file__).with_name("exams")  # written by others than the answers' authors; each was first run unseen
KINDS = {  # kind: words
    "fact": 110,
    "paraphrase": 150,
    "comparison": 240,
    "conflict": 320,
    "advice": 260,
    "transition": 240,
    "list": 160,
    "followup": 200,
    "unanswerable": 130,
}
ARTICLES = ("fde-vs-mle", "fde-vs-mlops", "fde-vs-tam", "aise-vs-mle", "aie-vs-mle")
ROLES = ("fde", "mle", "mlops", "tam", "ai-se", "ai-engineer")


class QuestionsError(Exception):
    """A question file does not hold; the message names the item."""


@dataclass(frozen=True, slots=True)
class Expect:
    """What an answer must and must not hold."""

    all: tuple[str, ...] = ()
    any: tuple[str, ...] = ()
    min_any: int = 1
    none: tuple[str, ...] = ()
    bind: tuple[tuple[str, str], ...] = ()
    articles: tuple[str, ...] = ()
    cite_all: tuple[str, ...] = ()
    abstain: bool | None = False  # None: either will do
    max_words: int = 0


@dataclass(frozen=True, slots=True)
class Item:
    id: str
    kind: str
    split: str
    question: str
    expect: Expect
    turns: tuple[str, ...] = ()
    raw: bool = True


def read_items(split: str = "all", folder: Path | None = None) -> list[Item]:
    """All questions of `split` (dev, test, all of these; or exams), by kind in the order of KINDS."""
    files = [(kind, (folder or (EXAMS if split == "exams" else SETS)) / f"{kind}.yaml") for kind in KINDS]
    items = [
        _item(kind, raw) for kind, file in files if file.exists() for raw in yaml.safe_load(file.read_text("utf-8"))
    ]
    ids = [item.id for item in items]
    for one in ids:
        if ids.count(one) > 1:
            raise QuestionsError(f"{one} stands twice; give each question an id of its own.")
    return [item for item in items if split in ("all", item.split)]


def _item(kind: str, raw: dict[str, Any]) -> Item:
    name = raw.get("id", "?")
    if raw.get("split") not in ("dev", "test", "exams"):
        raise QuestionsError(f"{name}: split must be dev, test or exams.")
    if unknown := set(raw) - {"id", "split", "question", "turns", "expect", "raw"}:
        raise QuestionsError(f"{name}: unknown {sorted(unknown)}.")
    return Item(
        name,
        kind,
        raw["split"],
        raw["question"],
        _expect(name, kind, raw["expect"]),
        tuple(raw.get("turns", ())),
        raw.get("raw", True),
    )


def _expect(name: str, kind: str, raw: dict[str, Any]) -> Expect:
    if unknown := set(raw) - set(Expect.__dataclass_fields__):
        raise QuestionsError(f"{name}: unknown expectation {sorted(unknown)}.")
    either = raw.get("abstain") == "either"
    expect = Expect(
        all=tuple(raw.get("all", ())),
        any=tuple(raw.get("any", ())),
        min_any=raw.get("min_any", 1),
        none=tuple(raw.get("none", ())),
        bind=tuple((role, fact) for role, fact in raw.get("bind", ())),
        articles=tuple(raw.get("articles", ())),
        cite_all=tuple(raw.get("cite_all", ())),
        abstain=None if either else raw.get("abstain", False),
        max_words=raw.get("max_words", KINDS[kind]),
    )
    if wrong := set(expect.articles + expect.cite_all) - set(ARTICLES):
        raise QuestionsError(f"{name}: no such article {sorted(wrong)}.")
    if wrong := {role for role, _ in expect.bind} - set(ROLES):
        raise QuestionsError(f"{name}: no such role {sorted(wrong)}.")
    return expect
