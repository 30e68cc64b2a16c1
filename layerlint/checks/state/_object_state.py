"""What metrics and losses keep in Python, although Keras traces what changes and reads it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from layerlint.facts.python import ITEM_ADDERS
from layerlint.findings import Finding
from layerlint.syntax import cst
from layerlint.syntax.matching import is_name, literal, self_attribute

if TYPE_CHECKING:
    from layerlint.model.attributes import Binding
    from layerlint.model.layer import LayerClass
    from layerlint.model.methods import Method

# What Keras traces of a loss and of a schedule of the learning rate; Python runs it once.
_COMPUTES = {"loss": "call", "schedule": "__call__"}
_EAGER = ("run_eagerly", "run_functions_eagerly", ".numpy(", "np.", "py_function")


def counted_in_python(metric: LayerClass) -> Iterator[Finding]:
    """Report the state of a metric that `update_state` changes in Python and `result` reads."""
    update = metric.methods.get("update_state")
    if metric.kind != "metric" or update is None or metric.method("result") is None:
        return
    if any(map(metric.module.says, _EAGER)):
        return
    told: set[str] = set()
    yield from _tensors(metric, update)
    for name, node, grows in _changes(update):
        attribute = metric.attributes[name]
        if name in told:
            continue
        before = [one for one in attribute.bindings if _is_first(one)]
        read = any(each.method.name == "result" for each in attribute.reads)
        wanted = _is_container if grows else _is_number
        if read and before and all(map(wanted, before)):
            told.add(name)
            fields = {"attribute": name, "path": f"{metric.name}.update_state"}
            yield Finding(node, "grows" if grows else "default", fields)


def counted_while_computing(found: LayerClass) -> Iterator[Finding]:
    """Report what a loss or a schedule counts up in Python, and goes by itself."""
    method = found.methods.get(_COMPUTES.get(found.kind, ""))
    if method is None or any(map(found.module.says, _EAGER)):
        return
    for name, node, grows in _changes(method):
        attribute = found.attributes[name]
        before = [one for one in attribute.bindings if one.method is not method]
        inside = found.module.statement(node)
        asked = [
            read
            for read in attribute.reads
            if read.method is method and found.module.statement(read.node) is not inside
        ]
        if not grows and asked and before and all(map(_is_number, before)):
            fields = {"attribute": name, "path": f"{found.name}.{method.name}"}
            yield Finding(node, fields=fields)
            return


def _tensors(metric: LayerClass, update: Method) -> Iterator[Finding]:
    """Report what begins as None and is given a tensor of the step, for `result` to read."""
    for binding in update.uses[0]:
        attribute = metric.attributes[binding.attribute]
        if binding.kind == "augmented" or binding.container_index:
            continue
        if not _is_tensor(binding.value, update):
            continue
        before = [one for one in attribute.bindings if one.method is not update]
        read = any(each.method.name == "result" for each in attribute.reads)
        if read and before and all(is_name(one.value, "None") for one in before):
            fields = {"attribute": binding.attribute, "path": f"{metric.name}.update_state"}
            yield Finding(binding.node, "kept", fields)


def _is_tensor(value: cst.BaseExpression | None, update: Method) -> bool:
    """Whether an operation of TensorFlow or Keras gives the value."""
    if isinstance(value, cst.BinaryOperation):
        return _is_tensor(value.left, update) or _is_tensor(value.right, update)
    if not isinstance(value, cst.Call):
        return False
    keras = update.module.keras(value.func) or ""
    return keras.startswith("ops.") or update.module.tf(value.func) is not None


def _changes(update: Method) -> Iterator[tuple[str, cst.CSTNode, bool]]:
    """The attributes that are counted up or added to, and whether they are containers."""
    for binding in update.uses[0]:
        if binding.container_index:
            continue
        if binding.kind == "augmented" or _counts_on(binding, update):
            yield binding.attribute, binding.node, False
    for node in update.own_nodes(cst.Call):
        match node:
            case cst.Call(func=cst.Attribute(value=owner, attr=cst.Name(verb))):
                name = self_attribute(owner, update.self_name)
                if name is not None and verb in ITEM_ADDERS:
                    yield name, node, True


def _counts_on(binding: Binding, update: Method) -> bool:
    """`self.hits = self.hits + ...`."""
    match binding.value:
        case cst.BinaryOperation(left=left):
            return self_attribute(left, update.self_name) == binding.attribute
    return False


def _is_first(binding: Binding) -> bool:
    return binding.method is not None and binding.method.name == "__init__"


def _is_number(binding: Binding) -> bool:
    return isinstance(literal(binding.value), (int, float))


def _is_container(binding: Binding) -> bool:
    return isinstance(binding.value, cst.List) and not binding.value.elements
