"""What the class gave the attributes of its instances before `call` runs."""

from __future__ import annotations

import re

from layerlint.facts.python import METHODS_THAT_CHANGE
from layerlint.interpret import classes, decorations, expressions, objects
from layerlint.interpret.frames import Callee, Frame, frame_before
from layerlint.interpret.joining import join
from layerlint.interpret.run import Run
from layerlint.interpret.values import Value, parts_of, revised
from layerlint.model.attributes import Binding
from layerlint.model.constructor import base_calls
from layerlint.model.layer import LayerClass
from layerlint.model.methods import Method
from layerlint.model.module import Module
from layerlint.syntax import cst
from layerlint.syntax.matching import bind, is_method_of_super


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
    if any(_is_quoted(name, base.module) for base in run.layer.mro):
        return None  # somebody may set it by its name
    binding = bindings[0]
    assert binding.value is not None
    if binding.kind not in ("assign", "annotated", "class") or not always_bound(binding):
        return None
    with run.aside():
        if binding.method is None:
            return _of_class_body(binding, run)
        frame = _frame_within(binding.method, run)
        found = telling(expressions.evaluate(binding.value, frame, run))
    if found is None or found.kind is None:
        return found
    return _filled(name, found, run)


def _frame_within(method: Method, run: Run) -> Frame:
    """The frame of a method that ran before `call`.

    Of a base's constructor it is known what the class below told it, by a value or by its silence.
    """
    frame = frame_before(method)
    if method not in run.told:
        run.told[method] = _told_from_below(method, run)
    frame.names.update(run.told[method])
    return frame


def _told_from_below(method: Method, run: Run) -> dict[str, Value]:
    below = _constructor_below(method, run.layer)
    calls = list(base_calls(below)) if below is not None else []
    if below is None or len(calls) != 1 or not _always_runs(calls[0], below):
        return {}
    given = bind(calls[0], [each.name for each in method.positional])
    if "*" in given or not is_method_of_super(calls[0]):
        return {}
    outer = _frame_within(below, run)
    told: dict[str, Value] = {}
    for each in method.parameters:
        value, home = given.get(each.name), outer
        if value is None and "**" not in given:
            value, home = each.default, Frame(method.module, None, None)
        if value is None or method.rebinds(each.name):
            continue
        if (known := telling(expressions.evaluate(value, home, run))) is not None:
            told[each.name] = known
    return told


def _constructor_below(method: Method, layer: LayerClass) -> Method | None:
    """The constructor whose `super().__init__(...)` runs that of a base of the layer."""
    if method.name != "__init__":
        return None
    for base in layer.mro:
        own = base.methods.get("__init__")
        if own is not None and layer.method_after(base, "__init__") is method:
            return own
    return None


def _of_nearest_class(name: str, run: Run) -> list[Binding]:
    """Where the first class whose body gives the name a value does."""
    for base in run.layer.mro:
        found = [binding for binding in base.class_bindings if binding.attribute == name]
        if found:
            return found
    return []


def _is_quoted(name: str, module: Module) -> bool:
    """Whether a name stands between quotes in a module, where it is not only read.

    Seen in its text, so that nothing else in there matters.
    """
    if not (module.says(f'"{name}"') or module.says(f"'{name}'")):
        return False
    quoted = rf"[\"']{re.escape(name)}[\"']"
    read = rf"[^\n]{{0,200}}\b(?:get|has)attr\([^\n]{{0,99}}{quoted}"
    return module.shows(re.compile(rf"(?m:^)(?!{read})[^\n]*?{quoted}"))


def always_bound(binding: Binding) -> bool:
    """Whether every instance gets the value before `call` runs."""
    if binding.method is None:
        return True
    if binding.method.name not in ("__init__", "build"):
        return False
    return _always_runs(binding.node, binding.method)


def _always_runs(node: cst.CSTNode, method: Method) -> bool:
    """Whether a node of a method stands in a statement that nothing is around."""
    return method.module.parent(method.module.statement(node)) is method.node.body


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
