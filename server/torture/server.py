"""A running server: start it, sign in, ask, stop it."""

import http.client
import json
import os
import re
import signal
import time
import uuid
from pathlib import Path

from seatscope import ACCOUNT, begin, must, run

SITE = os.environ.get("SITE", "target/site")
ADMIN = "pat.admin@fabrikam.example"


class Server:
    """`seatscope serve` on a data directory, on a free port."""

    def __init__(self, data, *flags, **how):
        self.data, self.log, self.cookie = Path(data), Path(data) / "server.log", ""
        start = time.monotonic()
        with open(self.log, "w") as log:
            self.process = begin(data, "serve", "--listen", "127.0.0.1:0", "--site", SITE, *flags, stdout=log, stderr=log, **how)
        self.port = self._port()
        while self.status("/readyz") != 200:
            time.sleep(0.01)
        self.ready_after = time.monotonic() - start

    def _port(self):
        for _ in range(3000):
            found = re.search(r"answers at http://localhost:(\d+)", self.log.read_text())
            if found:
                return int(found[1])
            if self.process.poll() is not None:
                break
            time.sleep(0.01)
        raise SystemExit(f"the server did not start: {self.log.read_text()}")

    def status(self, path):
        try:
            return self.ask("GET", path)[0]
        except OSError:
            return 0

    def ask(self, method, path, body=None, kind="application/json", seconds=60, **headers):
        """One request on a connection of its own: status, body, headers."""
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=seconds)
        try:
            try:
                connection.request(method, path, body, self.headers(kind) | headers)
            except (BrokenPipeError, ConnectionResetError):
                # It does not want the rest; perhaps it has said why.
                pass
            answer = connection.getresponse()
            return answer.status, answer.read(), answer.headers
        finally:
            connection.close()

    def headers(self, kind="application/json"):
        return {"Host": f"localhost:{self.port}", "Sec-Fetch-Site": "same-origin", "Content-Type": kind,
                "Accept": "application/json", "Cookie": self.cookie}

    def sign_in(self, email=ADMIN):
        """As a partner admin, who is added when not there."""
        added = run(self.data, "user", "add", "--account", ACCOUNT, "--email", email, "--name", "Pat Admin", "--role", "partner_admin")
        if added.code:
            added = must(run(self.data, "user", "link", "--account", ACCOUNT, "--email", email))
        link = added.out.strip().split("link=")[1]
        form = "application/x-www-form-urlencoded"
        _, _, headers = self.ask("POST", "/sign-in", f"link={link}", form, Origin=f"http://localhost:{self.port}")
        self.cookie = headers["Set-Cookie"].split(";")[0]
        return self

    def call(self, function, **arguments):
        """A server function's answer."""
        status, body, _ = self.ask("POST", f"/api/{function}", json.dumps(arguments))
        if status != 200:
            raise AssertionError(f"{function} answered {status}: {body[:200]!r}")
        return json.loads(body)

    def upload(self, path, seconds=120):
        """Sends a file as a browser does: status and body."""
        kind, body = multipart(path.name, path.read_bytes())
        try:
            status, answer, _ = self.ask("POST", "/settings/data", body, kind, seconds)
        except (ConnectionError, http.client.HTTPException) as error:
            return 0, f"no answer: {error}".encode()
        return status, answer

    def memory(self):
        """Resident memory in MiB, now and at its highest."""
        text = Path(f"/proc/{self.process.pid}/status").read_text()
        return [int(re.search(rf"{name}:\s+(\d+)", text)[1]) // 1024 for name in ("VmRSS", "VmHWM")]

    def kill(self):
        self.process.kill()
        self.process.wait()

    def stop(self, seconds=30):
        """Asks it to end: the exit code, and how long it took."""
        start = time.monotonic()
        self.process.send_signal(signal.SIGTERM)
        try:
            code = self.process.wait(seconds)
        except Exception:
            self.kill()
            code = None
        return code, time.monotonic() - start

    def __enter__(self):
        return self

    def __exit__(self, *_):
        if self.process.poll() is None:
            self.kill()


def multipart(name, content):
    boundary = uuid.uuid4().hex
    head = f'--{boundary}\r\nContent-Disposition: form-data; name="file"; filename="{name}"\r\nContent-Type: text/csv\r\n\r\n'
    return f"multipart/form-data; boundary={boundary}", head.encode() + content + f"\r\n--{boundary}--\r\n".encode()
