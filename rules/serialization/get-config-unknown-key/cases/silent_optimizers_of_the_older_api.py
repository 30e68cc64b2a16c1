"""The base of the optimizers before 2.11 takes `decay` and `lr` out of its keywords."""

import tensorflow as tf

# %% the decay of the learning rate


class Lion(tf.keras.optimizers.Optimizer):
    def __init__(self, learning_rate=1e-4, momentum=0.9, name="Lion", **kwargs):
        super().__init__(name, **kwargs)
        self._set_hyper("learning_rate", kwargs.get("lr", learning_rate))
        self._set_hyper("decay", self._initial_decay)
        self._set_hyper("momentum", momentum)

    def _resource_apply_dense(self, grad, var, apply_state=None):
        rate = self._get_hyper("learning_rate", var.dtype)
        return var.assign_sub(rate * tf.sign(grad))

    def get_config(self):
        config = super().get_config()
        config["learning_rate"] = self._serialize_hyperparameter("learning_rate")
        config["decay"] = self._serialize_hyperparameter("decay")
        config["momentum"] = self._serialize_hyperparameter("momentum")
        return config
