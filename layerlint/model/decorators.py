"""What the decorators of a function or a class make of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from layerlint.facts.members import MAKE_OR_SAVE, RUN_ON_TENSORS
from layerlint.facts.python import DATACLASS_DECORATORS
from layerlint.syntax import cst
from layerlint.syntax.matching import called_name
from layerlint.syntax.walk import walk_kinds

if TYPE_CHECKING:
    from layerlint.model.module import Module

_CALLED = MAKE_OR_SAVE | RUN_ON_TENSORS


def decorating(node: cst.FunctionDef | cst.ClassDef) -> list[cst.BaseExpression]:
    """What decorates a function or a class, without the arguments of what is called."""
    made = (each.decorator for each in node.decorators)
    return [each.func if isinstance(each, cst.Call) else each for each in made]


def is_dataclass(node: cst.ClassDef, module: Module) -> bool:
    """Whether a class gets its constructor from its fields."""
    return any(module.resolve(each) in DATACLASS_DECORATORS for each in decorating(node))


def tf_function(node: cst.FunctionDef, module: Module) -> cst.Decorator | None:
    """The `@tf.function` or `@tf.function(...)` of a function, None where it has none."""
    pairs = zip(node.decorators, decorating(node), strict=True)
    return next((each for each, function in pairs if module.tf(function) == "function"), None)


def changes_class(node: cst.ClassDef, module: Module) -> bool:
    """Whether a decorator gives a class methods that Keras calls, or another class in its place.

    Of those whose code is not at hand one that is not Keras's own does, where its name says so:
    `keras_serializable` of transformers adds a `get_config`.
    """
    for function in decorating(node):
        name = module.resolve(function) or ""
        found = module.project.function(name, module.path)
        if found is not None:
            if found[0].facts(found[1], _gives_methods):
                return True
        elif "serializable" in (name.rpartition(".")[2] or called_name(function)) and (
            module.keras(function) is None
        ):
            return True
    return False


def _gives_methods(decorator: cst.FunctionDef) -> bool:
    """Whether a function sets what Keras calls on what it is given, or makes a class of that."""
    inner = [decorator, *walk_kinds(decorator.body, cst.FunctionDef)]
    given = {each.name.value for one in inner for each in one.params.params} - {"self"}
    for node in walk_kinds(decorator.body, cst.ClassDef, cst.AssignTarget, cst.Call):
        match node:
            case cst.ClassDef(bases=[cst.Arg(value=cst.Name(value=base)), *_]) if base in given:
                return True
            case (
                cst.AssignTarget(
                    target=cst.Attribute(value=cst.Name(value=owner), attr=cst.Name(value=name))
                )
                | cst.Call(
                    func=cst.Name("setattr"),
                    args=[
                        cst.Arg(value=cst.Name(value=owner)),
                        cst.Arg(value=cst.SimpleString(raw_value=name)),
                        _,
                    ],
                )
            ) if owner in given and name in _CALLED:
                return True
    return False
