"""The machinery of proofs: each runs in a clean state, and none is ever lost."""

from __future__ import annotations

import textwrap
from pathlib import Path

import pytest

from layerlint.failure import Failure
from layerlint.proof import runner
from layerlint.proof.claims import Claim, Outcome
from layerlint.proof.runner import Session

# Proofs in the order in which one worker runs them: the body of `observe`, and of the module.
PROOFS = {
    "sees": 'return Observation(module.BROKEN, f"{module.__name__} {keras.__name__}")',
    "prints": """
        import os
        print("noise")
        os.write(1, b"more noise\\n")
        return Observation(False, "quiet")
    """,
    "raises": 'raise ValueError("the reason")',
    "forgets": "pass",
    "dies": """
        import os, sys
        print("last words", file=sys.stderr, flush=True)
        os._exit(3)
    """,
    "soils": """
        open("left.txt", "w").close()
        keras.mixed_precision.set_global_policy("mixed_float16")
        keras.utils.get_custom_objects()["left"] = object
        keras.backend.set_epsilon(0.5)
        module.LEFT = True
        return Observation(False, "soiled")
    """,
    "looks": """
        import os
        return Observation(False, repr((
            os.listdir(),
            keras.mixed_precision.global_policy().name,
            "left" in keras.utils.get_custom_objects(),
            keras.backend.epsilon(),
            hasattr(module, "LEFT"),
        )))
    """,
    "draws": """
        import numpy, random
        import tensorflow as tf
        drawn = random.random(), float(numpy.random.rand()), float(tf.random.uniform(()))
        return Observation(False, repr(drawn))
    """,
    "draws-again": "",
    "replicates": """
        import tensorflow as tf
        devices = [device.name for device in tf.config.list_logical_devices("CPU")]
        replicas = tf.distribute.MirroredStrategy(devices).num_replicas_in_sync
        return Observation(False, f"{replicas} replicas")
    """,
}
PROOFS["draws-again"] = PROOFS["draws"]


def write_rule(folder: Path, body: str, buggy: str = "BROKEN = True\n", head: str = "") -> str:
    """Write the files that a proof needs, and return the folder."""
    folder.mkdir()
    (folder / "buggy.py").write_text(buggy)
    (folder / "fixed.py").write_text("BROKEN = False\n")
    body = textwrap.indent(textwrap.dedent(body), "    ")
    (folder / "proof.py").write_text(
        f"from layerlint.proof import Observation\n{head}\n"
        f"def observe(module, keras):\n{body}\n\n"
        "def unchanged(buggy, fixed, keras):\n"
        "    return Observation(buggy.BROKEN == fixed.BROKEN, 'compared')\n"
    )
    return str(folder)


@pytest.fixture(scope="module")
def outcomes(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Outcome]:
    """What became of each proof, all run by one session."""
    root = tmp_path_factory.mktemp("rules")
    folders = {name: write_rule(root / name, body) for name, body in PROOFS.items()}
    broken = "import no_such_module\n"
    folders["imports"] = write_rule(root / "imports", PROOFS["sees"], broken)
    folders["may-fail"] = write_rule(
        root / "may-fail",
        "return Observation(isinstance(module, ImportError), str(module))",
        broken,
        head="imports_may_fail = True",
    )
    claims = [Claim(name, folder, 3, "buggy", False) for name, folder in folders.items()]
    claims.append(Claim("fixed", folders["sees"], 3, "fixed", False))
    claims.append(Claim("unchanged", folders["sees"], 3, "unchanged", False))
    return {outcome.claim.code: outcome for outcome in Session(3).run(claims)}


def test_every_claim_has_an_outcome(outcomes):
    assert list(outcomes) == [*PROOFS, "imports", "may-fail", "fixed", "unchanged"]


def test_the_proof_sees_the_buggy_and_the_fixed_module(outcomes):
    assert outcomes["sees"].broken
    assert not outcomes["fixed"].broken
    assert outcomes["unchanged"].detail == "compared"
    assert not outcomes["unchanged"].broken


def test_the_proof_is_given_the_keras_that_tensorflow_has(outcomes):
    assert outcomes["sees"].detail.split()[1] == "keras._tf_keras.keras"


def test_each_module_is_loaded_under_a_name_of_its_own(outcomes):
    assert outcomes["sees"].detail.split()[0] != outcomes["fixed"].detail.split()[0]


def test_what_a_proof_prints_does_not_get_in_the_way(outcomes):
    assert outcomes["prints"].detail == "quiet"


def test_a_proof_that_raises_has_failed_and_says_where(outcomes):
    assert outcomes["raises"].error == "ValueError: the reason (proof.py:4)"
    assert not outcomes["raises"].holds


def test_a_proof_that_returns_nothing_has_failed(outcomes):
    assert outcomes["forgets"].error is not None
    assert not outcomes["forgets"].holds


def test_a_worker_that_dies_fails_the_proof_it_was_at(outcomes):
    assert outcomes["dies"].error == "the worker ended with status 3: last words"
    assert not outcomes["dies"].holds


def test_the_proofs_after_a_death_are_run(outcomes):
    assert outcomes["soils"].holds


def test_no_state_is_left_to_the_next_proof(outcomes):
    assert outcomes["looks"].detail == "([], 'float32', False, 1e-07, False)"


def test_random_numbers_are_the_same_in_every_run(outcomes):
    assert outcomes["draws"].detail == outcomes["draws-again"].detail


def test_there_are_two_logical_devices(outcomes):
    assert outcomes["replicates"].detail == "2 replicas"


def test_a_failing_import_fails_the_proof(outcomes):
    assert "No module named 'no_such_module'" in outcomes["imports"].error


def test_a_failing_import_may_be_what_is_to_be_observed(outcomes):
    assert outcomes["may-fail"].broken
    assert outcomes["may-fail"].detail == "No module named 'no_such_module'"


def test_a_worker_that_does_not_answer_is_given_up(tmp_path):
    claim = Claim("LL101", write_rule(tmp_path / "rule", PROOFS["sees"]), 3, "buggy", True)
    with pytest.raises(Failure, match="did not answer within 0 seconds"):
        list(Session(3, time_limit=0.01).run([claim]))


@pytest.mark.parametrize(("missing", "package"), [("tensorflow", "TensorFlow"), ("tf_keras",) * 2])
def test_a_missing_package_is_named_before_anything_runs(monkeypatch, missing, package):
    monkeypatch.setattr(
        runner.importlib.util, "find_spec", lambda name: None if name == missing else object()
    )
    with pytest.raises(Failure, match=f"{package}.*not installed"):
        runner.require((2, 3))


def test_keras_3_does_not_need_tf_keras(monkeypatch):
    monkeypatch.setattr(
        runner.importlib.util, "find_spec", lambda name: None if name == "tf_keras" else object()
    )
    runner.require((3,))


def test_a_tensorflow_that_cannot_be_imported_is_one_clear_line(tmp_path, monkeypatch):
    (tmp_path / "tensorflow.py").write_text("raise ImportError('it is broken')\n")
    monkeypatch.setenv("PYTHONPATH", str(tmp_path))
    claim = Claim("LL101", write_rule(tmp_path / "rule", PROOFS["sees"]), 3, "buggy", True)
    with pytest.raises(Failure, match="TensorFlow cannot be imported: it is broken"):
        list(Session(3).run([claim]))


def test_a_missing_jax_is_named_where_a_proof_runs_on_it(monkeypatch):
    monkeypatch.setattr(
        runner.importlib.util, "find_spec", lambda name: None if name == "jax" else object()
    )
    runner.require((3,), {"tensorflow"})
    with pytest.raises(Failure, match=r"jax.*not installed"):
        runner.require((3,), {"tensorflow", "jax"})
