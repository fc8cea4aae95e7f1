"""The program under attack: run it, keep its data in a directory of its own, and look at what must hold."""

import csv
import json
import os
import random
import shutil
import sqlite3
import subprocess
import sys
import tempfile
import threading
import time
from collections import namedtuple
from contextlib import contextmanager
from pathlib import Path

PROGRAM = os.environ.get("PROGRAM", "target/release/seatscope")
SHORT = os.environ.get("SHORT") == "1"
ACCOUNT = "9000001"
MONTHS = ["2026-08", "2026-09", "2026-10"]

Result = namedtuple("Result", "code out err seconds peak_mib")
violations = []


def say(text):
    print(f"   {text}", flush=True)


def check(holds, text):
    """Writes down what does not hold; the run goes on."""
    if not holds:
        violations.append(text)
        print(f"   VIOLATION: {text}", flush=True)
    return holds


def finish():
    sys.exit(1 if violations else 0)


@contextmanager
def workplace():
    """A directory that is gone afterwards."""
    path = Path(tempfile.mkdtemp(prefix="seatscope-"))
    try:
        yield path
    finally:
        shutil.rmtree(path, ignore_errors=True)


def begin(data, *arguments, **how):
    """Starts the program on a data directory."""
    environment = {k: v for k, v in os.environ.items() if not k.startswith(("SEATSCOPE_", "DATABASE_URL"))}
    return subprocess.Popen([PROGRAM, *map(str, arguments), "--data", str(data)], env=environment, **how)


def run(data, *arguments, seconds=300, **how):
    """Runs it to its end: exit code, output, time, and the most memory it took."""
    with tempfile.TemporaryFile("w+") as out, tempfile.TemporaryFile("w+") as err:
        start = time.monotonic()
        child = begin(data, *arguments, stdout=out, stderr=err, **how)
        timer = threading.Timer(seconds, child.kill)
        timer.start()
        _, status, usage = os.wait4(child.pid, 0)
        took = time.monotonic() - start
        timer.cancel()
        child.returncode = os.waitstatus_to_exitcode(status)
        out.seek(0), err.seek(0)
        return Result(child.returncode, out.read(), err.read(), took, usage.ru_maxrss // 1024)


def give_in(data, *files, **how):
    return run(data, "import", "--account", ACCOUNT, *files, **how)


def must(result):
    if result.code != 0:
        raise SystemExit(f"could not prepare: {result.out}{result.err}")
    return result


def sample(directory, rows, seed=1):
    """Files in the vendor's formats: where they are."""
    must(run(directory.parent, "sample", directory, "--rows", rows, "--months", len(MONTHS), "--last", MONTHS[-1], "--seed", seed))
    return {path.stem: path for path in directory.iterdir()}


def account(data):
    must(run(data, "account", "add", "--mpn-id", ACCOUNT, "--name", "Fabrikam Cloud", "--program", "csp-direct"))
    # An admin turns it off on a page, which takes a second factor first; what is attacked here is not sign-in.
    with sqlite3.connect(data / "seatscope.db") as db:
        db.execute("update account set needs_second_factor = 0")


def altered(source, target):
    """The same licences with other numbers and other names."""
    with open(source, newline="") as old, open(target, "w", newline="") as new:
        rows, out = csv.reader(old), csv.writer(new, lineterminator="\n")
        header = next(rows)
        out.writerow(header)
        numbers = [at for at, name in enumerate(header) if name.startswith("licenses")]
        name = header.index("customerName")
        for row in rows:
            row[name] += " II"
            for at in numbers:
                row[at] = str(int(row[at]) + 1)
            out.writerow(row)
    return target


def again(source, target):
    """The same content as other bytes: an empty line more at the end, so that it is not taken for the same file."""
    shutil.copyfile(source, target)
    with open(target, "a") as file:
        file.write("\n" * random.randint(1, 1 << 16))
    return target


def figures(data):
    """What `report` says of all months. None when it fails, which is written down."""
    found = []
    for month in MONTHS:
        result = run(data, "report", "licenses", "--account", ACCOUNT, "--month", month, "--json")
        if not check(result.code == 0, f"report {month} failed: {result.err.strip()}"):
            return None
        found.append(json.loads(result.out))
    return found


def without_names(found):
    return [month | {"customers": [{**c, "name": ""} for c in sorted(month["customers"], key=lambda c: c["id"])]} for month in found or []]


def whole(found, old, new, where):
    """Figures are the old or the new ones, completely. Says which."""
    for name, those in (("old", old), ("new", new)):
        if found == those:
            return name
        if found and without_names(found) == without_names(those):
            check(False, f"{where}: the figures are the {name} ones, but customers' names are not")
            return name
    check(False, f"{where}: the figures are a mixture: {summary(found)}, where old is {summary(old)} and new {summary(new)}")
    return "mixed"


def summary(found):
    return found and [(month["qualified"], month["active"]) for month in found]


def sound(data, where):
    """The database file is in order."""
    with sqlite3.connect(data / "seatscope.db") as db:
        answer = db.execute("pragma integrity_check").fetchone()[0]
        lost = db.execute("pragma foreign_key_check").fetchall()
    db.close()
    check(answer == "ok" and not lost, f"{where}: integrity check says {answer}, {len(lost)} rows without their parent")


def imported_then(data, files, known, now, target, where):
    """After whatever happened the other file can be imported. Answers which of the two is there then."""
    after = give_in(data, again(files[1 - now], target))
    check(after.code == 0, f"{where}: the next import ended with {after.code}: {after.out}{after.err}")
    whole(figures(data), known[1 - now], known[1 - now], f"{where}, then imported")
    return 1 - now


def left_over(data):
    """Files that wait in `incoming`."""
    return sorted((data / "incoming").glob("*"))
