"""Let the callback see a score that grows."""

import os
import tempfile

from layerlint.proof import Observation


def observe(module, keras):
    model = keras.Sequential([keras.Input((1,)), keras.layers.Dense(1)])
    module.prepare(model)
    with tempfile.TemporaryDirectory() as folder:
        path = os.path.join(folder, "best.keras")
        keep = module.watch(path)
        keep.set_model(model)
        kept = []
        for epoch, score in enumerate((0.2, 0.5, 0.9)):
            try:
                keep.on_epoch_end(epoch, {"val_precision": score})
            except ValueError:
                return Observation(True, "the callback raised ValueError")
            if os.path.exists(path):
                kept.append(score)
                os.remove(path)
    return Observation(
        kept[-1] != 0.9, f"of the scores 0.2, 0.5 and 0.9 the model of {kept[-1]} was kept"
    )
