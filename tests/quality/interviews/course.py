"""How the interview went, check by check, as (passed, note) pairs. The note says what was wrong."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from tests.quality.interviews import outcome
from tests.quality.interviews.case import Case, Result
from tests.quality.interviews.simulator import ASKS
from tests.quality.interviews.wordcheck import faults, marks, question

NEW = ASKS | {"contradiction", "anything", "confirm"}  # other moves bring a question back
PROBES = 2  # follow-ups a topic at most


def repeats(case: Case) -> Iterator[Result]:
    """A settled or refused topic asked about again, too many follow-ups, or a question in the same words."""
    who = case.transcript.respondent
    closed: set[str] = set()
    asked: Counter[str] = Counter()
    follow: Counter[str] = Counter()
    left = {a.at for a in who.asides if a.kind in ("back", "change")}  # questions that the person left and came back to
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
        if text:
            back = exchange.pending or exchange.kind == "then" or topic in left
            asked[text] += not back and line["move"] in NEW
            yield asked[text] <= 1, f"the same question twice: {text}"
        if topic and exchange.kind in ("first", "again", "probe", "then"):
            if exchange.kind != "first" or topic not in (*who.vague, *who.dodged):
                closed.add(topic)
            closed.update(who.volunteered.get(topic, ()) if exchange.kind == "first" else ())


def one_question(case: Case) -> Iterator[Result]:
    for exchange in case.transcript.exchanges:
        count = marks(exchange.line["message"])
        back = exchange.pending and count <= 1  # an answer that itself asks brings the question back as a statement
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
    """A dodged question is put again, once: with its second answer it is done, but for a follow-up."""
    for topic in case.transcript.respondent.dodged:
        replies = [e for e in case.transcript.exchanges if e.topic == topic and e.kind != "aside"]
        if replies and replies[0].kind != "stop":  # who ends the interview there has dodged nothing
            anew = sum(e.line["move"] in ("topic", "open") for e in replies[2:])
            yield (
                len(replies) > 1 and not anew,
                f"{topic} was asked {len(replies)} times, after “{replies[0].said}”",
            )


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
            ours = after["move"] == "answer" and "The articles" not in after["message"]  # about the interview itself
            yield bool(after["citations"]) or ours, f"no citation for “{aside.say[0]}”: {after['message']}"
        elif aside.kind == "why":
            told = aside.tail and "I ask because" in after["message"]  # and the next question with it
            yield after["move"] == "why" or told, f"“why” was taken as {after['move']}: {after['message']}"
        elif aside.kind == "left":
            yield any(c.isdigit() for c in after["message"]), f"no number left: {after['message']}"
        elif aside.kind in ("clarify", "off_topic"):
            yield (
                "The articles" not in after["message"],
                f"“{aside.say[0]}” was put to the articles: {after['message']}",
            )
        elif aside.kind == "summary":
            told = aside.tail and "So far I understood" in after["message"]
            yield after["move"] == "summary" or told, f"a summary was taken as {after['move']}: {after['message']}"
        if not aside.tail and aside.kind not in ("change", "back"):
            yield after.get("topic") == aside.at, f"{aside.at} did not come back, but {after.get('topic')}"
        elif aside.kind in ("change", "back"):
            later = [e.topic for e in case.transcript.exchanges if e.kind == "first" and e.aside is None]
            yield aside.at in later, f"{aside.at} did not come back after the change"


def stops(case: Case) -> Iterator[Result]:
    """Who wants to stop is asked no more than whether the summary is right."""
    kinds = [e.kind for e in case.transcript.exchanges]
    if "stop" in kinds:
        after = len(kinds) - kinds.index("stop") - 1
        yield (
            after <= 1,
            f"{after} more questions after “{case.transcript.exchanges[kinds.index('stop')].said}”",
        )


def unasked(case: Case) -> Iterator[Result]:
    """What was no question to the interviewer is not answered as one."""
    for exchange, after in case.transcript.pairs():
        if exchange.aside is None and exchange.kind != "stop":
            answered = after["move"] in ("answer", "why", "summary", "progress") or "The articles" in after["message"]
            yield not answered, f"“{exchange.said}” was answered: {after['message']}"


def contradictions(case: Case) -> Iterator[Result]:
    """Each of the person's contradictions is put to them once, or was a plain correction and taken as one. Where the
    first topic was not asked about, as the other's reply had told it, nothing was contradicted."""
    for one in case.transcript.respondent.contradictions:
        if not any(e.topic == one.topic and e.kind == "first" for e in case.transcript.exchanges):
            continue
        count = sum(e.kind == "contradiction" and e.topic == one.topic for e in case.transcript.exchanges)
        fact = case.transcript.respondent.facts.get(one.topic)
        taken = fact is not None and not outcome.misread(case, one.topic, fact)
        yield count == 1 or (not count and taken), f"{one.topic} against {one.by} put {count} times"
