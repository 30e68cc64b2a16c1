"""Functions of TensorFlow, Keras and Python that the interpreter knows, by the last part of their
name where every home of that name means the same (`smart_cond` has six)."""

from __future__ import annotations

import re

# Their result is their first argument, as far as the flag and a weight's value are concerned.
# `constant_value` and `smart_constant_value` give None for a tensor whose value is not known.
IDENTITIES = frozenset(
    {
        "bool",
        "int",
        "float",
        "bool_",
        "cast",
        "convert_to_tensor",
        "convert_to_numpy",
        "constant",
        "identity",
        "stop_gradient",
        "constant_value",
        "smart_constant_value",
        "get_static_value",
        "array",
        "asarray",
        "as_tensor",
        "read_value",
        "numpy",
        "squeeze",
        "to_float",
        "to_int32",
        "saturate_cast",
    }
)
# Their result calls their first argument.
FUNCTION_WRAPPERS = frozenset(
    {
        "function",
        "recompute_grad",
        "custom_gradient",
        "do_not_convert",
        "to_graph",
        "checkpoint",
        "remat",
        "wraps",
    }
)
CONDITIONALS = frozenset(
    {"cond", "smart_cond", "switch", "in_train_phase", "in_test_phase", "cond_v2"}
)
SWITCHES = frozenset({"switch_case", "switch"})
# Tensors of one number only.
FILLED = {"zeros": 0, "zeros_like": 0, "ones": 1, "ones_like": 1}
SELECTIONS = frozenset({"where", "where_v2", "select"})
LOGICAL_AND = frozenset({"logical_and"})
LOGICAL_OR = frozenset({"logical_or"})
LOGICAL_NOT = frozenset({"logical_not"})
EQUAL = frozenset({"equal"})
NOT_EQUAL = frozenset({"not_equal"})
ARITHMETIC = {
    "multiply": "*",
    "add": "+",
    "subtract": "-",
    "divide": "/",
    "scalar_mul": "*",
}
LEARNING_PHASE = frozenset({"learning_phase", "symbolic_learning_phase"})

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
    "overwrite_with_gradient": 0,
}
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
# A parameter so named is a mode, which Keras never fills: what it guards is guarded by somebody.
MODE_PARAMETER = re.compile(
    r"(is_?|in_?)?(train|training|trainning|inference|infer|test|testing|eval|evaluation|predict)"
    r"(_mode|_phase|_flag|_?bool)?\Z|(learn|mode|phase|stage)\Z|learn_.*\Z|learning_phase\Z"
)


def last(name: str) -> str:
    """The last part of a dotted name."""
    return name.rpartition(".")[2]


def function_write(name: str) -> str | None:
    """The operation of a function that writes its first argument (`K.update_add`), if it is one."""
    home, _, function = name.rpartition(".")
    if function in FUNCTION_WRITES and _FUNCTION_WRITE_HOMES.match(home):
        return FUNCTION_WRITES[function]
    return None
