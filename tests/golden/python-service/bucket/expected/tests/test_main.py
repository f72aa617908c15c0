"""The program as a whole."""

import pytest

from service import log, server
from service.__main__ import main


@pytest.mark.usefixtures("settings")
def test_a_bad_configuration_is_refused(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("PORT", "nonsense")
    assert main() == 1
    assert "PORT" in capsys.readouterr().err


@pytest.mark.usefixtures("settings")
def test_a_port_in_use_is_said(
    monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    monkeypatch.setattr(log, "set_up", lambda *_: None)  # the test looks at the log itself
    with server.listen(0) as taken:
        monkeypatch.setenv("PORT", str(taken.getsockname()[1]))
        assert main() == 1
    assert "in use" in vars(caplog.records[-1])["error"]
