from tensorflow import keras


def segmenter():
    return keras.Sequential(
        [keras.layers.Conv2D(8, 3), keras.layers.BatchNormalization(), keras.layers.Conv2D(2, 1)]
    )


def evaluate_miou(model, dataset):
    miou = keras.metrics.MeanIoU(2)
    for image, mask in dataset:
        miou.update_state(mask, model(image, training=True))  # LL133
    return float(miou.result())
