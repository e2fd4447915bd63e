"""The pose model's `.task` files: put together out of what npm brings, read by TFLite itself."""

import io
import struct
import zipfile
from pathlib import Path
from typing import Any

import coach_files
import pose_task
import pytest
from flatbuffer import Blob, Many, Scalar, Table, Text, file_of

ROOT = Path(__file__).resolve().parents[3]
COACH = ROOT / "src" / "loosen" / "web" / "static" / "dist" / "coach"
PACKAGE = ROOT / "frontend" / "node_modules" / coach_files.POSE
ONE_OF_127 = struct.pack("<If", 1, 127.5)
MODELS = {"lite": 6_000_000, "full": 10_000_000}  # and at most so many bytes


def built(name: str) -> Path:
    [found] = COACH.glob(f"models-*/pose_{name}.task")
    return found


@pytest.mark.parametrize("name", MODELS)
def test_a_task_is_a_stored_zip_of_the_two_models(name: str) -> None:
    with zipfile.ZipFile(built(name)) as zipped:
        assert zipped.namelist() == [pose_task.DETECTOR, pose_task.LANDMARKS]
        assert {one.compress_type for one in zipped.infolist()} == {zipfile.ZIP_STORED}
    assert built(name).stat().st_size <= MODELS[name]


@pytest.mark.parametrize("name", MODELS)
def test_tflite_reads_both_models_with_their_new_heads(name: str) -> None:
    """The old model goes on behind the head: the same tensors in, the same out."""
    litert = pytest.importorskip("ai_edge_litert.interpreter")
    with zipfile.ZipFile(built(name)) as zipped:
        detector, landmarks = (
            _loaded(litert, zipped.read(one)) for one in (pose_task.DETECTOR, pose_task.LANDMARKS)
        )
    assert [one["shape"].tolist() for one in detector.get_input_details()] == [[1, 224, 224, 3]]
    assert [one["shape"].tolist() for one in landmarks.get_input_details()] == [[1, 256, 256, 3]]
    assert len(landmarks.get_output_details()) == 5


def _loaded(litert: Any, body: bytes) -> Any:
    loaded = litert.Interpreter(model_content=body)
    loaded.allocate_tensors()
    return loaded


def test_the_head_says_how_a_picture_becomes_numbers() -> None:
    model = (PACKAGE / coach_files.DETECTOR).read_bytes()
    with_head = pose_task.with_metadata(model, pose_task.Scaling(127.5, 127.5))
    assert with_head.endswith(model)
    head = with_head[: len(with_head) - len(model)]
    assert len(head) % 16 == 0
    assert head[4:8] == b"TFL3"
    assert b"TFLITE_METADATA" in head
    inner = head[head.index(b"M001") - 4 :]
    assert inner.count(ONE_OF_127) == 2  # mean and deviation


def test_what_is_no_model_is_refused() -> None:
    with pytest.raises(ValueError, match="no TFLite model"):
        pose_task.task_file(b"GIF89a..", b"")


def test_every_pointer_of_a_written_file_leads_forwards_to_what_was_written() -> None:
    written = file_of(
        Table({0: Scalar("I", 7), 2: Many([Text("first"), Text("second")]), 3: Blob(b"inner")}),
        b"TEST",
        b"old",
    )
    old = pose_task.Buffer(written)
    root = old.follow(0)
    assert old.number(root, 0) == 7
    assert old.pointed(root, 1) == 0
    assert [old.text(place) for place in old.many(root, 2)] == ["first", "second"]
    blob = old.pointed(root, 3)
    assert written[blob + 4 : blob + 9] == b"inner"
    assert (blob + 4) % 16 == 0
    assert written.endswith(b"old")


def test_the_same_models_give_the_same_bytes() -> None:
    detector = (PACKAGE / coach_files.DETECTOR).read_bytes()
    first, again = (io.BytesIO(pose_task.task_file(detector, detector)) for _ in range(2))
    assert first.getvalue() == again.getvalue()
