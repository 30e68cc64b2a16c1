"""Losses, metrics, regularizers, schedules and the like: what their bases take and save.

tests/facts/test_objects.py holds it against the installed libraries.
"""

from __future__ import annotations

# The kinds, by the class at which the search ends.
OBJECT_ROOTS = {
    "losses.Loss": "loss",
    "metrics.Metric": "metric",
    "regularizers.Regularizer": "regularizer",
    "initializers.Initializer": "initializer",
    "constraints.Constraint": "constraint",
    "optimizers.schedules.LearningRateSchedule": "schedule",
}
OBJECT_KINDS = frozenset(OBJECT_ROOTS.values())
# What the constructor of the base takes.
OBJECT_ARGUMENTS = {
    "loss": frozenset({"dtype", "name", "reduction"}),
    "metric": frozenset({"dtype", "name"}),
}
# What `get_config` of the base returns; those of a regularizer and of a schedule raise.
OBJECT_KEYS = {"loss": frozenset({"name", "reduction"}), "metric": frozenset({"dtype", "name"})}


def with_article(kind: str) -> str:
    """A kind as a message names it: `"an initializer"`."""
    return f"{'an' if kind[0] in 'aeio' else 'a'} {kind}"
