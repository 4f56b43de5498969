"""What moves on a terminal while a build works."""

import gc
from types import SimpleNamespace

import pytest

from digest.runtime.collection import without_collection
from digest.runtime.terminal import _bar


@pytest.mark.parametrize(("seconds", "shown"), [(None, ""), (1, ""), (70, "about 70 s left"), (250, "about 4 min left")])
def test_how_long_a_step_still_takes_is_said_where_that_is_long(seconds, shown):
    """In seconds, in minutes from a hundred seconds on, and not at all where it is soon done or nobody knows."""
    assert _bar().columns[-1].render(SimpleNamespace(time_remaining=seconds)).plain == shown


@pytest.mark.parametrize("enabled", [True, False])
def test_the_garbage_collector_is_afterwards_as_it_was(enabled):
    """Also where whoever calls had it off."""
    before = gc.isenabled()
    try:
        (gc.enable if enabled else gc.disable)()
        with without_collection():
            assert not gc.isenabled()
        assert gc.isenabled() == enabled
    finally:
        (gc.enable if before else gc.disable)()
