"""Puts the service together."""

from fastapi import FastAPI
from prometheus_client import CollectorRegistry

from service import NAME, api, health, problems
from service.config import Settings
from service.health import Readiness
from service.metrics import RequestMetrics
from service.middleware import Limits, Observe, RequestId


def create_app(settings: Settings, ready: Readiness, registry: CollectorRegistry) -> FastAPI:
    """All that is answered on PORT."""
    app = FastAPI(
        title=NAME,
        version=settings.version,
        openapi_url="/openapi.json" if settings.api_docs else None,  # without it, /docs is not there
        redoc_url=None,  # /docs says the same
        responses={"default": {"model": problems.Problem, "description": "What went wrong"}},
    )
    problems.install(app)
    app.include_router(health.router(ready))
    app.include_router(api.router)

    # The last one is the outermost.
    app.add_middleware(Limits, seconds=settings.request_timeout)
    app.add_middleware(Observe, metrics=RequestMetrics(registry))
    app.add_middleware(RequestId)
    return app
