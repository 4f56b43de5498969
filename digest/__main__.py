"""`digest`, and `python -m digest`: Ctrl-C is quiet from the first line on."""

import sys


def main() -> None:
    """Import the command line and run it."""
    try:
        from digest.cli.main import main as run  # noqa: PLC0415 - so that an interrupt while it is imported is met here

        run()
    except KeyboardInterrupt:  # pragma: no cover - a test cannot time an interrupt to fall into these imports
        sys.exit(130)


if __name__ == "__main__":
    main()
