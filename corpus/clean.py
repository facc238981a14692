"""Text as it arrives -> text that can be cut: one kind of newline, nothing that cannot be seen."""

from __future__ import annotations

import re

_NEWLINES = re.compile(r"\r\n?|[\u2028\u2029\x85\x0b\x0c]")
# Controls, soft hyphens, zero-width and bidi marks, variation tags, lone surrogates. The joiners U+200C and
# U+200D stay out too: scripts that need them stay readable without, and text is split with them to hide
# words.
_UNSEEN = re.compile(
    "[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f"
    "\u202a-\u202e\u2060-\u206f\u3164\ufe00-\ufe0e\ufeff\uffa0\ufff0-\ufffb\ud800-\udfff\U000e0000-\U000e0fff]"
)
_SPACES = re.compile("[\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]")
_COMMENT = re.compile(r"<!--.*?(?:-->|\Z)", re.S)


def clean(text: str) -> str:
    """`text` with "\\n" newlines, ordinary spaces, and no characters that a reader cannot see."""
    return _SPACES.sub(" ", _UNSEEN.sub("", _NEWLINES.sub("\n", text)))


def without_comments(markdown: str) -> str:
    """`markdown` without its HTML comments: no reader of the page sees them. Code fences keep theirs."""
    parts = re.split(r"(^(?:```|~~~).*?^(?:```|~~~)[ \t]*$)", markdown, flags=re.S | re.M)
    return "".join(part if index % 2 else _COMMENT.sub("", part) for index, part in enumerate(parts))
