import tensorflow as tf
from tensorflow import keras
from tensorflow.keras.applications import EfficientNetB0
from tensorflow.keras.preprocessing.image import ImageDataGenerator


# %% a generator
train = ImageDataGenerator(rescale=1.0 / 255, rotation_range=20).flow_from_directory("train")  # LL151
base = EfficientNetB0(include_top=False, weights="imagenet", input_shape=(224, 224, 3))
out = keras.layers.Dense(2, activation="softmax")(keras.layers.GlobalAveragePooling2D()(base.output))
model = keras.Model(base.input, out)
model.compile("adam", "categorical_crossentropy")
model.fit(train, epochs=3)


# %% a mapped function
def scale(image, label):
    image = tf.cast(image, tf.float32) / 255.0  # LL151
    return image, label


def train(directory):
    data = keras.utils.image_dataset_from_directory(directory).map(scale).prefetch(2)
    model = keras.applications.MobileNetV3Small(classes=1000)
    model.compile("adam", "sparse_categorical_crossentropy")
    model.fit(data)


# %% a layer that is mapped
def train(directory, weights="imagenet"):
    base = EfficientNetB0(include_top=False, weights=weights, pooling="avg")
    normalize = keras.layers.Rescaling(1.0 / 255)  # LL151
    data = keras.utils.image_dataset_from_directory(directory)
    data = data.map(lambda x, y: (normalize(x), y))
    model = keras.Sequential([base, keras.layers.Dense(3)])
    model.compile("adam", "mse")
    model.fit(data)


# %% arrays
def train(x_train, y_train):
    model = EfficientNetB0(weights="imagenet", input_shape=(224, 224, 3))
    x_train = x_train.astype("float32") / 255  # LL151
    model.compile("adam", "sparse_categorical_crossentropy")
    model.fit(x_train, y_train)


# %% what another network needs
def train():
    base = EfficientNetB0(include_top=False)
    data = ImageDataGenerator(preprocessing_function=keras.applications.xception.preprocess_input)  # LL151
    model = keras.Sequential([base, keras.layers.GlobalAveragePooling2D(), keras.layers.Dense(3)])
    model.compile("adam", "mse")
    model.fit(data.flow_from_directory("train"))
