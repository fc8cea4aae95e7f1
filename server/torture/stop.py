"""A server that is stopped or killed at work: what it answered stands, it ends in time, and it is back at once."""

import http.client
import socket
import threading
import time
from collections import Counter

from seatscope import SHORT, account, again, altered, check, figures, finish, give_in, must, sample, say, sound, whole, workplace
from server import Server, multipart

ROUNDS, ROWS, READY = (2, 8_000, 5) if SHORT else (10, 200_000, 1)
PAGES = ["/analytics/licenses", "/readyz", "/export/licenses.csv", "/users"]


class Visitor(threading.Thread):
    """Opens pages until nobody answers any more."""

    def __init__(self, server, first):
        super().__init__(daemon=True)
        self.server, self.first, self.ends = server, first, Counter()

    def run(self):
        for number in range(self.first, 100_000):
            try:
                status, _, _ = self.server.ask("GET", PAGES[number % len(PAGES)])
                self.ends[status] += 1
            except (http.client.IncompleteRead, http.client.BadStatusLine) as error:
                # Nothing at all was answered: the request may be sent again elsewhere.
                nothing = isinstance(error, http.client.RemoteDisconnected)
                self.ends["not answered" if nothing else f"cut off ({error})"] += 1
            except ConnectionResetError:
                self.ends["not answered"] += 1
            except OSError:
                self.ends["refused"] += 1
                return


def stopped_while_read(data):
    ends = Counter()
    for _ in range(ROUNDS):
        with Server(data) as server:
            server.sign_in()
            visitors = [Visitor(server, first) for first in range(6)]
            for visitor in visitors:
                visitor.start()
            time.sleep(0.6)
            code, took = server.stop()
            check(code == 0 and took < 12, f"stopped while it was read it ended with {code} after {took:.1f} s")
            for visitor in visitors:
                visitor.join(30)
                ends += visitor.ends
    # A connection opened in the very moment of the stop may end unused: its request can be sent again.
    bad = {end: count for end, count in ends.items() if end not in (200, "refused", "not answered")}
    check(not bad and ends["not answered"] <= 6 * ROUNDS, f"a graceful stop cut requests: {dict(ends)}")
    say(f"{ROUNDS} graceful stops while 6 visitors read: {dict(ends)}")


def stopped_while_importing(data, usage, known):
    with Server(data) as server:
        server.sign_in()
        status, _ = server.upload(usage[0])
        check(status == 202, f"an upload is answered {status}")
        code, took = server.stop()
        check(code == 0 and took < 25, f"stopped while it imported it ended with {code} after {took:.1f} s")
    ended = whole(figures(data), known[1], known[0], "stopped while it imported")
    with Server(data) as server:
        server.sign_in()
        last = server.call("imports/history")[0]
        until = time.monotonic() + (0 if SHORT else 75)
        while last["state"] == "running" and time.monotonic() < until:
            time.sleep(1)
            last = server.call("imports/history")[0]
        say(f"stopped right after an upload was accepted: ended after {took:.1f} s, figures {ended}, the record says {last['state']}")
        told = {"old": ("running",) * SHORT + ("interrupted",), "new": ("done",)}[ended]
        check(last["state"] in told, f"an accepted upload that a stop met left the {ended} figures, and its record says {last['state']}")


def stopped_with_a_stuck_client(data):
    with Server(data) as server:
        server.sign_in()
        kind, body = multipart("stuck.csv", b"x" * 1000)
        lines = ["POST /settings/data HTTP/1.1", *(f"{k}: {v}" for k, v in server.headers(kind).items()), f"Content-Length: {len(body)}"]
        stuck = socket.create_connection(("127.0.0.1", server.port))
        stuck.sendall(("\r\n".join(lines) + "\r\n\r\n").encode() + body[:500])
        time.sleep(0.3)
        code, took = server.stop()
        say(f"a stop with an upload that does not move takes {took:.1f} s")
        check(code == 0 and took <= 25, f"stopped with a stuck client it ended with {code} after {took:.1f} s")
        stuck.close()


def killed(data, usage):
    ready, last = [], None
    for number in range(ROUNDS):
        with Server(data) as server:
            server.sign_in()
            ready.append(server.ready_after)
            check(server.call("licenses/choices")["months"], "no months after a restart")
            sender = threading.Thread(target=lambda: send(server, usage[number % 2]), daemon=True)
            sender.start()
            time.sleep(0.2 + 0.1 * number)
            server.kill()
            sender.join(30)
        sound(data, "server killed")
    say(f"{ROUNDS} times killed while a file was uploaded and imported; ready again after {min(ready):.2f} to {max(ready):.2f} s")
    check(max(ready) <= READY, f"ready only after {max(ready):.2f} s, not within {READY} s")


def send(server, path):
    try:
        server.upload(path)
    except (OSError, http.client.HTTPException):
        pass


with workplace() as place:
    data = place / "data"
    files = sample(place / "files", ROWS)
    account(data)
    must(give_in(data, *files.values()))
    old = files["license_usage"]
    known = [figures(data)]
    new = altered(old, place / "altered.csv")
    must(give_in(data, new))
    known.append(figures(data))
    stopped_while_read(data)
    stopped_while_importing(data, [again(old, place / "old.csv")], known)
    if not SHORT:
        stopped_with_a_stuck_client(data)
    killed(data, [again(new, place / "one.csv"), again(old, place / "two.csv")])
    ended = whole(figures(data), known[0], known[1], "killed while it imported")
    after = give_in(data, again(new, place / "last.csv"))
    check(after.code == 0, f"the next import ended with {after.code}: {after.out}{after.err}")
    whole(figures(data), known[1], known[1], "imported after all kills")

finish()
