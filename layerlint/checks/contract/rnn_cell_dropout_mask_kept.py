"""LL421: a recurrent cell runs a cell with dropout, whose mask nobody resets."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from layerlint.declaration import check
from layerlint.findings import Finding
from layerlint.interpret.effects import SublayerCall
from layerlint.model.layer import LayerClass
from layerlint.project.needs import AllOf, AnyOf, HoldsLayer
from layerlint.queries.written_values import written_value
from layerlint.syntax.matching import literal

if TYPE_CHECKING:
    from layerlint.model.sublayers import Sublayer

_CELLS = frozenset({"layers.GRUCell", "layers.LSTMCell", "layers.SimpleRNNCell"})
_RATES = ("dropout", "recurrent_dropout")
NEEDS = AllOf(
    HoldsLayer(), "state_size", AnyOf(*(name.partition(".")[2] for name in _CELLS)), AnyOf(*_RATES)
)


@check(LayerClass, needs=NEEDS)
def rnn_cell_dropout_mask_kept(layer: LayerClass) -> Iterator[Finding]:
    """Report the cells within a cell that drop, where they are made."""
    if layer.kind != "layer" or layer.call is None:
        return
    if not _is_cell(layer) or layer.module.says("dropout_mask"):
        return
    told = {
        effect.sublayer.attribute
        for effect in layer.forward.of(SublayerCall)
        if effect.sublayer is not None and literal(effect.training) is not False
    }
    for part in layer.all_sublayers:
        if part.keras in _CELLS and part.attribute in told and _drops(part):
            fields = {"layer": layer.name, "attribute": part.attribute}
            yield Finding(part.call, fields=fields, module=part.module)


def _is_cell(layer: LayerClass) -> bool:
    """Whether `RNN` can run the class itself: it has states, and says of what size."""
    bound = layer.attributes["state_size"].bindings
    says = layer.method("state_size") is not None or bool(bound)
    return says and layer.call is not None and len(layer.call.positional) > 1


def _drops(part: Sublayer) -> bool:
    """Whether a rate is given that is not zero."""
    rates = [part.arguments[name] for name in _RATES if name in part.arguments]
    return any(written_value(rate, part.module) not in (0, 0.0, None) for rate in rates)
