import numpy as np

from layerlint.proof import Observation


def observe(module, keras):
    model = module.detector(2)
    x = np.random.RandomState(0).normal(size=(64, 2)).astype("float32")
    model.fit(x, (x[:, :1] > 0).astype("float32"), epochs=2, verbose=0)
    given = model.predict(x, verbose=0)
    detail = f"64 predictions lie between {given.min():.2f} and {given.max():.2f}"
    return Observation(bool(given.max() - given.min() < 1e-6), detail)
