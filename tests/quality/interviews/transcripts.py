"""Transcripts for reading: one Markdown file an interview, with what the checks found."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from tests.quality.interviews.case import Case
from tests.quality.interviews.tally import failures, turns


def text(case: Case) -> str:
    who = case.transcript.respondent
    lines = [f"# {who.id} ({case.transcript.variant}): {who.voice}", ""]
    lines += [f"- FAILED {note}" for note in failures(case)] or ["- nothing failed"]
    lines += [f"- {len(case.transcript.exchanges)} replies, {turns(case):.2f} of the ideal", ""]
    for exchange in case.transcript.exchanges:
        lines += [f"**[{exchange.line['move']} {exchange.topic or ''}]** {exchange.line['message']}", ""]
        lines += [f"> ({exchange.kind}) {exchange.said}", ""]
    lines += [f"**[{case.transcript.last['move']}]** {case.transcript.last['message']}", ""]
    report = case.transcript.report
    if report:
        lines += [
            "---",
            "",
            *(_ranked(r) for r in report["recommendation"]),
            "",
            *map(_profile, report["profile"]),
            "",
        ]
        lines += ["---", "", report["markdown"]]
    return "\n".join(lines) + "\n"


def _ranked(ranked: dict[str, object]) -> str:
    return f"- {ranked['id']}: {ranked['score']}"


def _profile(line: dict[str, object]) -> str:
    quotes = " | ".join(e["quote"] for e in line["evidence"])  # type: ignore[attr-defined]
    return f"- {line['topic']} [{line['status']}]: {line['summary']} — {quotes}"


def write(cases: Sequence[Case], out: Path | None, show: str | None) -> None:
    """Into `out`, if given; to the terminal those that failed, or with `show` an id that respondent's."""
    for case in cases:
        id = case.transcript.respondent.id
        if out:
            out.mkdir(parents=True, exist_ok=True)
            (out / f"{id}-{case.transcript.variant}.md").write_text(text(case), encoding="utf-8")
        if show == id or (show == "failed" and failures(case)):
            print(text(case))
