import numpy as np

from layerlint.proof import Observation


def observe(module, keras):
    gate = module.Gate(3)
    model = keras.Sequential([keras.Input((2,)), gate, keras.layers.Dense(1)])
    model.compile("sgd", "mse")
    x = np.random.RandomState(0).normal(size=(32, 2)).astype("float32")
    model.fit(x, x[:, :1] + 1, epochs=3, verbose=0)
    moved = {w.name.rpartition("/")[2].split(":")[0]: w for w in gate.weights}["b_out"]
    size = float(np.abs(np.array(moved)).max())
    return Observation(size == 0.0, f"after 3 epochs the largest value of the bias is {size:.4f}")
