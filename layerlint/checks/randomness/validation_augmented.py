"""LL610: the data that a model is validated by are augmented at random, as those of training."""

from __future__ import annotations

from collections.abc import Iterator

from layerlint.checks.randomness._augmentation import augments, code_of, mapped_by
from layerlint.declaration import check
from layerlint.facts.images import GENERATORS, RANDOM_ARGUMENTS
from layerlint.findings import Finding
from layerlint.model.module import Module
from layerlint.project.needs import AllOf, AnyOf, Text
from layerlint.queries.called_functions import function_named
from layerlint.queries.held_values import only_call
from layerlint.queries.straight_values import steps_of
from layerlint.queries.traced_code import short
from layerlint.queries.unpacked_mappings import unpacked_mapping
from layerlint.syntax import cst
from layerlint.syntax.matching import keyword, literal
from layerlint.syntax.walk import walk_kinds

_FITS = frozenset({"fit", "fit_generator"})

NEEDS = AnyOf(
    AllOf("ImageDataGenerator", AnyOf("subset", "validation_data")),
    AllOf(Text("tensorflow"), "validation_data", "map", AnyOf(Text("random"), Text("Random"))),
)


@check(Module, needs=NEEDS)
def validation_augmented(module: Module) -> Iterator[Finding]:
    """Report flows of images for a validation, and datasets, that draw what becomes of an image."""
    reported: set[cst.CSTNode] = set()
    for call in walk_kinds(module.tree, cst.Call):
        for data in _validated_by(call):
            made = only_call(data, module)
            change = _drawn_by_generator(made, module) if made is not None else None
            node: cst.CSTNode | None = made
            if change is None:
                node, change = data, _drawn_by_map(data, call, module)
            if change is not None and node is not None and node not in reported:
                reported.add(node)
                yield Finding(node, fields={"change": change})


def _validated_by(call: cst.Call) -> Iterator[cst.BaseExpression]:
    """What a call says to be for a validation: itself, or what it is given."""
    match call.func:
        case cst.Attribute(attr=cst.Name(value=name)) if name.startswith("flow"):
            if literal(keyword(call, "subset")) == "validation":
                yield call
        case cst.Attribute(attr=cst.Name(value=name)) if name in _FITS:
            given = keyword(call, "validation_data")
            if given is not None:
                yield given


def _drawn_by_generator(flow: cst.Call, module: Module) -> str | None:
    """The argument by which the generator that has made a flow of images changes them."""
    match flow.func:
        case cst.Attribute(value=holder, attr=cst.Name(value=name)) if name.startswith("flow"):
            made = only_call(holder, module)
        case _:
            return None
    if made is None or module.keras(made.func) not in GENERATORS:
        return None
    given = _arguments(made, module)
    for name, value in given.items() if given is not None else ():
        if name in RANDOM_ARGUMENTS and _changes(literal(value)):
            return f"{name}={short(module, value)}"
    return None


def _arguments(made: cst.Call, module: Module) -> dict[str, cst.BaseExpression] | None:
    """What a generator is given by name, a mapping unpacked; None where some is not seen."""
    named = {each.keyword.value: each.value for each in made.args if each.keyword is not None}
    if len(named) == len(made.args):
        return named
    unpacked = unpacked_mapping(made, module) if len(named) == len(made.args) - 1 else None
    return {**named, **unpacked} if unpacked is not None else None


def _changes(value: object) -> bool:
    """Whether an argument that says how far images are changed is known to be none of 0."""
    return isinstance(value, (bool, int, float, list, tuple)) and bool(value)


def _drawn_by_map(data: cst.BaseExpression, use: cst.CSTNode, module: Module) -> str | None:
    """What is mapped on a dataset of TensorFlow and draws, whatever else is the case."""
    for step in steps_of(data, use, module):
        given = mapped_by(step)
        if given is None:
            continue
        code = code_of(given, module)
        if code is not None and augments(code, module) and not _chooses(code, module):
            return f"map({short(module, given)})"
    return None


def _chooses(code: cst.CSTNode, module: Module) -> bool:
    """Whether code, or what it calls of the module, decides what it does, say to augment or not."""

    def find() -> bool:
        helpers = (function_named(call.func, module) for call in walk_kinds(code, cst.Call))
        pieces = [code, *(helper.body for helper in helpers if helper is not None)]
        return any(True for each in pieces for _ in walk_kinds(each, cst.If, cst.IfExp))

    return module.remembered((_chooses, code), find)
