"""Losses, metrics, optimizers, schedules and the like: what their bases take and save.

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
    "optimizers.Optimizer": "optimizer",
    "optimizers.schedules.LearningRateSchedule": "schedule",
}
OBJECT_KINDS = frozenset(OBJECT_ROOTS.values())
# Those of optimizers, of either generation.
_OF_OPTIMIZERS = frozenset(
    {"clipnorm", "clipvalue", "ema_momentum", "ema_overwrite_frequency", "global_clipnorm"}
    | {"gradient_accumulation_steps", "jit_compile", "loss_scale_factor", "name", "use_ema"}
    | {"weight_decay"}
)
# What the constructor of the base takes.
OBJECT_ARGUMENTS = {
    "loss": frozenset({"dtype", "name", "reduction"}),
    "metric": frozenset({"dtype", "name"}),
    "optimizer": _OF_OPTIMIZERS | {"learning_rate"},
}
# What an optimizer has to have in the API before that of Keras 2.11, and what its base takes there.
OLD_OPTIMIZER_METHOD = "_resource_apply_dense"
OLD_OPTIMIZER_ARGUMENTS = frozenset(
    {"clipnorm", "clipvalue", "decay", "global_clipnorm", "gradient_aggregator"}
    | {"gradient_transformers", "lr", "name"}
)
# What `get_config` of the base returns; those of a regularizer and of a schedule raise. That of an
# optimizer has no rate on Keras 2.
OBJECT_KEYS = {
    "loss": frozenset({"name", "reduction"}),
    "metric": frozenset({"dtype", "name"}),
    "optimizer": _OF_OPTIMIZERS | {"learning_rate"},
}


def with_article(kind: str) -> str:
    """A kind as a message names it: `"an initializer"`."""
    return f"{'an' if kind[0] in 'aeio' else 'a'} {kind}"
