"""Proofs: every rule is shown to be true by running its example in TensorFlow.

A rule's `proof.py` imports `Observation` from here. Its contract stands in `rules/README.md`.
"""

from __future__ import annotations

from typing import NamedTuple


class Observation(NamedTuple):
    """What a proof saw: whether the layer misbehaved, and one sentence with the numbers."""

    broken: bool
    detail: str
