// Command server is the invoices service.
package main

import (
	"context"
	"fmt"
	"io"
	"log/slog"
	"os"
	"os/signal"
	"syscall"

	"github.com/Northwind/invoices/internal/config"
	"github.com/Northwind/invoices/internal/health"
	"github.com/Northwind/invoices/internal/httpapi"
	"github.com/Northwind/invoices/internal/metrics"
	"github.com/Northwind/invoices/internal/server"
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
		With("service", "invoices", "version", version)
	slog.SetDefault(log) // for what is given no logger

	registry := metrics.NewRegistry()
	metrics.RegisterProcess(registry, version)
	ready := health.NewReadiness()
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
