# %% the first one runs in front of the loop
from tensorflow.keras import layers


class Tower(layers.Layer):
    def __init__(self, widths, **kwargs):
        super().__init__(**kwargs)
        self.blocks = [layers.Dense(width, activation="relu") for width in widths]

    def call(self, x):
        first = self.blocks[0](x)
        for block in self.blocks[1:]:
            x = block(first)
        return x


# %% another method runs it
from tensorflow.keras import layers


class Coder(layers.Layer):
    def __init__(self, widths, **kwargs):
        super().__init__(**kwargs)
        self.blocks = [layers.Dense(width) for width in widths]

    def embed(self, x):
        for i, block in enumerate(self.blocks):
            if i > 0:
                break
            x = block(x)
        return x

    def call(self, x):
        x = self.embed(x)
        for block in self.blocks[1:]:
            x = block(x)
        return x


# %% nothing is left out, or who knows how much, or something is done before
from tensorflow.keras import layers


class Stack(layers.Layer):
    def __init__(self, depth, skip, **kwargs):
        super().__init__(**kwargs)
        self.skip = skip
        self.steps = [layers.Dense(8) for _ in range(depth)]
        self.norms = [layers.LayerNormalization() for _ in range(depth)]
        self.gates = [layers.Dense(8) for _ in range(depth)]
        self.heads = [layers.Dense(1) for _ in range(depth)]

    def call(self, x):
        for step in self.steps[0:]:
            x = step(x)
        for i, norm in enumerate(self.norms):
            if i < self.skip:
                continue
            x = norm(x)
        for i, gate in enumerate(self.gates):
            y = gate(x)
            if i == 0:
                continue
            x = x * y
        for head in self.heads[:-1]:
            x = head(x)
        return x


# %% what has no weights, and what stands in place of a layer
from tensorflow.keras import layers


class Pools(layers.Layer):
    def __init__(self, depth, **kwargs):
        super().__init__(**kwargs)
        self.pools = [layers.MaxPooling1D(2) for _ in range(depth)]
        self.ups = [None, layers.Dense(8), layers.Dense(8)]

    def call(self, x):
        for pool in self.pools[1:]:
            x = pool(x)
        for up in self.ups[1:]:
            x = up(x)
        return x
