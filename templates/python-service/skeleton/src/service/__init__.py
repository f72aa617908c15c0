"""The ${{ values.name }} service."""

NAME = "${{ values.name }}"
