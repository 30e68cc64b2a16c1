import numpy as np

from layerlint.proof import Observation


def observe(module, keras):
    def batches(epoch):
        return [np.full((2, 1), 2.0 - epoch, "float32")] * 3

    _first, second = module.run(batches, 2)
    detail = f"the loss of the second epoch is 1.0 everywhere, and {second:.1f} was reported"
    return Observation(abs(second - 1.0) > 0.1, detail)
