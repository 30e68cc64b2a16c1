from tensorflow import keras


# %% a layer of a test
def test_kernel():
    class Kernel(keras.layers.Layer):
        def build(self, input_shape):
            if isinstance(input_shape, list):
                input_shape = input_shape[0]
            self.kernel = self.add_weight(shape=(input_shape[-1], 4), name="kernel")

        def call(self, inputs):
            x = inputs[0] if isinstance(inputs, (list, tuple)) else inputs
            return x @ self.kernel
