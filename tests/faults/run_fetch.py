"""Fetches in a process of its own: python run_fetch.py ROOT NOW SECONDS [SOURCE…] prints its report and its growth."""

import json
import resource
import sys
from dataclasses import asdict
from datetime import datetime
from pathlib import Path

from digest.acquire.fetch import fetch, open_door
from digest.config import load


def main(root, now, seconds, *only):
    """Print {"fetched", "problems", "growth" in MB} of one run as JSON."""
    config, _ = load(Path(root))
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    report = fetch(config, datetime.fromisoformat(now), only=only, door=open_door(config, seconds=float(seconds)))
    grown = (resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before) // 1024
    sys.stdout.write(json.dumps(asdict(report) | {"growth": grown}))


if __name__ == "__main__":
    main(*sys.argv[1:])
