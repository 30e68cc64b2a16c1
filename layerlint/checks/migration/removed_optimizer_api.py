"""LL706: a model uses what the optimizers of Keras 3 do not have."""

from __future__ import annotations

from collections.abc import Iterator

from layerlint.declaration import check
from layerlint.facts.dependents import OLD_OPTIMIZER_ARGUMENT
from layerlint.facts.namespaces import is_class_name, keras_name, namespace
from layerlint.facts.removed import OLD_OPTIMIZER_METHODS, OPTIMIZER
from layerlint.findings import Finding
from layerlint.model.layer import LayerClass
from layerlint.model.module import Module
from layerlint.project.needs import AllOf, AnyOf, HoldsLayer, Members, Passed
from layerlint.queries.callbacks import callbacks
from layerlint.queries.called_functions import calls_on
from layerlint.queries.held_values import held_values, only_call
from layerlint.queries.straight_values import expression_behind
from layerlint.queries.target_generation import excused, target
from layerlint.syntax import cst
from layerlint.syntax.matching import keyword_argument, self_attribute
from layerlint.syntax.walk import walk_kinds

# Where optimizers are: those that scale a loss are at home in both.
_HOMES = ("optimizers", "mixed_precision")
_OPTIMIZERS = frozenset({"Optimizer", "optimizers.Optimizer"})
NEEDS = AnyOf(
    HoldsLayer(),
    AllOf(
        AnyOf("Callback", "optimizers", Members("compile")),
        AnyOf(Members(OLD_OPTIMIZER_ARGUMENT), Passed(OLD_OPTIMIZER_ARGUMENT)),
    ),
    AllOf("Optimizer", AnyOf(*OLD_OPTIMIZER_METHODS)),
    AllOf(AnyOf(*_HOMES), AnyOf(*map(Members, sorted(OPTIMIZER)))),
)


@check(LayerClass, Module, judged_by="target", needs=NEEDS, halts_on=(3,), tests=True)
def removed_optimizer_api(subject: LayerClass | Module) -> Iterator[Finding]:
    """Report what models and callbacks ask their optimizer for, and what optimizers are given."""
    if isinstance(subject, LayerClass):
        yield from _model(subject)
    elif 3 in target(subject):
        yield from _rates(subject)
        yield from _arguments(subject)
        yield from _optimizers(subject)
        yield from _made_here(subject)


def _made_here(module: Module) -> Iterator[Finding]:
    """What the module asks an optimizer for that it has made itself, to train by hand."""
    for node in walk_kinds(module.tree, cst.Attribute):
        if node.attr.value not in OPTIMIZER:
            continue
        made = only_call(node.value, module)
        if made is not None and _is_optimizer(made.func, module) and not excused(module, node):
            is_set = node.attr.value == "lr" and isinstance(module.parent(node), cst.AssignTarget)
            yield _asked(node, "set" if is_set else "default")


def _is_optimizer(called: cst.BaseExpression, module: Module) -> bool:
    """Whether it is a class of Keras's optimizers, or each of those of which one is chosen."""
    named = [called] if module.keras(called) is not None else held_values(called, module)
    homes = [(module.keras(each) or "").rpartition(".") for each in named]
    return (
        bool(homes)
        and all(home in _HOMES and is_class_name(name) for home, _, name in homes)
        and not any(namespace(module.resolve(each) or "") == "tf_keras" for each in named)
    )


def _asked(node: cst.Attribute, message: str) -> Finding:
    """The finding of something that an optimizer of Keras 3 does not have."""
    advice = OPTIMIZER[node.attr.value]
    fields = {"name": node.attr.value, "advice": f"; {advice}" if advice else ""}
    return Finding(node, message, fields, halts=message != "set")


def _optimizers(module: Module) -> Iterator[Finding]:
    """Optimizers that update a variable in a method which only those of Keras 2 call."""
    for found in walk_kinds(module.tree, cst.ClassDef):
        bases = [module.resolve(base.value) or "" for base in found.bases]
        if not any(keras_name(base) in _OPTIMIZERS for base in bases):
            continue
        if any(namespace(base) == "tf_keras" for base in bases) or excused(module, found):
            continue
        methods = {
            line.name.value: line.name
            for line in found.body.body
            if isinstance(line, cst.FunctionDef)
        }
        old = next((methods[name] for name in OLD_OPTIMIZER_METHODS if name in methods), None)
        if old is not None and "update_step" not in methods:
            fields = {"optimizer": found.name.value, "name": old.value}
            yield Finding(old, "method", fields)


def _arguments(module: Module) -> Iterator[Finding]:
    """`Adam(lr=0.1)`, which the optimizers of Keras 2 take for `learning_rate`."""
    for call in walk_kinds(module.tree, cst.Call):
        given = keyword_argument(call, OLD_OPTIMIZER_ARGUMENT)
        if given is None or module.makes(call) != "optimizer":
            continue
        if namespace(module.resolve(call.func) or "") != "tf_keras" and not excused(module, call):
            yield Finding(given.keyword or given, "argument", {"name": OLD_OPTIMIZER_ARGUMENT})


def _rates(module: Module) -> Iterator[Finding]:
    """`model.optimizer.lr`, which is an attribute that nobody reads, once it is set."""
    compiled = {module.source(model) for _, model in calls_on("compile", module)}
    for node in walk_kinds(module.tree, cst.Attribute):
        if node.attr.value != OLD_OPTIMIZER_ARGUMENT or excused(module, node):
            continue
        match expression_behind(node.value, node, module):
            case cst.Attribute(value=model, attr=cst.Name("optimizer")):
                known = module.source(model) in compiled and _uses_keras(module)
                if known or (self_attribute(model) == "model" and _in_callback(node, module)):
                    is_set = isinstance(module.parent(node), cst.AssignTarget)
                    yield _asked(node, "set" if is_set else "default")


def _uses_keras(module: Module) -> bool:
    """Whether the module makes layers, models or optimizers of Keras by their names."""
    return any(module.keras(call.func) is not None for call in walk_kinds(module.tree, cst.Call))


def _in_callback(node: cst.CSTNode, module: Module) -> bool:
    around = module.class_around(node)
    return any(callback.node is around for callback in callbacks(module))


def _model(layer: LayerClass) -> Iterator[Finding]:
    """Report `self.optimizer.<name>` in a model that has its optimizer from Keras's `compile`."""
    if layer.kind != "model" or not layer.complete or layer.layer_header is None:
        return
    if 3 not in layer.layer_header.verdict.target or layer.attributes["optimizer"].bindings:
        return
    if layer.method("optimizer") is not None or layer.method("compile") is not None:
        return
    for method in layer.methods.values():
        for node in method.own_nodes(cst.Attribute):
            match node:
                case cst.Attribute(value=optimizer, attr=cst.Name(value=name)):
                    if self_attribute(optimizer, method.self_name) != "optimizer":
                        continue
                    if name in OPTIMIZER and not excused(method.module, node):
                        yield _asked(node, "default")
