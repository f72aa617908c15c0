"""The shop service."""

NAME = "shop"
