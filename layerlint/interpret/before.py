"""What the class gave the attributes of its instances before `call` runs."""

from __future__ import annotations

import re

from layerlint.facts.python import METHODS_THAT_CHANGE
from layerlint.interpret import classes, decorations, expressions, objects
from layerlint.interpret.frames import Callee, frame_before
from layerlint.interpret.joining import join
from layerlint.interpret.run import Run
from layerlint.interpret.values import Value, parts_of, revised
from layerlint.model.attributes import Binding
from layerlint.model.module import Module
from layerlint.syntax import cst

_QUOTED = re.compile(r"""(?<=")\w+(?=")|(?<=')\w+(?=')""")


def telling(value: Value) -> Value | None:
    """The value if it tells what runs or which way a test goes."""
    if value.known or value.callees or objects.is_object(value):
        return value
    parts = parts_of(value)
    if value.kind is not None and all(telling(part) is not None for part in parts):
        return value
    return None


def initial(name: str, run: Run) -> Value | None:
    """What the class gave the attribute before `call`, where that is clear and tells something."""
    attribute = run.layer.attributes.get(name)
    bindings = attribute.bindings if attribute is not None else []
    if all(binding.method is None for binding in bindings):
        bindings = _of_nearest_class(name, run)
    if len(bindings) != 1 or bindings[0].value is None or bindings[0].container_index:
        return None
    if any(name in base.module.once(_quoted) for base in run.layer.mro):
        return None  # somebody may set it by its name
    binding = bindings[0]
    assert binding.value is not None
    if binding.kind not in ("assign", "annotated", "class") or not always_bound(binding):
        return None
    with run.aside():
        if binding.method is None:
            return _of_class_body(binding, run)
        found = telling(expressions.evaluate(binding.value, frame_before(binding.method), run))
    if found is None or found.kind is None:
        return found
    return _filled(name, found, run)


def _of_nearest_class(name: str, run: Run) -> list[Binding]:
    """Where the first class whose body gives the name a value does."""
    for base in run.layer.mro:
        found = [binding for binding in base.class_bindings if binding.attribute == name]
        if found:
            return found
    return []


def _quoted(module: Module) -> frozenset[str]:
    """The names that stand between quotes in a module."""
    return frozenset(_QUOTED.findall(module.text))


def always_bound(binding: Binding) -> bool:
    """Whether every instance gets the value before `call` runs."""
    if binding.method is None:
        return True
    if binding.method.name not in ("__init__", "build"):
        return False
    block = binding.method.module.parent(binding.method.module.statement(binding.node))
    return block is binding.method.node.body


def _filled(name: str, found: Value, run: Run) -> Value | None:
    """The container after what the class puts into it; None where that is not clear."""
    parts = [*parts_of(found)]
    for read in run.layer.attributes[name].reads:
        module = read.method.module
        verb = module.parent(read.node)
        if not isinstance(verb, cst.Attribute) or verb.attr.value not in METHODS_THAT_CHANGE:
            continue
        call = module.parent(verb)
        if verb.attr.value != "append" or not isinstance(call, cst.Call) or len(call.args) != 1:
            return None
        with run.aside():
            put = telling(expressions.evaluate(call.args[0].value, frame_before(read.method), run))
        if put is None:
            return None
        parts.append(put)
    if len(parts) == len(parts_of(found)):
        return found
    return revised(found, items=None, mapping=None, kind=None, element=join(parts))


def _of_class_body(binding: Binding, run: Run) -> Value | None:
    """What the body of the class gives a name: functions in it become methods of the layer."""
    for base in run.layer.mro:
        if binding not in base.class_bindings:
            continue
        assert binding.value is not None
        body = classes.class_ref(base.node, base.module, None, run)
        home = classes.frame_of_body(body, binding.value, run)
        for method in base.methods.values():
            callee = Callee(method.node, method.module, method)
            home.names[method.name] = Value(callees=(callee,), truth=True)
        found = telling(expressions.evaluate(binding.value, home, run))
        if found is not None and found.callees:
            return decorations.bound_to(found, Value(path=()))
        return found
    return None
