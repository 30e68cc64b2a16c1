"""Train the student, and see which of the two has changed."""

import numpy as np

from layerlint.proof import Observation


def observe(module, keras):
    student, teacher = (
        keras.Sequential([keras.Input((2,)), keras.layers.Dense(1, kernel_initializer=kind)])
        for kind in ("zeros", "ones")
    )
    model = module.Distiller(student, teacher)
    model.compile(keras.optimizers.SGD(0.1))
    data = np.ones((4, 2), "float32")
    model.fit(data, data[:, :1], verbose=0)
    learnt = float(np.abs(student.get_weights()[0]).max())
    taught = float(np.abs(teacher.get_weights()[0] - 1).max())
    return Observation(
        broken=taught > 0,
        detail=f"the student's weights moved by {learnt:.1f}, those of the teacher by {taught:.1f}",
    )
