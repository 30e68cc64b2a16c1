"""Which function of Keras's backend a name stands for."""

from __future__ import annotations

import libcst as cst

from layerlint.facts.namespaces import namespace
from layerlint.model.module import Module


def backend_function(module: Module, node: cst.CSTNode) -> tuple[str, str] | None:
    """The package and the name of the backend function that a node stands for."""
    resolved = module.resolve(node)
    package = namespace(resolved) if resolved else None
    if resolved is None or package not in ("keras", "tensorflow.keras"):
        return None
    name = resolved.rpartition(".")[2]
    return (package, name) if resolved == f"{package}.backend.{name}" else None


def short(package: str) -> str:
    """The package as everybody writes it."""
    return package.replace("tensorflow.", "tf.")
