"""LL234: a sublayer is never called, and the one that it stands beside is called in its place."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from layerlint.checks.state._skipped_items import skipped_items
from layerlint.declaration import check
from layerlint.facts.tensors import WEIGHT_LAYERS
from layerlint.findings import Finding
from layerlint.interpret.effects import SublayerCall
from layerlint.model.layer import LayerClass

if TYPE_CHECKING:
    from layerlint.model.sublayers import Sublayer
    from layerlint.syntax import cst


@check(LayerClass)
def sublayer_never_called(layer: LayerClass) -> Iterator[Finding]:
    """Report a sublayer that nothing reads, where another of its row is called twice."""
    if layer.call is None:
        return
    for skipped in skipped_items(layer, layer.call) if layer.call.owner is layer else ():
        fields = {"sublayer": f"self.{skipped.attribute}", "count": _counted(skipped.left_out)}
        yield Finding(skipped.node, "skipped", fields, module=layer.call.module)
    called: dict[str, set[cst.CSTNode]] = {}
    for effect in layer.forward.of(SublayerCall):
        if effect.sublayer is not None:
            called.setdefault(effect.sublayer.attribute, set()).add(effect.node)
    for name, held in layer.sublayers.items():
        if not _is_single(layer, held) or _is_mentioned(layer, name):
            continue
        for other, calls in called.items():
            beside = layer.sublayers.get(other)
            if beside is None or len(calls) < 2 or not _is_single(layer, beside):
                continue
            if beside.keras == held.keras and _are_twins(held, beside):
                fields = {"sublayer": f"self.{name}", "other": f"self.{other}"}
                yield Finding(held.call, fields=fields, module=held.module)
                break


def _counted(count: int) -> str:
    return "first one" if count == 1 else f"first {count}"


def _are_twins(held: Sublayer, beside: Sublayer) -> bool:
    """Whether two layers are named as a row: by a number, or by one word and made alike."""
    name, other = held.attribute, beside.attribute
    if _stem(name) is not None and _stem(name) == _stem(other):
        return True
    words, others = name.split("_"), other.split("_")
    apart = sum(one != two for one, two in zip(words, others, strict=False))
    one_word = len(words) == len(others) > 1 and apart == 1
    return one_word and held.module.source(held.call) == beside.module.source(beside.call)


def _stem(name: str) -> str | None:
    """What a numbered name is without its number; None for any other name."""
    stem = name.rstrip("0123456789")
    return stem.rstrip("_") if stem != name else None


def _is_single(layer: LayerClass, held: Sublayer) -> bool:
    """Whether it is one layer of Keras with weights, that this class makes."""
    return (
        held.container is None
        and held.keras in WEIGHT_LAYERS
        and held.method is not None
        and held.method.owner is layer
        and len(layer.attributes[held.attribute].bindings) == 1
    )


def _is_mentioned(layer: LayerClass, name: str) -> bool:
    """Whether the project has the name anywhere but where the layer is made."""
    if layer.attributes[name].reads or layer.module.says("getattr"):
        return True
    word = rf"\b{re.escape(name)}\b"
    files = layer.project.index.having(name, word)
    return len(files) != 1 or len(re.findall(word, layer.module.text)) != 1
