"""Does the time that a refused sign-in takes tell whether somebody exists? 500 tries of each, in turns; printed, never a failure."""

import re
import statistics
import time
from urllib.parse import urlencode

from seatscope import ACCOUNT, SHORT, account, must, run, say, workplace
from server import Server

TRIES = 50 if SHORT else 500
PASSWORD = "five violet otters sing"


def person(data, at):
    """Somebody new: the secret of their link."""
    printed = must(run(data, "user", "add", "--account", ACCOUNT, "--email", f"known{at}@fabrikam.example", "--name", "Known"))
    return re.search(r"link=([0-9a-f]+)", printed.out)[1]


def post(server, path, fields, **headers):
    return server.ask("POST", path, urlencode(fields), "application/x-www-form-urlencoded", **headers)


def with_password(server, link):
    cookie = post(server, "/sign-in", {"link": link})[2]["Set-Cookie"].split(";")[0]
    status = post(server, "/me/password", {"password": PASSWORD}, Cookie=cookie)[0]
    assert status == 303, f"the password was not set: {status}"


def try_in(server, email, at):
    # Each from a network of its own: throttling by network is not what is measured.
    proxy = {"X-Forwarded-For": f"198.18.{at // 250}.{at % 250}"}
    start = time.perf_counter()
    status, _, _ = post(server, "/sign-in/password", {"email": email, "password": "a wrong password"}, **proxy)
    took = time.perf_counter() - start
    assert status == 422, f"a wrong password was answered with {status}"
    return took * 1000


def spread(times):
    quarter = statistics.quantiles(times, n=4)
    return f"median {quarter[1]:.2f} ms, middle half {quarter[0]:.2f} to {quarter[2]:.2f} ms"


with workplace() as place:
    account(place)
    links = [person(place, at) for at in range(TRIES)]
    with Server(place, "--trusted-proxy", "127.0.0.0/8") as server:
        for link in links:
            with_password(server, link)
        known, unknown = [], []
        for at in range(TRIES):
            known.append(try_in(server, f"known{at}@fabrikam.example", 2 * at))
            unknown.append(try_in(server, f"nobody{at}@fabrikam.example", 2 * at + 1))
    say(f"known:   {spread(known)}")
    say(f"unknown: {spread(unknown)}")
    say(f"difference of the medians: {abs(statistics.median(known) - statistics.median(unknown)):.2f} ms")
