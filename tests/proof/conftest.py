"""Runs the proofs that a test session needs, in one worker for each generation."""

from __future__ import annotations

import json
import os
import time
from collections.abc import Callable, Iterable
from pathlib import Path

import pytest

from layerlint import catalogue
from layerlint.proof.runner import prove

Outcomes = dict[str, dict[str, object]]
PATIENCE = 1800  # seconds that a process waits for the one that runs the proofs


@pytest.fixture(scope="session")
def outcomes(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> Callable[[int], Outcomes]:
    """What came out for every claim on a generation, by code and subject (`"LL102 buggy"`).

    Under pytest-xdist one process runs the proofs and the others read what it wrote.
    """
    shared = tmp_path_factory.getbasetemp()
    if "PYTEST_XDIST_WORKER" in os.environ:
        shared = shared.parent
    done: dict[int, Outcomes] = {}

    def on(generation: int) -> Outcomes:
        if generation not in done:
            codes = _wanted(request.session.items, generation)
            done[generation] = _once(
                shared / f"keras{generation}.json", lambda: _run(codes, generation)
            )
        return done[generation]

    return on


def _wanted(items: Iterable[pytest.Item], generation: int) -> set[str]:
    """The rules whose claims on a generation are among the collected tests."""
    claims = [item.callspec.params.get("claim") for item in items if hasattr(item, "callspec")]
    return {claim.code for claim in claims if claim and claim.generation == generation}


def _run(codes: set[str], generation: int) -> Outcomes:
    rules = [rule for rule in catalogue.rules() if rule.code in codes]
    return {
        f"{outcome.claim.code} {outcome.claim.subject}": {
            "holds": outcome.holds,
            "seen": outcome.error or outcome.detail,
        }
        for proven in prove(rules, [generation])
        for outcome in proven.outcomes
    }


def _once(path: Path, make: Callable[[], Outcomes]) -> Outcomes:
    """What `make` gives, made by the first process that asks for it."""
    try:
        os.close(os.open(f"{path}.lock", os.O_CREAT | os.O_EXCL))
    except FileExistsError:
        deadline = time.monotonic() + PATIENCE
        while not path.exists() and time.monotonic() < deadline:
            time.sleep(0.2)
        return json.loads(path.read_text())
    result = make()
    path.with_suffix(".part").write_text(json.dumps(result))
    path.with_suffix(".part").replace(path)
    return result
