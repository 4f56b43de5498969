"""What the workflows tell others once a site is out: the week by mail, over SMTP, and the hub of the feeds, over HTTP."""

import json
import socket
import ssl
import subprocess
import threading
from email import message_from_bytes, policy
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import parse_qs

import pytest
import yaml
from test_workflow_files import SKELETON

pytestmark = [pytest.mark.slow, pytest.mark.filterwarnings("ignore:Requiring AUTH while not:UserWarning")]
SENT = b"From: The Quay <news@quay.example>\r\nTo: undisclosed-recipients:;\r\nSubject: the week\r\n\r\n.one line\r\n"


def script(workflow, word):
    """The shell step of a workflow that has this word, with the names of what it is given."""
    jobs = yaml.safe_load((SKELETON / f".github/workflows/{workflow}.yml").read_text())["jobs"].values()
    return next((step["run"], set(step["env"])) for job in jobs for step in job["steps"] if word in step.get("run", ""))


def run(workflow, word, folder, program, **given):
    """Run the step as the forge does and return its exit code and what it printed."""
    for name in ("curl", "jq"):
        program(name)
    text, names = script(workflow, word)
    assert names <= given.keys()
    command = ["bash", "--noprofile", "--norc", "-eo", "pipefail", "-c", text]
    environment = {"PATH": "/usr/local/bin:/usr/bin:/bin", **given}
    done = subprocess.run(command, cwd=folder, env=environment, capture_output=True, text=True, check=False)
    return done.returncode, done.stdout + done.stderr


class Post:
    """An SMTP server with TLS that knows one login and refuses one reader: `got` is (from, to, data) of each mail."""

    def __init__(self):
        self.got = []

    async def handle_RCPT(self, server, session, envelope, address, options):  # noqa: N802 - the name aiosmtpd calls
        if address.startswith("gone@"):
            return "550 no such reader"
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, server, session, envelope):  # noqa: N802
        self.got.append((envelope.mail_from, envelope.rcpt_tos, envelope.content))
        return "250 OK"


def login(server, session, envelope, mechanism, data):
    from aiosmtpd.smtp import AuthResult

    return AuthResult(handled=False, success=(data.login, data.password) == (b"quay", b'tide "and": \\ebb'))


@pytest.fixture(scope="session")
def certificate(tmp_path_factory, program):
    """A certificate of localhost, and its key."""
    folder = tmp_path_factory.mktemp("certificate")
    command = [program("openssl"), "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2", "-subj", "/CN=localhost"]
    command += ["-addext", "subjectAltName=DNS:localhost", "-keyout", folder / "key.pem", "-out", folder / "cert.pem"]
    subprocess.run(command, check=True, capture_output=True)
    return folder


@pytest.fixture(params=["smtps", "smtp"])
def server(request, certificate):
    """Return the server and its address, with TLS from the first byte or from STARTTLS on."""
    controllers = pytest.importorskip("aiosmtpd.controller", reason="needs aiosmtpd, which `make test` installs")
    context = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
    context.load_cert_chain(certificate / "cert.pem", certificate / "key.pem")
    post = Post()
    known = {"authenticator": login, "auth_required": True, "auth_require_tls": request.param == "smtp"}
    at_once = {"ssl_context": context} if request.param == "smtps" else {}
    later = {"tls_context": context, "require_starttls": True} if request.param == "smtp" else {}
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    controller = controllers.Controller(post, hostname="127.0.0.1", port=port, **known, **at_once, **later)
    controller.start()
    yield post, {"SERVER": f"{request.param}://localhost:{port}", "CURL_CA_BUNDLE": str(certificate / "cert.pem")}
    controller.stop()


@pytest.fixture
def week(tmp_path):
    (tmp_path / "week.eml").write_bytes(SENT)
    return tmp_path


def send(week, program, given):
    known = {"FROM": "bounces@quay.example", "TO": "a@r.example", "LOGIN": 'quay:tide "and": \\ebb'}
    return run("mail", "curl", week, program, **known | given)


def test_the_week_reaches_each_reader(server, week, program):
    """As it was written, to all who are named, whoever of them is gone."""
    post, address = server
    assert send(week, program, address | {"TO": "a@r.example gone@r.example\nb@r.example"}) == (0, "")
    [(sender, readers, data)] = post.got
    assert (sender, readers) == ("bounces@quay.example", ["a@r.example", "b@r.example"])
    assert data == SENT
    assert message_from_bytes(data, policy=policy.default)["Subject"] == "the week"


@pytest.mark.parametrize("wrong", [{"LOGIN": "quay:flood"}, {"TO": "gone@r.example"}, {"CURL_CA_BUNDLE": "/etc/hostname"}])
def test_what_is_refused_fails_the_run_and_tells_no_secret(server, week, program, wrong):
    """A wrong password, no reader who is there, a server that is not who it says."""
    post, address = server
    code, said = send(week, program, address | wrong)
    assert code != 0
    assert said
    assert "flood" not in said
    assert post.got == []


@pytest.fixture
def host():
    """Return a server of the site and of the hub: its address, the feed it has, and what the hub was told."""
    told, feed = [], {}

    class Handler(BaseHTTPRequestHandler):
        def log_message(self, *_):
            pass

        def do_GET(self):
            self.answer(200 if self.path == "/news/feed.json" else 404, json.dumps(feed).encode())

        def do_POST(self):
            told.append((self.path, parse_qs(self.rfile.read(int(self.headers["Content-Length"])).decode())))
            self.answer(204 if self.path == "/hub" else 500, b"")

        def answer(self, status, body):
            self.send_response(status)
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}/", feed, told
    server.shutdown()
    server.server_close()


@pytest.mark.parametrize("workflow", ["publish", "fetch"])
def test_the_hub_that_the_feed_names_is_told(workflow, host, tmp_path, program):
    """Once the site is out, of each format of the digest's own feed; without a hub nobody is asked."""
    home, feed, told = host
    site = f"{home}news/"
    assert run(workflow, "hub.mode", tmp_path, program, SITE=site) == (0, "")
    assert told == []
    feed["hubs"] = [{"type": "WebSub", "url": f"{home}hub"}]
    assert run(workflow, "hub.mode", tmp_path, program, SITE=site) == (0, "")
    wanted = {"hub.mode": ["publish"], "hub.url": [f"{site}{name}" for name in ("feed.xml", "atom.xml", "feed.json")]}
    assert told == [("/hub", wanted)]


def test_a_hub_that_is_down_fails_nothing(host, tmp_path, program):
    """The site is out: the run says so and ends well."""
    home, feed, _ = host
    feed["hubs"] = [{"type": "WebSub", "url": f"{home}broken"}]
    code, said = run("publish", "hub.mode", tmp_path, program, SITE=f"{home}news/")
    assert code == 0
    assert "::warning::the hub could not be told" in said
