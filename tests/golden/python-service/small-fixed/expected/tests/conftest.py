"""What several tests need."""

import pytest
from fastapi.testclient import TestClient
from prometheus_client import CollectorRegistry

from service.app import create_app
from service.config import Settings, load
from service.health import Readiness


@pytest.fixture
def settings(monkeypatch: pytest.MonkeyPatch) -> Settings:
    """The defaults, whatever the environment says, with what nothing can go without."""
    for field in Settings.model_fields:
        monkeypatch.delenv(field.upper(), raising=False)
    return load()


@pytest.fixture
def ready() -> Readiness:
    """A service that takes requests."""
    ready = Readiness()
    ready.serving = True
    return ready


@pytest.fixture
def registry() -> CollectorRegistry:
    """No metrics so far."""
    return CollectorRegistry()


@pytest.fixture
def client(settings: Settings, ready: Readiness, registry: CollectorRegistry) -> TestClient:
    """Asks the whole service, without a network."""
    return TestClient(create_app(settings, ready, registry))
