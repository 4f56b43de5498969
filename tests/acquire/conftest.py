"""A digest in a folder of its own, and a web server on loopback that is part of the test."""

import threading
import time
from collections import Counter
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

from digest.config import load


class Site:
    """`pages` maps a path to (status, headers, body); `hits` counts what was asked, `most` how much of it at once."""

    def __init__(self):
        self.pages, self.hits, self.sent = {}, Counter(), []
        self.delay, self.busy, self.most = 0.0, 0, 0
        guard = threading.Lock()
        site = self

        class Handler(BaseHTTPRequestHandler):
            def log_message(self, *args):
                pass

            def do_GET(self):
                with guard:
                    site.hits[self.path] += 1
                    site.sent.append((self.path, dict(self.headers)))
                    site.busy += 1
                    site.most = max(site.most, site.busy)
                time.sleep(site.delay)
                status, headers, body = site.pages.get(self.path, (404, {}, b""))
                if headers.get("ETag") and self.headers.get("If-None-Match") == headers["ETag"]:
                    status, body = 304, b""
                with guard:
                    site.busy -= 1
                self.send_response(status)
                for name, value in {"Content-Length": str(len(body)), **headers}.items():
                    self.send_header(name, value)
                self.end_headers()
                self.wfile.write(body)

        class Server(ThreadingHTTPServer):
            request_queue_size = 300
            daemon_threads = True

        self.server = Server(("127.0.0.1", 0), Handler)
        self.host = f"127.0.0.1:{self.server.server_port}"
        self.base = f"http://{self.host}"
        threading.Thread(target=self.server.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True).start()

    def page(self, path, text, status=200, **headers):
        named = {name.replace("_", "-"): value for name, value in headers.items()}
        self.pages[path] = (status, named, text.encode())
        return self.base + path


@pytest.fixture
def site():
    site = Site()
    yield site
    site.server.shutdown()
    site.server.server_close()


@pytest.fixture
def digest_at(tmp_path):
    """Return a function: (site, {source id: text of its file}) -> the config of a digest that may talk to the site."""

    def make(site, sources):
        (tmp_path / "seeds/sources").mkdir(parents=True, exist_ok=True)
        (tmp_path / "seeds/digest.yml").write_text(f'network:\n  allow: ["{site.host}"]\n  contact: https://d.example/\n')
        for name, text in sources.items():
            (tmp_path / f"seeds/sources/{name}.yml").write_text(text)
        config, problems = load(tmp_path)
        assert not [problem for problem in problems if problem.by_hand]
        return config

    return make


@pytest.fixture
def feed_of():
    """Return a function: titles -> an RSS feed with an item each, whose addresses lie below `base`."""

    def make(*titles, base="https://news.example", more=""):
        items = "".join(
            f"<item><title>{title}</title><link>{base}/{title}</link><description>About {title}.</description></item>"
            for title in titles
        )
        return f'<rss version="2.0"><channel><title>News</title><link>{base}/</link>{more}{items}</channel></rss>'

    return make
