"""Functions that pass a value on, choose between values, or compare them: what a flag goes through.

By the last part of their name, where every home of that name means the same (`smart_cond` has six).
tests/facts/test_control_functions.py runs them.
"""

from __future__ import annotations

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
