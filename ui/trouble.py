"""What a person is told when something fails: our errors say what to do next, others are logged and kept short."""

from __future__ import annotations

import logging

from ui.markup import plain

LIMIT = 8000  # characters of one message
_OURS = ("agent.", "corpus.", "ui.")
_log = logging.getLogger("fieldnote")


def trouble(error: Exception) -> str:
    """One line for the page. Never a traceback, never a foreign library's text (it may quote a key)."""
    if type(error).__module__.startswith(_OURS):
        return str(error)
    _log.error("unexpected", exc_info=error)
    return "Something went wrong on our side. Nothing you typed is lost: try again, or reload the page."


def too_long(text: str) -> str:
    """What to say about a text that is longer than a message may be; "" when it is not."""
    if len(text) <= LIMIT:
        return ""
    return f"{len(text):,} characters are too many; a message holds {LIMIT:,}. It is still in the box; shorten it."


def notice_html(text: str) -> str:
    """A line that is announced politely."""
    return f"<p class='notice' role='status'>{plain(text)}</p>" if text else ""
