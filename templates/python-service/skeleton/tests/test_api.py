"""The handlers, as callers see them."""

import pytest
from fastapi.testclient import TestClient
from prometheus_client import CollectorRegistry

from service.app import create_app
from service.config import Settings
from service.health import Readiness


def test_greeting(client: TestClient) -> None:
    answer = client.get("/v1/greetings/Ada")
    assert answer.status_code == 200
    assert answer.json() == {"message": "Hello, Ada"}
    assert answer.headers["X-Content-Type-Options"] == "nosniff"


def test_what_is_wrong_is_named(client: TestClient) -> None:
    answer = client.get("/v1/greetings/" + "x" * 51)
    assert answer.status_code == 422
    assert answer.headers["Content-Type"] == "application/problem+json"
    problem = answer.json()
    assert problem["requestId"] == answer.headers["X-Request-Id"]
    assert problem["mistakes"] == [
        {"where": "path.name", "detail": "String should have at most 50 characters"}
    ]


@pytest.mark.parametrize(
    ("method", "path", "status"),
    [
        pytest.param("GET", "/nothing", 404, id="no such path"),
        pytest.param("DELETE", "/v1/greetings/Ada", 405, id="wrong method"),
    ],
)
def test_refusals_are_problems(client: TestClient, method: str, path: str, status: int) -> None:
    answer = client.request(method, path)
    assert answer.status_code == status
    assert answer.headers["Content-Type"] == "application/problem+json"
    assert answer.json()["status"] == status
    assert "detail" not in answer.json()  # the title has it all


def test_a_wrong_method_is_told_the_right_one(client: TestClient) -> None:
    assert client.delete("/v1/greetings/Ada").headers["Allow"] == "GET"


@pytest.mark.parametrize("path", ["/openapi.json", "/docs", "/redoc"])
def test_the_interface_is_not_described_to_strangers(client: TestClient, path: str) -> None:
    assert client.get(path).status_code == 404


def test_the_interface_is_described_where_wanted(
    settings: Settings, ready: Readiness, registry: CollectorRegistry
) -> None:
    open_settings = settings.model_copy(update={"api_docs": True})
    client = TestClient(create_app(open_settings, ready, registry))
    description = client.get("/openapi.json").json()
    assert list(description["paths"]) == ["/v1/greetings/{name}"]
    answers = description["paths"]["/v1/greetings/{name}"]["get"]["responses"]
    assert set(answers) == {"200", "default"}
    assert client.get("/docs").status_code == 200


@pytest.mark.parametrize("path", ["/healthz", "/readyz"])
def test_probes_may_leave_out_the_body(client: TestClient, path: str) -> None:
    answer = client.head(path)
    assert (answer.status_code, answer.content) == (200, b"")
