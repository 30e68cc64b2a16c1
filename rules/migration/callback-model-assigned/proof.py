"""Make the callback, and ask it for the mean of the weights."""

from layerlint.proof import Observation


def observe(module, keras):
    try:
        module.Mean(made(keras)).mean()
    except AttributeError as error:
        return Observation(True, f"making the callback raises {type(error).__name__}")
    return Observation(False, "the callback has the model")


def unchanged(buggy, fixed, keras):
    """Without its constructor the callback has the model that it is given by Keras."""
    seen = []
    for module in (buggy, fixed):
        keras.utils.set_random_seed(0)
        callback = module.Mean.__new__(module.Mean)
        keras.callbacks.Callback.__init__(callback)
        callback.set_model(made(keras))
        seen.append(callback.mean())
    difference = abs(seen[0] - seen[1])
    return Observation(difference > 0, f"the means of both differ by {difference:.1f}")


def made(keras):
    return keras.Sequential([keras.Input((3,)), keras.layers.Dense(2)])
