"""A guide of four topics with its criteria, and the parts of an interview over them, for tests."""

from __future__ import annotations

from dataclasses import dataclass, replace

from agent.assess import assess
from agent.criteria import Criteria, Criterion, Recommendation
from agent.draft import KeylessEngine
from agent.events import Answer, Citation, Report
from agent.guide import Guide, Option, Probe, Topic
from agent.parts import Parts
from agent.state import InterviewState
from agent.summary import views
from tests.fakes.marked_reader import MarkedReader


def option(id: str, opposite: str | None = None, middle: bool = False) -> Option:
    return Option(
        id=id, label=id.capitalize(), summary=f"chose {id}", examples=(id, id, id), opposite=opposite, middle=middle
    )


def topic(id: str, options: tuple[Option, ...], **more: object) -> Topic:
    return Topic.model_validate(
        {
            "id": id,
            "name": id.capitalize(),
            "aim": f"{id} separates the roles",
            "question": f"What about {id}?",
            "options": options,
            "probes": (
                Probe(kind="example", text=f"What was the last example of {id}?"),
                Probe(kind="quantity", text=f"How often does {id} come up?"),
                Probe(kind="reason", text=f"What is the reason behind your view on {id}?"),
            ),
            **more,
        }
    )


GUIDE = Guide(
    id="small",
    title="Small",
    version=1,
    minutes=4,
    turns=16,
    opening="This is an interview with a program. It takes about 4 minutes.",
    anything_else="What else matters that I have not asked about?",
    topics=(
        topic("coding", (option("much", "little"), option("little", "much")), priority=5),
        topic("role", (option("dev"), option("ops")), open=True, priority=5),
        topic(
            "travel", (option("often", "none"), option("none", "often"), option("some", middle=True)), after=("coding",)
        ),
        topic("pay", (option("fixed", "variable"), option("variable", "fixed")), unless={"travel": ("some",)}),
    ),
)

CRITERIA = Criteria(
    guide="small",
    version=1,
    recommendations=tuple(Recommendation(id=id, name=id.upper(), summary=id) for id in ("a", "b")),
    criteria=tuple(
        Criterion(
            id=f"{of}-{t}-{o}",
            of=of,
            topic=t,
            option=o,
            weight=w,
            statement=f"{of} asks for {o}",
            passage="p#1",
            quote="the quote",
        )
        for of, t, o, w in (
            ("a", "coding", "much", 3),
            ("b", "coding", "little", 3),
            ("a", "travel", "none", 2),
            ("b", "travel", "often", 2),
            ("b", "pay", "variable", 1),
        )
    ),
)


class Quotes:
    """Stands in for a library: every quote stands where it is said to."""

    def cite(self, passage: str, quote: str) -> Citation | None:
        article = passage.split("#")[0]
        return Citation(0, article, "Title", "Publisher", "Section", passage, quote, 0, len(quote))


@dataclass(frozen=True, slots=True)
class Oracle:
    """Answers every question with the question in it, so that a test sees what was asked."""

    name: str = "answer"

    def ask(self, question: str, turns: tuple[str, ...] = ()) -> Answer:
        citation = Quotes().cite("p#1", "the quote")
        assert citation is not None
        text = f"The {self.name} to “{question.rstrip('?')}” after {len(turns)} messages [1]."
        return Answer(text, (replace(citation, marker=1),))


def report(state: InterviewState) -> Report:
    ranked = assess(CRITERIA, GUIDE, state, Quotes().cite)
    return Report(state.id, "small", "# Report", ranked, views(GUIDE, state), (), ())


def parts() -> Parts:
    return Parts(GUIDE, CRITERIA, KeylessEngine(MarkedReader()), Oracle(), Quotes(), report)
