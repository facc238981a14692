"""Compare: two to four roles by the dimensions chosen, as a cited table and as charts of what is better seen."""

from __future__ import annotations

from html import escape
from typing import Any

import gradio as gr

from agent.fieldnote import Fieldnote
from corpus.facets import measure_name
from ui.charts import svg
from ui.figures import Sourced, charts
from ui.markup import cite_button, plain, rich
from ui.piece import QUIET, Update, piece
from ui.trouble import notice_html, trouble

DIMENSIONS = ("pay", "coding", "customers", "travel", "time", "accounts", "reporting", "success", "cycle", "tools")
FEWEST, MOST = 2, 4


class Compare:
    """`roles` and `measures` are ids."""

    def __init__(self, house: Fieldnote) -> None:
        self.house = house
        roles = [(role.short, id) for id, role in house.library.roles.all.items()]
        piece(
            "<h1>Compare roles</h1><p class='lead'>Every cell and every bar says where it comes from. Figures stand as "
            "their articles give them: base and total pay, levels and countries are never mixed.</p>"
        )
        with gr.Row(elem_classes="choices"):
            self.roles = gr.CheckboxGroup(roles, value=["fde", "tam"], label="Roles, two to four", elem_id="roles")
            self.measures = gr.CheckboxGroup(
                [(measure_name(m).capitalize(), m) for m in DIMENSIONS],
                value=["pay", "coding", "travel"],
                label="What to compare",
                elem_id="measures",
            )
        self.go = gr.Button("Compare", variant="primary", elem_id="compare-go", scale=0)
        self.notice = piece(elem_classes="notices")
        self.table = piece(elem_id="comparison")

    def wire(self) -> None:
        self.go.click(self.show, [self.roles, self.measures], [self.notice, self.table], **QUIET)

    def show(self, roles: list[str], measures: list[str]) -> Update:
        known = self.house.library.roles.all
        roles = [r for r in roles if r in known]
        if not FEWEST <= len(roles) <= MOST:
            return {self.notice: notice_html(f"Please choose {FEWEST} to {MOST} roles; {len(roles)} are chosen.")}
        measures = [m for m in measures if m in DIMENSIONS] or ["pay"]
        try:
            answer = self.house.compare(tuple(roles), tuple(measures))
            drawn = "".join(_figure(each, roles) for each in charts(self.house, roles) if _wanted(each, measures))
        except Exception as error:  # the page's boundary: every failure becomes a line to read
            return {self.notice: notice_html(trouble(error))}
        names = ", ".join(known[r].name for r in roles)
        table = rich(answer.text, answer.citations).replace("<table>", f"<table aria-label='{escape(names)}'>")
        return {self.notice: "", self.table: f"<div class='comparison'>{table}</div>{drawn}"}


def _wanted(sourced: Sourced, measures: list[str]) -> bool:
    return (
        sourced.id == "moves"
        or {"time": {"time", "coding", "customers"}}.get(sourced.id, {"pay"}) & set(measures) != set()
    )


def _figure(sourced: Sourced, roles: list[str]) -> str:
    chart = sourced.chart
    rows = "".join(
        f"<tr><td>{plain(bar.group)}</td><td>{plain(bar.label)}</td><td>{plain(bar.text)} {cite_button(c)}</td></tr>"
        for bar, c in zip(chart.bars, sourced.citations, strict=True)
    )
    query = escape(",".join(roles))
    files = "".join(
        f"<a class='file' href='chart/{sourced.id}.{kind}?roles={query}' download>{kind.upper()}</a>"
        for kind in ("png", "svg")
    )
    hatched = any(not bar.solid for bar in chart.bars)
    key = "<p class='key'>Filled: total pay. Hatched: base pay, or not stated which. ▸ or more.</p>" if hatched else ""
    return (
        f"<figure class='chart' id='chart-{sourced.id}'><figcaption><h2>{plain(chart.title)}</h2>{key}</figcaption>"
        f"<div class='scroll' role='img' tabindex='0' aria-label='{escape(chart.told())}'>"
        f"{svg(chart)}{svg(chart, narrow=True)}</div>"
        f"<details class='chart-table'><summary>The same as a table, with sources</summary>"
        f"<div class='scroll' tabindex='0'>"
        f"<table><thead><tr><th>Measures</th><th>Whose</th><th>Stated</th></tr></thead><tbody>{rows}</tbody></table></div>"
        f"</details><div class='files'><span>Chart as a file:</span>{files}</div></figure>"
    )


def chart_of(house: Fieldnote, id: str, roles: list[str]) -> Any:
    """The chart `id` for `roles`, or None."""
    known = [r for r in roles if r in house.library.roles.all][:MOST]
    return next((each.chart for each in charts(house, known) if each.id == id), None)
