# %% callbacks
import keras


class Report(keras.callbacks.Callback):
    def on_train_begin(self, logs=None):
        print("begin")

    def on_epoch_end(self, *args):
        print(args)

    def on_train_batch_end(self, batch, logs=None, model=None):
        print(batch)

# %% layers
import keras


class Scale(keras.layers.Layer):
    def call(self, x, y):
        return x * y

    def compute_output_shape(self, x_shape, y_shape):
        return x_shape

    def compute_mask(self, inputs, mask=None):
        return mask

    def get_config(self):
        return super().get_config()

# %% static
import keras


class Error(keras.losses.Loss):
    @staticmethod
    def call(y_true, y_pred):
        return y_true - y_pred

# %% a class that only looks like a callback
class Report:
    def on_epoch_end(self):
        print("end")

# %% a shape that does not depend on the input: Keras passes a shape to those alone that take one
import keras


class Pool(keras.layers.Layer):
    def call(self, x):
        return keras.ops.mean(x, axis=1)

    def compute_output_shape(self):
        return None, 3
