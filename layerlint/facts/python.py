"""Python's containers, classes, effects and pure functions, by the names that code uses."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from typing import Any, Final

# Methods that change a list, a set or a dictionary.
CONTAINER_CHANGES = frozenset(
    {"add", "append", "clear", "discard", "extend", "insert", "pop", "popitem", "remove"}
    | {"reverse", "setdefault", "sort", "update"}
    | {"difference_update", "intersection_update", "symmetric_difference_update"}
)
# Methods that put something into a list, a set or a dictionary.
CONTAINER_ADDERS = frozenset({"append", "extend", "insert", "update", "add", "setdefault"})
# Methods that put one thing into a list, a deque or a set.
ITEM_ADDERS = frozenset({"append", "insert", "appendleft", "add", "extend"})
# Methods that put something into a list.
LIST_ADDERS = frozenset({"append", "extend", "insert"})
# Built-in functions whose result is a value of Python whatever they are given.
VALUE_BUILTINS = frozenset(
    {"bool", "callable", "float", "format", "getattr", "hasattr", "hash", "id", "int"}
    | {"isinstance", "issubclass", "len", "print", "range", "repr", "str", "type"}
)
# What makes a container, and the kind of container.
CONTAINER_MAKERS = {
    "builtins.list": "list",
    "builtins.dict": "dict",
    "builtins.set": "set",
    "collections.OrderedDict": "dict",
    "collections.defaultdict": "dict",
}
# Functions of `builtins` that give what they are given as another kind of sequence, or in order.
CONVERSIONS: dict[str, type] = {
    "list": list,
    "tuple": tuple,
    "set": set,
    "frozenset": frozenset,
    "iter": Iterator,
    "sorted": list,
    "reversed": Iterator,
}
# Bases that give a class no attribute of its own.
ORDINARY_BASES = frozenset(
    {"object", "builtins.object", "abc.ABC", "typing.Generic", "typing.Protocol"}
)
# What gives a class a constructor that keeps its arguments.
DATACLASS_DECORATORS = frozenset(
    {"dataclasses.dataclass", "attr.s", "attr.define", "attr.dataclass", "attrs.define"}
)
# What gives a module a name that no statement of it binds.
NAME_MAKERS = ("__getattr__", "__dict__", "globals", "vars", "setattr", "exec", "modules")
# Functions with an effect that a trace does not repeat.
SIDE_EFFECTS = frozenset(
    {"builtins.print", "builtins.open", "builtins.input", "warnings.warn", "time.time"}
    | {"time.sleep", "time.perf_counter", "time.monotonic", "datetime.datetime.now"}
    | {"sys.stdout.write", "sys.stderr.write"}
)
# Methods of a logger that write a record.
LOGGING_METHODS = frozenset(
    {"debug", "info", "warning", "warn", "error", "critical", "exception", "log"}
)
# What a shape of Keras 3 always is, also in a loaded model, and what it never is.
SEQUENCE_CLASSES = frozenset(
    {"collections.abc.Sequence", "collections.abc.Iterable", "typing.Sequence"}
)
# Functions of `builtins` that compute their result from their arguments and do nothing else.
PURE_BUILTINS: Final = frozenset(
    {"abs", "all", "any", "bool", "complex", "dict", "divmod", "enumerate", "float", "frozenset"}
    | {"int", "iter", "len", "list", "max", "min", "pow", "range", "repr", "reversed", "round"}
    | {"set", "sorted", "str", "sum", "tuple", "zip"}
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
# Functions of `builtins` that go through what they are given.
GOING_THROUGH: Final = frozenset(
    {"all", "any", "enumerate", "filter", "iter", "list", "map", "max", "min", "reversed"}
    | {"set", "sorted", "sum", "tuple", "zip"}
)
# What picks one of several functions by the type of an argument.
DISPATCHING_DECORATORS: Final = frozenset(
    {"functools.singledispatch", "functools.singledispatchmethod"}
)
# Functions of other modules that do nothing but compute.
PURE_FUNCTIONS: Final[dict[str, Callable[..., Any]]] = {
    "json.dumps": json.dumps,
    "json.loads": json.loads,
}
# Functions of `operator` of one or two operands.
PURE_OPERATORS: Final = frozenset(
    {"abs", "add", "and_", "contains", "countOf", "eq", "floordiv", "ge", "getitem", "gt", "invert"}
    | {"is_", "is_not", "le", "lt", "mod", "mul", "ne", "neg", "not_", "or_", "pow", "sub"}
    | {"truediv", "truth", "xor"}
)
# How methods for operators are called, by what libcst calls the operator.
OPERATORS: Final = {
    "Add": "add",
    "Subtract": "sub",
    "Multiply": "mul",
    "MatrixMultiply": "matmul",
    "Divide": "truediv",
    "FloorDivide": "floordiv",
    "Modulo": "mod",
    "Power": "pow",
    "LeftShift": "lshift",
    "RightShift": "rshift",
    "BitAnd": "and",
    "BitOr": "or",
    "BitXor": "xor",
}
# Constants of Python's library, as they are when code runs.
CONSTANTS: Final = {
    "typing.TYPE_CHECKING": False,
    "builtins.__debug__": True,
}
# What the machine and its Python decide, the same in every mode.
SETTLED_ELSEWHERE: Final = frozenset(
    {"sys.version_info", "sys.platform", "sys.argv", "os.name", "builtins.__name__"}
)
# Managers that give what they are made with; one of them closes it in the end.
CLOSING: Final = "contextlib.closing"
GIVING_MANAGERS: Final = frozenset({"contextlib.nullcontext", CLOSING})
# Functions of `itertools` that only arrange what they are given, and end when it does.
ARRANGING: Final = frozenset(
    {"combinations", "combinations_with_replacement", "compress", "islice", "pairwise"}
    | {"permutations", "product", "zip_longest"}
)
# These ask an iterator for some of its elements, for one at least if there is one.
STOPPING_CALLS = frozenset({"builtins.next", "builtins.any", "builtins.all"})
# What these are given is not called before somebody asks for an element.
LAZY_CALLS = frozenset({"builtins.map", "builtins.filter", "itertools.starmap"})
# Conversions that give the same when they are applied again.
IDEMPOTENT_CONVERSIONS = frozenset(
    {f"builtins.{name}" for name in ("bool", "dict", "float", "int", "list", "str", "tuple")}
)
# Methods of containers, also of a deque, that put something in, and all that change one.
METHODS_THAT_ADD = frozenset(
    {"append", "extend", "add", "insert", "appendleft", "update", "setdefault"}
)
METHODS_THAT_CHANGE = METHODS_THAT_ADD | {"pop", "clear", "remove", "popleft", "reverse", "sort"}
