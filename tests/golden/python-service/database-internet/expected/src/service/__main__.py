"""Starts the service: python -m service."""

import asyncio
import logging
import sys

from service import log, server
from service.config import ConfigurationError, load


def main() -> int:
    """Runs until told to stop, and gives the program's exit code."""
    try:
        settings = load()
    except ConfigurationError as error:
        print(f"configuration:\n{error}", file=sys.stderr)
        return 1
    log.set_up(settings.log_level, settings.version)
    try:
        asyncio.run(server.run(settings))
    except (OSError, server.EndedEarlyError) as error:
        logging.getLogger(__name__).error("it cannot go on", extra={"error": str(error)})
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
