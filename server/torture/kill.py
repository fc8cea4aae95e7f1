"""kill -9 at random moments of an import: afterwards all of the file is there, or nothing of it."""

import os
import random
import time

from seatscope import (ACCOUNT, SHORT, account, again, altered, begin, check, figures, finish, give_in, imported_then, left_over, must, sample,
                       say, sound, whole, workplace)
from server import Server

ROUNDS, ROWS = (5, 8_000) if SHORT else (30, 300_000)

with workplace() as place:
    data = place / "data"
    files = sample(place / "files", ROWS)
    account(data)
    must(give_in(data, *files.values()))
    usage = [files["license_usage"], altered(files["license_usage"], place / "altered.csv")]
    known = [figures(data)]
    took = must(give_in(data, usage[1])).seconds
    known.append(figures(data))
    say(f"{usage[0].stat().st_size / 1e6:.1f} MB of usage; an import left alone takes {took:.2f} s")

    now, ends = 1, {"old": 0, "new": 0, "mixed": 0}
    for _ in range(ROUNDS):
        file = again(usage[1 - now], place / "file.csv")
        moment = took * random.choice([random.uniform(0, 1.1), random.uniform(0.6, 1.6)])
        child = begin(data, "import", "--account", ACCOUNT, file, stdout=-3, stderr=-3)
        time.sleep(moment)
        child.kill()
        child.wait()
        where = f"killed after {moment:.3f} s"
        ended = whole(figures(data), known[now], known[1 - now], where)
        sound(data, where)
        ends[ended] += 1
        now = imported_then(data, usage, known, 1 - now if ended == "new" else now, place / "next.csv", where)
    say(f"{ROUNDS} kills: {ends['old']} left the old figures, {ends['new']} the new ones, {ends['mixed']} neither")

    left = left_over(data)
    for path in left:
        os.utime(path, (time.time() - 2 * 86_400,) * 2)
    with Server(data) as server:
        server.stop()
    check(not left_over(data), f"{len(left_over(data))} files of dead imports stay in incoming after a start, a day later")
    say(f"{len(left)} files of dead imports were in incoming; the next start a day later removed {len(left) - len(left_over(data))}")

finish()
