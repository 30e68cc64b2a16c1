import numpy as np
import pandas as pd
from sklearn.metrics import classification_report, confusion_matrix
from tensorflow.keras.models import load_model
from tensorflow.keras.preprocessing.image import ImageDataGenerator

model = load_model("model.h5")


# %% classes
test = ImageDataGenerator(rescale=1 / 255).flow_from_directory("test", target_size=(64, 64))
predicted = np.argmax(model.predict(test), axis=1)
print(confusion_matrix(test.classes, predicted))  # LL150


# %% with steps, and a reset, which shuffles again
datagen = ImageDataGenerator(rescale=1 / 255)
validation = datagen.flow_from_directory("validation", class_mode="categorical", batch_size=16)
validation.reset()
scores = model.predict_generator(validation, steps=len(validation))
y_pred = np.argmax(scores, axis=1)
y_true = validation.classes  # LL150
print(classification_report(y_true, y_pred))


# %% names of files
def submission(frame):
    flow = ImageDataGenerator().flow_from_dataframe(frame, "images", class_mode=None)
    scores = model.predict(flow, verbose=1)
    return pd.DataFrame({"id": flow.filenames, "score": scores[:, 0]})  # LL150
