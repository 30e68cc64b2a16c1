from tensorflow import keras

# %% behind the batch


class Selector(keras.layers.Layer):
    def build(self, input_shape):
        self.share = self.add_weight(name="share", shape=input_shape[1:], initializer="ones")

    def call(self, x):
        return x * self.share


# %% the name stands for a part of the shape


class Scale(keras.layers.Layer):
    def build(self, input_shape):
        input_shape = tuple(input_shape)[1:]
        self.scale = self.add_weight(name="scale", shape=input_shape, initializer="ones")

    def call(self, x):
        return x * self.scale


# %% several inputs


class Pair(keras.layers.Layer):
    def build(self, input_shape):
        left, right = input_shape[0][-1], input_shape[1][-1]
        self.w = self.add_weight(name="w", shape=(left, right), initializer="ones")
        self.v = self.add_weight(name="v", shape=(input_shape[0][-1],), initializer="ones")

    def call(self, inputs):
        return inputs[0] @ self.w + inputs[1] * self.v


# %% a batch of known size


class Memory(keras.layers.Layer):
    def build(self, input_shape):
        self.last = self.add_weight(name="last", shape=input_shape, trainable=False)

    def call(self, x):
        return x + self.last


inputs = keras.Input(batch_shape=(4, 3))
outputs = Memory()(inputs)


# %% a layer that is given weights, and no batch


class Spread(keras.layers.Layer):
    def build(self, input_shape):
        self.stddev = self.add_weight(name="stddev", shape=input_shape, initializer="ones")

    def call(self, weight):
        return keras.ops.sum(weight * self.stddev)


# %% a stack that is given no inputs, and a layer that nobody stacks


class Bias(keras.layers.Layer):
    def build(self, input_shape):
        self.bias = self.add_weight(name="bias", shape=input_shape)

    def call(self, x):
        return x + self.bias


held = set()
held.add(Bias)
model = keras.Sequential([keras.layers.Dense(3)])
