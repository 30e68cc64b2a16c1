"""Take the last layer, of one unit, from a model that has four units before it."""

from layerlint.proof import Observation


def observe(module, keras):
    inputs = keras.Input((3,))
    features = keras.layers.Dense(4)(inputs)
    base = keras.Model(inputs, keras.layers.Dense(1)(features))
    width = module.without_head(base).output.shape[-1]
    heard = f"the model without its last layer gives {width} number" + "s" * (width > 1)
    return Observation(width == 1, heard)
