"""The bytes of all files at one moment: each is read once, and every answer is about these bytes.

A snapshot is made for a revision of the files. What the checks see, what a report shows of the
source and what `--fix` compares the disk with before it writes are the same bytes.
"""

from __future__ import annotations

import os
import time

from layerlint.files.reading import Identity, read_with_identity
from layerlint.files.source import NOTEBOOK, Source, Undecodable, decode
from layerlint.state.digest import digest
from layerlint.state.revision_cache import RevisionCache

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Hashable, Iterable, Mapping
    from typing import Any, TypeVar

    from layerlint.state.answers import Identified

    Value = TypeVar("Value")

# In bytes of source. Decoded texts are asked for a few times in a row, and then no more.
KEPT = 4_000_000
# File systems count time in ticks of some milliseconds; here in nanoseconds.
TICK = 20_000_000


class Snapshot:
    """Reads files by the path under which they are shown; `overlay` stands above the disk.

    Two spellings of a path are one file. A file that could not be read gives the same error
    whenever it is asked for again.
    """

    __slots__ = (
        "_decoded",
        "_disk",
        "_kept",
        "_keys",
        "_made",
        "_overlay",
        "_seen",
        "_vouched",
    )

    def __init__(
        self,
        overlay: Mapping[str, bytes] | None = None,
        vouched: Callable[[], Mapping[str, bytes]] | None = None,
    ) -> None:
        """`vouched` gives, by absolute path, the bytes of files known to be as they were."""
        self._keys: dict[str, str] = {}
        self._disk: dict[str, _Reading] = {}
        self._overlay = {self._key(path): data for path, data in (overlay or {}).items()}
        self._decoded: dict[str, Source] = {}
        self._kept = 0
        self._vouched = vouched
        self._made: RevisionCache | None = None
        self._seen: dict[Hashable, Any] | None = None

    def read(self, path: str) -> bytes:
        """The bytes of a file; raises `OSError`, also where there is something else than a file."""
        key = self._key(path)
        if self._vouched is not None:
            for known, data in self._vouched().items():
                self._overlay.setdefault(known, data)
            self._vouched = None
        held = self._overlay.get(key)
        return self._reading(key).data() if held is None else held

    def code(self, path: str) -> bytes:
        """The bytes of the Python of a file, which is in the cells of a notebook.

        None where it is no notebook that can be read; raises `OSError`.
        """
        if not self._key(path).endswith(NOTEBOOK):
            return self.read(path)
        try:
            return self.source(path).code
        except Undecodable:
            return b""

    def original(self, path: str) -> bytes:
        """The bytes on disk, whatever stands above them; raises `OSError`."""
        return self._reading(self._key(path)).data()

    def identity(self, path: str) -> Identity | None:
        """What the file on disk was told apart by when it was read; None if it could not be."""
        return self._reading(self._key(path)).identity

    def source(self, path: str) -> Source:
        """The decoded content of a file; raises `OSError` or `Undecodable`."""
        key = self._key(path)
        found = self._decoded.get(key)
        if found is None:
            found = decode(self.read(path), key)
            if self._kept > KEPT:
                self._decoded.clear()
                self._kept = 0
            self._decoded[key] = found
            self._kept += len(found.data)
        return found

    def text(self, path: str) -> str:
        """The text of a file; raises `OSError` or `Undecodable`."""
        return self.source(path).text

    def digest(self, path: str) -> str:
        """A hash of the bytes of a file, which tells any two contents apart; raises `OSError`."""
        data = self.read(path)
        reading = self._disk.get(self._key(path))
        return digest(data) if reading is None else reading.digest_of(data)

    def identified(self, path: str, known: Identified | None = None) -> Identified:
        """What a later look can tell that the file is as it is now by: a stamp, and its digest.

        `known` is what an earlier look gave; where its stamp vouches for the bytes, the file is
        not opened. A stamp without parts vouches for nothing, an empty digest is that of no file.
        """
        key = self._key(path)
        if key in self._overlay:
            return (), self.digest(path)
        try:
            if known is not None and known[0] and key not in self._disk:
                stamp = Identity(os.stat(key)).parts
                if stamp == known[0]:
                    return known
            found = self.digest(path)
        except (OSError, ValueError):
            return (), ""
        identity = self._disk[key].identity
        parts: tuple[int, ...] = identity.parts if identity is not None else ()
        # What was written just before may be written again under the same time stamp.
        is_fresh = bool(parts) and time.time_ns() - parts[-1] < TICK
        return (() if is_fresh else parts), found

    def made(self, text: str, make: Callable[[str], Value]) -> Value:
        """What is made of a text, without regard to anything else.

        In revisions that follow each other (`after`) it is made once, within bounds.
        """
        return make(text) if self._made is None else self._made.of(text, make)

    def remade(
        self,
        key: Hashable,
        content: str | bytes,
        make: Callable[[Value | None], Value],
        share: float = 1,
    ) -> Value:
        """What is made of a content with the help of what was made of the one before: see there."""
        if self._made is None:
            return make(None)
        return self._made.following(key, content, make, share)

    def seen(self, key: Hashable, look: Callable[[], Value]) -> Value:
        """What a look at the disk shows, whatever stands above it.

        In revisions of the same disk that follow each other (`after`) it is looked at once.
        """
        if self._seen is None:
            return look()
        if key not in self._seen:
            self._seen[key] = look()
        found: Value = self._seen[key]
        return found

    def after(self, overlay: Mapping[str, bytes]) -> Snapshot:
        """A later moment of the same disk, with other files above it."""
        later = Snapshot(overlay)
        later._keys, later._disk = self._keys, self._disk
        above = {key for key, data in self._overlay.items() if later._overlay.get(key) != data}
        changed = above | (later._overlay.keys() - self._overlay.keys())
        later._decoded = {key: held for key, held in self._decoded.items() if key not in changed}
        later._kept = sum(len(held.data) for held in later._decoded.values())
        later._made = self._made or RevisionCache()
        later._made.advance()
        later._seen = {} if self._seen is None else self._seen
        return later

    def reread(self) -> Snapshot:
        """A later moment, of another disk."""
        later = Snapshot()
        later._made = self._made
        return later

    def with_texts(self, texts: Mapping[str, str]) -> Snapshot:
        """The same moment, but for the texts of some files; raises what `source` raises."""
        later = Snapshot()
        later._keys, later._disk = self._keys, self._disk
        changed = {self._key(path): self.source(path).encode(texts[path]) for path in texts}
        later._overlay = {**self._overlay, **changed}
        later._decoded = {key: held for key, held in self._decoded.items() if key not in changed}
        later._kept = self._kept
        return later

    def restored(self, paths: Iterable[str]) -> Snapshot:
        """The same moment, but with what is on disk for the files of these paths."""
        later = Snapshot()
        later._keys, later._disk = self._keys, self._disk
        keys = set(map(self._key, paths))
        later._overlay = {key: data for key, data in self._overlay.items() if key not in keys}
        return later

    def _key(self, path: str) -> str:
        key = self._keys.get(path)
        if key is None:
            key = self._keys[path] = os.path.abspath(path)
        return key

    def _reading(self, key: str) -> _Reading:
        found = self._disk.get(key)
        if found is None:
            found = self._disk[key] = _Reading(key)
        return found


class _Reading:
    """What reading a file once gave: its bytes, or why there are none."""

    __slots__ = ("_data", "_digest", "_error", "identity")

    def __init__(self, path: str) -> None:
        self._data = b""
        self._digest: str | None = None
        self._error: tuple[object, ...] | None = None
        self.identity: Identity | None = None
        try:
            self._data, self.identity = read_with_identity(path)
        except OSError as error:
            self._error = (error.errno, error.strerror)

    def data(self) -> bytes:
        if self._error is not None:
            raise OSError(*self._error)
        return self._data

    def digest_of(self, data: bytes) -> str:
        """The digest of some bytes, which is made once if they are those that were read."""
        if data is not self._data:
            return digest(data)
        if self._digest is None:
            self._digest = digest(data)
        return self._digest
