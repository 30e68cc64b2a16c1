# %% slots
import keras


class Falling(keras.optimizers.Optimizer):
    def _create_slots(self, var_list):
        for variable in var_list:
            self.add_slot(variable, "speed")

    def _resource_apply_dense(self, grad, var, apply_state=None):  # LL706
        speed = self.get_slot(var, "speed")
        speed.assign(0.9 * speed + grad)
        var.assign_sub(0.1 * speed)

# %% a list of updates
from keras.optimizers import Optimizer
from keras import ops


class Signs(Optimizer):
    def get_updates(self, loss, params):  # LL706
        return [p - 0.1 * ops.sign(g) for p, g in zip(params, loss)]
