"""Whether the service lives, and whether it can take requests."""

import asyncio
import logging

import pytest
from fastapi import FastAPI
from fastapi.testclient import TestClient

from service import health
from service.health import Check, Readiness, connects


async def _works() -> None:
    pass


async def _is_gone() -> None:
    raise OSError("10.0.0.7 refused")


async def _hangs() -> None:
    await asyncio.Event().wait()


FINE = Check("cache", _works)
BROKEN = Check("database", _is_gone)
SILENT = Check("queue", _hangs)


def _asking(ready: Readiness) -> TestClient:
    app = FastAPI()
    app.include_router(health.router(ready))
    return TestClient(app)


@pytest.mark.parametrize(
    ("checks", "serving", "status", "text"),
    [
        pytest.param([], False, 503, "not serving\n", id="before it listens"),
        pytest.param([], True, 200, "ready\n", id="nothing to check"),
        pytest.param([FINE], True, 200, "ready\n", id="all checks pass"),
        pytest.param([FINE, BROKEN], True, 503, "unreachable: database\n", id="one check fails"),
        pytest.param([FINE], False, 503, "not serving\n", id="stops, checks pass"),
    ],
)
def test_readiness(checks: list[Check], serving: bool, status: int, text: str) -> None:
    ready = Readiness(*checks)
    ready.serving = serving
    answer = _asking(ready).get("/readyz")
    assert (answer.status_code, answer.text) == (status, text)
    assert answer.headers["Cache-Control"] == "no-store"


def test_what_does_not_answer_is_missing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(health, "CHECK_TIMEOUT", 0.01)
    assert asyncio.run(Readiness(FINE, SILENT).missing()) == ["queue"]


def test_reasons_are_for_the_log_only(caplog: pytest.LogCaptureFixture) -> None:
    ready = Readiness(BROKEN)
    ready.serving = True
    with caplog.at_level(logging.WARNING):
        answer = _asking(ready).get("/readyz")
    assert "10.0.0.7" not in answer.text
    assert "10.0.0.7 refused" in vars(caplog.records[0])["error"]


def test_life_does_not_depend_on_anything() -> None:
    assert _asking(Readiness(BROKEN)).get("/healthz").status_code == 200


def test_connects() -> None:
    async def ask() -> None:
        server = await asyncio.start_server(lambda _, writer: writer.close(), "127.0.0.1", 0)
        port = server.sockets[0].getsockname()[1]
        check = connects("database", "127.0.0.1", port)
        async with server:
            await check.run()
        with pytest.raises(ConnectionRefusedError):
            await check.run()

    asyncio.run(ask())
