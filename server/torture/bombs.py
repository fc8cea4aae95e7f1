"""Files made to hurt: each is refused quickly, in a line, with little memory, and changes nothing."""

import gzip
import os
import zlib

from seatscope import SHORT, account, check, figures, finish, give_in, must, sample, say, sound, workplace

SECONDS, MIB = (6, 128) if SHORT else (2, 96)
GIB = 1 << 30
HEADER = b"processedDateTime,channel,customerTenantId,customerName,productName,licensesDeployed,licensesSold\n"
ROW = b"2026-10-01T00:00:00,reseller,AFFEA4DC-670A-43AC-92D0-72393941D03F,Contoso,EXCHANGE,1,7\n"


def packed(path, head, block, size):
    """A gz file of `head` and then `block` again and again: the compressed block stands for itself, so that this is quick."""
    pack = zlib.compressobj(9, zlib.DEFLATED, 31)
    with open(path, "wb") as file:
        file.write(pack.compress(head) + pack.flush(zlib.Z_FULL_FLUSH))
        piece = pack.compress(block) + pack.flush(zlib.Z_FULL_FLUSH)
        for _ in range(size // len(block)):
            file.write(piece)
        file.write(pack.flush())
    return path


def plain(path, *pieces):
    path.write_bytes(b"".join(pieces))
    return path


def long(path, character, size):
    with open(path, "wb") as file:
        for _ in range(size >> 20):
            file.write(character * (1 << 20))
    return path


def truncated(place, source):
    whole = gzip.compress(source.read_bytes())
    return plain(place / "truncated.csv.gz", whole[: len(whole) // 2])


with workplace() as place:
    data = place / "data"
    files = sample(place / "files", 6_000)
    account(data)
    must(give_in(data, *files.values()))
    before, ordinary = figures(data), give_in(data, files["license_usage"]).peak_mib
    photo = bytes.fromhex("ffd8ffe000104a464946000101") + os.urandom(3 << 20)
    bombs = {
        "gz of 10 GB of zeros": packed(place / "zeros.gz", b"", bytes(16 << 20), 10 * GIB),
        "gz of 10 GB of one line": packed(place / "line.gz", HEADER, b"x" * (16 << 20), 10 * GIB),
        "gz of 10 GB of one row": packed(place / "rows.gz", HEADER, ROW * 100_000, 10 * GIB),
        "gz of 10 GB of empty lines": packed(place / "empty-lines.gz", HEADER, b"\n" * (16 << 20), 10 * GIB),
        "gz in gz": plain(place / "twice.csv.gz", gzip.compress(gzip.compress(files["license_usage"].read_bytes()))),
        "30 MB of commas": long(place / "commas.csv", b",", 30 << 20),
        "30 MB line": long(place / "line.csv", b"x", 30 << 20),
        "30 MB cell in a row": plain(place / "cell.csv", HEADER, ROW, b'2026-10-01,"' + b"x" * (30 << 20) + b'"\n'),
        "quote that never ends": plain(place / "quote.csv", HEADER, ROW * 1000, b'"', ROW * 300_000),
        "photo named .csv": plain(place / "photo.csv", photo),
        "truncated gz": truncated(place, files["license_usage"]),
        "gz with a wrong checksum": plain(place / "sum.csv.gz", gzip.compress(HEADER + ROW)[:-8], b"12345678"),
        "empty file": plain(place / "empty.csv"),
        "unknown columns": plain(place / "unknown.csv", b"a,b,c\n1,2,3\n"),
        "100,000 columns": plain(place / "columns.csv", b",".join(b"c%d" % n for n in range(100_000)), b"\n"),
    }
    if not SHORT:
        bombs["1 GiB of commas"] = long(place / "gib-commas.csv", b",", GIB)
        bombs["1 GiB line"] = long(place / "gib-line.csv", b"x", GIB)
    say(f"{'':28} bytes    seconds   most MiB   (an ordinary file: {ordinary} MiB)")
    for name, path in bombs.items():
        result = give_in(data, path)
        lines = (result.out + result.err).strip().splitlines()
        say(f"{name:28} {path.stat().st_size:>10,} {result.seconds:6.2f} {result.peak_mib:6}   {' / '.join(line.strip() for line in lines[:3])[:150]}")
        check(result.code == 1, f"{name}: exit code {result.code} instead of 1")
        check(0 < len(lines) <= 2 and "panicked" not in result.err, f"{name}: not told in a line: {lines}")
        check(result.seconds <= SECONDS, f"{name}: refused after {result.seconds:.1f} s, not within {SECONDS} s")
        check(result.peak_mib <= MIB, f"{name}: took {result.peak_mib} MiB, more than {MIB}")
        path.unlink()
    check(figures(data) == before, "the figures are not those of before")
    check(not any((data / "incoming").iterdir()), "refused files stay in incoming")
    sound(data, "after all bombs")

finish()
