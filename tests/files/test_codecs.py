"""Every codec that a file can name: decoded, or refused in one line, and never altered."""

from __future__ import annotations

import encodings
import encodings.aliases
import pkgutil
from pathlib import Path

import pytest

from layerlint.files.source import Undecodable, decode

CODECS = sorted(
    {module.name for module in pkgutil.iter_modules(encodings.__path__)}
    | set(encodings.aliases.aliases)
    | {"", "-", ".", "..", "a.b", "__init__", "x" * 900}
)
BODIES = (
    b"x = 'a'\n",
    bytes(range(256)),
    b"x = '\x88\x62'\n+AGE-\n~{~}\n\x1b$B\x1b(B\n",
    b"-" * 5000,
)


@pytest.mark.parametrize("codec", CODECS)
def test_every_codec_is_decoded_or_refused(codec: str) -> None:
    for body in BODIES:
        data = b"# -*- coding: " + codec.encode() + b" -*-\n" + body
        try:
            source = decode(data)
        except Undecodable:
            continue
        assert source.data == data
        if source.survives(source.text):
            assert source.encode(source.text) == data


@pytest.mark.parametrize("codec", ["raw_unicode_escape", "unicode_escape"])
def test_half_of_a_surrogate_pair_is_no_text(codec: str) -> None:
    with pytest.raises(Undecodable, match="half of a surrogate pair"):
        decode(f"# coding: {codec}\n# \\ud800\n".encode())


LAYER = """\
# -*- coding: {} -*-
from tensorflow import keras


class Counter(keras.layers.Layer):
    def build(self, input_shape):
        self.seen = self.add_weight(name="seen", shape=(), initializer="zeros", trainable=False)

    def call(self, inputs, training=None):
        self.seen.assign_add(1.0)
        return inputs * self.seen
"""


@pytest.mark.parametrize(
    ("codec", "comment"),
    [
        ("big5hkscs", b"# \xa1\xc3 \xc6\xde\n"),
        ("shift_jis", b"# \x81\x5f \x87\x54\n"),
        ("cp932", b"# \x81\xca \xee\xf9 \xfa\x54\n"),
        ("utf-7", b"# +AGE-\n"),
        ("iso2022_jp", b"# \x1b$B\x30\x21\x1b(B\x1b$B\x30\x22\x1b(B\n"),
        ("hz", b"# ~{VPND~}~\n\n"),
        ("latin-1", b"# \xe9\n"),
    ],
)
def test_a_fix_alters_no_byte_that_it_does_not_mean_to(
    run, tmp_path: Path, codec: str, comment: bytes
) -> None:
    path = tmp_path / "layer.py"
    path.write_bytes(LAYER.format(codec).encode() + comment)
    before = path.read_bytes()
    finished = run("--isolated", "--select", "LL102", "--fix", ".")
    after = path.read_bytes()
    if after == before:
        assert finished.returncode in (1, 2)
    else:
        assert after.endswith(comment)


def test_a_file_that_cannot_be_written_as_it_was_is_left_alone_and_named(
    run, tmp_path: Path
) -> None:
    path = tmp_path / "layer.py"
    path.write_bytes(LAYER.format("utf-7").encode() + b"# +AGE-\n")
    before = path.read_bytes()
    finished = run("--isolated", "--select", "LL102", "--fix", ".")
    assert path.read_bytes() == before
    assert (
        "layer.py: the fixes of LL102 cannot be written in utf-7 without altering"
        in finished.stderr
    )
    assert "1 error" in finished.stdout
    assert "fixed" not in finished.stdout
