"""What is read from the environment."""

import pytest

from service.config import ConfigurationError, Settings, load


def test_defaults(settings: Settings) -> None:
    assert settings.port == 8080
    assert settings.metrics_port == 9090
    assert settings.request_timeout == 15
    assert settings.drain_delay == 0
    assert not settings.api_docs


@pytest.mark.usefixtures("settings")
def test_the_environment_is_read(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PORT", "3000")
    monkeypatch.setenv("METRICS_PORT", "3001")
    monkeypatch.setenv("LOG_LEVEL", "warn")
    monkeypatch.setenv("REQUEST_TIMEOUT", "250ms")
    monkeypatch.setenv("DRAIN_DELAY", "7s")
    monkeypatch.setenv("API_DOCS", "true")
    settings = load()
    assert (settings.port, settings.metrics_port) == (3000, 3001)
    assert settings.log_level == "warn"
    assert (settings.request_timeout, settings.drain_delay) == (0.25, 7)
    assert settings.api_docs


@pytest.mark.usefixtures("settings")
def test_empty_counts_as_not_there(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PORT", "")
    assert load().port == 8080


@pytest.mark.usefixtures("settings")
@pytest.mark.parametrize(
    ("environment", "named"),
    [
        pytest.param({"PORT": "http"}, {"PORT"}, id="not a number"),
        pytest.param({"PORT": "65536"}, {"PORT"}, id="port too large"),
        pytest.param({"PORT": "3000", "METRICS_PORT": "3000"}, {"METRICS_PORT"}, id="ports alike"),
        pytest.param({"LOG_LEVEL": "loud"}, {"LOG_LEVEL"}, id="no such level"),
        pytest.param({"REQUEST_TIMEOUT": "15"}, {"REQUEST_TIMEOUT"}, id="no unit"),
        pytest.param({"REQUEST_TIMEOUT": "0s"}, {"REQUEST_TIMEOUT"}, id="no time at all"),
        pytest.param({"DRAIN_DELAY": "-1s"}, {"DRAIN_DELAY"}, id="negative"),
        pytest.param({"PORT": "x", "LOG_LEVEL": "y"}, {"PORT", "LOG_LEVEL"}, id="two at once"),
        pytest.param({"BUCKET_NAME": ""}, {"BUCKET_NAME"}, id="no bucket"),
    ],
)
def test_everything_that_is_wrong_is_named(
    monkeypatch: pytest.MonkeyPatch, environment: dict[str, str], named: set[str]
) -> None:
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    with pytest.raises(ConfigurationError) as caught:
        load()
    assert {line.split(":")[0] for line in str(caught.value).splitlines()} == named
