"""Files to take away, made when asked for and kept nowhere: reports and charts. An interview's id is its key."""

from __future__ import annotations

import hashlib
import json
from dataclasses import asdict
from typing import cast, get_args

from fastapi import APIRouter
from starlette.responses import PlainTextResponse, Response

from agent.export import Kind, export
from agent.fieldnote import Fieldnote
from agent.interview import InterviewError
from ui.charts import png, svg_file
from ui.compare import chart_of
from ui.trouble import trouble

CHARTS = {"png": (png, "image/png"), "svg": (svg_file, "image/svg+xml")}
MOST = 200  # interviews in one export


def sheet_link(sheet: str) -> str:
    """The page's link to its style sheet; its address changes with it, so that browsers may keep it."""
    return f'<link rel="stylesheet" href="fieldnote.css?{hashlib.sha256(sheet.encode()).hexdigest()[:12]}">'


def routes(house: Fieldnote, sheet: str) -> APIRouter:
    """The addresses beside the page. Plain functions: Starlette runs them in its threads."""
    router = APIRouter()

    @router.get("/fieldnote.css")
    def style() -> Response:
        return Response(sheet, media_type="text/css", headers={"cache-control": "max-age=86400"})

    @router.get("/interview/{id}/report.{kind}")
    def report(id: str, kind: str) -> Response:
        if kind not in get_args(Kind):
            return PlainTextResponse(f"Reports come as {', '.join(get_args(Kind))}.", 404)
        try:
            file = export(house.resume(id).report(), cast(Kind, kind))
        except InterviewError as error:
            return PlainTextResponse(str(error), 404)
        except Exception as error:  # e.g. no fonts for a PDF: a line to read, not a broken download
            return PlainTextResponse(trouble(error), 503)
        return _download(file.data, file.media, file.name)

    @router.get("/interviews.json")
    def interviews(ids: str = "") -> Response:
        """What is kept of the interviews named: every message, and the report as it stands."""
        found = []
        for id in ids.split(",")[:MOST]:
            try:
                interview = house.resume(id)
            except InterviewError:
                continue
            messages = [{"id": m.id, "author": m.author, "text": m.text} for m in interview.history()]
            found.append({"interview": id, "messages": messages, "report": asdict(interview.report())})
        body = json.dumps({"interviews": found}, ensure_ascii=True, indent=2).encode("ascii")
        return _download(body, "application/json", "fieldnote-interviews.json")

    @router.get("/chart/{id}.{kind}")
    def chart(id: str, kind: str, roles: str = "") -> Response:
        drawn = chart_of(house, id, roles.split(",")) if kind in CHARTS else None
        if drawn is None:
            return PlainTextResponse("There is no such chart for these roles.", 404)
        make, media = CHARTS[kind]
        return _download(make(drawn), media, f"fieldnote-{id}.{kind}")

    return router


def _download(data: bytes, media: str, name: str) -> Response:
    headers = {
        "content-disposition": f'attachment; filename="{name}"',
        "cache-control": "no-store",
        "content-security-policy": "sandbox; default-src 'none'; style-src 'unsafe-inline'",
    }
    return Response(data, media_type=media, headers=headers)
