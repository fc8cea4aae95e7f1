"""No room: files that may not grow, and a small disk that is full. Imports say so, old figures stay, and all goes on with room again."""

import gzip
import os
import re
import resource
import shutil
import subprocess
import sys

from seatscope import (SHORT, account, again, altered, check, figures, finish, give_in, imported_then, must, sample, say, sound, whole,
                       workplace)
from server import Server

ROWS = 8_000 if SHORT else 60_000


def tell(result, ended, where):
    """A failed import changes nothing and says why in a line or two; one that succeeds changes everything."""
    lines = (result.out + result.err).strip().splitlines()
    check("panicked" not in result.err, f"{where}: {result.err}")
    if result.code != 0 and ended == "new":
        check(False, f"{where}: it says that it failed and that nothing was changed ({lines[:1]} … {lines[-2:]}), but the figures are new")
    elif result.code == 0:
        check(ended == "new", f"{where}: it ended well, but the figures are {ended}")
    else:
        check(result.code == 1, f"{where}: it ended with {result.code}")
        check(re.search("full|space|room|too large|No space", result.out + result.err), f"{where}: it does not say that there is no room: {lines}")
        check(len(lines) <= 4, f"{where}: it takes {len(lines)} lines to say that it failed")
        check(ended == "old", f"{where}: it failed, and the figures are {ended}")
    return "imported" if result.code == 0 else (lines or [""])[-1][-160:]


class Case:
    """Data with old figures, and a file that would change them."""

    def __init__(self, place, data):
        self.place, self.data = place, data
        files = sample(place / "files", ROWS)
        account(data)
        must(give_in(data, *files.values()))
        self.usage = [files["license_usage"], altered(files["license_usage"], place / "altered.csv")]
        self.known = [figures(data)]
        must(give_in(data, self.usage[1]))
        self.known.append(figures(data))
        self.now = 1

    def file(self, packed=False):
        path = again(self.usage[1 - self.now], self.place / "file.csv")
        if packed:
            path = self.place / "file.csv.gz"
            path.write_bytes(gzip.compress((self.place / "file.csv").read_bytes(), 6))
        return path

    def tried(self, result, where):
        """What came of an import; then one with room."""
        ended = whole(figures(self.data), self.known[self.now], self.known[1 - self.now], where)
        sound(self.data, where)
        said = tell(result, ended, where)
        if ended != "old":
            self.now = 1 - self.now
        self.now = imported_then(self.data, self.usage, self.known, self.now, self.place / "next.csv", f"{where}, with room again")
        return said


def files_may_not_grow(place):
    case, said = Case(place, place / "data"), {}
    largest = 2 * case.usage[0].stat().st_size
    sizes = [largest * step // 12 for step in (range(1, 12, 4) if SHORT else range(1, 13))] + ([64 << 10] if SHORT else [4 << 10, 32 << 10, 64 << 10, 128 << 10])
    for size in sizes:
        for packed in (False, True):
            def limit(most=size):
                resource.setrlimit(resource.RLIMIT_FSIZE, (most, most))
            # Python ignores the signal of a file too large; so does the program when it is not restored.
            result = give_in(case.data, case.file(packed), preexec_fn=limit, restore_signals=False)
            where = f"files of at most {size >> 10} KiB{', packed' if packed else ''}"
            said[case.tried(result, where)] = where
    for words, where in said.items():
        say(f"{where}: {words}")


def the_disk_is_full(place):
    small = place / "small"
    small.mkdir()
    subprocess.run(["mount", "-t", "tmpfs", "-o", f"size={16 if SHORT else 48}m", "tmpfs", small], check=True)
    case, filler = Case(place, small / "data"), small / "filler"
    for room in ([0, 300 << 10] if SHORT else [0, 16 << 10, 100 << 10, 300 << 10, 1 << 20, 3 << 20]):
        fill(filler, room)
        result = give_in(case.data, case.file(packed=room % 3 == 0))
        filler.unlink()
        say(f"{room >> 10} KiB of room: {case.tried(result, f'{room >> 10} KiB of room')}")
    with Server(case.data) as server:
        server.sign_in()
        server.call("licenses/choices")
        fill(filler, 0)
        status, body = server.upload(case.file())
        check(status in (503, 507) and body.strip(), f"an upload to a full disk is answered {status}: {body[:100]!r}")
        check(server.call("licenses/choices")["months"], "pages cannot be read on a full disk")
        say(f"the server on a full disk: uploads are answered {status} ({body.decode().strip()}), pages are read")
        filler.unlink()
        status, body = server.upload(case.file())
        check(status == 202, f"with room again an upload is answered {status}: {body[:100]!r}")
    subprocess.run(["umount", small], check=False)


def fill(filler, room):
    """Leaves so much room on the disk."""
    free = shutil.disk_usage(filler.parent).free
    with open(filler, "wb") as file:
        file.write(b"\0" * max(0, free - room))


with workplace() as place:
    if sys.argv[1:] == ["full"]:
        the_disk_is_full(place)
        finish()
    files_may_not_grow(place)
# A mount of one's own needs no root where user namespaces are allowed.
own = ["unshare", "--user", "--map-root-user", "--mount"]
if shutil.which("unshare") and subprocess.run([*own, "mount", "-t", "tmpfs", "tmpfs", "/mnt"], capture_output=True, check=False).returncode == 0:
    if subprocess.run([*own, sys.executable, os.path.abspath(__file__), "full"], check=False).returncode:
        sys.exit(1)
else:
    say("a full disk is left out: this machine lets nobody but root mount one")
finish()
