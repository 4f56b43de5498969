"""Fetches in a process of its own: python run_fetch.py ROOT NOW SECONDS [SOURCE…] prints its report and its growth."""

import json
import re
import sys
from dataclasses import asdict
from datetime import datetime
from pathlib import Path

from digest.acquire.network.fetch import fetch, http_client
from digest.config import load


def peak():
    """Return the most memory that this process ever had, in MB (getrusage would give its parent's before exec)."""
    return int(re.search(r"VmHWM:\s+(\d+)", Path("/proc/self/status").read_text())[1]) // 1024


def main(root, now, seconds, *only):
    """Print {"fetched", "problems", "growth" in MB} of one run as JSON."""
    config, _ = load(Path(root))
    before = peak()
    report = fetch(config, datetime.fromisoformat(now), only=only, client=http_client(config, timeout=float(seconds)))
    sys.stdout.write(json.dumps(asdict(report) | {"growth": peak() - before}))


if __name__ == "__main__":
    main(*sys.argv[1:])
