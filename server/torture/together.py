"""Two imports of the same months at once, by two processes, while a server is read: always one whole or the other."""

import json
import threading
import time

from seatscope import (ACCOUNT, MONTHS, SHORT, account, again, altered, begin, check, figures, finish, give_in, left_over, must, sample, say, sound,
                       whole, workplace)
from server import Server

ROUNDS, ROWS = (3, 8_000) if SHORT else (20, 200_000)
FILTER = {"months": {"from": MONTHS[0], "to": MONTHS[-1]}}


class Reader(threading.Thread):
    """Asks for the licence page's figures again and again, and keeps every different answer."""

    def __init__(self, server):
        super().__init__(daemon=True)
        self.server, self.seen, self.times, self.failed, self.done = server, {}, [], [], threading.Event()

    def run(self):
        while not self.done.is_set():
            start = time.monotonic()
            try:
                answer = self.server.call("licenses/report", filter=FILTER)
                self.seen.setdefault(json.dumps(answer, sort_keys=True), answer)
            except (OSError, AssertionError, ValueError) as error:
                self.failed.append(str(error))
            self.times.append(time.monotonic() - start)


def parts(answer, wholes):
    """Which parts of an answer are of which file."""
    of = [[part for part in answer if answer[part] == whole[part] and wholes[0][part] != wholes[1][part]] for whole in wholes]
    return f"{', '.join(of[0])} of the first file, {', '.join(of[1])} of the second"


with workplace() as place:
    data = place / "data"
    files = sample(place / "files", ROWS)
    account(data)
    must(give_in(data, *files.values()))
    usage = [files["license_usage"], altered(files["license_usage"], place / "altered.csv")]
    with Server(data) as server:
        server.sign_in()
        wholes = [server.call("licenses/report", filter=FILTER)]
        known = [figures(data)]
        must(give_in(data, usage[1]))
        wholes.append(server.call("licenses/report", filter=FILTER))
        known.append(figures(data))
        check(wholes[0] != wholes[1], "a running server does not show what another process has imported")

        readers = [Reader(server) for _ in range(2)]
        for reader in readers:
            reader.start()
        ends = {"old": 0, "new": 0, "mixed": 0}
        for number in range(ROUNDS):
            both = [again(file, place / f"{which}.csv") for which, file in enumerate(usage)]
            children = [begin(data, "import", "--account", ACCOUNT, file, stdout=-1, stderr=-2) for file in both]
            for child in children:
                said = child.communicate()[0].decode()
                check(child.returncode == 0, f"round {number}: an import ended with {child.returncode}: {said}")
            ends[whole(figures(data), known[0], known[1], f"round {number}")] += 1
            sound(data, f"round {number}")
        for reader in readers:
            reader.done.set()
            reader.join()
        say(f"{ROUNDS} rounds: the first file's figures {ends['old']} times, the second's {ends['new']}, neither {ends['mixed']}")

        times = sorted(time for reader in readers for time in reader.times)
        failed = [error for reader in readers for error in reader.failed]
        seen = {text: answer for reader in readers for text, answer in reader.seen.items()}
        mixed = [answer for answer in seen.values() if answer not in wholes]
        say(f"meanwhile {len(times)} reads of the report: median {times[len(times) // 2] * 1e3:.1f} ms, "
            f"p99 {times[len(times) * 99 // 100] * 1e3:.1f} ms, slowest {times[-1] * 1e3:.0f} ms, {len(seen)} different answers")
        check(not failed, f"{len(failed)} reads failed while importing, the first: {failed[:1]}")
        check(not mixed, f"{len(mixed)} different answers mixed the two files, for instance: {mixed and parts(mixed[0], wholes)}")
        check(server.call("licenses/report", filter=FILTER) in wholes, "after all imports the server shows neither file as a whole")
        check(not left_over(data), "files are left in incoming")

finish()
