"""Builds the head."""

from layerlint.proof import Observation


def observe(module, keras):
    try:
        module.head(keras.Input((4,)), 3)
    except ValueError as error:
        return Observation(True, f"ValueError: {str(error)[:60]}")
    return Observation(False, "the head was built")
