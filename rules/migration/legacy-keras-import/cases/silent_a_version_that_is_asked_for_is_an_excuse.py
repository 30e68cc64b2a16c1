import keras

if keras.__version__ < "3":
    from keras.engine import Layer
else:
    from keras.layers import Layer
