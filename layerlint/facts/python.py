"""Functions of Python that compute their result from their arguments and do nothing else."""

from __future__ import annotations

from typing import Final

# Of `builtins`.
PURE_BUILTINS: Final = frozenset(
    {"abs", "all", "any", "bool", "dict", "divmod", "enumerate", "float", "frozenset", "int"}
    | {"iter", "len", "list", "max", "min", "pow", "range", "repr", "reversed", "round", "set"}
    | {"sorted", "str", "sum", "tuple", "zip"}
)
# Methods by the type that has them; none of these changes its object.
PURE_METHODS: Final[dict[type, frozenset[str]]] = {
    str: frozenset(
        {"capitalize", "casefold", "count", "endswith", "find", "format", "index", "isalpha"}
        | {"isdigit", "islower", "isupper", "join", "lower", "lstrip", "partition", "removeprefix"}
        | {"removesuffix", "replace", "rfind", "rpartition", "rsplit", "rstrip", "split"}
        | {"startswith", "strip", "swapcase", "title", "upper"}
    ),
    list: frozenset({"copy", "count", "index"}),
    tuple: frozenset({"count", "index"}),
    dict: frozenset({"copy", "items", "keys", "values"}),
    set: frozenset({"copy", "difference", "intersection", "isdisjoint", "issubset", "union"}),
}
# Functions of `operator` of one or two operands.
PURE_OPERATORS: Final = frozenset(
    {"abs", "add", "and_", "contains", "eq", "floordiv", "ge", "getitem", "gt", "invert", "is_"}
    | {"is_not", "le", "lt", "mod", "mul", "ne", "neg", "not_", "or_", "sub", "truediv", "truth"}
    | {"xor"}
)
