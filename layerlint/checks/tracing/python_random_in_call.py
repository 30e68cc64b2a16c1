"""LL301: Python or NumPy draws a random number while `call` is traced."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from layerlint.checks.tracing._numpy_counterparts import uses_tensorflow
from layerlint.declaration import check
from layerlint.facts.generators import random_generator
from layerlint.facts.numpy import RANDOM_COUNTERPARTS
from layerlint.facts.random import random_function
from layerlint.findings import Finding
from layerlint.fixes.edit import Fix
from layerlint.fixes.formatting import written
from layerlint.fixes.rewrite import replace, spell
from layerlint.model.assignments import assigned, only_value
from layerlint.model.layer import LayerClass
from layerlint.model.module import Module
from layerlint.project.needs import AllOf, AnyOf, HoldsLayer
from layerlint.queries.host_code import runs_on_host
from layerlint.queries.keras_objects import HAS_OBJECTS, keras_objects
from layerlint.queries.traced_code import label, nodes_of, traced
from layerlint.syntax import cst
from layerlint.syntax.matching import bind, called_name, self_attribute
from layerlint.syntax.walk import around

if TYPE_CHECKING:
    from collections.abc import Iterable

    from layerlint.interpret.tensors.fact import EnteredFunction
    from layerlint.model.methods import Method

# What draws positions.
_ORDERS = ("choice", "permutation", "sample", "shuffle")
_TABLES = ("empty", "full", "zeros")
# `compile` and `fit` trace these with the step that they are part of; initializers run before.
_TRACED = {
    "loss": "call",
    "metric": "update_state",
    "regularizer": "__call__",
    "constraint": "__call__",
    "schedule": "__call__",
}


@check(LayerClass, Module, needs=AnyOf(HoldsLayer(), AllOf("random", HAS_OBJECTS)))
def python_random_in_call(subject: LayerClass | Module) -> Iterator[Finding]:
    """Report each draw of Python's or NumPy's generators in code that `call` runs."""
    if isinstance(subject, Module):
        for found in keras_objects(subject):
            yield from _in_object(found)
        return
    findings = list(_in_call(subject))
    # Who runs the layer is asked of all of the project: last.
    if findings and not runs_on_host(subject):
        yield from findings


def _in_call(layer: LayerClass) -> Iterator[Finding]:
    functions = list(traced(layer))
    fixed = set(_seeded(functions))
    for function in functions:
        module = function.module
        for node in nodes_of(function, cst.Call):
            name = _drawn(node, module, function.method, layer)
            if name is None or _is_kept(node) or _fills_table(node, name, function):
                continue
            if name.partition(".")[0] not in fixed:
                fields = {"function": module.source(node.func), "path": label(function)}
                yield Finding(node, fields=fields, fix=_fix(node, name, function), module=module)


def _in_object(found: LayerClass) -> Iterator[Finding]:
    """The draws in the method of a loss, a constraint or the like that is traced."""
    method = found.methods.get(_TRACED.get(found.kind, ""))
    if method is None:
        return
    for node in method.own_nodes(cst.Call):
        name = _drawn(node, method.module, method, found)
        if name is not None and not _is_kept(node):
            fields = {
                "function": method.module.source(node.func),
                "path": f"{found.name}.{method.name}",
            }
            yield Finding(node, fields=fields, module=method.module)


def _drawn(call: cst.Call, module: Module, method: Method | None, layer: LayerClass) -> str | None:
    """The name of the function of Python or NumPy that draws here, if one does."""
    name = module.resolve(call.func)
    drawn = random_function(name)
    if drawn is not None and drawn.at_trace:
        return name
    match call.func:
        case cst.Attribute(value=owner, attr=cst.Name(value=verb)) if method is not None:
            held = self_attribute(owner, method.self_name)
            for binding in layer.attributes[held or ""].bindings:
                if binding.method is None or not isinstance(binding.value, cst.Call):
                    continue
                kind = random_generator(binding.method.module.resolve(binding.value.func))
                if kind is not None and kind.at_trace and verb in kind.draws:
                    return f"{kind.name}.{verb}"
    return None


def _fix(call: cst.Call, drawn: str, function: EnteredFunction) -> Fix | None:
    """The function of TensorFlow, or of Keras, that draws the same array as a tensor."""
    module, method = function.module, function.method
    counterpart = RANDOM_COUNTERPARTS.get(drawn)
    if counterpart is None or _decides(call, module):
        return None
    name, names = counterpart
    if names is None:
        sizes = [argument for argument in call.args if not argument.star and not argument.keyword]
        if not sizes or len(sizes) != len(call.args):
            return None
        shape, rest = f"[{', '.join(written(module, item.value) for item in sizes)}]", []
    else:
        bound = bind(call, names)
        size = _shape(bound["size"], module) if "size" in bound else None
        if size is None or {"*", "**"} & bound.keys():
            return None
        shape = size
        rest = [written(module, bound[key]) for key in names if key in bound and key != "size"]
        if len(rest) == 1 and "loc" not in bound and "low" not in bound:
            return None
    library = "tensorflow.random" if uses_tensorflow(module) else "keras.random"
    spelled, edits = spell(module, call, f"{library}.{name}")
    dtype = [f"dtype={method.self_name}.compute_dtype"] if method and method.self_name else []
    text = f"{spelled}({', '.join([shape, *rest, *dtype])})"
    return Fix(f"Draw with `{spelled}`", (*replace(module, call, text), *edits), "unsafe")


def _shape(size: cst.BaseExpression, module: Module) -> str | None:
    """A `size` of NumPy as a shape of TensorFlow, which takes no plain number; None: unknown."""
    match size:
        case cst.Integer():
            return f"[{size.value}]"
        case cst.Tuple() | cst.List() | cst.Attribute(attr=cst.Name("shape")):
            return written(module, size)
        case cst.Subscript(value=cst.Attribute(attr=cst.Name("shape")), slice=[part]):
            is_number = isinstance(part.slice, cst.Index)
            return f"[{module.source(size)}]" if is_number else module.source(size)
        case cst.Call(func=function) if (module.resolve(function) or "").endswith(".shape"):
            return module.source(size)
    return None


def _decides(call: cst.Call, module: Module) -> bool:
    """Whether the draw is part of the test of an `if`, where a tensor cannot be."""
    child: cst.CSTNode = call
    for ancestor in module.ancestors(call):
        if isinstance(ancestor, (cst.If, cst.While, cst.IfExp)) and ancestor.test is child:
            return True
        child = ancestor
    return False


def _is_kept(call: cst.Call) -> bool:
    """Whether the number is meant to stay: drawn once, where an attribute is still None."""
    for each in around(call, cst.If, cst.FunctionDef):
        match each:
            case cst.FunctionDef():
                return False
            case cst.If(test=cst.Comparison(comparisons=[cst.ComparisonTarget(operator=cst.Is())])):
                return True
    return False


def _fills_table(call: cst.Call, name: str, function: EnteredFunction) -> bool:
    """Whether positions are drawn for the rows of an array of integers, in a function of its own.

    A pattern, as that of a sparse attention: each row of it has a place in the graph.
    """
    if name.rpartition(".")[2] not in _ORDERS or function.method is not None:
        return False
    module = function.module
    line = module.statement(call)
    for part in line.body if isinstance(line, cst.SimpleStatementLine) else ():
        match part:
            case cst.Assign(
                targets=[cst.AssignTarget(target=cst.Subscript(value=cst.Name(value=table)))]
            ):
                return _is_table(only_value(table, assigned(function.node, module)), module)
    return False


def _seeded(functions: Iterable[EnteredFunction]) -> Iterator[str]:
    """The packages (`"numpy"`, `"random"`) whose generator the code seeds on the way itself."""
    for function in functions:
        for call in nodes_of(function, cst.Call):
            if called_name(call.func) == "seed":
                name = function.module.resolve(call.func) or ""
                if name in ("numpy.random.seed", "random.seed"):
                    yield name.partition(".")[0]


def _is_table(made: cst.BaseExpression | None, module: Module) -> bool:
    if not isinstance(made, cst.Call) or called_name(made.func) not in _TABLES:
        return False
    return any("int" in module.source(argument.value) for argument in made.args[1:])
