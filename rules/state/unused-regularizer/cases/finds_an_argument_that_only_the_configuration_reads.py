from tensorflow import keras


# %% kernel_regularizer-kernel_regularizer
class Projection(keras.layers.Layer):
    def __init__(self, units=2, kernel_regularizer=None, **kwargs):
        super().__init__(**kwargs)
        self.units = units
        self.kernel_regularizer = kernel_regularizer  # LL222


    def build(self, input_shape):
        self.kernel = self.add_weight(name="kernel", shape=(2, 2))

    def call(self, x):
        return x @ self.kernel

    def get_config(self):
        return {**super().get_config(), "units": self.units, "kernel_regularizer": self.kernel_regularizer}


# %% kernel_regularizer-keras.regularizers.get(kernel_regularizer)
class Projection(keras.layers.Layer):
    def __init__(self, units=2, kernel_regularizer=None, **kwargs):
        super().__init__(**kwargs)
        self.units = units
        self.kernel_regularizer = keras.regularizers.get(kernel_regularizer)  # LL222


    def build(self, input_shape):
        self.kernel = self.add_weight(name="kernel", shape=(2, 2))

    def call(self, x):
        return x @ self.kernel

    def get_config(self):
        return {**super().get_config(), "units": self.units, "kernel_regularizer": self.kernel_regularizer}


# %% kernel_constraint-keras.constraints.get(kernel_constraint)
class Projection(keras.layers.Layer):
    def __init__(self, units=2, kernel_constraint=None, **kwargs):
        super().__init__(**kwargs)
        self.units = units
        self.kernel_constraint = keras.constraints.get(kernel_constraint)  # LL222


    def build(self, input_shape):
        self.kernel = self.add_weight(name="kernel", shape=(2, 2))

    def call(self, x):
        return x @ self.kernel

    def get_config(self):
        return {**super().get_config(), "units": self.units, "kernel_constraint": self.kernel_constraint}


# %% kernel_initializer-keras.initializers.get(kernel_initializer)
class Projection(keras.layers.Layer):
    def __init__(self, units=2, kernel_initializer=None, **kwargs):
        super().__init__(**kwargs)
        self.units = units
        self.kernel_initializer = keras.initializers.get(kernel_initializer)  # LL222


    def build(self, input_shape):
        self.kernel = self.add_weight(name="kernel", shape=(2, 2))

    def call(self, x):
        return x @ self.kernel

    def get_config(self):
        return {**super().get_config(), "units": self.units, "kernel_initializer": self.kernel_initializer}


# %% regularizer-keras.regularizers.get(regularizer)
class Projection(keras.layers.Layer):
    def __init__(self, units=2, regularizer=None, **kwargs):
        super().__init__(**kwargs)
        self.units = units
        self.regularizer = keras.regularizers.get(regularizer)  # LL222


    def build(self, input_shape):
        self.kernel = self.add_weight(name="kernel", shape=(2, 2))

    def call(self, x):
        return x @ self.kernel

    def get_config(self):
        return {**super().get_config(), "units": self.units, "regularizer": self.regularizer}
