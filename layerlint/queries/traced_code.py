"""What the checks of the tracing rules share: the code that is traced, and how it is spelled."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, overload

from layerlint.interpret.tensors.fact import EnteredFunction
from layerlint.syntax import cst
from layerlint.syntax.matching import is_name
from layerlint.syntax.walk import NodeT, is_below, walk_same_function

if TYPE_CHECKING:
    from layerlint.model.layer import LayerClass
    from layerlint.model.module import Module


_NEAR = 3
_ALL_EAGERLY = "run_functions_eagerly(True)"


def traced(layer: LayerClass, *, careful: bool = True) -> Iterator[EnteredFunction]:
    """The functions that `call` runs and that are reported here, not for a base of the class.

    Functions so far down that `call` may never get there while it is traced are left out; without
    `careful` also those that ask whether they run eagerly, or catch exceptions.
    """
    for function in layer.facts(_traced):
        if careful or function.node not in layer.values.careful:
            yield function


def _traced(layer: LayerClass) -> list[EnteredFunction]:
    found: list[EnteredFunction] = []
    for function in layer.values.entered.values():
        if function.method is None and function.depth > _NEAR:
            continue
        if not in_project(function.module) or eager(layer):
            continue
        owner = function.method.owner if function.method is not None else layer
        if owner is layer or owner.kind == "mixin" or not _reaches(owner, function):
            found.append(function)
    return found


@overload
def nodes_of(function: EnteredFunction) -> Iterator[cst.CSTNode]: ...


@overload
def nodes_of(function: EnteredFunction, *kinds: type[NodeT]) -> Iterator[NodeT]: ...


def nodes_of(function: EnteredFunction, *kinds: type[cst.CSTNode]) -> Iterator[cst.CSTNode]:
    """The nodes of a function's body, of exactly these types if any are given.

    Those of functions inside are left out, and those of branches that `call` is seen never to take.
    """
    body = function.node.body
    without = function.facts.never_taken(function.node) if function.facts is not None else ()
    for node in walk_same_function(body, *kinds):
        if node is body and isinstance(body, cst.IndentedBlock):
            continue
        if not any(is_below(node, branch) for branch in without):
            yield node


def label(function: EnteredFunction) -> str:
    """What to call a function in a message: `Layer.call`, `helper`."""
    name = function.node.name.value if isinstance(function.node, cst.FunctionDef) else "lambda"
    if function.method is None:
        return name
    owner = function.method.owner.name
    if function.node is function.method.node:
        return f"{owner}.{name}"
    return f"{owner}.{function.method.name}.{name}"


def in_project(module: Module) -> bool:
    """Whether a module is one of the project's own files."""
    return module.project.index.contains(module.path)


def short(module: Module, node: cst.CSTNode, width: int = 40) -> str:
    """The source of an expression on one line, cut where it is long."""
    text = " ".join(module.source(node).split())
    return text if len(text) <= width else f"{text[: width - 1]}…"


def _reaches(owner: LayerClass, function: EnteredFunction) -> bool:
    """Whether a base of the class runs the function itself, and so reports what is in it."""
    return function.node in owner.values.entered


def eager(layer: LayerClass) -> bool:
    """Whether Keras runs the layer on plain values: `dynamic=True`, or inputs left unconverted.

    Or TensorFlow runs everything so, as the class itself says.
    """
    return layer.facts(_eager)


def _eager(layer: LayerClass) -> bool:
    for attribute in ("_convert_input_args", "_allow_non_tensor_positional_args"):
        if attribute in layer.attributes:
            return True
    if any(base.module.says(_ALL_EAGERLY) for base in layer.mro if in_project(base.module)):
        return True
    constructor = layer.constructor
    return constructor is not None and any(
        node.keyword is not None and node.keyword.value == "dynamic" and is_name(node.value, "True")
        for node in constructor.own_nodes(cst.Arg)
    )
