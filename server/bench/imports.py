"""How fast files come in, what that takes, and how large they are afterwards."""

import sqlite3
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent.parent / "torture"))
from seatscope import ACCOUNT, account, give_in, must, run

place, rows = Path(sys.argv[1]), int(sys.argv[2])
data, files = place / "data", place / "files"

made = must(run(place, "sample", files, "--rows", rows, "--months", 24))
size = sum(file.stat().st_size for file in files.iterdir())
print(f"made {size / 1e6:,.0f} MB of files in {made.seconds:.1f} s ({size / 1e6 / made.seconds:,.0f} MB/s), at most {made.peak_mib} MiB\n")
counts = {Path(path).stem: int(count) for path, count in (line.rsplit(" ", 2)[:2] for line in made.out.strip().splitlines())}

account(data)
print(f"{'file':24}      rows       MB  bytes/row  seconds     rows/s   MB/s  most MiB  again, s")
# What others refer to comes first.
for name in ["profile", "customers_and_tenants", "subscription_details", "license_deployment", "license_usage"]:
    file = next(files.glob(f"{name}.*"))
    bytes_of = file.stat().st_size
    first, again = must(give_in(data, file)), must(give_in(data, file))
    print(f"{name:24} {counts[name]:>9,} {bytes_of / 1e6:8.1f} {bytes_of / max(1, counts[name]):10.0f} {first.seconds:8.2f} "
          f"{counts[name] / first.seconds:>10,.0f} {bytes_of / 1e6 / first.seconds:6.0f} {first.peak_mib:9} {again.seconds:9.2f}")
    if not name.startswith("license"):
        file.unlink()
print("targets: at least 600,000 rows/s of wide files (about 400 bytes a row), at most 256 MiB")

with sqlite3.connect(data / "seatscope.db") as db:
    print(f"\n{'stored':32}      rows         MB  bytes/row")
    for dataset, stored, bytes_of in db.execute(
            "select dataset, sum(rows), sum(length(bytes)) from segment group by dataset order by dataset"):
        print(f"{dataset:32} {stored:>9,} {bytes_of / 1e6:10.2f} {bytes_of / stored:10.2f}")
    stored, bytes_of = db.execute("select sum(rows), sum(length(bytes)) from segment where dataset like 'License%'").fetchone()
    customers, = db.execute("select count(*) from customer").fetchone()
print(f"{'both licence datasets':32} {stored:>9,} {bytes_of / 1e6:10.2f} {bytes_of / stored:10.2f}   target: at most 10")
print(f"database {(data / 'seatscope.db').stat().st_size / 1e6:.1f} MB in all, {customers:,} customers")
