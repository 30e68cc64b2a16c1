"""LL241: a list that Keras makes anew at each reading is changed, as `model.layers`."""

from __future__ import annotations

from collections.abc import Iterator

from layerlint.declaration import check
from layerlint.facts.members import LISTS_MADE_ANEW, LISTS_OF_LAYERS, MODES_OF_METHODS
from layerlint.facts.python import CONTAINER_CHANGES
from layerlint.findings import Finding
from layerlint.model.methods import names_taken
from layerlint.model.module import Module
from layerlint.project.needs import AllOf, AnyOf, Members, Row, Text
from layerlint.queries.fixtures import in_tests
from layerlint.queries.keras_models import is_keras_model
from layerlint.syntax import cst
from layerlint.syntax.matching import self_attribute
from layerlint.syntax.walk import walk_kinds

# What is done to a parameter that can be a model of Keras alone.
_OF_MODELS = frozenset({"get_layer", "load_weights", "output_shape", "summary", *MODES_OF_METHODS})
# What is asked of one of its layers.
_OF_LAYERS = frozenset({"get_weights", "input_shape", "output", "output_shape", "set_weights"})
NEEDS = AllOf(
    Text("keras"),
    AnyOf(
        *(
            AllOf(Members(name), AnyOf(Row(name, "."), Row(name, "[")))
            for name in sorted(LISTS_MADE_ANEW)
        )
    ),
)


@check(Module, needs=NEEDS)
def copied_list_changed(module: Module) -> Iterator[Finding]:
    """Report `model.layers.pop()` and the like, where nothing else reads what they change."""
    if in_tests(module) or _may_be_of_old_keras(module):
        return
    for statement in walk_kinds(module.tree, cst.Expr, cst.Del, cst.Assign):
        for changed, change in _changes(statement, module):
            if _is_of_keras(changed, module):
                fields = {
                    "list": module.source(changed),
                    "change": change,
                    "owner": module.source(changed.value),
                }
                yield Finding(statement, fields=fields)


def _may_be_of_old_keras(module: Module) -> bool:
    """Whether it may run on a Keras before 2.3 that is no part of TensorFlow.

    There such a list was the model's own.
    """
    if 3 in module.generations:
        return False
    bound = (target for targets in module.index.bindings.values() for target in targets)
    return any(target.partition(".")[0] == "keras" for target in bound)


def _changes(statement: cst.CSTNode, module: Module) -> Iterator[tuple[cst.Attribute, str]]:
    """The lists that a statement does nothing but change, and how."""
    match statement:
        case cst.Expr(
            value=cst.Call(
                func=cst.Attribute(
                    value=cst.Attribute(attr=cst.Name(value=name)) as changed,
                    attr=cst.Name(value=change),
                )
            )
        ) if name in LISTS_MADE_ANEW and change in CONTAINER_CHANGES:
            yield changed, f"`{change}`"
        case cst.Del(
            target=cst.Subscript(value=cst.Attribute(attr=cst.Name(value=name)) as changed)
        ) if name in LISTS_MADE_ANEW:
            yield changed, "`del`"
        case cst.Assign(
            targets=[
                cst.AssignTarget(
                    target=cst.Subscript(value=cst.Attribute(attr=cst.Name(value=name)) as changed)
                )
            ],
            value=value,
        ) if name in LISTS_MADE_ANEW and _makes_layer(value, module):
            yield changed, "the assignment"


def _makes_layer(value: cst.BaseExpression, module: Module) -> bool:
    """Whether it is new; what a function gives back may be the layer that was there, changed."""
    match value:
        case cst.Call(func=made):
            keras = module.keras(made) or ""
            return keras.startswith("layers.") or module.find_layer(made) is not None
    return False


def _is_of_keras(changed: cst.Attribute, module: Module) -> bool:
    """Whether the list is Keras's, which makes a new one each time."""
    owner, name = changed.value, changed.attr.value
    return (
        _is_of_layer(changed, module)
        or is_keras_model(owner, name, module)
        or (name == "layers" and _is_taken_for_model(owner, module))
    )


def _is_of_layer(changed: cst.Attribute, module: Module) -> bool:
    """Whether it is a list of the layer that a method belongs to, and the class has no own one."""
    layer, name = module.class_of(changed), self_attribute(changed)
    if layer is None or name is None or not layer.complete:
        return False
    names = LISTS_MADE_ANEW if layer.kind == "model" else LISTS_OF_LAYERS
    own = layer.method(name) is not None or bool(layer.attributes[name].bindings)
    return name in names and not own and module.class_around(changed) is layer.node


def _is_taken_for_model(owner: cst.BaseExpression, module: Module) -> bool:
    """Whether something given from outside is used as nothing but a model of Keras can be."""
    scope = _scope_of_given(owner, module)
    if scope is None or _has_own_layers(module):
        return False
    source = module.source(owner)
    for used in walk_kinds(scope, cst.Attribute):
        match used.value:
            case cst.Subscript(value=cst.Attribute(value=model, attr=cst.Name("layers"))):
                members = _OF_LAYERS
            case model:
                members = _OF_MODELS
        if used.attr.value in members and module.source(model) == source:
            return True
    return False


def _scope_of_given(owner: cst.BaseExpression, module: Module) -> cst.CSTNode | None:
    """The function that takes it as a parameter, or the class whose constructor does."""
    layer, name = module.class_of(owner), self_attribute(owner)
    if layer is not None and name is not None:
        bound = layer.attributes[name].bindings
        given = all(
            isinstance(each.value, cst.Name)
            and each.method is not None
            and each.value.value in names_taken(each.method.node)
            for each in bound
        )
        return layer.node if bound and given else None
    function = module.function(owner)
    if function is None or not isinstance(owner, cst.Name):
        return None
    return function.body if owner.value in names_taken(function) else None


def _has_own_layers(module: Module) -> bool:
    """Whether some class of the file keeps a list of this name itself."""
    return any(
        self_attribute(target.target) == "layers"
        for target in walk_kinds(module.tree, cst.AssignTarget)
    )
