package httpapi

import (
	"bytes"
	"context"
	"encoding/json"
	"log/slog"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"
	"time"

	"github.com/northwind/shop/internal/health"
	"github.com/northwind/shop/internal/metrics"
)

type fixture struct {
	log      bytes.Buffer
	level    slog.Level // of the log
	registry *metrics.Registry
	ready    *health.Readiness
}

func newFixture() *fixture {
	f := &fixture{registry: metrics.NewRegistry(), ready: health.NewReadiness()}
	f.ready.Set(true)
	return f
}

func (f *fixture) logger() *slog.Logger {
	return slog.New(slog.NewJSONHandler(&f.log, &slog.HandlerOptions{Level: f.level}))
}

func (f *fixture) api() http.Handler {
	return New(Options{Log: f.logger(), Registry: f.registry, Readiness: f.ready, RequestTimeout: time.Minute})
}

// around puts a handler of the test behind everything that surrounds the real ones.
func (f *fixture) around(timeout time.Duration, h http.HandlerFunc) http.Handler {
	mux := http.NewServeMux()
	mux.HandleFunc("POST /test", h)
	return withLimits(timeout, withRequestID(observe(f.logger(), f.registry, mux)))
}

func (f *fixture) metrics() string {
	w := httptest.NewRecorder()
	f.registry.ServeHTTP(w, httptest.NewRequest(http.MethodGet, "/metrics", nil))
	return w.Body.String()
}

func ask(h http.Handler, method, path, body string) *httptest.ResponseRecorder {
	w := httptest.NewRecorder()
	h.ServeHTTP(w, httptest.NewRequest(method, path, strings.NewReader(body)))
	return w
}

func TestRoutes(t *testing.T) {
	tests := map[string]struct {
		method, path string
		status       int
		contentType  string
		text         string
	}{
		"health":        {"GET", "/healthz", 200, "text/plain", "alive"},
		"readiness":     {"GET", "/readyz", 200, "text/plain", "ready"},
		"greeting":      {"GET", "/v1/greetings/Ada", 200, "application/json", `{"message":"Hello, Ada"}`},
		"escaped":       {"GET", "/v1/greetings/a%2Fb", 200, "application/json", `Hello, a/b`},
		"name too long": {"GET", "/v1/greetings/" + strings.Repeat("x", 51), 422, "application/problem+json", "longer than 50"},
		"no such path":  {"GET", "/nothing", 404, "application/problem+json", `"title":"Not Found"`},
		"wrong method":  {"DELETE", "/v1/greetings/Ada", 405, "application/problem+json", `"title":"Method Not Allowed"`},
	}
	for name, test := range tests {
		t.Run(name, func(t *testing.T) {
			w := ask(newFixture().api(), test.method, test.path, "")
			if w.Code != test.status {
				t.Errorf("status = %d", w.Code)
			}
			if got := w.Header().Get("Content-Type"); !strings.HasPrefix(got, test.contentType) {
				t.Errorf("Content-Type = %q", got)
			}
			if !strings.Contains(w.Body.String(), test.text) {
				t.Errorf("body = %q", w.Body)
			}
		})
	}
}

func TestWrongMethodIsToldTheRightOnes(t *testing.T) {
	if got := ask(newFixture().api(), "DELETE", "/healthz", "").Header().Get("Allow"); got != "GET, HEAD" {
		t.Errorf("Allow = %q", got)
	}
}

func TestUnmatchedPathIsCleanedFirst(t *testing.T) {
	w := ask(newFixture().api(), "GET", "//nothing", "")
	if w.Code/100 != 3 || w.Header().Get("Location") != "/nothing" {
		t.Errorf("answer = %d, Location = %q", w.Code, w.Header().Get("Location"))
	}
}

func TestNotReadyOnceItStops(t *testing.T) {
	f := newFixture()
	f.ready.Set(false)
	if w := ask(f.api(), "GET", "/readyz", ""); w.Code != http.StatusServiceUnavailable {
		t.Errorf("status = %d", w.Code)
	}
}

func TestMetricsOfRequestsAreBounded(t *testing.T) {
	f := newFixture()
	api := f.api()
	ask(api, "GET", "/v1/greetings/Ada", "")
	ask(api, "GET", "/v1/greetings/Grace", "")
	ask(api, "GET", "/secret/path", "")
	ask(api, "BREW", "/secret/pot", "")

	text := f.metrics()
	for _, want := range []string{
		`http_requests_total{method="GET",route="/v1/greetings/{name}",status="200"} 2`,
		`http_requests_total{method="GET",route="unmatched",status="404"} 1`,
		`http_requests_total{method="other",route="unmatched",status="404"} 1`,
		`http_request_duration_seconds_count{method="GET",route="/v1/greetings/{name}"} 2`,
		`http_requests_in_flight 0`,
	} {
		if !strings.Contains(text, want+"\n") {
			t.Errorf("%s is missing in\n%s", want, text)
		}
	}
	for _, unwanted := range []string{"Ada", "secret", "BREW"} {
		if strings.Contains(text, unwanted) {
			t.Errorf("a label says %s", unwanted)
		}
	}
}

func TestRequestID(t *testing.T) {
	tests := map[string]struct {
		given string
		kept  bool
	}{
		"given":     {"caller-7", true},
		"none":      {"", false},
		"too long":  {strings.Repeat("x", 65), false},
		"line feed": {"a\nb", false},
	}
	for name, test := range tests {
		t.Run(name, func(t *testing.T) {
			r := httptest.NewRequest(http.MethodGet, "/healthz", nil)
			r.Header.Set("X-Request-Id", test.given)
			w := httptest.NewRecorder()
			newFixture().api().ServeHTTP(w, r)
			got := w.Header().Get("X-Request-Id")
			if !validRequestID.MatchString(got) || (got == test.given) != test.kept {
				t.Errorf("id = %q", got)
			}
		})
	}
}

func TestPanicIsAnswered(t *testing.T) {
	f := newFixture()
	w := ask(f.around(time.Minute, func(http.ResponseWriter, *http.Request) { panic("boom") }), "POST", "/test", "")
	if w.Code != http.StatusInternalServerError || strings.Contains(w.Body.String(), "boom") {
		t.Errorf("answer = %d %q", w.Code, w.Body)
	}
	if !strings.Contains(f.log.String(), "boom") {
		t.Errorf("log = %s", &f.log)
	}
	if !strings.Contains(f.metrics(), `route="/test",status="500"} 1`) {
		t.Error("the panic was not counted")
	}
}

func TestSlowRequestIsGivenUp(t *testing.T) {
	slow := func(_ http.ResponseWriter, r *http.Request) { <-r.Context().Done() }
	w := ask(newFixture().around(time.Millisecond, slow), "POST", "/test", "")
	if w.Code != http.StatusServiceUnavailable || !strings.Contains(w.Body.String(), "too long") {
		t.Errorf("answer = %d %q", w.Code, w.Body)
	}
}

func TestLargeBodyIsRefused(t *testing.T) {
	var err error
	read := func(_ http.ResponseWriter, r *http.Request) { _, err = new(bytes.Buffer).ReadFrom(r.Body) }
	ask(newFixture().around(time.Minute, read), "POST", "/test", strings.Repeat("x", largestBody+1))
	if err == nil {
		t.Error("the whole body was read")
	}
}

func TestLogLineOfARequest(t *testing.T) {
	f := newFixture()
	ask(f.api(), "GET", "/v1/greetings/Ada", "")
	var line struct {
		Msg, Method, Route string
		Status             int
		RequestID          string `json:"request_id"`
	}
	if err := json.Unmarshal(f.log.Bytes(), &line); err != nil {
		t.Fatalf("%v in %s", err, &f.log)
	}
	if line.Msg != "request" || line.Route != "/v1/greetings/{name}" || line.Status != 200 || line.RequestID == "" {
		t.Errorf("line = %+v", line)
	}
}

func TestWhatIsLoggedAtEachLevel(t *testing.T) {
	answer := func(status int) http.HandlerFunc {
		return func(w http.ResponseWriter, _ *http.Request) { w.WriteHeader(status) }
	}
	slow := func(_ http.ResponseWriter, r *http.Request) { <-r.Context().Done() }
	tests := map[string]struct {
		level   slog.Level
		handler http.HandlerFunc
		want    string // a part of the line; none: no line
	}{
		"success, info":   {slog.LevelInfo, answer(http.StatusNoContent), `"status":204`},
		"success, warn":   {slog.LevelWarn, answer(http.StatusNoContent), ""},
		"refusal, warn":   {slog.LevelWarn, answer(http.StatusBadRequest), ""},
		"failure, warn":   {slog.LevelWarn, answer(http.StatusBadGateway), `"status":502`},
		"failure, error":  {slog.LevelError, answer(http.StatusInternalServerError), `"status":500`},
		"too slow, error": {slog.LevelError, slow, `"status":503`},
		"panic, error":    {slog.LevelError, func(http.ResponseWriter, *http.Request) { panic("boom") }, `"status":500`},
	}
	for name, test := range tests {
		t.Run(name, func(t *testing.T) {
			f := newFixture()
			f.level = test.level
			ask(f.around(10*time.Millisecond, test.handler), "POST", "/test", "")
			if test.want == "" && f.log.Len() > 0 || !strings.Contains(f.log.String(), test.want) {
				t.Errorf("log = %s", &f.log)
			}
		})
	}
}

func TestProbesAreLoggedOnlyWhenTheyFail(t *testing.T) {
	f := newFixture()
	f.level = slog.LevelWarn
	f.ready.Set(false)
	ask(f.api(), "GET", "/readyz", "")
	if !strings.Contains(f.log.String(), `"level":"WARN"`) {
		t.Errorf("log = %s", &f.log)
	}
}

func TestProbesAreNotLogged(t *testing.T) {
	f := newFixture()
	ask(f.api(), "GET", "/healthz", "")
	if f.log.Len() > 0 {
		t.Errorf("log = %s", &f.log)
	}
}

func TestLoggerWithoutRequest(t *testing.T) {
	if logger(context.Background()) == nil || requestID(context.Background()) != "" {
		t.Error("a context without request needs a logger and has no id")
	}
}
