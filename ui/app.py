"""The page: views as tabs over one house, and the events that lead from one view to another."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from typing import Any

import gradio as gr

from agent.fieldnote import Fieldnote
from ui.api import endpoints
from ui.ask import Ask
from ui.chat import Chat
from ui.compare import Compare
from ui.engine import Engine
from ui.library import LibraryView
from ui.line import Line
from ui.mine import Mine
from ui.piece import QUIET, Update, piece
from ui.report import ReportView
from ui.sources import source_html
from ui.start import Start
from ui.theme import script

DRAWER = """<aside class="drawer" aria-label="Source" hidden><button type="button" class="drawer-close quiet"
aria-label="Close the source">Close</button><div class="drawer-body"></div></aside>"""
LINK_OF_INTERVIEW = "() => new URLSearchParams(location.search).get('i') || ''"
KEEP_LINK = """(id) => { const url = new URL(location);
id ? url.searchParams.set('i', id) : url.searchParams.delete('i');
history.replaceState(null, '', url); }"""


def page(house: Fieldnote, data: str, line: Line) -> gr.Blocks:
    """The whole page. `data` is the folder named to people as the place where interviews are kept; all that is sent
    takes its place in `line`."""
    blocks: gr.Blocks
    with gr.Blocks(title="fieldnote", analytics_enabled=False, delete_cache=(3600, 3600), fill_width=True) as blocks:
        engine = Engine(house)
        # What the browser keeps stands outside the tabs: Gradio does not load what is in a tab not yet opened.
        asked = gr.BrowserState([], storage_key="fieldnote-asked", secret="fieldnote")
        ids = gr.BrowserState([], storage_key="fieldnote-interviews", secret="fieldnote")
        with gr.Tabs(selected="start", elem_id="views") as tabs:
            with gr.Tab("Start", id="start"):
                start = Start(house, data)
            with gr.Tab("Ask", id="ask"):
                ask = Ask(house, asked, line, engine)
            with gr.Tab("Interview", id="interview"):
                chat = Chat(house, data, line, engine)
            with gr.Tab("Report", id="report") as report_tab:
                report = ReportView(house, chat.here, engine)
            with gr.Tab("Compare", id="compare"):
                compare = Compare(house)
            with gr.Tab("Library", id="library") as library_tab:
                library = LibraryView(house)
            with gr.Tab("My data", id="mine") as mine_tab:
                mine = Mine(house, ids)
        sources(house)
        endpoints(house)
        views: tuple[Any, ...] = (ask, chat, report, compare, library, mine)
        for view in views:
            view.wire()
        engine.wire(ask.talk.notice, chat.talk.notice)
        _lead(start, ask, chat, tabs)
        _keep(blocks, chat, ask, mine, tabs, engine)
        report_tab.select(report.show, [chat.here, engine.without], report.frame, **QUIET)
        chat.to_report.click(lambda: gr.Tabs(selected="report"), None, tabs, **QUIET).then(
            report.show, [chat.here, engine.without], report.frame, **QUIET
        )
        library_tab.select(library.show, None, library.frame, **QUIET)
        mine_tab.select(mine.show, [mine.ids], mine.frame, **QUIET)
    return blocks


def sources(house: Fieldnote) -> None:
    """The panel that any marker opens."""

    def source(asked: list[str]) -> str:
        passage, span, marker, verdict = ([str(x) for x in asked] + [""] * 4)[:4]
        return source_html(house.library, passage, span, marker, verdict)

    piece(DRAWER, js_on_load=script("sources.js"), server_functions=[source], elem_id="sources")


def _lead(start: Start, ask: Ask, chat: Chat, tabs: gr.Tabs) -> None:
    """From the first screen into a view."""

    def choose(guide: str) -> Update:
        door = chat.consent.opened(guide)
        return {tabs: gr.Tabs(selected="interview"), chat.room: gr.update(visible=False), **door}

    def example(asked: list[Any], without: bool, event: gr.EventData) -> Iterator[Update]:
        yield {tabs: gr.Tabs(selected="ask")}
        yield from ask.pressed(asked, without, event)

    for guide, button in start.ways.items():
        button.click(partial(choose, guide), None, [tabs, chat.room, chat.consent.choice, *chat.consent.frame], **QUIET)
    start.ask.click(lambda: gr.Tabs(selected="ask"), None, tabs, **QUIET)
    start.examples.select(example, ask.known, [tabs, *ask.frame], **QUIET)


def _keep(blocks: gr.Blocks, chat: Chat, ask: Ask, mine: Mine, tabs: gr.Tabs, engine: Engine) -> None:
    """The link is the key: the interview's id stands in the address and in the list this browser keeps."""

    def begin(guide: str, ids: list[str], without: bool) -> Update:
        update = chat.begin(guide, without)
        return {**update, mine.ids: [*ids, update[chat.here]]} if chat.here in update else update

    def load(here: str, asked: list[Any], ids: list[str], without: bool) -> Update:
        # What was not kept is not touched: somebody quick may have begun before this comes back.
        update: Update = {**chat.resume(here, without), **ask.kept(asked), **engine.now(without)}
        return {**update, mine.ids: mine.with_id(ids, here)} if update.get(chat.here) else update

    agreed = [chat.consent.choice, mine.ids, engine.without]
    chat.consent.agree.click(begin, agreed, [*chat.frame, mine.ids], **QUIET)
    chat.here.change(None, [chat.here], None, js=KEEP_LINK)
    blocks.load(
        load,
        [chat.here, ask.asked, mine.ids, engine.without],
        list(dict.fromkeys([*chat.frame, *ask.frame, mine.ids])),
        js=f"(_, ...kept) => [({LINK_OF_INTERVIEW})(), ...kept]",
        **QUIET,
    )
    mine.opens(chat, tabs)
