import numpy as np

from layerlint.proof import Observation


def observe(module, keras):
    inputs = keras.Input((3,))
    model = module.Weighed(inputs, keras.layers.Dense(1)(inputs))
    model.compile(keras.optimizers.SGD(0.1), "mse")
    before = model.get_weights()[0]
    x = np.ones((8, 3), "float32")
    model.fit(x, 5 * x[:, :1], sample_weight=np.zeros(8), epochs=1, verbose=0)
    moved = float(np.abs(model.get_weights()[0] - before).max())
    return Observation(
        moved > 0, f"with weights of zero for all samples, fit moved the kernel by {moved:.3f}"
    )
