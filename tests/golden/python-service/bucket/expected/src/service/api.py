"""What the service answers. Add your handlers here."""

from typing import Annotated

from fastapi import APIRouter, Path
from pydantic import BaseModel

router = APIRouter(prefix="/v1")


class Greeting(BaseModel):
    """What greet answers."""

    message: str


@router.get("/greetings/{name}")
async def greet(name: Annotated[str, Path(max_length=50)]) -> Greeting:
    """An example of a handler: what comes in is checked by its type, what goes out has one."""
    return Greeting(message=f"Hello, {name}")
