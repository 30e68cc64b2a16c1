# %% arguments0-6-keras
import keras as keras


class Head(keras.layers.Layer):
    dense = keras.layers.Dense(4)  # LL217

    def __init__(self, layer=None, **kwargs):
        super().__init__(**kwargs)
        self.layer = layer

    def call(self, x):
        return x


# %% arguments0-6-tf_keras
import tf_keras as keras


class Head(keras.layers.Layer):
    dense = keras.layers.Dense(4)  # LL217

    def __init__(self, layer=None, **kwargs):
        super().__init__(**kwargs)
        self.layer = layer

    def call(self, x):
        return x


# %% arguments0-6-tensorflow.keras
import tensorflow.keras as keras


class Head(keras.layers.Layer):
    dense = keras.layers.Dense(4)  # LL217

    def __init__(self, layer=None, **kwargs):
        super().__init__(**kwargs)
        self.layer = layer

    def call(self, x):
        return x


# %% arguments1-6-keras
import keras as keras


class Head(keras.layers.Layer):
    dense: object = keras.layers.Dense(4)  # LL217

    def __init__(self, layer=None, **kwargs):
        super().__init__(**kwargs)
        self.layer = layer

    def call(self, x):
        return x


# %% arguments1-6-tf_keras
import tf_keras as keras


class Head(keras.layers.Layer):
    dense: object = keras.layers.Dense(4)  # LL217

    def __init__(self, layer=None, **kwargs):
        super().__init__(**kwargs)
        self.layer = layer

    def call(self, x):
        return x


# %% arguments1-6-tensorflow.keras
import tensorflow.keras as keras


class Head(keras.layers.Layer):
    dense: object = keras.layers.Dense(4)  # LL217

    def __init__(self, layer=None, **kwargs):
        super().__init__(**kwargs)
        self.layer = layer

    def call(self, x):
        return x


# %% arguments2-6-keras
import keras as keras


class Head(keras.layers.Layer):
    blocks = [keras.layers.Dense(4) for _ in range(2)]  # LL217

    def __init__(self, layer=None, **kwargs):
        super().__init__(**kwargs)
        self.layer = layer

    def call(self, x):
        return x


# %% arguments2-6-tf_keras
import tf_keras as keras


class Head(keras.layers.Layer):
    blocks = [keras.layers.Dense(4) for _ in range(2)]  # LL217

    def __init__(self, layer=None, **kwargs):
        super().__init__(**kwargs)
        self.layer = layer

    def call(self, x):
        return x


# %% arguments2-6-tensorflow.keras
import tensorflow.keras as keras


class Head(keras.layers.Layer):
    blocks = [keras.layers.Dense(4) for _ in range(2)]  # LL217

    def __init__(self, layer=None, **kwargs):
        super().__init__(**kwargs)
        self.layer = layer

    def call(self, x):
        return x


# %% arguments3-6-keras
import keras as keras


class Head(keras.layers.Layer):
    net = keras.Sequential([keras.layers.Dense(4)])  # LL217

    def __init__(self, layer=None, **kwargs):
        super().__init__(**kwargs)
        self.layer = layer

    def call(self, x):
        return x


# %% arguments3-6-tf_keras
import tf_keras as keras


class Head(keras.layers.Layer):
    net = keras.Sequential([keras.layers.Dense(4)])  # LL217

    def __init__(self, layer=None, **kwargs):
        super().__init__(**kwargs)
        self.layer = layer

    def call(self, x):
        return x


# %% arguments3-6-tensorflow.keras
import tensorflow.keras as keras


class Head(keras.layers.Layer):
    net = keras.Sequential([keras.layers.Dense(4)])  # LL217

    def __init__(self, layer=None, **kwargs):
        super().__init__(**kwargs)
        self.layer = layer

    def call(self, x):
        return x


# %% arguments4-8-keras
import keras as keras


class Head(keras.layers.Layer):
    pass

    def __init__(self, layer=keras.layers.Dense(4), **kwargs):  # LL217
        super().__init__(**kwargs)
        self.layer = layer

    def call(self, x):
        return x


# %% arguments4-8-tf_keras
import tf_keras as keras


class Head(keras.layers.Layer):
    pass

    def __init__(self, layer=keras.layers.Dense(4), **kwargs):  # LL217
        super().__init__(**kwargs)
        self.layer = layer

    def call(self, x):
        return x


# %% arguments4-8-tensorflow.keras
import tensorflow.keras as keras


class Head(keras.layers.Layer):
    pass

    def __init__(self, layer=keras.layers.Dense(4), **kwargs):  # LL217
        super().__init__(**kwargs)
        self.layer = layer

    def call(self, x):
        return x


# %% arguments5-8-keras
import keras as keras


class Head(keras.layers.Layer):
    pass

    def __init__(self, layer=keras.layers.PReLU(), **kwargs):  # LL217
        super().__init__(**kwargs)
        self.layer = layer

    def call(self, x):
        return x


# %% arguments5-8-tf_keras
import tf_keras as keras


class Head(keras.layers.Layer):
    pass

    def __init__(self, layer=keras.layers.PReLU(), **kwargs):  # LL217
        super().__init__(**kwargs)
        self.layer = layer

    def call(self, x):
        return x


# %% arguments5-8-tensorflow.keras
import tensorflow.keras as keras


class Head(keras.layers.Layer):
    pass

    def __init__(self, layer=keras.layers.PReLU(), **kwargs):  # LL217
        super().__init__(**kwargs)
        self.layer = layer

    def call(self, x):
        return x


# %% arguments6-8-keras
import keras as keras


class Head(keras.layers.Layer):
    pass

    def __init__(self, layer=[keras.layers.Dense(4)], **kwargs):  # LL217
        super().__init__(**kwargs)
        self.layer = layer

    def call(self, x):
        return x


# %% arguments6-8-tf_keras
import tf_keras as keras


class Head(keras.layers.Layer):
    pass

    def __init__(self, layer=[keras.layers.Dense(4)], **kwargs):  # LL217
        super().__init__(**kwargs)
        self.layer = layer

    def call(self, x):
        return x


# %% arguments6-8-tensorflow.keras
import tensorflow.keras as keras


class Head(keras.layers.Layer):
    pass

    def __init__(self, layer=[keras.layers.Dense(4)], **kwargs):  # LL217
        super().__init__(**kwargs)
        self.layer = layer

    def call(self, x):
        return x


# %% arguments7-8-keras
import keras as keras


class Head(keras.layers.Layer):
    pass

    def __init__(self, layer=keras.layers.Dense(4), **kwargs):  # LL217
        super().__init__(**kwargs)
        self.layers_ = [layer]

    def call(self, x):
        return x


# %% arguments7-8-tf_keras
import tf_keras as keras


class Head(keras.layers.Layer):
    pass

    def __init__(self, layer=keras.layers.Dense(4), **kwargs):  # LL217
        super().__init__(**kwargs)
        self.layers_ = [layer]

    def call(self, x):
        return x


# %% arguments7-8-tensorflow.keras
import tensorflow.keras as keras


class Head(keras.layers.Layer):
    pass

    def __init__(self, layer=keras.layers.Dense(4), **kwargs):  # LL217
        super().__init__(**kwargs)
        self.layers_ = [layer]

    def call(self, x):
        return x
