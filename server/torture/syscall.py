"""kill -9 at the very writes of an import, one after the other: what a random moment seldom meets."""

import os
import random
import shutil
import subprocess

from seatscope import (ACCOUNT, PROGRAM, account, again, altered, figures, finish, give_in, imported_then, must, sample, say, sound, whole,
                       workplace)

# Kinds of calls, and how many of each are tried at most.
CALLS = {"fsync,fdatasync": 40, "pwrite64": 25, "unlink,rename": 6}

strace = shutil.which("strace")
if not strace:
    say("left out: strace is not installed")
    finish()


def killed(data, file, calls, number):
    """Imports, and dies at the `number`th of these calls of any thread. True when it came that far."""
    inject = ["-e", f"trace={calls}", "-e", f"inject={calls}:signal=SIGKILL:when={number}"]
    command = [strace, "-f", "-o", "/dev/null", *inject, PROGRAM, "import", "--account", ACCOUNT, str(file), "--data", str(data)]
    return subprocess.run(command, stdout=-3, stderr=-3, check=False).returncode != 0


with workplace() as place:
    data = place / "data"
    files = sample(place / "files", 6_000)
    account(data)
    must(give_in(data, *files.values()))
    usage = [files["license_usage"], altered(files["license_usage"], place / "altered.csv")]
    known = [figures(data)]
    must(give_in(data, usage[1]))
    known.append(figures(data))
    if not killed(data, again(usage[1], place / "try.csv"), "pwrite64", 1):
        say("left out: strace may not trace here")
        finish()
    now = 1
    for calls, most in CALLS.items():
        number, ends = 1, {"old": 0, "new": 0, "mixed": 0}
        for _ in range(most):
            if not killed(data, again(usage[1 - now], place / "file.csv"), calls, number):
                now = 1 - now
                break
            where = f"killed at {calls} number {number}"
            ended = whole(figures(data), known[now], known[1 - now], where)
            sound(data, where)
            ends[ended] += 1
            now = imported_then(data, usage, known, 1 - now if ended == "new" else now, place / "next.csv", where)
            number += random.randint(1, 4) if calls == "pwrite64" else 1
        say(f"killed at {sum(ends.values())} calls of {calls}: {ends['old']} left the old figures, {ends['new']} the new ones, {ends['mixed']} neither")

finish()
