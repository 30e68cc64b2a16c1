"""Which function of Keras's backend a name stands for."""

from __future__ import annotations

from layerlint.facts.namespaces import namespace
from layerlint.model.module import Module
from layerlint.syntax import cst
from layerlint.syntax.matching import dotted


def backend_function(module: Module, node: cst.CSTNode) -> tuple[str, str] | None:
    """The package and the name of the backend function that a node stands for."""
    resolved = module.resolve(node)
    package = namespace(resolved) if resolved else None
    if resolved is None or package not in ("keras", "tensorflow.keras"):
        return None
    name = resolved.rpartition(".")[2]
    if resolved != f"{package}.backend.{name}" or _may_be_elsewhere(module, node):
        return None
    return package, name


def _may_be_elsewhere(module: Module, node: cst.CSTNode) -> bool:
    """Whether an import binds the name that the chain begins with to something else as well.

    `if ...: from keras import backend as K`, `else: from keras import ops as K`.
    """
    root, _, rest = (dotted(node) or "").partition(".")
    targets = module.index.bindings.get(root, ())
    found = [f"{target}.{rest}" for target in targets]
    return len(targets) > 1 and not all(
        name.startswith(f"{namespace(name) or root}.backend.") for name in found
    )


def short(package: str) -> str:
    """The package as everybody writes it."""
    return package.replace("tensorflow.", "tf.")
