"""LL401: `__init__` does not run the constructor of the base."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from layerlint.declaration import check
from layerlint.facts.config import ROOTS
from layerlint.facts.members import RUN_ON_TENSORS
from layerlint.facts.objects import OBJECT_ARGUMENTS
from layerlint.findings import Defect, Finding
from layerlint.fixes.edit import Fix
from layerlint.fixes.rewrite import insert_at_end_of_body, insert_statement_before, replace
from layerlint.model.config import is_root
from layerlint.model.constructor import is_plain, reads_of
from layerlint.model.layer import LayerClass
from layerlint.model.module import Module
from layerlint.project.needs import AnyOf, HoldsLayer
from layerlint.queries.keras_objects import HAS_OBJECTS, classes_of, is_object
from layerlint.syntax import cst
from layerlint.syntax.matching import is_name, self_attribute
from layerlint.syntax.walk import walk

if TYPE_CHECKING:
    from layerlint.model.methods import Method

# Methods that mean something to Keras, beside those that it runs on tensors.
_OF_KERAS = RUN_ON_TENSORS - {"build"} | {"compile", "compute_output_shape", "fit", "get_config"}
# Arguments that `__init__` may take in its own name and that the base has to know.
_PASSED_ON = ("name", "trainable", "dtype")


@check(LayerClass, Module, needs=AnyOf(HoldsLayer(), HAS_OBJECTS), halts_on=(3,))
def missing_super_init(subject: LayerClass | Module) -> Iterator[Finding]:
    """Report an `__init__` in which nothing leads to the base's."""
    for found in classes_of(subject):
        if not is_object(found) or found.kind in OBJECT_ARGUMENTS:
            yield from _class(found)


def _class(layer: LayerClass) -> Iterator[Finding]:
    constructor = layer.methods.get("__init__")
    if constructor is None or layer.kind == "mixin" or not layer.complete or is_root(layer):
        return
    if layer.method("__call__") is not None:
        return  # Keras does not get to run it, and so does not miss anything
    if constructor.decorators or constructor.is_unimplemented or _runs_base(layer, constructor):
        return
    spared = not is_object(layer) and _only_holds_functions(layer)
    if spared and layer.method("build") is None:
        return
    yield Finding(
        constructor.node.name,
        "object" if is_object(layer) else "default",
        fields={"layer": layer.name, "kind": layer.kind},
        fix=_fix(layer, constructor),
        # Keras 3 runs a `build` within what the constructor sets up, whoever calls it.
        generations=frozenset({3}) if spared else None,
        defect=Defect(layer, "constructor"),
    )


def _runs_base(layer: LayerClass, constructor: Method) -> bool:
    """Whether some `__init__` is mentioned, in the constructor or in a method that it runs."""
    stack, seen = [constructor], {"__init__"}
    while stack:
        method = stack.pop()
        for node in walk(method.node.body):
            if _is_mention(node) and not _is_void(node, method):
                return True
            name = self_attribute(node, method.self_name)
            helper = layer.method(name) if name is not None and name not in seen else None
            if helper is not None and name is not None:
                seen.add(name)
                stack.append(helper)
    return False


def _is_mention(node: cst.CSTNode) -> bool:
    return isinstance(node, cst.Attribute) and node.attr.value in ("__init__", "__dict__")


def _is_void(node: cst.CSTNode, method: Method) -> bool:
    """`super().__init__` that nobody calls, and `super(Class).__init__()`, which runs nothing."""
    match node:
        case cst.Attribute(value=cst.Call(func=cst.Name("super"), args=arguments)):
            return len(arguments) == 1 or isinstance(method.module.parent(node), cst.Expr)
    return False


def _fix(layer: LayerClass, constructor: Method) -> Fix | None:
    """Run the base's constructor first, with what it can take."""
    base = layer.method_after(layer, "__init__")
    open_base = layer.keras_bases and ROOTS.issuperset(layer.keras_bases)
    if base is not None and not is_root(base.owner):
        open_base = base.varkw is not None and not any(
            parameter.default is None and parameter.kind in ("positional", "keyword")
            for parameter in base.parameters[1:]
        )
    if not open_base:
        return None
    arguments = [f"{name}={name}" for name in _PASSED_ON if constructor.takes(name)]
    varkw = constructor.varkw
    if varkw is not None and not reads_of(varkw, constructor):
        arguments.append(f"**{varkw}")
    text = f"super().__init__({', '.join(arguments)})"
    module, node = constructor.module, constructor.node
    void = [part for part in walk(node.body) if _is_mention(part) and _is_void(part, constructor)]
    if len(void) == 1:
        return _mend(void[0], text, constructor)
    statements = list(node.body.body)
    if node.get_docstring() is not None:
        statements = statements[1:]
    if not statements:
        return Fix("Call `super().__init__()`", tuple(insert_at_end_of_body(module, node, text)))
    edits = insert_statement_before(module, statements[0], text)
    return Fix("Call `super().__init__()`", tuple(edits))


def _mend(void: cst.CSTNode, text: str, constructor: Method) -> Fix | None:
    """Run what only looks like it: add the call, or take the class out of `super(Class)`."""
    module = constructor.module
    assert isinstance(void, cst.Attribute)
    looked_up = void.value
    assert isinstance(looked_up, cst.Call)
    if not isinstance(module.parent(void), cst.Expr):
        return Fix("Call `super()`", tuple(replace(module, looked_up, "super()")))
    return Fix("Call `super().__init__()`", tuple(replace(module, void, text)))


def _only_holds_functions(layer: LayerClass) -> bool:
    """Whether objects of the class keep values for methods of its own, and nobody can run them.

    `Generator(size).build()`, which returns another model: nothing that Keras would do for the
    layer is missed.
    """
    methods = list(layer.effective_methods())
    if len(methods) < 2 or not is_plain(layer.keras_bases) or layer.project.is_extended(layer):
        return False
    if layer.all_weights or layer.all_sublayers:
        return False
    own = {method.name for method in methods}
    return all(_asks_nothing(method) and _stays_at_home(layer, method, own) for method in methods)


def _asks_nothing(method: Method) -> bool:
    """Whether Keras does not run the method: a `build` without a shape is none of its own."""
    is_build = method.name == "build" and len(method.positional) > 0
    return method.name not in _OF_KERAS and not is_build


def _stays_at_home(layer: LayerClass, method: Method, own: set[str]) -> bool:
    """Whether a method uses its object for nothing but values and methods of the class."""
    module = method.module
    for node in method.own_nodes(cst.Name):
        if not is_name(node, method.self_name) or isinstance(module.parent(node), cst.Param):
            continue
        access = module.parent(node)
        if not isinstance(access, cst.Attribute) or access.value is not node:
            return False
        name, around = access.attr.value, module.parent(access)
        called = isinstance(around, cst.Call) and around.func is access
        if name not in own and (called or not layer.attributes[name].bindings):
            return False
    return True
