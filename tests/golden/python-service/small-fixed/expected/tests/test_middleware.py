"""What surrounds every request."""

import asyncio
import logging
from collections.abc import AsyncIterator, Callable

import pytest
from fastapi import FastAPI, Request, Response
from fastapi.responses import StreamingResponse
from fastapi.testclient import TestClient
from prometheus_client import CollectorRegistry

from service.app import create_app
from service.config import Settings
from service.health import Readiness
from service.middleware import LARGEST_BODY

type Around = Callable[..., TestClient]


@pytest.fixture
def around(settings: Settings, ready: Readiness, registry: CollectorRegistry) -> Around:
    """Puts a handler of the test behind everything that surrounds the real ones."""

    def put(handler: Callable[..., object], timeout: float = 60) -> TestClient:
        changed = settings.model_copy(update={"request_timeout": timeout})
        app: FastAPI = create_app(changed, ready, registry)
        app.post("/test", response_model=None)(handler)
        return TestClient(app)

    return put


async def _raises() -> None:
    raise ValueError("boom")


async def _is_slow() -> None:
    await asyncio.Event().wait()


def _answers(status: int) -> Callable[[], Response]:
    return lambda: Response(status_code=status)


def _count(registry: CollectorRegistry, **labels: str) -> float | None:
    return registry.get_sample_value("http_requests_total", labels)


def test_labels_are_bounded(client: TestClient, registry: CollectorRegistry) -> None:
    client.get("/v1/greetings/Ada")
    client.get("/v1/greetings/Grace")
    client.get("/secret/path")
    client.request("BREW", "/secret/pot")

    route = "/v1/greetings/{name}"
    assert _count(registry, method="GET", route=route, status="200") == 2
    assert _count(registry, method="GET", route="unmatched", status="404") == 1
    assert _count(registry, method="other", route="unmatched", status="404") == 1
    took = {"method": "GET", "route": route}
    assert registry.get_sample_value("http_request_duration_seconds_count", took) == 2
    assert registry.get_sample_value("http_requests_in_flight") == 0


@pytest.mark.parametrize(
    ("given", "kept"),
    [
        pytest.param("caller-7", True, id="given"),
        pytest.param("", False, id="none"),
        pytest.param("x" * 65, False, id="too long"),
        pytest.param("a b", False, id="a blank"),
    ],
)
def test_request_id(client: TestClient, given: str, kept: bool) -> None:
    answer = client.get("/healthz", headers={"X-Request-Id": given})
    assert (answer.headers["X-Request-Id"] == given) is kept
    assert 1 <= len(answer.headers["X-Request-Id"]) <= 64


def test_an_exception_is_answered(
    around: Around, registry: CollectorRegistry, caplog: pytest.LogCaptureFixture
) -> None:
    answer = around(_raises).post("/test")
    assert answer.status_code == 500
    assert "boom" not in answer.text
    assert "ValueError: boom" in caplog.text
    assert _count(registry, method="POST", route="/test", status="500") == 1


def test_an_answer_that_breaks_off_counts_as_failed(
    around: Around, registry: CollectorRegistry
) -> None:
    async def breaks_off() -> StreamingResponse:
        async def parts() -> AsyncIterator[str]:
            yield "one"
            raise ValueError("boom")

        return StreamingResponse(parts())

    around(breaks_off).post("/test")
    assert _count(registry, method="POST", route="/test", status="500") == 1


def test_a_slow_request_is_given_up(around: Around) -> None:
    answer = around(_is_slow, timeout=0.01).post("/test")
    assert answer.status_code == 503
    assert "too long" in answer.json()["detail"]


def test_a_timeout_of_the_handlers_own_is_a_failure(around: Around) -> None:
    async def asks_in_vain() -> None:
        async with asyncio.timeout(0):
            await asyncio.Event().wait()

    assert around(asks_in_vain).post("/test").status_code == 500


@pytest.mark.parametrize("more", [0, 1])
def test_a_large_body_is_refused(around: Around, more: int) -> None:
    async def reads(request: Request) -> None:
        await request.body()

    answer = around(reads).post("/test", content=b"x" * (LARGEST_BODY + more))
    assert answer.status_code == (413 if more else 200)


def test_the_log_line_of_a_request(client: TestClient, caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level(logging.INFO, "service"):
        client.get("/v1/greetings/Ada")
    (record,) = caplog.records
    line = vars(record)
    assert line["msg"] == "request"
    assert (line["method"], line["status"]) == ("GET", 200)
    assert line["route"] == "/v1/greetings/{name}"
    assert line["seconds"] > 0


@pytest.mark.parametrize(
    ("handler", "level"),
    [
        pytest.param(_answers(204), logging.INFO, id="success"),
        pytest.param(_answers(400), logging.INFO, id="refusal"),
        pytest.param(_answers(502), logging.ERROR, id="failure"),
        pytest.param(_is_slow, logging.ERROR, id="too slow"),
        pytest.param(_raises, logging.ERROR, id="exception"),
    ],
)
def test_at_which_level_a_request_is_logged(
    around: Around, caplog: pytest.LogCaptureFixture, handler: Callable[..., object], level: int
) -> None:
    with caplog.at_level(logging.DEBUG, "service"):
        # Only what never ends has little time: the others have to be in time on a busy machine too.
        around(handler, timeout=0.01 if handler is _is_slow else 60).post("/test")
    assert [each.levelno for each in caplog.records if each.msg == "request"] == [level]


@pytest.mark.parametrize(
    ("serving", "level"),
    [
        pytest.param(True, logging.DEBUG, id="succeeds"),
        pytest.param(False, logging.WARNING, id="fails"),
    ],
)
def test_probes_keep_out_of_the_way(
    client: TestClient,
    ready: Readiness,
    caplog: pytest.LogCaptureFixture,
    serving: bool,
    level: int,
) -> None:
    ready.serving = serving
    with caplog.at_level(logging.DEBUG, "service"):
        client.get("/readyz")
    assert [each.levelno for each in caplog.records] == [level]
