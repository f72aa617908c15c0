package httpapi

import (
	"context"
	"crypto/rand"
	"errors"
	"log/slog"
	"net/http"
	"regexp"
	"runtime/debug"
	"strings"
	"time"

	"github.com/Northwind/invoices/internal/metrics"
)

// largestBody is what a request may carry, in bytes.
const largestBody = 1 << 20

type contextKey int

const (
	requestIDKey contextKey = iota
	loggerKey
)

// requestID names one request in the logs of all services that it passes through.
func requestID(ctx context.Context) string {
	id, _ := ctx.Value(requestIDKey).(string)
	return id
}

// logger writes lines that carry the request's id.
func logger(ctx context.Context) *slog.Logger {
	if log, ok := ctx.Value(loggerKey).(*slog.Logger); ok {
		return log
	}
	return slog.Default()
}

// withLimits gives every request a deadline and a largest size. Handlers pass the context on.
func withLimits(timeout time.Duration, next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		ctx, cancel := context.WithTimeout(r.Context(), timeout)
		defer cancel()
		r = r.WithContext(ctx)
		r.Body = http.MaxBytesReader(w, r.Body, largestBody)
		next.ServeHTTP(w, r)
	})
}

var validRequestID = regexp.MustCompile(`^[A-Za-z0-9._-]{1,64}$`)

// withRequestID takes over the id that the caller gave, or makes one.
func withRequestID(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		id := r.Header.Get("X-Request-Id")
		if !validRequestID.MatchString(id) {
			id = rand.Text()
		}
		w.Header().Set("X-Request-Id", id)
		next.ServeHTTP(w, r.WithContext(context.WithValue(r.Context(), requestIDKey, id)))
	})
}

// observe counts, times and logs each request, and answers for handlers that panic or run out of time.
func observe(log *slog.Logger, registry *metrics.Registry, next http.Handler) http.Handler {
	requests := registry.Counter("http_requests_total",
		"Requests answered.", "method", "route", "status")
	durations := registry.Histogram("http_request_duration_seconds",
		"Time from a request to the end of its answer.", metrics.LatencyBuckets, "method", "route")
	inFlight := registry.Gauge("http_requests_in_flight", "Requests being answered.").With()

	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		start := time.Now()
		inFlight.Add(1)
		defer inFlight.Add(-1)

		requestLog := log.With("request_id", requestID(r.Context()))
		r = r.WithContext(context.WithValue(r.Context(), loggerKey, requestLog))
		recorder := &recorder{ResponseWriter: w}
		defer func() {
			panicked := recover()
			rescue(recorder, r, panicked)
			method, route, took := methodLabel(r.Method), routeLabel(r.Pattern), time.Since(start)
			requests.With(method, route, recorder.label()).Inc()
			durations.With(method, route).Observe(took.Seconds())
			requestLog.LogAttrs(r.Context(), level(route, recorder.code()), "request",
				slog.String("method", method),
				slog.String("route", route),
				slog.Int("status", recorder.code()),
				slog.Float64("seconds", took.Seconds()))
			if panicked == http.ErrAbortHandler {
				panic(panicked) // net/http cuts the connection, as the handler wants
			}
		}()
		next.ServeHTTP(recorder, r)
	})
}

// rescue answers a request whose handler panicked, or gave up silently at its deadline.
func rescue(w *recorder, r *http.Request, panicked any) {
	switch {
	case panicked == http.ErrAbortHandler:
		w.status = http.StatusInternalServerError
	case panicked != nil:
		logger(r.Context()).ErrorContext(r.Context(), "panic", "error", panicked, "stack", string(debug.Stack()))
		if w.status == 0 {
			respondProblem(w, r, http.StatusInternalServerError, "")
		}
		w.status = http.StatusInternalServerError // also where an answer had begun: it is not a good one
	case w.status == 0 && errors.Is(r.Context().Err(), context.DeadlineExceeded):
		respondProblem(w, r, http.StatusServiceUnavailable, "The request took too long.")
	}
}

// level is the one at which a request is logged: one that failed is seen at every setting of LOG_LEVEL, and
// the probes, which come every few seconds, are kept out of the way as long as they succeed.
func level(route string, status int) slog.Level {
	probe := route == "/healthz" || route == "/readyz"
	failed := status >= http.StatusInternalServerError
	switch {
	case probe && failed:
		return slog.LevelWarn // no caller was turned away; while the service stops, this is how it should be
	case failed:
		return slog.LevelError
	case probe:
		return slog.LevelDebug
	}
	return slog.LevelInfo
}

// methodLabel keeps the number of series small: callers can send any word as a method.
func methodLabel(method string) string {
	switch method {
	case http.MethodGet, http.MethodHead, http.MethodPost, http.MethodPut, http.MethodPatch,
		http.MethodDelete, http.MethodOptions:
		return method
	}
	return "other"
}

// routeLabel is the pattern's path, never the path that was asked for: there is no end of those.
func routeLabel(pattern string) string {
	if pattern == "" {
		return "unmatched"
	}
	if _, path, ok := strings.Cut(pattern, " "); ok {
		return path
	}
	return pattern
}
