// Package server starts the service, and stops it without losing a request.
package server

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"net"
	"net/http"
	"strconv"
	"time"

	"github.com/${{ values.organisation }}/${{ values.name }}/internal/health"
)

// Options is what there is to serve, and where.
type Options struct {
	Log            *slog.Logger
	Readiness      *health.Readiness
	API            http.Handler
	Metrics        http.Handler
	Port           int
	MetricsPort    int
	RequestTimeout time.Duration
	DrainDelay     time.Duration
}

// Run serves until ctx is done, then answers what has begun and returns nil.
func Run(ctx context.Context, o Options) error {
	api, err := listen(o.Port)
	if err != nil {
		return err
	}
	metrics, err := listen(o.MetricsPort)
	if err != nil {
		return errors.Join(err, api.Close())
	}
	return serve(ctx, o, api, metrics)
}

func listen(port int) (net.Listener, error) {
	return net.Listen("tcp", net.JoinHostPort("", strconv.Itoa(port)))
}

func serve(ctx context.Context, o Options, apiListener, metricsListener net.Listener) error {
	api := newServer(o, o.API)
	mux := http.NewServeMux()
	mux.Handle("GET /metrics", o.Metrics)
	metrics := newServer(o, mux)
	defer metrics.Close() // last, so that the end can be watched

	failed := make(chan error, 2)
	go func() { failed <- api.Serve(apiListener) }()
	go func() { failed <- metrics.Serve(metricsListener) }()
	o.Readiness.Set(true)
	o.Log.Info("serving", "address", apiListener.Addr().String(), "metrics", metricsListener.Addr().String())

	select {
	case err := <-failed:
		return errors.Join(err, api.Close())
	case <-ctx.Done():
	}
	return drain(o, api)
}

// drain lets callers notice that this copy stops, then waits for the requests that are under way.
func drain(o Options, api *http.Server) error {
	o.Readiness.Set(false)
	o.Log.Info("stopping", "delay", o.DrainDelay.String())
	time.Sleep(o.DrainDelay)

	ctx, cancel := context.WithTimeout(context.Background(), o.RequestTimeout+writeSlack)
	defer cancel()
	if err := api.Shutdown(ctx); err != nil {
		return fmt.Errorf("some requests were cut off: %w", errors.Join(err, api.Close()))
	}
	o.Log.Info("stopped")
	return nil
}

// writeSlack is the time that an answer may take on its way after its request's time is up.
const writeSlack = 5 * time.Second

func newServer(o Options, h http.Handler) *http.Server {
	return &http.Server{
		Handler:           h,
		ReadHeaderTimeout: 5 * time.Second,
		ReadTimeout:       o.RequestTimeout,
		WriteTimeout:      o.RequestTimeout + writeSlack,
		IdleTimeout:       2 * time.Minute,
		MaxHeaderBytes:    64 << 10,
		ErrorLog:          slog.NewLogLogger(o.Log.Handler(), slog.LevelWarn),
	}
}
