"""The interview's side: the thread of messages, quick replies, and the panel of what is known so far."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from html import escape

from agent.events import Progress, TopicView
from agent.guide import Guide, Topic
from agent.state import Message
from ui.markup import plain, rich

STATUS = {
    "settled": ("✓", "settled"),
    "vague": ("◐", "still vague"),
    "asked": ("…", "being asked"),
    "open": ("○", "open"),
    "refused": ("–", "skipped"),
    "unknown": ("?", "you don't know yet"),
    "moot": ("·", "not needed"),
}


def thread_html(messages: Iterable[Message], *, label: str, tail: str = "", editable: bool = True) -> str:
    """The conversation; `tail` is HTML of what is still coming. It is drawn anew with every piece, so it is no live
    region: thread.js says each answer once, when it is whole."""
    items = "".join(_message(m, editable) for m in messages)
    return (
        f"<div class='thread' role='log' aria-live='off' tabindex='0' "
        f"aria-label='{escape(label)}'><ol>{items}{tail}</ol></div>"
    )


def _message(message: Message, editable: bool) -> str:
    mine = message.author == "person"
    if mine and not message.text.strip():
        return ""
    body = f"<p class='typed'>{plain(message.text)}</p>" if mine else rich(message.text, message.citations)
    change = (
        f"<button type='button' class='quiet edit' data-message='{escape(message.id)}'>Change</button>"
        if mine and editable and not (message.command or message.corrects)
        else ""
    )
    return (
        f"<li class='msg {'mine' if mine else 'theirs'}' id='msg-{escape(message.id)}'>"
        f"<span class='who'>{'You' if mine else 'fieldnote'}</span><div class='body'>{body}</div>{change}</li>"
    )


def pending_html(text: str) -> str:
    """The person's message before the log has it."""
    typed = f"<p class='typed'>{plain(text)}</p>"
    return f"<li class='msg mine'><span class='who'>You</span><div class='body'>{typed}</div></li>"


def waiting_html() -> str:
    """The sign that an answer is coming."""
    return "<li class='msg theirs wait'><div class='body'><span class='dots' aria-label='thinking'></span></div></li>"


def writing_html(text: str) -> str:
    """An answer while it is being written."""
    return f"<li class='msg theirs coming'><span class='who'>fieldnote</span><div class='body'>{rich(text)}</div></li>"


def quick_html(labels: Sequence[str]) -> str:
    """Natural answers as buttons; pressing one sends it."""
    buttons = "".join(f"<button type='button' class='chip' data-text='{escape(x)}'>{plain(x)}</button>" for x in labels)
    return f"<div class='quick' role='group' aria-label='Possible answers'>{buttons}</div>" if labels else ""


def progress_html(progress: Progress, guide: Guide | None, *, done: bool) -> str:
    """Progress by topic, minutes left, and what is understood with the words it rests on; each can be corrected."""
    left = "finished" if done else f"about {max(progress.minutes_left, 1)} min left"
    share = round(100 * progress.covered / max(progress.total, 1))
    topics = "".join(topic_html(t, _topic(guide, t.id)) for t in progress.topics)
    return (
        "<section class='panel' aria-label='Progress'>"
        f"<div class='meter'><b>{progress.covered} of {progress.total} topics</b><span>{left}</span></div>"
        f"<div class='bar' role='progressbar' aria-label='Topics covered' aria-valuemin='0' aria-valuemax='100' "
        f"aria-valuenow='{share}'><i style='width:{share}%'></i></div>"
        f"<ul class='topics'>{topics}</ul></section>"
    )


def topic_html(view: TopicView, topic: Topic | None) -> str:
    """One topic: status, what is understood, the person's words, and the options to correct it with."""
    sign, status = STATUS[view.status]
    head = (
        f"<span class='sign' aria-hidden='true'>{sign}</span><span class='name'>{plain(view.name)}</span>"
        f"<span class='state'>{status}</span>"
    )
    if not view.understood and view.status not in ("settled", "vague"):
        return f"<li class='topic {view.status}'><div class='line'>{head}</div></li>"
    words = "".join(f"<li><q>{plain(quote)}</q></li>" for _, quote in view.evidence)
    understood = f"<p class='understood'>You {plain(view.understood)}</p>" if view.understood else ""
    return (
        f"<li class='topic {view.status}'><details data-topic='{escape(view.id)}'>"
        f"<summary class='line'>{head}</summary>{understood}"
        f"{f'<ul class=words>{words}</ul>' if words else ''}{_correction(topic)}</details></li>"
    )


def _correction(topic: Topic | None) -> str:
    if topic is None or not topic.options:
        return ""
    options = "".join(
        f"<button type='button' class='chip correct' data-topic='{escape(topic.id)}' data-option='{escape(o.id)}'>"
        f"{plain(o.label)}</button>"
        for o in topic.options
    )
    return f"<div class='fix' role='group' aria-label='Correct this'><p>Not right? Rather:</p>{options}</div>"


def _topic(guide: Guide | None, name: str) -> Topic | None:
    return next((t for t in guide.topics if t.id == name), None) if guide else None
