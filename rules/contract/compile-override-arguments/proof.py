"""Compiles the model."""

from layerlint.proof import Observation


def observe(module, keras):
    try:
        model = module.duet()
    except TypeError as error:
        return Observation(True, f"TypeError: {error}")
    return Observation(False, f"the model is compiled, run_eagerly={model.run_eagerly}")
