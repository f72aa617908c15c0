"""Errors, as RFC 9457 writes them."""

from collections.abc import Mapping
from http.client import responses as titles

from fastapi import FastAPI, Request, Response
from fastapi.exceptions import RequestValidationError
from pydantic import BaseModel, Field
from starlette.exceptions import HTTPException

from service.log import request_id


class Mistake(BaseModel):
    """One thing that is wrong with a request."""

    where: str
    detail: str


class Problem(BaseModel):
    """Tells the caller what went wrong. Detail is read by people: no internals in it."""

    title: str
    status: int
    detail: str | None = None
    request_id: str | None = Field(None, serialization_alias="requestId")
    mistakes: list[Mistake] | None = None


def respond(
    status: int,
    detail: str | None = None,
    mistakes: list[Mistake] | None = None,
    headers: Mapping[str, str] | None = None,
) -> Response:
    """The answer to a request that cannot be done."""
    problem = Problem(
        title=titles.get(status, "Error"),
        status=status,
        detail=detail,
        request_id=request_id.get() or None,
        mistakes=mistakes,
    )
    return Response(
        problem.model_dump_json(by_alias=True, exclude_none=True),
        status,
        headers,
        "application/problem+json",
    )


def install(app: FastAPI) -> None:
    """Makes the framework's own errors problems too."""

    @app.exception_handler(HTTPException)
    async def refused(_: Request, error: HTTPException) -> Response:
        status = error.status_code
        detail = error.detail if error.detail != titles.get(status) else None
        return respond(status, detail, headers=error.headers)

    @app.exception_handler(RequestValidationError)
    async def invalid(_: Request, error: RequestValidationError) -> Response:
        mistakes = [
            Mistake(where=".".join(map(str, each["loc"])), detail=each["msg"])
            for each in error.errors()
        ]
        return respond(422, "The request is not as it has to be.", mistakes)
