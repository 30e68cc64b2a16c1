"""Tensor operations that refuse the training flag, which is a Python value.

Names without the prefix of their library; tests/facts/test_flag_operations.py runs each of them.
"""

from __future__ import annotations

# The condition must be a tensor: `True` and `False` raise `TypeError` in a graph, `None` anywhere.
TENSORFLOW_REFUSES_PYTHON = frozenset({"case", "cond", "compat.v1.case", "compat.v1.cond"})
# These make a tensor of a truth value, and raise on `None`.
TENSORFLOW_REFUSES_NONE = frozenset(
    {
        "cast",
        "constant",
        "convert_to_tensor",
        "equal",
        "logical_and",
        "logical_not",
        "logical_or",
        "math.equal",
        "math.logical_and",
        "math.logical_not",
        "math.logical_or",
        "math.logical_xor",
        "where",
    }
)
KERAS_REFUSES_NONE = frozenset(
    {
        "ops.cast",
        "ops.cond",
        "ops.convert_to_tensor",
        "ops.logical_and",
        "ops.logical_not",
        "ops.logical_or",
        "ops.where",
    }
)
