"""What the preview shows otherwise than the files in site/: a bar at the foot of every page while something is broken.

The page's Content-Security-Policy is left out, which would refuse the bar's style and the script that reloads the page.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from html import escape
from typing import Any

_MOST_SHOWN = 5
_POLICY = re.compile(rb'<meta http-equiv="Content-Security-Policy"[^>]*>')
_STYLE = (
    "position:fixed;inset:auto 0 0 0;z-index:2147483647;max-height:40vh;overflow:auto;margin:0;padding:.75rem 1rem;"
    "background:#8f1120;color:#fff;font:14px/1.5 ui-monospace,monospace;white-space:pre-wrap;overflow-wrap:anywhere"
)
Headers = list[tuple[str, str]]
Application = Callable[[dict[str, Any], Callable[..., Any]], Iterable[bytes]]


def banner(problems: Sequence[str]) -> bytes:
    """Return the bar as HTML, nothing where there is no problem; what the problems quote of a file is shown as words."""
    if not problems:
        return b""
    more = [f"and {len(problems) - _MOST_SHOWN} more"] if len(problems) > _MOST_SHOWN else []
    lines = "\n".join(escape(line) for line in [*problems[:_MOST_SHOWN], *more])
    return f'<div role="alert" data-digest="broken" style="{_STYLE}">{lines}</div>'.encode()


def with_banner(application: Application, problems: Callable[[], Sequence[str]]) -> Application:
    """Return a WSGI application that serves another's HTML without its policy, and with the bar while there are problems."""

    def serve(environ: dict[str, Any], start_response: Callable[..., Any]) -> Iterable[bytes]:
        started: list[tuple[str, Headers]] = []
        body = application(environ, lambda status, headers, *_: started.append((status, headers)))
        status, headers = started[-1]
        if any(name.lower() == "content-type" and value.startswith("text/html") for name, value in headers):
            page, bar = b"".join(body), banner(problems())
            shown = _POLICY.sub(b"", page, count=1)
            at = shown.rfind(b"</body>") if b"</body>" in shown else len(shown)
            body = [shown[:at] + bar + shown[at:]]
            if body[0] != page:
                headers = [each for each in headers if each[0].lower() != "content-length"]
                headers.append(("Content-Length", str(len(body[0]))))
        start_response(status, headers)
        return body

    return serve
