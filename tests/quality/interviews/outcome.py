"""What came of the interview, check by check, as (passed, note) pairs. The note says what was wrong."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from tests.quality.interviews.case import Case, Result
from tests.quality.interviews.respondent import Fact
from tests.quality.interviews.wordcheck import plain

ARTICLES = Path(__file__).parents[3] / "corpus" / "articles"
CLOSED = frozenset({"settled", "refused", "unknown", "moot"})


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
    """What the person said on the topic stands as its evidence, and the profile took their side."""
    who = case.transcript.respondent
    for topic, fact in who.facts.items():
        if case.answered(topic) or not case.stopped():
            wrong = misread(case, topic, fact)
            yield not wrong, f"{topic}: {wrong}"
    for topic in (t for t in (*who.refused, *who.unknown) if case.answered(t) or not case.stopped()):
        status = case.profile.get(topic, {}).get("status", "missing")
        yield status in ("refused", "unknown"), f"{topic} was not answered, but is {status}"


def inferred(case: Case) -> Iterator[Result]:
    """A topic that was never asked about, because other words seemed to settle it, was settled rightly."""
    who = case.transcript.respondent
    asked = {e.topic for e in case.transcript.exchanges}
    for topic, fact in who.facts.items():
        if topic not in asked and case.profile.get(topic, {}).get("status") == "settled":
            wrong = _other_side(case, topic, fact) if fact.stance else misread(case, topic, fact)
            yield not wrong, f"{topic}: {wrong}"


def misread(case: Case, topic: str, fact: Fact) -> str:
    """What is wrong with the profile's line on the topic; "" when that is what was meant, by words on the topic."""
    line = case.profile.get(topic, {})
    quotes = plain(" … ".join(e["quote"] for e in line.get("evidence", ())))
    summary = line.get("summary", "")
    own = {e["message"] for e in line.get("evidence", ())} & _said_on(case, topic)
    if not own and not any(plain(word) in quotes for word in fact.words):
        return f"its evidence is “{quotes}” ({summary})"
    return _other_side(case, topic, fact)


def _other_side(case: Case, topic: str, fact: Fact) -> str:
    """What the line says instead of what was meant; "" where that is so, whatever words it rests on."""
    if fact.stance is None:
        return ""
    summary = case.profile.get(topic, {}).get("summary", "")
    accepted = case.stances[topic][fact.stance]
    options = [o.id for o in case.guide.topic(topic).options if plain(o.summary) in plain(summary)]
    if set(options) & set(accepted):
        return ""
    return f"understood as {', '.join(options) or summary or 'nothing'}, meant {' or '.join(accepted)}"


def _said_on(case: Case, topic: str) -> set[str]:
    """The ids of the messages in which the person spoke about the topic."""
    volunteered = case.transcript.respondent.volunteered
    givers = {giver for giver, topics in volunteered.items() if topic in topics}
    return {
        after.get("said_id", "")
        for exchange, after in case.transcript.pairs()
        if (exchange.topic == topic and exchange.kind not in ("more", "aside"))
        or (exchange.topic in givers and exchange.kind == "first")
        or (exchange.aside is not None and exchange.aside.topic == topic)
    }


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


def reasons(case: Case) -> Iterator[Result]:
    """What is counted for or against the first three is what the person meant, where they took a side."""
    who = case.transcript.respondent
    ranking = (case.transcript.report or {}).get("recommendation") or []
    for ranked in ranking[:3]:
        for reason in ranked["reasons"]:
            fact = who.facts.get(reason["topic"])
            if fact and fact.stance:
                denied = case.denied(ranked["id"], reason)
                meant = (reason["option"] in case.stances[reason["topic"]][fact.stance]) is not denied
                side = f"{'against ' if denied else ''}{reason['option']}"
                note = f"{reason['topic']}: “{reason['quote']}” counted as {side} for {ranked['id']}"
                yield meant, f"{note}, meant {fact.stance}"


def sums(case: Case) -> Iterator[Result]:
    """Each score is the sum of the points of its reasons."""
    for ranked in (case.transcript.report or {}).get("recommendation") or []:
        total = sum(reason["points"] for reason in ranked["reasons"])
        yield abs(ranked["score"] - total) < 0.05, f"{ranked['id']}: {ranked['score']} is not {total:.1f}"


def told(case: Case) -> Iterator[Result]:
    """The report says what it must for this person, for example that one hire cannot do two jobs."""
    text = (case.transcript.report or {}).get("markdown", "")
    for pattern in case.transcript.respondent.told:
        yield bool(re.search(pattern, text, re.IGNORECASE)), f"the report does not say {pattern}"


def evidence(case: Case) -> Iterator[Result]:
    """Every quote of the profile and of the reasons stands in the message it names."""
    said = {after.get("said_id"): exchange.said for exchange, after in case.transcript.pairs()}
    report = case.transcript.report or {}
    quotes = [(e["message"], e["quote"]) for line in report.get("profile", []) for e in line["evidence"]]
    reasons = [r for ranked in report.get("recommendation", []) for r in ranked["reasons"] if isinstance(r, dict)]
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
    if not case.transcript.respondent.private:
        return
    words = re.compile(rf"\b(?:{'|'.join(map(re.escape, case.transcript.respondent.private))})", re.IGNORECASE)
    for line in case.profile.values():
        text = plain(f"{line['summary']} {' '.join(e['quote'] for e in line['evidence'])}")
        found = words.findall(text)
        yield not found, f"{line['topic']} keeps {', '.join(found)}: {text}"
    for exchange in case.transcript.exchanges:
        found = words.findall(exchange.line["message"])
        yield not found, f"says {', '.join(found)}: {exchange.line['message']}"
