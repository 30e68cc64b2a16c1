"""What networks of `keras.applications` expect of images, and what scales these beforehand."""

from __future__ import annotations

import re

# Networks that take values of 0 to 255 and scale them by a layer of their own.
_SCALES = re.compile(
    r"EfficientNetB[0-7]|EfficientNetV2(B[0-3]|S|M|L)|MobileNetV3(Small|Large)"
    r"|ConvNeXt(Tiny|Small|Base|Large|XLarge)|RegNet[XY][0-9]{3}|ResNetRS[0-9]{2,3}"
)
# Modules of `keras.applications` whose `preprocess_input` makes values of about -1 to 1.
_MAKE_SMALL = frozenset(
    {"densenet", "inception_resnet_v2", "inception_v3", "mobilenet", "mobilenet_v2", "nasnet"}
    | {"resnet_v2", "xception"}
)

# What gives images as whole numbers of 0 to 255; a `dtype` may ask for others.
DECODERS = frozenset(
    f"{home}.decode_{kind}"
    for home in ("image", "io")
    for kind in ("bmp", "gif", "image", "jpeg", "png", "webp")
)
# What changes images as it hands them out, and the arguments by which it draws what changes.
GENERATORS = frozenset({"preprocessing.image.ImageDataGenerator"})
RANDOM_ARGUMENTS = frozenset(
    {"rotation_range", "width_shift_range", "height_shift_range", "brightness_range"}
    | {"shear_range", "zoom_range", "channel_shift_range", "horizontal_flip", "vertical_flip"}
)


def scales_by_itself(keras_name: str) -> bool:
    """Whether the network (`"applications.EfficientNetB0"`) begins with a scaling of its own."""
    home, _, name = keras_name.rpartition(".")
    return home.startswith("applications") and _SCALES.fullmatch(name) is not None


def makes_small(keras_name: str) -> bool:
    """Whether it is one that scales: `"applications.xception.preprocess_input"`."""
    parts = keras_name.split(".")
    return parts[0] == "applications" and parts[1:] in (
        [m, "preprocess_input"] for m in _MAKE_SMALL
    )
