"""A digest to run commands in."""

import pytest


@pytest.fixture
def root(tmp_path, new_digest):
    """A new digest."""
    return new_digest(tmp_path / "mine")


@pytest.fixture
def seed(root):
    """Return a function that writes a file below seeds/."""

    def write(name: str, text: str | bytes) -> None:
        path = root / "seeds" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text if isinstance(text, bytes) else text.encode())

    return write
