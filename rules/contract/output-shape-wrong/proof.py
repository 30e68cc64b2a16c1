import numpy as np

from layerlint.proof import Observation


def observe(module, keras):
    inputs = keras.Input((5, 3))
    model = keras.Model(inputs, module.Pooled()(inputs))
    said = tuple(model.output_shape)
    given = model.predict(np.ones((2, 5, 3), "float32"), verbose=0).shape
    broken = len(said) != len(given)
    return Observation(broken, f"the model says {said}, and predict gave {given}")
