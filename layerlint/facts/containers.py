"""Where Keras looks for the layers that a layer holds, and where it does not, per generation.

Observed on keras 3.15 and tf_keras 2.21; tests/facts/test_containers.py holds two layers in each
kind of container and counts the weights that the installed libraries find.
"""

from __future__ import annotations

# What makes a container that Keras does not look into, and how to call it.
_NOWHERE = {
    "builtins.enumerate": "`enumerate`",
    "builtins.filter": "`filter`",
    "builtins.frozenset": "`frozenset`",
    "builtins.iter": "iterator",
    "builtins.map": "`map`",
    "builtins.zip": "`zip`",
    "collections.deque": "`deque`",
    "functools.partial": "`partial`",
    "numpy.array": "NumPy array",
    "numpy.asarray": "NumPy array",
    "numpy.empty": "NumPy array",
    "types.GeneratorType": "generator",
    "types.SimpleNamespace": "`SimpleNamespace`",
}
_UNTRACKED: dict[int, dict[str, str]] = {
    2: {
        **_NOWHERE,
        "builtins.set": "`set`",
        "collections.defaultdict": "`defaultdict`",
    },
    3: _NOWHERE,
}
# Ways to put a layer into a tracked container that go unnoticed.
_UNNOTICED: dict[int, dict[str, frozenset[str]]] = {
    2: {"dict": frozenset({"setdefault([]).append"})},
    3: {
        "list": frozenset({"[]=", "[:]=", "append([]).append", "append({})[]="}),
        "dict": frozenset({"setdefault", "[]=[].append", "[]={}[]=", "setdefault([]).append"}),
    },
}


def untracked(generation: int, maker: str) -> str | None:
    """What to call the container that the function `maker` makes, None where Keras looks into it.

    `maker` is a canonical dotted name; a set display is `builtins.set`.
    """
    return _UNTRACKED[generation].get(maker)


def unnoticed(generation: int, container: str, operation: str) -> bool:
    """Whether a layer put into a tracked `"list"` or `"dict"` by `operation` is not trained.

    `"append([]).append"` puts it into a list that was put into the container before.
    """
    return operation in _UNNOTICED[generation].get(container, ())
