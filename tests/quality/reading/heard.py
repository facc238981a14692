"""`python -m tests.quality.reading.heard`: writes what the simulated people replied into prompts/guides/heard, a file a
topic, by the option that they meant, as the reader's examples. Who is HELD back is not among them: on those it is
measured what the reader makes of people it never heard. Run `make vectors` afterwards.
"""

from __future__ import annotations

import sys
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

import yaml

from agent.guide import HEARD, Guide, load_guide
from agent.understand import KeylessReader
from agent.understanding.lexicon import LONGEST
from corpus.library import Library
from tests.quality.interviews.respondent import VARIANTS, Respondent, load, stances
from tests.quality.reading.weights import GUIDES

HEAD = "# Replies of the simulated people; written by `python -m tests.quality.reading.heard`.\n"
Said = dict[str, list[str]]  # option, `beside` or `vague` -> replies


def replies(person: Respondent, topic: str) -> Iterator[tuple[str, str]]:
    """(`beside`, `vague` or "" for an answer; reply) of a topic; nothing where they refuse it or do not know."""
    if topic in (*person.refused, *person.unknown):
        return
    clear = person.again if topic in person.dodged else person.probes if topic in person.vague else {}
    aside = "beside" if topic in person.dodged else "vague" if topic in person.vague else ""
    for variant in range(len(VARIANTS)):
        yield aside, person.replies[topic][variant][:LONGEST]
        if topic in clear:
            yield "", clear[topic][variant][:LONGEST]


def heard(
    people: Sequence[Respondent], guide: Guide, known: Mapping[str, Mapping[str, Sequence[str]]], reader: KeylessReader
) -> dict[str, Said]:
    """Topic -> what was replied. Where a stance may be told by several options, the one that the reader comes to."""
    found: dict[str, Said] = {t.id: {} for t in guide.topics}
    for person in people:
        for topic in person.replies:
            fact = person.facts.get(topic)
            meant = known[topic][fact.stance] if fact and fact.stance else ()
            for aside, reply in replies(person, topic):
                option = aside or (meant[0] if len(meant) == 1 else _read(reader, guide, topic, reply, meant))
                if option and reply not in (listed := found[topic].setdefault(option, [])):
                    listed.append(reply)
    return found


def _read(reader: KeylessReader, guide: Guide, topic: str, reply: str, meant: Sequence[str]) -> str:
    read = reader.read(reply, guide, topic, frozenset()).evidence
    told = [e for e in read if e.topic == topic and e.option in meant]
    return str(max(told, key=lambda e: e.strength).option) if told else ""


def main() -> int:
    people = load(held=False)
    with tempfile.TemporaryDirectory() as folder:
        library = Library.open(Path(folder))
        reader = KeylessReader(library.embed)
        for name in sorted({p.guide for p in people}):
            guide = load_guide(GUIDES / f"{name}.yaml", heard=False)
            found = heard([p for p in people if p.guide == name], guide, stances()[name], reader)
            _write(GUIDES / HEARD / name, found)
            print(name, sum(len(listed) for said in found.values() for listed in said.values()), file=sys.stderr)
        library.close()
    return 0


def _write(folder: Path, found: Mapping[str, Said]) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    for topic, said in found.items():
        text = yaml.safe_dump(said, allow_unicode=True, sort_keys=True, width=10_000)
        (folder / f"{topic}.yaml").write_text(HEAD + text, encoding="utf-8")


if __name__ == "__main__":
    sys.exit(main())
