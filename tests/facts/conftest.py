"""Asks the installed libraries."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable
from typing import Any

import pytest

Ask = Callable[[int, str], Any]


@pytest.fixture(scope="session")
def ask() -> Ask:
    """Runs a script on the installed Keras of a generation, in a process of its own.

    Returns what the script prints last, which has to be JSON.
    """

    def run(generation: int, script: str) -> Any:
        environment = {
            **os.environ,
            "TF_CPP_MIN_LOG_LEVEL": "3",
            "CUDA_VISIBLE_DEVICES": "-1",
            "TF_USE_LEGACY_KERAS": "1" if generation == 2 else "0",
        }
        finished = subprocess.run(
            [sys.executable, "-c", script],
            env=environment,
            capture_output=True,
            text=True,
            check=False,
        )
        assert finished.returncode == 0, finished.stderr[-3000:]
        return json.loads(finished.stdout.splitlines()[-1])

    return run
