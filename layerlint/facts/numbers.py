"""Python numbers by which built-in layers compute: in a graph that is made they are constants."""

from __future__ import annotations

from collections.abc import Mapping

_DROPOUTS = ("Dropout", "AlphaDropout", "GaussianDropout")
_SPATIAL = ("SpatialDropout1D", "SpatialDropout2D", "SpatialDropout3D")
_NORMALIZATIONS = ("BatchNormalization", "GroupNormalization", "LayerNormalization")
_CELLS = ("GRUCell", "LSTMCell", "SimpleRNNCell")

# The attribute, and the layers that have it on both generations.
NUMBERS: Mapping[str, frozenset[str]] = {
    "rate": frozenset((*_DROPOUTS, *_SPATIAL)),
    "stddev": frozenset(("GaussianNoise",)),
    "momentum": frozenset(("BatchNormalization",)),
    "epsilon": frozenset(_NORMALIZATIONS),
    "dropout": frozenset(_CELLS),
    "recurrent_dropout": frozenset(_CELLS),
    "scale": frozenset(("Rescaling",)),
    "offset": frozenset(("Rescaling",)),
}


def computes_with(layer: str, attribute: str) -> bool:
    """Whether the built-in layer (`"layers.Dropout"`) computes with a Python number it so keeps."""
    home, _, name = layer.rpartition(".")
    return home.startswith("layers") and name in NUMBERS.get(attribute, ())
