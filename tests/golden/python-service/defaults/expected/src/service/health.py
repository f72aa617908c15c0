"""Whether the service lives, and whether it can take requests."""

import asyncio
import logging
from collections.abc import Awaitable, Callable
from dataclasses import dataclass

from fastapi import APIRouter
from fastapi.responses import PlainTextResponse

_log = logging.getLogger(__name__)

_METHODS = ["GET", "HEAD"]

CHECK_TIMEOUT = 0.8  # seconds; shorter than the one that Kubernetes waits for a probe


@dataclass(frozen=True)
class Check:
    """Something without which the service cannot do its work. It raises where it is not there."""

    name: str
    run: Callable[[], Awaitable[None]]


def connects(name: str, host: str, port: int) -> Check:
    """Checks that something accepts connections there."""

    async def connect() -> None:
        _, writer = await asyncio.open_connection(host, port)
        writer.close()

    return Check(name, connect)


class Readiness:
    """Says whether requests should be sent here."""

    def __init__(self, *checks: Check) -> None:
        self.serving = False  # true from when it listens until it is told to stop
        self._checks = checks

    async def missing(self) -> list[str]:
        """The names of what cannot be reached. All checks together take no longer than one."""
        found = await asyncio.gather(*(self._is_fine(check) for check in self._checks))
        return [check.name for check, fine in zip(self._checks, found, strict=True) if not fine]

    @staticmethod
    async def _is_fine(check: Check) -> bool:
        try:
            async with asyncio.timeout(CHECK_TIMEOUT):
                await check.run()
        except Exception as error:
            # Callers learn the name only.
            reason = repr(error)
            _log.warning("unreachable", extra={"check": check.name, "error": reason})
            return False
        return True


def router(ready: Readiness) -> APIRouter:
    """The routes that Kubernetes asks."""
    routes = APIRouter(include_in_schema=False, default_response_class=PlainTextResponse)

    @routes.api_route("/healthz", methods=_METHODS)
    async def live() -> PlainTextResponse:
        # It looks at nothing else: a restart does not bring a database back.
        return _answer(200, "alive")

    @routes.api_route("/readyz", methods=_METHODS)
    async def readiness() -> PlainTextResponse:
        if not ready.serving:
            return _answer(503, "not serving")
        if missing := await ready.missing():
            return _answer(503, "unreachable: " + ", ".join(missing))
        return _answer(200, "ready")

    return routes


def _answer(status: int, text: str) -> PlainTextResponse:
    return PlainTextResponse(text + "\n", status, headers={"Cache-Control": "no-store"})
