# %% under another name, and by Keras's method
import keras


class TeacherAverage(keras.callbacks.Callback):
    def __init__(self, model):
        super().__init__()
        self.teacher = model
        self.set_model(model)


# %% a property of its own
import keras


class Inner(keras.callbacks.Callback):
    @property
    def model(self):
        return self._inner

    @model.setter
    def model(self, model):
        self._inner = model

    def __init__(self, model):
        super().__init__()
        self.model = model


# %% an attribute of the class
import keras


class Counter(keras.callbacks.Callback):
    model = None

    def on_train_begin(self, logs=None):
        self.model = 1


# %% no callback
import keras


class Trainer:
    def __init__(self, model, callbacks):
        self.model = model
        self.callbacks = [keras.callbacks.EarlyStopping(), *callbacks]


class Holder(keras.layers.Layer):
    def __init__(self, model, callback=None):
        super().__init__()
        self.model = model

    def call(self, x):
        return self.model(x)
