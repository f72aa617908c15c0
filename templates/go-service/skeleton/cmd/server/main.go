// Command server is the ${{ values.name }} service.
package main

import (
	"context"
	"fmt"
	"io"
	"log/slog"
	"os"
	"os/signal"
	"syscall"

	"github.com/${{ values.organisation }}/${{ values.name }}/internal/config"
	"github.com/${{ values.organisation }}/${{ values.name }}/internal/health"
	"github.com/${{ values.organisation }}/${{ values.name }}/internal/httpapi"
	"github.com/${{ values.organisation }}/${{ values.name }}/internal/metrics"
	"github.com/${{ values.organisation }}/${{ values.name }}/internal/server"
)

// version is set by the build: -ldflags "-X main.version=…".
var version = "dev"

func main() {
	if err := run(context.Background(), os.LookupEnv, os.Stdout); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}

// run is the whole program, until it is told to stop. What it needs of the world comes in as arguments.
func run(ctx context.Context, lookup config.Lookup, out io.Writer) error {
	ctx, stop := signal.NotifyContext(ctx, syscall.SIGINT, syscall.SIGTERM)
	defer stop()
	context.AfterFunc(ctx, stop) // a second signal ends it at once

	cfg, err := config.Load(lookup)
	if err != nil {
		return fmt.Errorf("configuration:\n%w", err)
	}
	log := slog.New(slog.NewJSONHandler(out, &slog.HandlerOptions{Level: cfg.LogLevel})).
		With("service", "${{ values.name }}", "version", version)
	slog.SetDefault(log) // for what is given no logger

	registry := metrics.NewRegistry()
	metrics.RegisterProcess(registry, version)
{%- if values.storage == 'database' %}
	ready := health.NewReadiness(health.Dial("database", cfg.DatabaseAddress()))
{%- else %}
	ready := health.NewReadiness()
{%- endif %}
	api := httpapi.New(httpapi.Options{
		Log:            log,
		Registry:       registry,
		Readiness:      ready,
		RequestTimeout: cfg.RequestTimeout,
	})
	return server.Run(ctx, server.Options{
		Log:            log,
		Readiness:      ready,
		API:            api,
		Metrics:        registry,
		Port:           cfg.Port,
		MetricsPort:    cfg.MetricsPort,
		RequestTimeout: cfg.RequestTimeout,
		DrainDelay:     cfg.DrainDelay,
	})
}
