"""LL506: a module loads a saved model without telling Keras about its own layer or loss."""

from __future__ import annotations

from collections.abc import Iterator

from layerlint.checks.serialization._objects_in_models import (
    goes_into_model,
    is_compiled,
    is_loaded_with,
)
from layerlint.checks.serialization._saved_models import is_saved_without
from layerlint.checks.serialization._told_classes import REGISTERS, made_together, told_classes
from layerlint.declaration import check
from layerlint.findings import Finding
from layerlint.fixes.edit import Fix
from layerlint.fixes.rewrite import add_decorator
from layerlint.fixes.spelling import spell
from layerlint.model.assignments import assigned, values_of
from layerlint.model.layer import LayerClass
from layerlint.model.module import Module
from layerlint.project.needs import AllOf, AnyOf, HoldsLayer, Text
from layerlint.queries.application import anywhere
from layerlint.queries.called_functions import arguments, callers
from layerlint.queries.keras_objects import HAS_OBJECTS, classes_of, is_object
from layerlint.queries.traced_code import in_project
from layerlint.syntax import cst
from layerlint.syntax.matching import keyword, literal
from layerlint.syntax.walk import is_below, walk_kinds

# Formats in which layers are found by name only.
_FORMATS = (".keras", ".h5", ".hdf5")


_SAVES = AllOf(Text("keras"), AnyOf("save", "save_model", "ModelCheckpoint"))


@check(LayerClass, Module, needs=AllOf("load_model", AnyOf(HoldsLayer(), HAS_OBJECTS, _SAVES)))
def unregistered_custom_layer(subject: LayerClass | Module) -> Iterator[Finding]:
    """Report a class that the module makes, saves and loads, and registers in no way."""
    module = subject if isinstance(subject, Module) else subject.module
    if not module.says("load_model"):
        return
    if module.name.partition(".")[0] == "keras":
        return  # Keras imports modules of its own package by their names
    for layer in classes_of(subject):
        load = module.once(_load_of_saved)
        if load is None or _may_be_registered(layer):
            continue
        if not _is_made(layer) or not is_loaded_with(layer, load) or _is_told(layer):
            continue
        if _is_part(load, layer) or _is_in_none(load, layer, module):
            continue
        line = module.text.count("\n", 0, module.span(load).start) + 1
        yield Finding(
            layer.node.name, fields={"layer": layer.name, "line": line}, fix=_fix(layer, load)
        )
    if isinstance(subject, Module):
        yield from _imported(subject)


def _may_be_registered(layer: LayerClass) -> bool:
    """Whether a decorator of the class may register it; those of `typing` do nothing at all."""
    names = [layer.module.resolve(each.decorator) for each in layer.node.decorators]
    return not all(name and name.startswith("typing.") for name in names)


def _imported(module: Module) -> Iterator[Finding]:
    """The load that misses a layer of another file of the project, which nothing registers."""
    load = module.once(_load_of_saved)
    if load is None or anywhere(module, REGISTERS):
        return
    told = told_classes(module)
    for name, made in module.once(_calls).items() if told is not None else ():
        layer = module.project.find_layer(name, module.path)
        if layer is None or layer.module is module or layer.name in (told or ()):
            continue
        if _may_be_registered(layer) or not in_project(layer.module) or is_object(layer):
            continue
        if _is_in_none(load, layer, module):
            continue
        if not told or made_together(module, told, made):
            yield Finding(load, "imported", {"layer": layer.name})
            return


def _is_told(layer: LayerClass) -> bool:
    """Whether Keras may be told about the class; not where it is told about others of one model."""
    told = told_classes(layer.module)
    if not told:
        return told is None
    return layer.name in told or not made_together(layer.module, told, _made(layer))


def _is_made(layer: LayerClass) -> bool:
    """Whether the module constructs the class outside of it; an object, for a model."""
    module = layer.module
    return any(
        goes_into_model(layer, node) if is_object(layer) else module.class_of(node) is not layer
        for node in _made(layer)
    )


def _is_part(load: cst.Call, layer: LayerClass) -> bool:
    """Whether the class is made of what is loaded: then that is no model with it in."""
    return any(is_below(load, made) for made in _made(layer))


def _made(layer: LayerClass) -> list[cst.Call]:
    made = layer.module.once(_calls)
    names = (layer.qualname, f"{layer.module.name}.{layer.qualname}")
    return [node for name in names for node in made.get(name, ())]


def _calls(module: Module) -> dict[str, list[cst.Call]]:
    """The calls of the module by the names of what they call."""
    found: dict[str, list[cst.Call]] = {}
    for node in walk_kinds(module.tree, cst.Call):
        name = module.resolve(node.func)
        if name is not None:
            found.setdefault(name, []).append(node)
    return found


def _load_of_saved(module: Module) -> cst.Call | None:
    """The first `load_model` of a path that the module itself saves a whole model to."""
    saved = {path for _, paths in module.once(_saves) for path in paths}
    for node in walk_kinds(module.tree, cst.Call):
        if node.args and module.keras(node.func) in ("models.load_model", "saving.load_model"):
            path = node.args[0].value
            if _path(module, path) & saved and _is_read_by_names(module, path):
                return node
    return None


def _saves(module: Module) -> list[tuple[cst.Call, set[str]]]:
    """What writes whole models, with the expressions of the path."""
    saves = []
    for node in walk_kinds(module.tree, cst.Call):
        name = module.keras(node.func) or ""
        if name in ("models.save_model", "saving.save_model") and len(node.args) > 1:
            saves.append((node, _path(module, node.args[1].value)))
        elif name == "callbacks.ModelCheckpoint" and node.args:
            weights = keyword(node, "save_weights_only")
            if weights is None or literal(weights) is False:
                saves.append((node, _path(module, node.args[0].value)))
        elif isinstance(node.func, cst.Attribute) and node.func.attr.value == "save" and node.args:
            saves.append((node, _path(module, node.args[0].value)))
    return saves


def _is_in_none(load: cst.Call, layer: LayerClass, module: Module) -> bool:
    """Whether the class is in no model that the module saves to the path of its load."""
    path = _path(module, load.args[0].value)
    return all(
        is_saved_without(layer, save, module) for save, paths in module.once(_saves) if paths & path
    )


def _is_read_by_names(module: Module, path: cst.BaseExpression) -> bool:
    """Whether a file is of a format in which layers are found by name: Keras 3 has no other."""
    file = _file(module, path)
    written_out = file.startswith(("'", '"'))
    return file.endswith(_FORMATS) or (not written_out and module.generations == {3})


def _path(module: Module, node: cst.BaseExpression) -> set[str]:
    """The expression of a path, and what a name that is bound once stands for."""
    found = {module.source(node)}
    if isinstance(node, cst.Name):
        value = _default_or_constant(module, node)
        if value is not None:
            found.add(module.source(value))
    return found


def _file(module: Module, node: cst.BaseExpression) -> str:
    """The source of a path, or of what its name stands for, without the quotes around it."""
    value: cst.BaseExpression | None = node
    if isinstance(node, cst.Name):
        value = _default_or_constant(module, node)
    elif isinstance(node, cst.Attribute):
        value = _constant_attribute(module, node)
    return module.source(value).rstrip("\"')") if value is not None else ""


def _default_or_constant(module: Module, name: cst.Name) -> cst.BaseExpression | None:
    """What a name is bound to, if once: a parameter to its default, or by the one who calls."""
    function = module.function(name)
    found: list[cst.BaseExpression | None] = []
    if function is not None:
        parameters = (*function.params.params, *function.params.kwonly_params)
        found += [param.default for param in parameters if param.name.value == name.value]
        if found == [None]:
            given = [arguments(call, function, module) for call in callers(function, module)]
            found = [each.get(name.value) for each in given]
    found += values_of(name.value, assigned(module.tree, module, walk_kinds))
    return found[0] if len(found) == 1 else None


def _constant_attribute(module: Module, node: cst.Attribute) -> cst.BaseExpression | None:
    """What the attribute of a class is bound to, in its body or on `self`, if that is done once."""
    inside = module.class_around(node)
    found = [
        each.value
        for each in (walk_kinds(inside, cst.Assign) if inside is not None else ())
        for target in each.targets
        if module.source(target.target) in (module.source(node), node.attr.value)
    ]
    return found[0] if len(found) == 1 else None


def _fix(layer: LayerClass, load: cst.Call) -> Fix | None:
    """Register the class; Keras 2 looks what layers hold up elsewhere when it reads HDF5."""
    module = layer.module
    held = is_object(layer) and not is_compiled(layer)
    if held and 2 in layer.generations and not _file(module, load.args[0].value).endswith(".keras"):
        return None
    register, imported = spell(module, layer.node, "keras.utils.register_keras_serializable")
    edits = (*imported, *add_decorator(module, layer.node, f"@{register}()"))
    return Fix("Register the class", edits, "safe")
