"""Repositories on disk."""

import os

import pytest


@pytest.fixture(autouse=True)
def of_nobody(monkeypatch, tmp_path):
    """Git without anybody's settings, and above the test's folder no repository."""
    for name in ("GIT_CONFIG_GLOBAL", "GIT_CONFIG_SYSTEM"):
        monkeypatch.setenv(name, "/dev/null")
    for name in [name for name in os.environ if name.startswith("GIT_") and "CONFIG" not in name]:
        monkeypatch.delenv(name)
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path.parent))
