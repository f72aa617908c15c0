// Package health answers whether the service lives, and whether it can take requests.
package health

import (
	"context"
	"log/slog"
	"net"
	"net/http"
	"strings"
	"sync/atomic"
	"time"
)

// checkTimeout is shorter than the second that Kubernetes waits for a probe.
const checkTimeout = 800 * time.Millisecond

// Check is something without which the service cannot do its work.
type Check struct {
	Name string
	Run  func(ctx context.Context) error
}

// Dial checks that something accepts connections at address.
func Dial(name, address string) Check {
	return Check{Name: name, Run: func(ctx context.Context) error {
		var d net.Dialer
		conn, err := d.DialContext(ctx, "tcp", address)
		if err != nil {
			return err
		}
		return conn.Close()
	}}
}

// Readiness says whether requests should be sent here. It is safe for concurrent use.
type Readiness struct {
	checks  []Check
	serving atomic.Bool
}

// NewReadiness is not ready until Set(true).
func NewReadiness(checks ...Check) *Readiness {
	return &Readiness{checks: checks}
}

// Set is true once the service listens, and false from the moment it is told to stop.
func (r *Readiness) Set(serving bool) { r.serving.Store(serving) }

// ServeHTTP answers 200, or 503 with the names of what is missing.
func (r *Readiness) ServeHTTP(w http.ResponseWriter, req *http.Request) {
	if !r.serving.Load() {
		respond(w, http.StatusServiceUnavailable, "not serving")
		return
	}
	if failed := r.failed(req.Context()); len(failed) > 0 {
		respond(w, http.StatusServiceUnavailable, "unreachable: "+strings.Join(failed, ", "))
		return
	}
	respond(w, http.StatusOK, "ready")
}

// failed runs all checks side by side, so that together they take no longer than the slowest one.
func (r *Readiness) failed(ctx context.Context) []string {
	ctx, cancel := context.WithTimeout(ctx, checkTimeout)
	defer cancel()
	results := make([]chan error, len(r.checks))
	for i, check := range r.checks {
		results[i] = make(chan error, 1)
		go func() { results[i] <- check.Run(ctx) }()
	}
	var failed []string
	for i, check := range r.checks {
		if err := <-results[i]; err != nil {
			slog.WarnContext(ctx, "unreachable", "check", check.Name, "error", err) // callers learn the name only
			failed = append(failed, check.Name)
		}
	}
	return failed
}

// Live answers 200 as long as the program can answer at all. It looks at nothing else: a restart
// does not bring a database back.
func Live(w http.ResponseWriter, _ *http.Request) {
	respond(w, http.StatusOK, "alive")
}

func respond(w http.ResponseWriter, status int, text string) {
	w.Header().Set("Content-Type", "text/plain; charset=utf-8")
	w.Header().Set("Cache-Control", "no-store")
	w.WriteHeader(status)
	_, _ = w.Write([]byte(text + "\n"))
}
