"""Functions and methods that write a variable; tests/facts/test_state_functions.py runs each."""

from __future__ import annotations

import re

# Methods of a variable that write it, and the position of the written value.
WRITES = {
    "assign": 0,
    "assign_add": 0,
    "assign_sub": 0,
    "scatter_add": 0,
    "scatter_sub": 0,
    "scatter_update": 0,
    "scatter_max": 0,
    "scatter_min": 0,
    "scatter_mul": 0,
    "scatter_div": 0,
    "scatter_nd_add": 1,
    "scatter_nd_sub": 1,
    "scatter_nd_update": 1,
    "batch_scatter_update": 0,
}
# Those after which the variable is what it was plus or minus the value.
ADDITIVE_WRITES = frozenset(
    {"assign_add", "assign_sub", "scatter_add", "scatter_sub", "scatter_nd_add", "scatter_nd_sub"}
)
# What makes the next content of a buffer out of the one before.
SHIFTS = frozenset(
    {
        "concat",
        "concatenate",
        "roll",
        "slice_update",
        "dynamic_update_slice",
        "tensor_scatter_nd_update",
        "scatter_update",
        "scatter_nd_update",
    }
)
# Functions that write their first argument, by what stands before the name.
FUNCTION_WRITES = {
    "update": "assign",
    "update_add": "assign_add",
    "update_sub": "assign_sub",
    "moving_average_update": "moving_average_update",
    "set_value": "assign",
    "assign": "assign",
    "assign_add": "assign_add",
    "assign_sub": "assign_sub",
    "assign_moving_average": "moving_average_update",
    "AssignVariableOp": "assign",
    "AssignAddVariableOp": "assign_add",
    "AssignSubVariableOp": "assign_sub",
    "scatter_add": "scatter_add",
    "scatter_sub": "scatter_sub",
    "scatter_update": "scatter_update",
}
_FUNCTION_WRITE_HOMES = re.compile(
    r"(.*\.)?(backend|K|state_ops|compat\.v1|raw_ops|moving_averages|variables|tensorflow)\Z"
)


def function_write(name: str) -> str | None:
    """The operation of a function that writes its first argument (`K.update_add`), if it is one."""
    home, _, function = name.rpartition(".")
    if function in FUNCTION_WRITES and _FUNCTION_WRITE_HOMES.match(home):
        return FUNCTION_WRITES[function]
    return None
