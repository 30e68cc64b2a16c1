import keras, tf_keras


# %% tf_keras.layers.Dense(4)-keras.Model
class Inner(tf_keras.layers.Layer):
    def build(self, input_shape):
        self.w = self.add_weight(name="w", shape=(1,))

    def call(self, x):
        return x * self.w


class Outer(keras.Model):
    def __init__(self, **kwargs):
        super().__init__(**kwargs)
        self.held = tf_keras.layers.Dense(4)  # LL220

    def call(self, x):
        return self.held(x)


# %% tf_keras.layers.Dense(4)-keras.layers.Layer
class Inner(tf_keras.layers.Layer):
    def build(self, input_shape):
        self.w = self.add_weight(name="w", shape=(1,))

    def call(self, x):
        return x * self.w


class Outer(keras.layers.Layer):
    def __init__(self, **kwargs):
        super().__init__(**kwargs)
        self.held = tf_keras.layers.Dense(4)  # LL220

    def call(self, x):
        return self.held(x)


# %% [tf_keras.layers.Dense(4) for _ in range(2)]-keras.Model
class Inner(tf_keras.layers.Layer):
    def build(self, input_shape):
        self.w = self.add_weight(name="w", shape=(1,))

    def call(self, x):
        return x * self.w


class Outer(keras.Model):
    def __init__(self, **kwargs):
        super().__init__(**kwargs)
        self.held = [tf_keras.layers.Dense(4) for _ in range(2)]  # LL220

    def call(self, x):
        return self.held(x)


# %% tf_keras.layers.Dropout(0.5)-keras.Model
class Inner(tf_keras.layers.Layer):
    def build(self, input_shape):
        self.w = self.add_weight(name="w", shape=(1,))

    def call(self, x):
        return x * self.w


class Outer(keras.Model):
    def __init__(self, **kwargs):
        super().__init__(**kwargs)
        self.held = tf_keras.layers.Dropout(0.5)  # LL220

    def call(self, x):
        return self.held(x)


# %% tf_keras.Sequential([tf_keras.layers.Dense(4)])-keras.Model
class Inner(tf_keras.layers.Layer):
    def build(self, input_shape):
        self.w = self.add_weight(name="w", shape=(1,))

    def call(self, x):
        return x * self.w


class Outer(keras.Model):
    def __init__(self, **kwargs):
        super().__init__(**kwargs)
        self.held = tf_keras.Sequential([tf_keras.layers.Dense(4)])  # LL220

    def call(self, x):
        return self.held(x)


# %% tf_keras.applications.ResNet50()-keras.Model
class Inner(tf_keras.layers.Layer):
    def build(self, input_shape):
        self.w = self.add_weight(name="w", shape=(1,))

    def call(self, x):
        return x * self.w


class Outer(keras.Model):
    def __init__(self, **kwargs):
        super().__init__(**kwargs)
        self.held = tf_keras.applications.ResNet50()  # LL220

    def call(self, x):
        return self.held(x)


# %% keras.layers.Dense(4)-tf_keras.Model
class Inner(tf_keras.layers.Layer):
    def build(self, input_shape):
        self.w = self.add_weight(name="w", shape=(1,))

    def call(self, x):
        return x * self.w


class Outer(tf_keras.Model):
    def __init__(self, **kwargs):
        super().__init__(**kwargs)
        self.held = keras.layers.Dense(4)  # LL220

    def call(self, x):
        return self.held(x)


# %% Inner()-keras.Model
class Inner(tf_keras.layers.Layer):
    def build(self, input_shape):
        self.w = self.add_weight(name="w", shape=(1,))

    def call(self, x):
        return x * self.w


class Outer(keras.Model):
    def __init__(self, **kwargs):
        super().__init__(**kwargs)
        self.held = Inner()  # LL220

    def call(self, x):
        return self.held(x)
