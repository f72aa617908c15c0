"""What the service is told by its environment."""

import re
from typing import Annotated, Literal

from pydantic import BeforeValidator, Field, ValidationError, ValidationInfo, field_validator
from pydantic_core import PydanticCustomError
from pydantic_settings import BaseSettings, SettingsConfigDict

_DURATION = re.compile(r"(\d+(?:\.\d+)?)(ms|s|m)")
_SECONDS = {"ms": 0.001, "s": 1, "m": 60}


def _seconds(value: object) -> object:
    if not isinstance(value, str):
        return value
    match = _DURATION.fullmatch(value)
    if match is None:
        raise PydanticCustomError("duration", "Input should be a duration such as 500ms or 15s")
    return float(match[1]) * _SECONDS[match[2]]


Port = Annotated[int, Field(ge=1, le=65535)]
Duration = Annotated[float, BeforeValidator(_seconds)]  # in seconds


class Settings(BaseSettings):
    """All that can be said from outside. A variable has its field's name, in capitals."""

    # An empty variable counts as one that is not there, as Compose files and shells leave them.
    model_config = SettingsConfigDict(env_ignore_empty=True, frozen=True)

    version: str = "dev"  # set when the image is built
    port: Port = 3000  # where requests come in
    metrics_port: Port = 9090  # where Prometheus asks; never open to the internet
    log_level: Literal["debug", "info", "warn", "error"] = "info"
    request_timeout: Annotated[Duration, Field(gt=0)] = 30  # how long one request may take
    drain_delay: Duration = 0  # how long to go on after SIGTERM before refusing connections
    api_docs: bool = False  # whether /openapi.json and /docs describe the interface to all who ask
    database_host: str  # with its port, what readiness asks for a connection
    database_port: Port = 5432
    database_name: str = "app"  # for your driver, nothing here uses it; README.md says how
    database_user: str = "app"  # likewise; signs in with a token of AWS, not a password
    aws_region: str = "us-east-1"  # likewise; the token is made for it

    @field_validator("metrics_port")
    @classmethod
    def _differs_from_port(cls, value: int, info: ValidationInfo) -> int:
        if value == info.data.get("port"):
            raise PydanticCustomError("port", "Input should differ from PORT")
        return value


class ConfigurationError(Exception):
    """Names every variable that is wrong, one a line."""


def load() -> Settings:
    """Reads the environment. A copy that lacks something stops here, not at its first request."""
    try:
        return Settings()
    except ValidationError as error:
        raise ConfigurationError(
            "\n".join(f"{_variable(each['loc'])}: {each['msg']}" for each in error.errors())
        ) from error


def _variable(location: tuple[int | str, ...]) -> str:
    return ".".join(str(part) for part in location).upper()
