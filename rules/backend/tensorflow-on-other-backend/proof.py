import numpy as np

from layerlint.proof import Observation


def observe(module, keras):
    inputs = keras.Input((3,))
    try:
        model = keras.Model(inputs, module.Energy()(inputs))
    except AttributeError as error:
        where = "Energy.call()" if "Energy.call()" in str(error) else "another place"
        return Observation(True, f"building a model raised AttributeError in {where}")
    value = float(model.predict(np.ones((1, 3), "float32"), verbose=0)[0, 0])
    return Observation(False, f"predict gave {value:.0f} for three ones")
