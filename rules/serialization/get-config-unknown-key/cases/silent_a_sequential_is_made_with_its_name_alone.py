from keras import Sequential


class Chain(Sequential):
    def __init__(self, steps=(), **kwargs):
        super().__init__(layers=[], **kwargs)
        self.steps = steps


class Counted(Sequential):
    def __init__(self, steps=(), name=None):
        super().__init__(name=name)
        self.steps = steps

    def get_config(self):
        return {**super().get_config(), "count": len(self.steps)}
