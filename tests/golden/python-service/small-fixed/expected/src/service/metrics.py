"""What Prometheus is told."""

from prometheus_client import (
    CollectorRegistry,
    Counter,
    Gauge,
    GCCollector,
    Histogram,
    PlatformCollector,
    ProcessCollector,
)

# Upper bounds in seconds that suit requests over HTTP.
LATENCY_BUCKETS = (0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10)


def new_registry(version: str) -> CollectorRegistry:
    """With what is worth knowing of any program: which one it is, since when, what it uses."""
    registry = CollectorRegistry()
    ProcessCollector(registry=registry)
    PlatformCollector(registry=registry)
    GCCollector(registry=registry)
    build = Gauge(
        "service_build_info",
        "Always 1; its labels say what runs.",
        ["version"],
        registry=registry,
    )
    build.labels(version).set(1)
    return registry


class RequestMetrics:
    """Counts and times requests. No label has a value that callers can make up."""

    def __init__(self, registry: CollectorRegistry) -> None:
        self.requests = Counter(
            "http_requests_total",
            "Requests answered.",
            ["method", "route", "status"],
            registry=registry,
        )
        self.durations = Histogram(
            "http_request_duration_seconds",
            "Time from a request to the end of its answer.",
            ["method", "route"],
            buckets=LATENCY_BUCKETS,
            registry=registry,
        )
        self.in_flight = Gauge(
            "http_requests_in_flight", "Requests being answered.", registry=registry
        )
