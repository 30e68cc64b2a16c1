"""What a module uses that raises once it runs on Keras 3: such code was never run there."""

from __future__ import annotations

import ast
import re
from bisect import bisect_left

from layerlint.facts.dependents import (
    OLD_OPTIMIZER_ARGUMENT,
    TENSORFLOW_1,
    TENSORFLOW_1_API,
    TENSORFLOW_1_GRAPHS,
    TENSORFLOW_1_NAMES,
)
from layerlint.facts.multi_backend import OF_BACKEND, multi_backend
from layerlint.facts.namespaces import KERAS_PREFIX
from layerlint.project.scopes import Scope, denotes

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

# What the names of the first TensorFlow end with, as attributes of it or of a module of it.
_ENDS = frozenset(name.rpartition(".")[2] for name in TENSORFLOW_1_NAMES)
_OLD = re.compile(
    rb"\.(?:contrib|%s)\b|\b%s\s*="
    % (
        "|".join(sorted(_ENDS | TENSORFLOW_1_GRAPHS | OF_BACKEND)).encode(),
        OLD_OPTIMIZER_ARGUMENT.encode(),
    )
)
_NEW_LINE = re.compile(rb"\r\n?|\n")
# A module that asks what is installed runs on more than one version.
_ASKS = re.compile(
    rb"__version__|compat\b|hasattr\(\s*(?:tf|keras)\b|\bVERSION\b"
    rb"|except\s*:|except\b[^:\n]*(?:AttributeError|TypeError|ValueError|Exception)\b"
)


# All that a module has of TensorFlow is what its first version had, renamed at the import alone.
_RENAMED = re.compile(
    rb"^(?:import\s+tensorflow\.compat\.v1\s+as\s|from\s+tensorflow\.compat\s+import\s+v1\s+as\s)",
    re.MULTILINE,
)


def old_use(tree: ast.Module, data: bytes, scope: Scope) -> tuple[str, str] | None:
    """Return what a module uses that needs Keras 2, and why; None where nothing does.

    `tf.log` is gone since TensorFlow 2, and `Adam(lr=...)` raises on Keras 3.
    """
    asked = _RENAMED.sub(b"", data)
    if _OLD.search(data) is None or _ASKS.search(asked) is not None:
        return None
    for node in _certain_nodes(tree, list(_rows(data))):
        if isinstance(node, ast.Attribute):
            if node.attr in _ENDS or node.attr == "contrib":
                names = denotes(node, scope)
                if names and all(map(is_of_tensorflow_1, names)):
                    return names[0], f"`{names[0]}` exists only on TensorFlow 1, with Keras 2"
            if node.attr in TENSORFLOW_1_GRAPHS:
                for name in denotes(node, scope):
                    if name == f"{TENSORFLOW_1_API}.{node.attr}":
                        return name, f"`{name}` is for graphs, which Keras 3 does not make"
            elif node.attr in OF_BACKEND:
                for name in denotes(node, scope):
                    if multi_backend(name):
                        return name, f"`{name}` exists only on Keras 2"
        elif isinstance(node, ast.Call) and _has_old_argument(node):
            for name in denotes(node.func, scope):
                if _is_optimizer(name):
                    return name, f"only Keras 2 takes `{OLD_OPTIMIZER_ARGUMENT}` in `{name}`"
    return None


def _rows(data: bytes) -> Iterator[int]:
    """The rows in which there is a word for something old."""
    row, start = 1, 0
    for match in _OLD.finditer(data):
        row += len(_NEW_LINE.findall(data, start, match.start()))
        start = match.start()
        yield row


def _certain_nodes(tree: ast.Module, rows: Sequence[int]) -> Iterator[ast.AST]:
    """Yield what belongs to the module whatever is installed: no test of it stands around.

    Statements without one of the `rows` are left out.
    """
    for statement in tree.body:
        if not isinstance(statement, (ast.If, ast.Try)):
            heads = [statement, *getattr(statement, "decorator_list", ())]
            first = min(head.lineno for head in heads)
            last = statement.end_lineno or first
            at = bisect_left(rows, first)
            if at < len(rows) and rows[at] <= last:
                yield from ast.walk(statement)


def is_of_tensorflow_1(name: str) -> bool:
    """Tell whether a name is one that TensorFlow 2 has no more."""
    package, _, rest = name.partition(".")
    return f"{name}.".startswith(f"{TENSORFLOW_1}.") or (
        package == "tensorflow" and rest in TENSORFLOW_1_NAMES
    )


def _has_old_argument(call: ast.Call) -> bool:
    return any(argument.arg == OLD_OPTIMIZER_ARGUMENT for argument in call.keywords)


def _is_optimizer(name: str) -> bool:
    """Tell whether a name is that of an optimizer, and not of an older kind of them."""
    match = KERAS_PREFIX.match(name)
    parts = name[match.end() :].split(".") if match is not None else []
    return len(parts) == 2 and parts[0] == "optimizers" and parts[1][:1].isupper()
