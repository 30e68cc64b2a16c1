"""What optimizers keep from one step to the next, and what is done with gradients before.

tests/facts/test_optimizers.py holds it against the installed libraries.
"""

from __future__ import annotations

# The functions of TensorFlow that return clipped copies of what they are given.
CLIPPING = frozenset({"clip_by_global_norm", "clip_by_norm", "clip_by_value"})
# Optimizers that keep nothing of a step, unless they are given a momentum.
MEMORYLESS_OPTIMIZERS = frozenset({"SGD"})
# What puts the averages of weights that an optimizer keeps into a model, or reads them.
USES_OF_AVERAGES = (
    *("finalize_variable_values", "SwapEMAWeights", "_model_variables_moving_average"),
    "_overwrite_model_variables_with_average_value",
)
