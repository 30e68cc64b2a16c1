from tensorflow import keras


# %% kernel_regularizer-, regularizer=self.kernel_regularizer-
class Projection(keras.layers.Layer):
    def __init__(self, units=2, kernel_regularizer=None, **kwargs):
        super().__init__(**kwargs)
        self.units = units
        self.kernel_regularizer = kernel_regularizer


    def build(self, input_shape):
        self.kernel = self.add_weight(name="kernel", shape=(2, 2), regularizer=self.kernel_regularizer)

    def call(self, x):
        return x @ self.kernel

    def get_config(self):
        return {**super().get_config(), "units": self.units, "kernel_regularizer": self.kernel_regularizer}


# %% kernel_regularizer-- self.dense = keras.layers.Dense(2, kernel_regu...
class Projection(keras.layers.Layer):
    def __init__(self, units=2, kernel_regularizer=None, **kwargs):
        super().__init__(**kwargs)
        self.units = units
        self.kernel_regularizer = kernel_regularizer
        self.dense = keras.layers.Dense(2, kernel_regularizer)

    def build(self, input_shape):
        self.kernel = self.add_weight(name="kernel", shape=(2, 2))

    def call(self, x):
        return x @ self.kernel

    def get_config(self):
        return {**super().get_config(), "units": self.units, "kernel_regularizer": self.kernel_regularizer}


# %% kernel_regularizer-- self.options = {'r': self.kernel_regularizer}
class Projection(keras.layers.Layer):
    def __init__(self, units=2, kernel_regularizer=None, **kwargs):
        super().__init__(**kwargs)
        self.units = units
        self.kernel_regularizer = kernel_regularizer
        self.options = {'r': self.kernel_regularizer}

    def build(self, input_shape):
        self.kernel = self.add_weight(name="kernel", shape=(2, 2))

    def call(self, x):
        return x @ self.kernel

    def get_config(self):
        return {**super().get_config(), "units": self.units, "kernel_regularizer": self.kernel_regularizer}


# %% activity_regularizer--
class Projection(keras.layers.Layer):
    def __init__(self, units=2, activity_regularizer=None, **kwargs):
        super().__init__(**kwargs)
        self.units = units
        self.activity_regularizer = activity_regularizer


    def build(self, input_shape):
        self.kernel = self.add_weight(name="kernel", shape=(2, 2))

    def call(self, x):
        return x @ self.kernel

    def get_config(self):
        return {**super().get_config(), "units": self.units, "activity_regularizer": self.activity_regularizer}
