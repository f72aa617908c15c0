"""Start and stop, over real connections."""

import asyncio
import logging
import signal
import socket
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field

import httpx
import pytest
from fastapi import FastAPI
from prometheus_client import CollectorRegistry, make_asgi_app

from service import health, server
from service.config import Settings
from service.health import Readiness


@dataclass
class Running:
    """A service on free ports, with a handler that waits until it is let go."""

    url: str
    metrics_url: str
    result: asyncio.Task[None]
    stop: asyncio.Event
    entered: asyncio.Event = field(default_factory=asyncio.Event)
    let_go: asyncio.Event = field(default_factory=asyncio.Event)


async def _until(happened: Callable[[], bool]) -> None:
    while not happened():  # noqa: ASYNC110 (nothing else tells)
        await asyncio.sleep(0)


@asynccontextmanager
async def _running(settings: Settings) -> AsyncIterator[Running]:
    ready = Readiness()
    app = FastAPI()
    app.include_router(health.router(ready))
    api = server.Server(app, settings)
    metrics = server.Server(make_asgi_app(CollectorRegistry()), settings)
    sockets = (socket.create_server(("127.0.0.1", 0)), socket.create_server(("127.0.0.1", 0)))
    stop = asyncio.Event()
    result = asyncio.create_task(
        server.serve(api, metrics, sockets=sockets, ready=ready, stop=stop, drain_delay=0)
    )
    url, metrics_url = (f"http://127.0.0.1:{each.getsockname()[1]}" for each in sockets)
    running = Running(url, metrics_url, result, stop)

    @app.get("/slow")
    async def slow() -> str:
        running.entered.set()
        await running.let_go.wait()
        return "done"

    await _until(lambda: ready.serving or result.done())
    try:
        yield running
    finally:
        running.stop.set()
        running.let_go.set()
        await running.result


def test_serves_until_stopped(settings: Settings) -> None:
    async def ask() -> None:
        async with _running(settings) as service, httpx.AsyncClient() as client:
            assert (await client.get(service.metrics_url + "/metrics")).status_code == 200
            assert (await client.get(service.url + "/readyz")).text == "ready\n"
            service.stop.set()
            await service.result
            with pytest.raises(httpx.ConnectError):
                await client.get(service.url + "/readyz")

    asyncio.run(ask())


def test_answers_what_has_begun(settings: Settings) -> None:
    async def ask() -> None:
        async with _running(settings) as service, httpx.AsyncClient() as client:
            answer = asyncio.create_task(client.get(service.url + "/slow"))
            await service.entered.wait()
            service.stop.set()
            service.let_go.set()
            assert (await answer).json() == "done"
            await service.result

    asyncio.run(ask())


def test_a_port_in_use_is_an_error(settings: Settings) -> None:
    with server.listen(0) as taken:
        port = taken.getsockname()[1]
        with pytest.raises(OSError, match="in use"):
            asyncio.run(server.run(settings.model_copy(update={"port": port})))


def test_the_first_signal_stops_it(settings: Settings, caplog: pytest.LogCaptureFixture) -> None:
    def said() -> list[str]:
        return [each.msg for each in caplog.records if each.name == "service.server"]

    async def stop() -> None:
        anywhere = settings.model_copy(update={"port": 0, "metrics_port": 0})
        running = asyncio.create_task(server.run(anywhere))
        await _until(lambda: "serving" in said() or running.done())
        signal.raise_signal(signal.SIGTERM)
        await running

    with caplog.at_level(logging.INFO):
        asyncio.run(stop())
    assert said() == ["serving", "stopping", "stopped"]


def test_a_service_that_cannot_start_is_an_error(settings: Settings) -> None:
    def look_for_table() -> None:
        raise ValueError("no such table")

    @asynccontextmanager
    async def fails(_: FastAPI) -> AsyncIterator[None]:
        look_for_table()
        yield

    async def start() -> None:
        with server.listen(0) as api, server.listen(0) as metrics:
            await server.serve(
                server.Server(FastAPI(lifespan=fails), settings),
                server.Server(make_asgi_app(CollectorRegistry()), settings),
                sockets=(api, metrics),
                ready=Readiness(),
                stop=asyncio.Event(),
                drain_delay=0,
            )

    with pytest.raises(server.EndedEarlyError):
        asyncio.run(start())


def test_listens_on_ipv4_too() -> None:
    with server.listen(0) as listening:
        port = listening.getsockname()[1]
        socket.create_connection(("127.0.0.1", port), timeout=10).close()
