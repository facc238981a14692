"""What a transcript shows, check by check. Each yields (passed, note) pairs; the note says what was wrong."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from agent.guide import Guide
from tests.quality.interviews.respondent import Fact
from tests.quality.interviews.simulator import ASKS, Line, Transcript
from tests.quality.interviews.wordcheck import faults, marks, plain, question

ARTICLES = Path(__file__).parents[3] / "corpus" / "articles"
CLOSED = frozenset({"settled", "refused", "unknown", "moot"})
PROBES = 2  # follow-ups a topic at most
Result = tuple[bool, str]


@dataclass(frozen=True, slots=True)
class Case:
    """A transcript with what is needed to judge it. `stances`: topic -> stance -> options that count."""

    transcript: Transcript
    guide: Guide
    stances: dict[str, dict[str, list[str]]]

    @property
    def profile(self) -> dict[str, Line]:
        report = self.transcript.report or {}
        return {line["topic"]: line for line in report.get("profile", [])}

    def stopped(self) -> bool:
        return self.transcript.respondent.stop is not None

    def answered(self, topic: str) -> bool:
        """Whether the respondent was heard on the topic, asked or unasked."""
        who = self.transcript.respondent
        givers = {topic, *(g for g, topics in who.volunteered.items() if topic in topics)}
        return any(e.topic in givers and e.kind in ("first", "again") for e in self.transcript.exchanges)


def finished(case: Case) -> Iterator[Result]:
    yield (
        bool(case.transcript.last["done"] and case.transcript.report),
        f"not done after {len(case.transcript.exchanges)}",
    )


def coverage(case: Case) -> Iterator[Result]:
    """Each required topic settled, or refused or unknown where the person did refuse or did not know."""
    who = case.transcript.respondent
    if case.stopped():
        return
    for topic in (t.id for t in case.guide.topics if t.required):
        status = case.profile.get(topic, {}).get("status", "missing")
        cause = topic in (*who.refused, *who.unknown)
        yield status in ("settled", "moot") or (status in CLOSED and cause), f"{topic} is {status}"


def facts(case: Case) -> Iterator[Result]:
    """The person's words stand as evidence on the topic, and the profile took the side that they took."""
    who = case.transcript.respondent
    for topic, fact in who.facts.items():
        if case.answered(topic) or not case.stopped():
            wrong = _fact(case, topic, fact)
            yield not wrong, f"{topic}: {wrong}"
    for topic in (*who.refused, *who.unknown):
        status = case.profile.get(topic, {}).get("status", "missing")
        yield status in ("refused", "unknown"), f"{topic} was not answered, but is {status}"


def _fact(case: Case, topic: str, fact: Fact) -> str:
    line = case.profile.get(topic, {})
    quotes = plain(" … ".join(e["quote"] for e in line.get("evidence", ())))
    summary = line.get("summary", "")
    if not any(plain(word) in quotes for word in fact.words):
        return f"none of {', '.join(fact.words)} in its evidence “{quotes}” ({summary})"
    if fact.stance is None:
        return ""
    accepted = case.stances[topic][fact.stance]
    options = [o.id for o in case.guide.topic(topic).options if plain(o.summary) in plain(summary)]
    if set(options) & set(accepted):
        return ""
    return f"understood as {', '.join(options) or summary or 'nothing'}, meant {' or '.join(accepted)}"


def ideal(case: Case) -> int:
    """Replies that a perfect interviewer needs: one a topic not volunteered, one more for each vague or
    dodged answer, aside and contradiction, one for anything else and one for the summary."""
    who = case.transcript.respondent
    whole = [a for a in who.asides if not a.tail]
    topics = sum(t.required and t.id not in who.given for t in case.guide.topics)
    return topics + len(who.vague) + len(who.dodged) + len(whole) + len(who.contradictions) + 2


def repeats(case: Case) -> Iterator[Result]:
    """A settled or refused topic asked about again, too many follow-ups, or a question in the same words."""
    who = case.transcript.respondent
    closed: set[str] = set()
    asked: Counter[str] = Counter()
    follow: Counter[str] = Counter()
    for exchange in case.transcript.exchanges:
        line, topic = exchange.line, exchange.topic
        again = exchange.pending or exchange.kind in ("then", "stop")
        if line["move"] in ASKS and topic and not again:
            follow[topic] += line["move"] == "probe" and topic not in who.dodged
            clear = topic in closed and line["move"] != "probe"
            refused = topic in closed and topic in (*who.refused, *who.unknown)
            yield not clear, f"{topic} was settled, and asked about again"
            yield not refused, f"{topic} was refused or unknown, and followed up"
            yield follow[topic] <= PROBES, f"{topic} followed up {follow[topic]} times"
        text = question(line["message"])
        if text and not exchange.pending:
            asked[text] += 1
            yield asked[text] == 1, f"the same question twice: {text}"
        if topic and exchange.kind in ("first", "again", "probe", "then"):
            if exchange.kind != "first" or topic not in (*who.vague, *who.dodged):
                closed.add(topic)
            closed.update(who.volunteered.get(topic, ()) if exchange.kind == "first" else ())


def one_question(case: Case) -> Iterator[Result]:
    for exchange in case.transcript.exchanges:
        count = marks(exchange.line["message"])
        back = (
            exchange.pending and count <= 1
        )  # an answer that itself asks brings the question back as a statement
        yield count == 1 or back, f"{count} question marks: {exchange.line['message']}"


def probed(case: Case) -> Iterator[Result]:
    """A vague answer is followed up on the same topic in the next turn."""
    vague = case.transcript.respondent.vague
    for exchange, after in case.transcript.pairs():
        if exchange.topic in vague and exchange.kind == "first":
            yield (
                after.get("topic") == exchange.topic and after["move"] == "probe",
                f"{exchange.topic}: {exchange.said}",
            )


def dodges(case: Case) -> Iterator[Result]:
    """A dodged question is put again, once."""
    for topic in case.transcript.respondent.dodged:
        replies = [e for e in case.transcript.exchanges if e.topic == topic and e.kind in ("first", "again")]
        if replies:
            yield len(replies) == 2, f"{topic} was asked {len(replies)} times"


def fair(case: Case) -> Iterator[Result]:
    for exchange in case.transcript.exchanges:
        if exchange.line["move"] in ASKS | {"contradiction", "anything"}:
            found = faults(exchange.line["message"])
            yield not found, f"{'; '.join(found)} in: {exchange.line['message']}"


def asides(case: Case) -> Iterator[Result]:
    """What was asked in between is answered, cited where it was about a role, and the question comes back."""
    for exchange, after in case.transcript.pairs():
        aside = exchange.aside
        if aside is None:
            continue
        if aside.kind == "question":
            yield bool(after["citations"]), f"no citation for “{aside.say[0]}”: {after['message']}"
        elif aside.kind == "why":
            yield after["move"] == "why", f"“why” was taken as {after['move']}: {after['message']}"
        elif aside.kind == "left":
            yield any(c.isdigit() for c in after["message"]), f"no number left: {after['message']}"
        elif aside.kind == "summary":
            yield after["move"] == "summary", f"a summary was taken as {after['move']}: {after['message']}"
        if not aside.tail and aside.kind != "change":
            yield after.get("topic") == aside.at, f"{aside.at} did not come back, but {after.get('topic')}"
        elif aside.kind == "change":
            later = [e.topic for e in case.transcript.exchanges if e.kind == "first" and e.aside is None]
            yield aside.at in later, f"{aside.at} did not come back after the change"


def contradictions(case: Case) -> Iterator[Result]:
    """Each of the person's contradictions is put to them exactly once."""
    for one in case.transcript.respondent.contradictions:
        count = sum(e.kind == "contradiction" and e.topic == one.topic for e in case.transcript.exchanges)
        yield count == 1, f"{one.topic} against {one.by} put {count} times"


def accepted(case: Case) -> Iterator[Result]:
    top = _top(case)
    yield (
        top in case.transcript.respondent.accepted,
        f"{top} instead of {' or '.join(case.transcript.respondent.accepted)}",
    )


def not_wrong(case: Case) -> Iterator[Result]:
    top = _top(case)
    yield top is not None and top not in case.transcript.respondent.wrong, f"plainly wrong: {top}"


def _top(case: Case) -> str | None:
    ranking = (case.transcript.report or {}).get("recommendation") or []
    return ranking[0]["id"] if ranking else None


def evidence(case: Case) -> Iterator[Result]:
    """Every quote of the profile and of the reasons stands in the message it names."""
    said = {after.get("said_id"): exchange.said for exchange, after in case.transcript.pairs()}
    report = case.transcript.report or {}
    quotes = [(e["message"], e["quote"]) for line in report.get("profile", []) for e in line["evidence"]]
    reasons = [
        r for ranked in report.get("recommendation", []) for r in ranked["reasons"] if isinstance(r, dict)
    ]
    quotes += [(r["message"], r["quote"]) for r in reasons if r.get("message")]
    for message, quote in quotes:
        yield bool(quote) and quote in said.get(message, ""), f"{message} does not say “{quote}”"


def cited(case: Case) -> Iterator[Result]:
    """Every citation, of answers and of reasons, is the slice of the article that it names."""
    report = case.transcript.report or {}
    cites = [c for e in case.transcript.exchanges for c in e.line["citations"]]
    for ranked in report.get("recommendation", []):
        cites += [r["citation"] for r in ranked["reasons"] if isinstance(r, dict) and r.get("citation")]
    for cite in cites:
        path = ARTICLES / f"{cite['article']}.md"
        text = path.read_text(encoding="utf-8") if path.exists() else ""
        yield (
            text[cite["start"] : cite["end"]] == cite["quote"] != "",
            f"{cite['passage']} does not say “{cite['quote']}”",
        )


def private(case: Case) -> Iterator[Result]:
    """Protected facts that were volunteered are in no evidence, and are not asked about."""
    words = [plain(w) for w in case.transcript.respondent.private]
    if not words:
        return
    for line in case.profile.values():
        text = plain(f"{line['summary']} {' '.join(e['quote'] for e in line['evidence'])}")
        found = [w for w in words if w in text]
        yield not found, f"{line['topic']} keeps {', '.join(found)}: {text}"
    for exchange in case.transcript.exchanges:
        found = [w for w in words if w in plain(exchange.line["message"])]
        yield not found, f"says {', '.join(found)}: {exchange.line['message']}"


CHECKS: dict[str, Callable[[Case], Iterator[Result]]] = {
    "finished": finished,
    "topic coverage": coverage,
    "facts captured": facts,
    "no repeat": repeats,
    "one question a turn": one_question,
    "vague answers probed": probed,
    "dodged asked again once": dodges,
    "neither leading nor praise": fair,
    "asides answered, and back": asides,
    "contradictions put once": contradictions,
    "recommendation accepted": accepted,
    "never plainly wrong": not_wrong,
    "evidence quotes stand": evidence,
    "citations stand": cited,
    "protected left out": private,
}
