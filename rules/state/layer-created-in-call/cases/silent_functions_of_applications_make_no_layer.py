import keras


class Styles(keras.Model):
    def __init__(self):
        super().__init__()
        self.backbone = keras.applications.VGG19(include_top=False)

    def call(self, inputs):
        return self.backbone(keras.applications.vgg19.preprocess_input(inputs))
