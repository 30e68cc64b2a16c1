import tensorflow as tf
from keras import Layer, Model


class Norm(Layer):
    def build(self, input_shape):
        self.scale = self.add_weight(
            shape=(input_shape[-1],), aggregation=tf.VariableAggregation.MEAN, name="scale"
        )

    def call(self, inputs):
        return inputs * self.scale


# %% no model of it is ever built
class Flow(Model):
    def __init__(self, depth=2):
        super().__init__()
        self.depth = depth
        self.flows = [Norm() for _ in range(depth)]

    def call(self, inputs):
        for flow in self.flows:
            inputs = flow(inputs)
        return inputs

    def get_config(self):
        return {**super().get_config(), "depth": self.depth}
