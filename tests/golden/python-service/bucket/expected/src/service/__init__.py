"""The invoices service."""

NAME = "invoices"
