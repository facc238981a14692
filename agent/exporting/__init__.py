"""A document of blocks as Markdown, HTML and PDF; `agent/export.py` is the door."""
