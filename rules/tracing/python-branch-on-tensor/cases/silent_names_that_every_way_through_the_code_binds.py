import keras


# %% a loop that only `break` leaves
class Grow(keras.layers.Layer):
    def __init__(self, limit, **kwargs):
        super().__init__(**kwargs)
        self.limit = limit

    def call(self, x):
        level = x
        while True:
            if self.limit > 2:
                level = self.limit
                break
        return x * 2 if level > 2 else x


# %% a pattern that captures
class Grow(keras.layers.Layer):
    def __init__(self, limit, **kwargs):
        super().__init__(**kwargs)
        self.limit = limit

    def call(self, x):
        level = x
        match self.limit:
            case [level]:
                pass
            case level:
                pass
        return x * 2 if level > 2 else x


# %% an exception group's handler
class Grow(keras.layers.Layer):
    def __init__(self, limit, **kwargs):
        super().__init__(**kwargs)
        self.limit = limit

    def call(self, x):
        level = x
        try:
            level = self.limit
        except* ValueError:
            raise
        return x * 2 if level > 2 else x


# %% a walrus in a comprehension
class Grow(keras.layers.Layer):
    def __init__(self, limits, **kwargs):
        super().__init__(**kwargs)
        self.limits = limits

    def call(self, x):
        level = x
        [level := limit for limit in self.limits]
        return x * 2 if level > 2 else x


# %% a local function that binds the name outside of it
class Grow(keras.layers.Layer):
    def __init__(self, limit, **kwargs):
        super().__init__(**kwargs)
        self.limit = limit

    def call(self, x):
        level = x

        def settle():
            nonlocal level
            level = self.limit

        settle()
        return x * 2 if level > 2 else x
