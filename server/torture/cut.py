"""Clients that go away or dawdle: what they began leaves nothing behind, and others do not notice."""

import socket
import struct
import time

from seatscope import SHORT, account, again, check, figures, finish, give_in, left_over, must, sample, say, workplace
from server import Server, multipart

SLOW = 20 if SHORT else 300


def opened(server, head, body=b""):
    """A connection that has sent this much."""
    connection = socket.create_connection(("127.0.0.1", server.port), timeout=90)
    connection.sendall(head + body)
    return connection


def head(server, kind, length, path="/settings/data"):
    lines = [f"POST {path} HTTP/1.1", *(f"{name}: {value}" for name, value in server.headers(kind).items())]
    lines.append("Transfer-Encoding: chunked" if length is None else f"Content-Length: {length}")
    return ("\r\n".join(lines) + "\r\n\r\n").encode()


def soon_empty(data, where):
    """What was received of a cut upload goes within some seconds."""
    until = time.monotonic() + 10
    while left_over(data) and time.monotonic() < until:
        time.sleep(0.05)
    check(not left_over(data), f"{where}: {len(left_over(data))} files stay in incoming")


def closed_after(connection, seconds):
    """How long until the server lets go; None when it does not."""
    start = time.monotonic()
    connection.settimeout(seconds)
    try:
        while connection.recv(1 << 16):
            pass
    except socket.timeout:
        return None
    except OSError:
        pass
    return time.monotonic() - start


with workplace() as place:
    data = place / "data"
    files = sample(place / "files", 8_000)
    account(data)
    must(give_in(data, *files.values()))
    before = figures(data)
    content = again(files["license_usage"], place / "usage.csv").read_bytes()
    with Server(data) as server:
        server.sign_in()
        imports = len(server.call("imports/history"))
        kind, body = multipart("usage.csv", content)
        half = body[: len(body) // 2]

        def seen_then(where, end):
            connection = opened(server, head(server, kind, len(body)), half)
            until = time.monotonic() + 5
            while not left_over(data) and time.monotonic() < until:
                time.sleep(0.01)
            check(left_over(data), f"{where}: the upload did not begin")
            end(connection)
            connection.close()
            soon_empty(data, where)

        seen_then("cut in the middle", lambda connection: None)
        seen_then("reset", lambda c: c.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0)))
        seen_then("half closed", lambda connection: (connection.shutdown(socket.SHUT_WR), closed_after(connection, 5)))
        chunk = b"%x\r\n%b\r\n" % (len(half), half)
        opened(server, head(server, kind, None), chunk).close()
        soon_empty(data, "cut between chunks")
        status, answer, _ = server.ask("POST", "/settings/data", half, kind)
        check(400 <= status < 500, f"a form without its end is answered {status}: {answer[:100]!r}")
        soon_empty(data, "a form without its end")
        check(len(server.call("imports/history")) == imports, "a cut upload shows in the history")
        check(figures(data) == before, "a cut upload changed the figures")
        say("uploads cut, reset, half closed, cut between chunks, without their end: nothing left, no record, old figures")

        dawdlers = [opened(server, b"GET / HTTP/1.1\r\nHost: localhost\r\nX-Slow: ") for _ in range(SLOW)]
        times = []
        for _ in range(50):
            start = time.monotonic()
            check(server.status("/readyz") == 200, "not ready while dawdlers hold connections")
            times.append(time.monotonic() - start)
        say(f"{SLOW} connections that never end their headers: others are answered in {max(times) * 1e3:.0f} ms at most")
        check(max(times) < 1, "dawdlers hold up others")
        if not SHORT:
            took = closed_after(dawdlers[0], 20)
            check(took is not None, "a connection without headers is not closed within 20 s")
            say(f"who sends no headers is let go after {took or 20:.0f} s")
            stuck = opened(server, head(server, kind, len(body)), half)
            took = closed_after(stuck, 75)
            check(took is not None, "an upload that stopped moving is held for more than 75 s")
            say("an upload that stopped moving is held longer than 75 s" if took is None else f"an upload that stopped moving is let go after {took:.0f} s")
            stuck.close()
            soon_empty(data, "an upload that stopped moving")
        for dawdler in dawdlers:
            dawdler.close()
        status, answer = server.upload(again(files["license_usage"], place / "whole.csv"))
        check(status == 202, f"after all that an upload is answered {status}: {answer[:100]!r}")

finish()
