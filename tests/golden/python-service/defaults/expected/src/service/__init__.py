"""The orders service."""

NAME = "orders"
