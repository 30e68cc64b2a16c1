"""Runs claims in a worker process per generation; no claim is lost, whatever a worker does."""

from __future__ import annotations

import importlib.util
import json
import os
import subprocess
import sys
import tempfile
import threading
from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import dataclass
from typing import IO, Any

from layerlint.catalogue import PACKAGE, Rule
from layerlint.failure import Failure
from layerlint.proof.claims import Claim, Outcome, claims

BACKENDS = ("tensorflow", "jax")
TIME_LIMIT = 300.0  # seconds for the import of TensorFlow, and for each claim


@dataclass(frozen=True, slots=True)
class Proven:
    """A rule on one generation: the versions it ran on, and the outcome of each of its claims."""

    rule: Rule
    generation: int
    keras: str
    tensorflow: str
    outcomes: tuple[Outcome, ...]

    @property
    def holds(self) -> bool:
        """Whether everything was observed as claimed."""
        return all(outcome.holds for outcome in self.outcomes)


def prove(
    rules: Sequence[Rule],
    generations: Sequence[int],
    watch: Callable[[str], None] = lambda _: None,
) -> Iterator[Proven]:
    """Prove each rule on each generation, one generation after the other, as they come.

    `watch` is told what is about to run. Raises `Failure` when a generation is not available.
    """
    work = [
        (rule, generation, list(claims(rule, generation)))
        for rule in rules
        for generation in generations
    ]
    work = [each for each in work if each[2]]
    require(generations, {rule.backend for rule, _, _ in work})
    for generation in generations:
        for backend in BACKENDS:
            todo = [
                (rule, claimed)
                for rule, on, claimed in work
                if on == generation and rule.backend == backend
            ]
            if todo:
                yield from _on(Session(generation, backend=backend), todo, watch)


def _on(
    session: Session,
    work: Sequence[tuple[Rule, Sequence[Claim]]],
    watch: Callable[[str], None],
) -> Iterator[Proven]:
    """Prove rules in one session."""
    generation = session.generation
    running = session.run([claim for _, todo in work for claim in todo])
    watch(f"Keras {generation}: importing TensorFlow")
    for count, (rule, todo) in enumerate(work, 1):
        outcomes = []
        for _ in todo:
            outcomes.append(next(running))
            watch(f"Keras {generation}: {count} of {len(work)}, {rule.code} {rule.name}")
        yield Proven(rule, generation, session.keras, session.tensorflow, tuple(outcomes))


class Session:
    """The worker of a generation and a backend: start it, run claims in it, see its versions."""

    def __init__(
        self, generation: int, time_limit: float = TIME_LIMIT, backend: str = "tensorflow"
    ) -> None:
        self.generation = generation
        self.backend = backend
        self.keras = ""
        self.tensorflow = ""
        self._time_limit = time_limit

    def run(self, claims: Sequence[Claim]) -> Iterator[Outcome]:
        """The outcome of each claim, in order, as they come.

        A worker that dies, or does not answer in time, fails the claim it was at; the rest run in
        a new one. Raises `Failure` when the generation is not available here.
        """
        waiting = list(claims)
        while waiting:
            with (
                tempfile.TemporaryFile() as log,
                _Worker(self.generation, waiting, log, self._time_limit, self.backend) as worker,
            ):
                self._greet(worker)
                while waiting:
                    outcome = worker.outcome(waiting.pop(0))
                    yield outcome
                    if worker.dead:
                        break

    def _greet(self, worker: _Worker) -> None:
        message = worker.receive()
        if message is None:
            raise Failure(f"the worker for Keras {self.generation} {worker.obituary()}")
        if message["event"] == "unavailable":
            raise Failure(message["message"], INSTALL)
        self.keras, self.tensorflow = message["keras"], message["tensorflow"]


def require(generations: Sequence[int], backends: Collection[str] = ()) -> None:
    """Raise `Failure` at once when a package that the proofs need is not installed."""
    if importlib.util.find_spec("tensorflow") is None:
        raise Failure("proofs run in TensorFlow, which is not installed", INSTALL)
    if 2 in generations and importlib.util.find_spec("tf_keras") is None:
        raise Failure("proofs on Keras 2 need tf_keras, which is not installed", INSTALL)
    if "jax" in backends and importlib.util.find_spec("jax") is None:
        raise Failure("proofs about the JAX backend need jax, which is not installed", INSTALL)


INSTALL = "pip install 'layerlint[prove]', or choose a generation with --keras"


_HOME = os.path.dirname(PACKAGE)
# Like `python -m layerlint.proof.worker`, but without the current directory on the path: in a
# checkout of Keras it would hide the Keras that is installed.
_START = """
import sys
home = sys.argv.pop(1)
sys.path[:1] = [] if home in sys.path[1:] else [home]
from layerlint.proof.worker import main
sys.exit(main())
"""


class _Worker:
    """A running `layerlint.proof.worker` that was given all its claims."""

    def __init__(
        self,
        generation: int,
        claims: Sequence[Claim],
        log: IO[bytes],
        time_limit: float,
        backend: str,
    ) -> None:
        self.dead = False
        self._time_limit = time_limit
        self._timed_out = False
        self._log = log
        self._process = subprocess.Popen(
            [sys.executable, "-c", _START, _HOME, str(generation)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=log,
            encoding="utf-8",
            env={**os.environ, "KERAS_BACKEND": backend},
        )
        # Written from a thread, because a pipe holds less than a whole book of claims.
        self._feeder = threading.Thread(target=self._feed, args=(list(claims),), daemon=True)
        self._feeder.start()

    def __enter__(self) -> _Worker:
        return self

    def __exit__(self, *_: object) -> None:
        self._process.kill()
        self._process.wait()
        self._feeder.join()
        assert self._process.stdout is not None
        self._process.stdout.close()

    def outcome(self, claim: Claim) -> Outcome:
        """What became of the claim whose turn it is."""
        message = self.receive()
        if message is not None and message["event"] == "begin":
            message = self.receive()
        if message is None:
            return Outcome(claim, broken=False, detail="", error=f"the worker {self.obituary()}")
        return Outcome(
            claim, message["broken"], message["detail"], message.get("error"), message["seconds"]
        )

    def receive(self) -> dict[str, Any] | None:
        """The worker's next message, None when it is dead."""
        assert self._process.stdout is not None
        timer = threading.Timer(self._time_limit, self._give_up)
        timer.start()
        line = self._process.stdout.readline()
        timer.cancel()
        if not line.endswith("\n"):
            self.dead = True
            return None
        message: dict[str, Any] = json.loads(line)
        return message

    def obituary(self) -> str:
        """How the worker ended, and the last line it wrote."""
        if self._timed_out:
            return f"did not answer within {self._time_limit:.0f} seconds"
        status = self._process.wait()
        how = f"was killed by signal {-status}" if status < 0 else f"ended with status {status}"
        self._log.seek(0)
        lines = self._log.read().decode(errors="replace").split("\n")
        last = next((line.strip() for line in reversed(lines) if line.strip()), "")
        return f"{how}: {last}" if last else how

    def _give_up(self) -> None:
        self._timed_out = True
        self._process.kill()

    def _feed(self, claims: list[Claim]) -> None:
        assert self._process.stdin is not None
        try:
            for claim in claims:
                line = json.dumps({"folder": claim.folder, "subject": claim.subject})
                self._process.stdin.write(line + "\n")
            self._process.stdin.close()
        except BrokenPipeError:
            pass  # the reader of its answers notices that the worker is dead, and says so
