"""Save a model as HDF5, and load it."""

from layerlint.proof import Observation


def observe(module, keras):
    try:
        model = module.make_and_save()
    except Exception as error:
        reason = str(error).partition("(")[2].partition(")")[0]
        return Observation(True, f"saving as HDF5 raises {type(error).__name__}: {reason}")
    return Observation(False, f"{len(model.get_weights())} weights were loaded")
