"""The ranking as a picture: each recommendation's bar is the sum of its reasons, one piece each, in the order said."""

from __future__ import annotations

from html import escape

from agent.events import Ranked, Reason, Report
from ui.markup import cite_button, plain


def ranking_html(report: Report) -> str:
    """Bars on one scale. Reasons for run from zero to the right, reasons against run back from there below them, and
    a line marks where that ends: the score. Every piece is listed with its words and source, so that nothing is said
    by colour or width alone."""
    ranked = report.recommendation
    if not ranked:
        return ""
    left = min(0.0, *(r.score for r in ranked))
    right = max(1.0, *(_gained(r) for r in ranked))
    rows = "".join(_row(r, left, right, place) for place, r in enumerate(ranked, 1))
    key = "Upper bars: what speaks for it, a piece a reason. Hatched: what speaks against. The line: the score."
    return f"<ol class='ranking' aria-label='Ranking, best first'>{rows}<li class='ranking-key'>{key}</li></ol>"


def _gained(ranked: Ranked) -> float:
    return ranked.base + sum(max(r.points, 0.0) for r in ranked.reasons)


def _row(ranked: Ranked, left: float, right: float, place: int) -> str:
    reasons = (
        "".join(_reason(r) for r in ranked.reasons)
        or "<li class='reason'><b></b><p>Nothing you said speaks for or against it.</p></li>"
    )
    base = f"<li class='reason'><b>{_signed(ranked.base)}</b><p>What speaks for it before anything is known.</p></li>"
    return (
        f"<li class='rank {'first' if place == 1 else ''}'><details{' open' if place == 1 else ''}>"
        f"<summary><span class='place'>{place}</span><span class='name'>{plain(ranked.name)}</span>"
        f"<span class='score'>{_minus(ranked.score)}</span>"
        f"<span class='pieces' role='img' aria-label='{escape(_told(ranked))}'>"
        f"{_pieces(ranked, left, right)}</span></summary>"
        f"<ul class='reasons'>{base if ranked.base else ''}{reasons}</ul></details></li>"
    )


def _pieces(ranked: Ranked, left: float, right: float) -> str:
    def at(value: float) -> float:
        return 100 * (value - left) / (right - left)

    steps = [("base", ranked.base)] if ranked.base > 0 else []
    steps += [("for", r.points) for r in ranked.reasons if r.points > 0]
    steps += [("against", r.points) for r in ranked.reasons if r.points < 0]
    out, now = [f"<s style='left:{at(0):.2f}%'></s>"], 0.0
    for kind, points in steps:
        start, now = now, now + points
        low, width = min(start, now), abs(points)
        out.append(f"<i class='{kind}' style='left:{at(low):.2f}%;width:{100 * width / (right - left):.2f}%'></i>")
    return "".join(out) + f"<b style='left:{at(ranked.score):.2f}%'></b>"


def _told(ranked: Ranked) -> str:
    plus = sum(1 for r in ranked.reasons if r.points > 0)
    minus = sum(1 for r in ranked.reasons if r.points < 0)
    return f"{ranked.score:.1f} points: {plus} reasons for, {minus} against"


def _reason(reason: Reason) -> str:
    words = f"<q>{plain(reason.quote)}</q>" if reason.quote else ""
    return (
        f"<li class='reason {'minus' if reason.points < 0 else ''}'><b>{_signed(reason.points)}</b>"
        f"<p>{plain(reason.statement)} {cite_button(reason.citation)}{words}</p></li>"
    )


def _signed(points: float) -> str:
    return f"{points:+.1f}".replace("-", "−")


def _minus(points: float) -> str:
    return f"{points:.1f}".replace("-", "−")
