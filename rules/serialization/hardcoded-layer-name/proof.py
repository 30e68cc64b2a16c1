"""Uses the layer twice in a model, and saves and loads one that uses it once."""

from layerlint.proof import Observation


def observe(module, keras):
    seen = [_twice(module, keras), _saved(module, keras)]
    return Observation(any("raised" in text for text in seen), "; ".join(seen))


def _twice(module, keras):
    try:
        keras.Sequential([keras.Input((2,)), module.Gate(), module.Gate()])
    except ValueError:
        return "a model with two of them raised ValueError"
    return "a model with two of them works"


def _saved(module, keras):
    model = keras.Sequential([keras.Input((2,)), module.Gate()])
    model.save("model.keras")
    try:
        keras.models.load_model("model.keras", custom_objects={"Gate": module.Gate})
    except TypeError:
        return "loading a model with one raised TypeError"
    return "loading a model with one works"
