"""A few seeds of what `python -m tests.fuzz` tries for as long as one likes."""

from __future__ import annotations

import pytest

from tests.fuzz.trial import trial


@pytest.mark.parametrize("seed", range(3))
def test_no_accident_in_a_file_stops_the_run_or_lets_a_fix_break_it(tmp_path, seed):
    assert trial(seed, tmp_path) == []
