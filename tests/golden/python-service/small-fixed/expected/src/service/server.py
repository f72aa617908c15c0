"""Starts the service, and stops it without losing a request."""

import asyncio
import contextlib
import logging
import math
import signal
import socket
from collections.abc import Iterator

import uvicorn
from prometheus_client import make_asgi_app
from starlette.types import ASGIApp

from service.app import create_app
from service.config import Settings
from service.health import Readiness
from service.metrics import new_registry

_log = logging.getLogger(__name__)

WRITE_SLACK = 5  # seconds that an answer may take on its way after its request's time is up


class EndedEarlyError(Exception):
    """A server ended before it was told to: the log says why."""


class Server(uvicorn.Server):
    """uvicorn's server, which tells when it is up, and leaves signals to others."""

    def __init__(self, app: ASGIApp, settings: Settings) -> None:
        super().__init__(
            uvicorn.Config(
                app,
                access_log=False,  # the service's own log has more
                log_config=None,
                server_header=False,
                timeout_graceful_shutdown=math.ceil(settings.request_timeout) + WRITE_SLACK,
                timeout_keep_alive=120,  # longer than load balancers keep theirs
            )
        )
        self.up = asyncio.Event()

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        """As uvicorn has it."""
        await super().startup(sockets)
        if self.started:
            self.up.set()

    @contextlib.contextmanager
    def capture_signals(self) -> Iterator[None]:
        """Captures none."""
        yield


def listen(port: int) -> socket.socket:
    """Takes the port on all addresses, IPv4 and IPv6."""
    if socket.has_dualstack_ipv6():
        return socket.create_server(("", port), family=socket.AF_INET6, dualstack_ipv6=True)
    return socket.create_server(("", port))


async def run(settings: Settings) -> None:
    """The whole service, until a signal stops it. Raises OSError where a port is taken."""
    with listen(settings.port) as api, listen(settings.metrics_port) as metrics:
        registry = new_registry(settings.version)
        ready = Readiness()
        await serve(
            Server(create_app(settings, ready, registry), settings),
            Server(make_asgi_app(registry), settings),
            sockets=(api, metrics),
            ready=ready,
            stop=stop_on_signal(),
            drain_delay=settings.drain_delay,
        )


def stop_on_signal() -> asyncio.Event:
    """Is set by the first signal. A second one ends the program at once."""
    stop = asyncio.Event()
    loop = asyncio.get_running_loop()
    signals = (signal.SIGINT, signal.SIGTERM)

    def on_signal() -> None:
        stop.set()
        for each in signals:
            loop.remove_signal_handler(each)

    for each in signals:
        loop.add_signal_handler(each, on_signal)
    return stop


async def serve(
    api: Server,
    metrics: Server,
    *,
    sockets: tuple[socket.socket, socket.socket],
    ready: Readiness,
    stop: asyncio.Event,
    drain_delay: float,
) -> None:
    """Serves until told to stop, then answers what has begun."""
    async with asyncio.TaskGroup() as group:
        serving = [
            group.create_task(server.serve([place]))
            for server, place in zip((api, metrics), sockets, strict=True)
        ]
        starting = group.create_task(_say_when_up(api, metrics, sockets, ready))
        stopping = group.create_task(stop.wait())
        await asyncio.wait({*serving, stopping}, return_when=asyncio.FIRST_COMPLETED)
        starting.cancel()
        stopping.cancel()
        ready.serving = False
        if stop.is_set():
            _log.info("stopping", extra={"delay": drain_delay})
            await asyncio.sleep(drain_delay)  # callers notice that this copy stops
        api.should_exit = True
        await serving[0]
        metrics.should_exit = True  # last, so that the end can be watched
    if not stop.is_set():
        raise EndedEarlyError("a server ended before it was told to")
    _log.info("stopped")


async def _say_when_up(
    api: Server,
    metrics: Server,
    sockets: tuple[socket.socket, socket.socket],
    ready: Readiness,
) -> None:
    await api.up.wait()
    await metrics.up.wait()
    ready.serving = True
    port, metrics_port = (each.getsockname()[1] for each in sockets)
    _log.info("serving", extra={"port": port, "metrics_port": metrics_port})
