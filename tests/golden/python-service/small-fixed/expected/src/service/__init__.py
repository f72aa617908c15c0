"""The hooks service."""

NAME = "hooks"
