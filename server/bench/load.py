"""How fast the server answers: pages and server functions, a while each, over a few connections that stay open.

The clients are processes of this script and share the machine with the server, so the server alone is faster than this.
"""

import http.client
import json
import multiprocessing
import sys
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent.parent / "torture"))
from server import Server

CONNECTIONS = [1, 8]
MOST = 20_000


def client(port, headers, requests, seconds, results):
    """Asks again and again on one connection, and hands back how long each answer took and how large it was."""
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=30)
    times, failed, size, until = [], 0, 0, time.monotonic() + seconds
    while time.monotonic() < until and len(times) < MOST:
        method, path, body = requests[len(times) % len(requests)]
        start = time.monotonic()
        connection.request(method, path, body, headers)
        answer = connection.getresponse()
        size = max(size, len(answer.read()))
        times.append(time.monotonic() - start)
        failed += answer.status != 200
    results.put((times, failed, size))


def load(server, name, requests, seconds):
    headers = server.headers() | {"Accept": "*/*", "Accept-Encoding": "gzip"}
    for connections in CONNECTIONS:
        results = multiprocessing.Queue()
        clients = [multiprocessing.Process(target=client, args=(server.port, headers, requests, seconds, results)) for _ in range(connections)]
        start = time.monotonic()
        for one in clients:
            one.start()
        answers = [results.get(timeout=seconds + 60) for _ in clients]
        took = time.monotonic() - start
        times = sorted(t * 1e3 for answer in answers for t in answer[0])
        at = lambda share: times[min(len(times) - 1, len(times) * share // 100)]
        failed = sum(answer[1] for answer in answers)
        print(f"{name:38} {connections:11} {len(times) / took:10.0f} {at(50):8.2f} {at(95):8.2f} {at(99):8.2f} {times[-1]:8.2f} "
              f"{max(answer[2] for answer in answers) / 1024:8.1f} {server.memory()[0]:6}{f'  {failed} failed' if failed else ''}", flush=True)


place, seconds = Path(sys.argv[1]), float(sys.argv[2])
with Server(place / "data") as server:
    server.sign_in()
    idle = server.memory()[0]
    print(f"ready after {server.ready_after * 1e3:.0f} ms (target 1000), {idle} MiB idle (target 64)\n")
    choices = server.call("licenses/choices")
    months, market, product = choices["months"], choices["markets"][0], choices["products"][0]
    two, every = {"from": months[-2], "to": months[-1]}, {"from": months[0], "to": months[-1]}
    ask = lambda function, **arguments: ("POST", f"/api/licenses/{function}", json.dumps(arguments))
    page = "/analytics/licenses"
    whole = {
        "liveness (nothing is read)": [("GET", "/healthz", None)],
        "sign-in page, server-rendered": [("GET", "/sign-in", None)],
        "licence page, server-rendered": [("GET", page, None)],
        "the same, all months": [("GET", f"{page}?from={months[0]}&to={months[-1]}", None)],
        "report, 2 months": [ask("report", filter={"months": two})],
        "report, 13 months": [ask("report", filter={})],
        "report, all months, filtered": [ask("report", filter={"months": every, "markets": [market], "products": [product]})],
        "table of customers": [ask("customers", query={})],
        "table of customers, by name, searched": [ask("customers", query={"search": "contoso", "sort": "name"})],
        "choices of the filters": [ask("choices")],
    }
    print(f"{'':38} connections  answers/s   median      p95      p99  slowest      KiB    MiB   (ms)")
    for name, requests in whole.items():
        load(server, name, requests, seconds)
    now, most = server.memory()
    print(f"\nresident {now} MiB afterwards, at most {most} MiB (target 256 and the cache)")
    print("targets: server-rendered overview at least 2,000 answers/s, p99 at most 50 ms, with 64 connections")
