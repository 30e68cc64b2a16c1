"""LL608: an image and its mask are moved by two draws, and lie apart."""

from __future__ import annotations

import re
from collections.abc import Iterator

from layerlint.declaration import check
from layerlint.facts.layers import SEQUENTIAL
from layerlint.facts.random import MOVING_FUNCTIONS, MOVING_LAYERS
from layerlint.findings import Finding
from layerlint.model.module import Module
from layerlint.project.needs import AllOf, AnyOf, Text
from layerlint.queries.called_functions import function_named
from layerlint.queries.held_values import maker_of
from layerlint.syntax import cst
from layerlint.syntax.matching import keyword, literal, positional
from layerlint.syntax.walk import walk_kinds, walk_same_function

_IMAGE = re.compile(r"x|im|imgs?|images?|inputs?|photos?|frames?|scans?|pictures?")
_MASK = re.compile(r"y|masks?|seg|segmentations?|annot|annotations?|labels?|gt|truth|targets?")
_WORD = re.compile(r"[A-Z]?[a-z]+|[A-Z]+")
# Whoever sets the seed before each draw gets the same one twice.
_RESEEDS = re.compile(r"\bset_(?:random_)?seed\(")
_CHAINS = SEQUENTIAL | {"layers.Pipeline"}

NEEDS = AnyOf(
    AllOf(Text("keras"), Text("Random")),
    AllOf(Text("tensorflow"), AnyOf(Text("random_flip"), Text("random_crop"))),
)


@check(Module, needs=NEEDS)
def mask_augmented_apart(module: Module) -> Iterator[Finding]:
    """Report a random flip, crop or turn of a mask beside another one of its image."""
    beside: dict[tuple[object, cst.CSTNode | None], list[cst.Call]] = {}
    for call in walk_kinds(module.tree, cst.Call):
        if _said_of(call) is None:
            continue
        drawn = _drawn_by(call, module)
        if drawn is not None:
            block = module.parent(module.statement(call))
            beside.setdefault((drawn, block), []).append(call)
    for calls in beside.values():
        image = next((call for call in calls if _said_of(call) == "image"), None)
        mask = next((call for call in calls if _said_of(call) == "mask"), None)
        if image is not None and mask is not None and not _is_reseeded(mask, module):
            given = {"image": _first(image), "mask": _first(mask)}
            fields = {name: module.source(node) for name, node in given.items() if node}
            yield Finding(mask, fields={"draw": module.source(mask.func), **fields})


def _first(call: cst.Call) -> cst.BaseExpression | None:
    given = positional(call)
    return given[0].value if given else None


def _said_of(call: cst.Call) -> str | None:
    """Whether the first argument is called like an image, or like the mask of one."""
    node = _first(call)
    while isinstance(node, cst.Call):
        node = _first(node)
    match node:
        case cst.Name(value=name) | cst.Attribute(attr=cst.Name(value=name)):
            pass
        case cst.Subscript(slice=[cst.SubscriptElement(slice=cst.Index(value=key))]):
            known = literal(key)
            name = known if isinstance(known, str) else ""
        case _:
            return None
    words = {word.lower() for word in _WORD.findall(name)}
    if any(map(_MASK.fullmatch, words)):
        return "mask"
    return "image" if any(map(_IMAGE.fullmatch, words)) else None


def _drawn_by(call: cst.Call, module: Module) -> object:
    """What draws where to move what it is given; None where nothing is known to."""
    if literal(keyword(call, "training")) is False:
        return None
    drawn = _drawn(call, module)
    if drawn is not None or len(call.args) != 1:
        return drawn
    helper = function_named(call.func, module)
    return helper if helper is not None and _helps(helper, module) else None


def _helps(helper: cst.FunctionDef, module: Module) -> bool:
    """Whether a function moves what it is given, by a draw of its own."""

    def find() -> bool:
        calls = walk_same_function(helper.body, cst.Call)
        return any(_drawn(each, module) is not None for each in calls)

    return module.remembered((_helps, helper), find) and not _is_reseeded(helper, module)


def _drawn(call: cst.Call, module: Module) -> object:
    name = module.tf(call.func)
    if name in MOVING_FUNCTIONS:
        seeded = keyword(call, "seed") is not None or len(positional(call)) > MOVING_FUNCTIONS[name]
        return None if seeded else name
    made = maker_of(call, module)
    return made if made is not None and _moves(made, module) else None


def _moves(made: cst.Call, module: Module) -> bool:
    """Whether a call makes a layer that moves what is in an image, or a chain with one."""
    name = module.keras(made.func)
    if name in MOVING_LAYERS:
        return True
    listed = _first(made) if name in _CHAINS else None
    elements = listed.elements if isinstance(listed, (cst.List, cst.Tuple)) else ()
    return any(
        isinstance(each.value, cst.Call) and module.keras(each.value.func) in MOVING_LAYERS
        for each in elements
    )


def _is_reseeded(node: cst.CSTNode, module: Module) -> bool:
    function = node if isinstance(node, cst.FunctionDef) else module.function(node)
    return _RESEEDS.search(module.source(function) if function else module.text) is not None
