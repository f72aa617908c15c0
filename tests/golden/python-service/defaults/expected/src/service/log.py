"""The log: JSON on standard output, one line an event."""

import json
import logging
import sys
from contextvars import ContextVar
from datetime import UTC, datetime

from service import NAME

# Names one request in the logs of all services that it passes through.
request_id: ContextVar[str] = ContextVar("request_id", default="")

_OWN_FIELDS = {*vars(logging.makeLogRecord({})), "message", "asctime"}


class JsonFormatter(logging.Formatter):
    """Writes a record with what was given as `extra`, and with the request's id."""

    def __init__(self, **fields: str) -> None:
        super().__init__()
        self._fields = fields

    def format(self, record: logging.LogRecord) -> str:
        """One line, without its end."""
        line: dict[str, object] = {
            "time": datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds"),
            "level": record.levelname,
            "msg": record.getMessage(),
            **self._fields,
        }
        if identity := request_id.get():
            line["request_id"] = identity
        line |= {key: value for key, value in vars(record).items() if key not in _OWN_FIELDS}
        if record.exc_info:
            line["stack"] = self.formatException(record.exc_info)
        return json.dumps(line, ensure_ascii=False, separators=(",", ":"), default=str)


def set_up(level: str, version: str) -> None:
    """Sends all that is logged through the formatter."""
    handler = logging.StreamHandler(sys.stdout)
    handler.setFormatter(JsonFormatter(service=NAME, version=version))
    logging.basicConfig(level=level.upper(), handlers=[handler], force=True)
    logging.captureWarnings(True)
    # The service says itself when it starts and stops.
    logging.getLogger("uvicorn").setLevel(logging.WARNING)
