"""What surrounds every request: an id, limits, a line in the log, and metrics."""

import asyncio
import logging
import re
import secrets
import time

from fastapi import HTTPException
from starlette.datastructures import Headers, MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from service import problems
from service.log import request_id
from service.metrics import RequestMetrics

_log = logging.getLogger(__name__)

LARGEST_BODY = 1 << 20  # bytes

_VALID_ID = re.compile(r"[A-Za-z0-9._-]{1,64}")
_METHODS = {"GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"}
_PROBES = {"/healthz", "/readyz"}


class RequestId:
    """Takes over the id that the caller gave, or makes one."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """One request."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        given = Headers(scope=scope).get("x-request-id", "")
        identity = given if _VALID_ID.fullmatch(given) else secrets.token_hex(16)

        async def send_with_id(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                headers["X-Request-Id"] = identity
                headers["X-Content-Type-Options"] = "nosniff"
            await send(message)

        token = request_id.set(identity)
        try:
            await self._app(scope, receive, send_with_id)
        finally:
            request_id.reset(token)


class Observe:
    """Counts, times and logs each request, and answers for handlers that raise."""

    def __init__(self, app: ASGIApp, metrics: RequestMetrics) -> None:
        self._app = app
        self._metrics = metrics

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """One request."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        status = 0  # nothing was answered yet

        async def recorded_send(message: Message) -> None:
            nonlocal status
            if message["type"] == "http.response.start":
                status = message["status"]
            await send(message)

        start = time.perf_counter()
        self._metrics.in_flight.inc()
        try:
            await self._app(scope, receive, recorded_send)
        except Exception:
            _log.exception("a handler raised")
            if status == 0:
                await problems.respond(500)(scope, receive, recorded_send)
            status = 500  # also where an answer had begun: uvicorn cuts what is not complete
        finally:
            self._metrics.in_flight.dec()
            self._note(scope, status or 500, time.perf_counter() - start)

    def _note(self, scope: Scope, status: int, seconds: float) -> None:
        method = scope["method"] if scope["method"] in _METHODS else "other"
        # The route's path, never the one that was asked for: there is no end of those.
        route = getattr(scope.get("route"), "path", "unmatched")
        self._metrics.requests.labels(method, route, str(status)).inc()
        self._metrics.durations.labels(method, route).observe(seconds)
        _log.log(
            _level(route, status),
            "request",
            extra={"method": method, "route": route, "status": status, "seconds": seconds},
        )


def _level(route: str, status: int) -> int:
    """A request that failed is seen at every LOG_LEVEL; probes only where they fail."""
    if status >= 500:
        # No caller was turned away by a probe; while the service stops, this is how it should be.
        return logging.WARNING if route in _PROBES else logging.ERROR
    return logging.DEBUG if route in _PROBES else logging.INFO


class Limits:
    """Gives every request a deadline and a largest size."""

    def __init__(self, app: ASGIApp, seconds: float) -> None:
        self._app = app
        self._seconds = seconds

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """One request."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        has_begun = False

        async def noted_send(message: Message) -> None:
            nonlocal has_begun
            has_begun = True
            await send(message)

        deadline = asyncio.timeout(self._seconds)
        try:
            async with deadline:
                await self._app(scope, _limited(receive), noted_send)
        except TimeoutError:
            if has_begun or not deadline.expired():
                raise
            await problems.respond(503, "The request took too long.")(scope, receive, send)


def _limited(receive: Receive) -> Receive:
    size = 0

    async def limited_receive() -> Message:
        nonlocal size
        message = await receive()
        size += len(message.get("body", b""))
        if size > LARGEST_BODY:
            raise HTTPException(413, "The request is larger than 1 MiB.")
        return message

    return limited_receive
