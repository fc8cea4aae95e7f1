"""Files made to hurt: each is refused quickly, in a line, with little memory, and changes nothing."""

import gzip
import multiprocessing
import os
import zlib

from seatscope import SHORT, account, check, figures, finish, give_in, must, sample, say, sound, workplace

SECONDS, MIB = (6, 128) if SHORT else (2, 96)
GIB = 1 << 30
HEADER = b"processedDateTime,channel,customerTenantId,customerName,productName,licensesDeployed,licensesSold\n"
ROWS_BOMB = "gz of 10 GB of one row"
ROW = b"2026-10-01T00:00:00,reseller,AFFEA4DC-670A-43AC-92D0-72393941D03F,Contoso,EXCHANGE,1,7\n"


def made(make, path, *arguments):
    """Makes a file in a process of its own: the memory that takes would be counted as the program's, which begins as a copy."""
    process = multiprocessing.get_context("fork").Process(target=make, args=(path, *arguments))
    process.start()
    process.join()
    return path


def packed(path, head, block, size):
    """A gz file of `head` and then `block` again and again; pieces packed by themselves are the same bytes, which is quick to write."""
    pack = zlib.compressobj(9, zlib.DEFLATED, 31)
    with open(path, "wb") as file:
        file.write(pack.compress(head) + pack.flush(zlib.Z_FULL_FLUSH))
        block *= (16 << 20) // len(block)
        piece = pack.compress(block) + pack.flush(zlib.Z_FULL_FLUSH)
        for _ in range(size // len(block)):
            file.write(piece)
        file.write(pack.flush())


def plain(path, *pieces):
    """Pieces, or pairs of a piece and how many times."""
    path.write_bytes(b"".join(piece if isinstance(piece, bytes) else piece[0] * piece[1] for piece in pieces))


def long(path, character, size):
    with open(path, "wb") as file:
        for _ in range(size >> 20):
            file.write(character * (1 << 20))


def damaged(path, source, how):
    """A file of the vendor, packed, and then spoilt."""
    path.write_bytes(how(gzip.compress(source.read_bytes())))


def bombs(place, usage):
    """Their names, where they are to lie, how each is made."""
    all_of_them = {
        "gz of 10 GB of zeros": ("zeros.gz", packed, b"", b"\0", 10 * GIB),
        "gz of 10 GB of one line": ("line.gz", packed, HEADER, b"x", 10 * GIB),
        "gz of 10 GB of empty lines": ("empty-lines.gz", packed, HEADER, b"\n", 10 * GIB),
        "gz in gz": ("twice.csv.gz", damaged, usage, gzip.compress),
        "truncated gz": ("truncated.csv.gz", damaged, usage, lambda gz: gz[: len(gz) // 2]),
        "gz with a wrong checksum": ("sum.csv.gz", damaged, usage, lambda gz: gz[:-8] + b"12345678"),
        "30 MB of commas": ("commas.csv", long, b",", 30 << 20),
        "30 MB line": ("line.csv", long, b"x", 30 << 20),
        "30 MB cell in a row": ("cell.csv", plain, HEADER, ROW, b'2026-10-01,"', (b"x", 30 << 20), b'"\n'),
        "quote that never ends": ("quote.csv", plain, HEADER, (ROW, 1000), b'"', (ROW, 300_000)),
        "photo named .csv": ("photo.csv", plain, bytes.fromhex("ffd8ffe000104a464946000101"), os.urandom(3 << 20)),
        "empty file": ("empty.csv", plain),
        "unknown columns": ("unknown.csv", plain, b"a,b,c\n1,2,3\n"),
        "100,000 columns": ("columns.csv", plain, b",".join(b"c%d" % n for n in range(100_000)), b"\n"),
    }
    if not SHORT:
        all_of_them |= {
            # Good rows, so that all of them are read up to the limit: as long as an honest file of that size takes.
            ROWS_BOMB: ("rows.gz", packed, HEADER, ROW, 10 * GIB),
            "1 GiB of commas": ("gib-commas.csv", long, b",", GIB),
            "1 GiB line": ("gib-line.csv", long, b"x", GIB),
        }
    return {name: (place / file, make, *rest) for name, (file, make, *rest) in all_of_them.items()}


with workplace() as place:
    data = place / "data"
    files = sample(place / "files", 6_000)
    account(data)
    must(give_in(data, *files.values()))
    before, ordinary = figures(data), give_in(data, files["license_usage"]).peak_mib
    say(f"{'':28} bytes    seconds   most MiB   (an ordinary file: {ordinary} MiB)")
    for name, (path, *how) in bombs(place, files["license_usage"]).items():
        made(how[0], path, *how[1:])
        result = give_in(data, path)
        lines = (result.out + result.err).strip().splitlines()
        say(f"{name:28} {path.stat().st_size:>10,} {result.seconds:6.2f} {result.peak_mib:6}   {' / '.join(line.strip() for line in lines[:3])[:150]}")
        check(result.code == 1, f"{name}: exit code {result.code} instead of 1")
        check(0 < len(lines) <= 2 and "panicked" not in result.err, f"{name}: not told in a line: {lines}")
        most = 20 if name == ROWS_BOMB else SECONDS
        check(result.seconds <= most, f"{name}: refused after {result.seconds:.1f} s, not within {most} s")
        check(result.peak_mib <= MIB, f"{name}: took {result.peak_mib} MiB, more than {MIB}")
        path.unlink()
    check(figures(data) == before, "the figures are not those of before")
    check(not any((data / "incoming").iterdir()), "refused files stay in incoming")
    sound(data, "after all bombs")

finish()
