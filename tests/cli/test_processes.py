"""Other programs: they save while a fix runs, kill the run, or wait for its output."""

from __future__ import annotations

import os
import re
import signal
import subprocess
import sys
import threading
import time
from pathlib import Path

import pytest

BUGGY = '''\
"""A layer with one bug: line 11 writes a weight in inference too."""

from tensorflow import keras


class Counter(keras.layers.Layer):
    def build(self, input_shape):
        self.seen = self.add_weight(name="seen", shape=(), initializer="zeros", trainable=False)

    def call(self, inputs, training=None):
        self.seen.assign_add(1.0)
        return inputs * (1.0 + 0.0 * self.seen)
'''

FIXED = BUGGY.replace(
    "        self.seen.assign_add(1.0)\n",
    "        if training:\n            self.seen.assign_add(1.0)\n",
)
ONE_RULE = ("--isolated", "--select", "LL102", "--output-format", "concise")
COMMAND = (sys.executable, "-m", "layerlint", *ONE_RULE)


def project(directory: Path, files: int) -> list[Path]:
    paths = [directory / f"layer{number}.py" for number in range(files)]
    for path in paths:
        path.write_text(BUGGY)
    return paths


def test_no_save_is_lost_while_files_are_fixed(tmp_path: Path) -> None:
    paths = project(tmp_path, 6)
    saved: dict[Path, str] = {}
    running = subprocess.Popen(
        [*COMMAND, "--fix", "."], cwd=tmp_path, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE
    )
    number = 0
    while running.poll() is None:
        path = paths[number % 3]
        text = f"{BUGGY}\nSAVE = {number}\n"
        if number % 2:
            path.write_text(text)
        else:
            path.with_suffix(".new").write_text(text)
            os.replace(path.with_suffix(".new"), path)
        saved[path] = f"SAVE = {number}\n"
        number += 1
        time.sleep(0.002)
    assert running.stderr is not None
    stderr = running.stderr.read().decode()
    for path, line in saved.items():
        assert path.read_text().endswith(line)
    assert all(path.read_text() == FIXED for path in paths[3:])
    assert running.returncode == 2
    # One of them may have been read in the middle of a save, when there was nothing to fix in it.
    assert re.search(r"layer[012]\.py was changed while it was being analysed; it was not", stderr)


def test_a_killed_fix_leaves_whole_files_and_the_next_run_tidies_up(tmp_path: Path) -> None:
    paths = project(tmp_path, 10)
    whole = subprocess.run([*COMMAND, "--fix", "."], cwd=tmp_path, capture_output=True, check=True)
    assert whole.returncode == 0
    start = time.perf_counter()
    subprocess.run([*COMMAND, "."], cwd=tmp_path, capture_output=True, check=True)
    shortest = time.perf_counter() - start
    for attempt in range(8):
        project(tmp_path, 10)
        running = subprocess.Popen(
            [*COMMAND, "--fix", "."],
            cwd=tmp_path,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        time.sleep(shortest * (0.6 + attempt * 0.1))
        running.kill()
        running.wait()
        assert all(path.read_text() in (BUGGY, FIXED) for path in paths)
    subprocess.run([*COMMAND, "--fix", "."], cwd=tmp_path, capture_output=True, check=True)
    left = set(os.listdir(tmp_path)) - {".layerlint_cache"}
    assert left == {path.name for path in paths}


@pytest.mark.skipif(sys.platform != "linux", reason="asks the kernel")
@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGKILL, signal.SIGINT])
def test_nobody_holds_the_output_of_a_run_that_was_ended(tmp_path: Path, number: int) -> None:
    filler = "".join(f"\n\ndef f{n}(x):\n    return x + {n}\n" for n in range(3000))
    for file in range(14):
        (tmp_path / f"layer{file}.py").write_text(f"{BUGGY}{filler}")
    running = subprocess.Popen(
        [*COMMAND, "--jobs", "2", "."],
        cwd=tmp_path,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
    )
    while not _children(running.pid) and running.poll() is None:
        time.sleep(0.01)
    running.send_signal(number)
    assert running.stdout is not None
    reader = threading.Thread(target=running.stdout.read)
    reader.start()
    reader.join(20)
    assert not reader.is_alive()
    assert running.wait(20) != 1


def _children(pid: int) -> str:
    try:
        return Path(f"/proc/{pid}/task/{pid}/children").read_text()
    except OSError:
        return ""
