"""Put the layer into a functional model."""

from layerlint.proof import Observation


def observe(module, keras):
    inputs = keras.Input((2,))
    try:
        model = keras.Model(inputs, module.Shift()(inputs))
    except AttributeError as error:
        return Observation(broken=True, detail=f"building a model raises AttributeError: {error}")
    names = [type(layer).__name__ for layer in model.layers]
    return Observation(
        broken="Shift" not in names,
        detail=f"the model has the layers {names} and {len(model.weights)} weight",
    )
