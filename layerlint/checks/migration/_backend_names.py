"""Which function of Keras's backend a name stands for, and what is imported from there."""

from __future__ import annotations

from collections.abc import Iterator

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


def imported_names(node: cst.ImportFrom) -> Iterator[tuple[cst.ImportAlias, str, str]]:
    """What an import takes from a package's backend, each with the package and its name there."""
    source = dotted(node.module) if node.module is not None else None
    package = namespace(source) if source else None
    if package not in ("keras", "tensorflow.keras") or node.relative:
        return
    if isinstance(node.names, cst.ImportStar) or source != f"{package}.backend":
        return
    for alias in node.names:
        yield alias, package, dotted(alias.name) or ""


def _may_be_elsewhere(module: Module, node: cst.CSTNode) -> bool:
    """Whether the chain may denote something else as well, here or where the project binds it.

    `if ...: from keras import backend as K`, `else: from keras import ops as K`.
    """
    root, _, rest = (dotted(node) or "").partition(".")
    if module.scope_of(node, root) is not None:
        return False
    index = module.project.index
    names = {
        name
        for target in module.index.bindings.get(root, ())
        for name in index.alternatives(f"{target}.{rest}", module.path)
    }
    return not all(name.startswith(f"{namespace(name) or root}.backend.") for name in names)


def short(package: str) -> str:
    """The package as everybody writes it."""
    return package.replace("tensorflow.", "tf.")
