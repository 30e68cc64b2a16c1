"""Saves the model and loads it."""

from layerlint.proof import Observation


def observe(module, keras):
    try:
        module.again("model.keras")
    except ValueError as error:
        return Observation(True, f"load_model raised ValueError: {str(error)[:60]}")
    return Observation(False, "load_model gave the model")
