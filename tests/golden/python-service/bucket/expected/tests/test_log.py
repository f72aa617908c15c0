"""What a line of the log looks like."""

import json
import logging
import sys

import pytest

from service import log
from service.log import JsonFormatter, request_id


def _line(**fields: object) -> dict[str, object]:
    record = logging.makeLogRecord({"msg": "%s is", "args": ("Ada",), "levelname": "INFO"} | fields)
    line = json.loads(JsonFormatter(service="orders").format(record))
    assert isinstance(line, dict)
    return line


def test_fields() -> None:
    line = _line(route="/v1", status=200)
    assert line["msg"] == "Ada is"
    assert line["level"] == "INFO"
    assert str(line["time"]).endswith("+00:00")
    assert (line["service"], line["route"], line["status"]) == ("orders", "/v1", 200)
    assert "request_id" not in line


def test_the_id_of_the_request_is_named() -> None:
    token = request_id.set("caller-7")
    try:
        assert _line()["request_id"] == "caller-7"
    finally:
        request_id.reset(token)


def test_what_is_no_json_is_written_as_text() -> None:
    assert _line(where=ValueError("x"))["where"] == "x"


def test_an_exception_brings_its_stack() -> None:
    try:
        raise ValueError("boom")
    except ValueError:
        line = _line(exc_info=sys.exc_info())
    assert "ValueError: boom" in str(line["stack"])


def test_all_loggers_write_so(capsys: pytest.CaptureFixture[str]) -> None:
    root = logging.getLogger()
    handlers, level = root.handlers[:], root.level
    try:
        log.set_up("warn", "1.0")
        logging.getLogger("some.library").info("quiet")
        logging.getLogger("some.library").warning("two\nlines")
    finally:
        root.handlers[:] = handlers
        root.setLevel(level)
        logging.captureWarnings(False)
    (text,) = capsys.readouterr().out.splitlines()
    assert json.loads(text)["msg"] == "two\nlines"
    assert json.loads(text)["version"] == "1.0"
