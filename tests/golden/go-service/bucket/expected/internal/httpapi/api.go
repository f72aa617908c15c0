// Package httpapi is what the service answers over HTTP. Add your handlers here.
package httpapi

import (
	"log/slog"
	"net/http"
	"time"
	"unicode/utf8"

	"github.com/Northwind/invoices/internal/health"
	"github.com/Northwind/invoices/internal/metrics"
)

// Options is what the handlers work with.
type Options struct {
	Log            *slog.Logger
	Registry       *metrics.Registry
	Readiness      *health.Readiness
	RequestTimeout time.Duration
}

// New is the handler of all requests. A route's pattern becomes the label of its metrics.
func New(o Options) http.Handler {
	mux := http.NewServeMux()
	mux.HandleFunc("GET /healthz", health.Live)
	mux.Handle("GET /readyz", o.Readiness)
	mux.HandleFunc("GET /v1/greetings/{name}", greet)

	return withLimits(o.RequestTimeout, withRequestID(observe(o.Log, o.Registry, withProblems(mux))))
}

const longestName = 50

type greeting struct {
	Message string `json:"message"`
}

// greet is an example of a handler: it checks what came in, and answers JSON either way.
func greet(w http.ResponseWriter, r *http.Request) {
	name := r.PathValue("name")
	if utf8.RuneCountInString(name) > longestName {
		respondProblem(w, r, http.StatusUnprocessableEntity, "The name is longer than 50 characters.")
		return
	}
	respondJSON(w, r, http.StatusOK, greeting{Message: "Hello, " + name})
}
