"""Layers without a config of their own that are seen to go into files of whole models."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from layerlint.facts.layers import FUNCTIONAL, SEQUENTIAL
from layerlint.model.constructor import arguments_of
from layerlint.model.evidence import object_evidence
from layerlint.queries.called_functions import function_called
from layerlint.queries.config_practice import told_to_keras
from layerlint.queries.held_values import only_call
from layerlint.syntax import cst
from layerlint.syntax.matching import is_name, literal
from layerlint.syntax.walk import walk_kinds

if TYPE_CHECKING:
    from layerlint.model.layer import LayerClass
    from layerlint.model.module import Module

# Files from which a model is made again by its config: a SavedModel of Keras 2 needs none.
_FORMATS = (".keras", ".h5", ".hdf5")
_MODELS = FUNCTIONAL | SEQUENTIAL


def is_saved_with_model(layer: LayerClass) -> bool:
    """Whether the project names the class for what it loads, or its module saves a model with it.

    Of plain arguments alone, for which Keras makes a config by itself.
    """
    arguments = arguments_of(layer).values()
    if any(object_evidence(layer, each, guarded=True) is not None for each in arguments):
        return False
    if told_to_keras(layer.module, layer.node):
        return True
    return any(_holds(layer, model) for model in layer.module.once(_saved_models))


def _saved_models(module: Module) -> list[cst.Call]:
    """The calls that make what the module writes to a file of a whole model."""
    return list(_saved(module))


def _saved(module: Module) -> Iterator[cst.Call]:
    if not any(map(module.says, _FORMATS)):
        return
    for call in walk_kinds(module.tree, cst.Call):
        match call:
            case cst.Call(
                func=cst.Attribute(value=model, attr=cst.Name("save")), args=[first, *_]
            ) if _is_file(first):
                made = only_call(model, module)
                if made is not None:
                    yield made
            case cst.Call(args=[first, second, *_]) if _is_file(second):
                if module.keras(call.func) in ("models.save_model", "saving.save_model"):
                    made = only_call(first.value, module)
                    if made is not None:
                        yield made


def _is_file(path: cst.Arg) -> bool:
    name = literal(path.value)
    return path.keyword is None and isinstance(name, str) and name.endswith(_FORMATS)


def _holds(layer: LayerClass, model: cst.Call) -> bool:
    """Whether a model is put together where the class is made, in a function or at the top."""
    module = layer.module
    if module.keras(model.func) in _MODELS:
        scope = module.function(model)
        inside = module.tree if scope is None else scope
        return any(module.function(call) is scope for call in _makings(layer, inside))
    built_by = function_called(model, module)
    if built_by is None:
        return False
    models = [call for call in walk_kinds(built_by, cst.Call) if module.keras(call.func) in _MODELS]
    return len(models) == 1 and any(_makings(layer, built_by))


def _makings(layer: LayerClass, inside: cst.CSTNode) -> Iterator[cst.Call]:
    """Where code makes the class, outside of other classes."""
    for call in walk_kinds(inside, cst.Call):
        if is_name(call.func, layer.name) and layer.module.class_around(call) is None:
            yield call
