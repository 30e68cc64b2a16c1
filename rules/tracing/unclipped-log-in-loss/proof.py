import numpy as np

from layerlint.proof import Observation


def observe(module, keras):
    dense = keras.layers.Dense(1, activation="sigmoid", kernel_initializer="ones")
    model = keras.Sequential([keras.Input((1,)), dense])
    model.compile("sgd", loss=module.weighted)
    x = np.array([[-1.0], [1.0], [30.0]], "float32")
    model.fit(x, (x > 0).astype("float32"), epochs=1, verbose=0)
    kernel = float(dense.get_weights()[0][0, 0])
    detail = f"after a batch with one prediction that is right and sure, the kernel is {kernel:.2f}"
    return Observation(bool(np.isnan(kernel)), detail)
