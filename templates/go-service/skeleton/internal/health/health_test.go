package health

import (
	"bytes"
	"context"
	"errors"
	"log/slog"
	"net"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"
)

func ask(h http.Handler) *httptest.ResponseRecorder {
	w := httptest.NewRecorder()
	h.ServeHTTP(w, httptest.NewRequest(http.MethodGet, "/", nil))
	return w
}

func TestReadiness(t *testing.T) {
	fine := Check{Name: "cache", Run: func(context.Context) error { return nil }}
	broken := Check{Name: "database", Run: func(context.Context) error { return errors.New("gone") }}
	tests := map[string]struct {
		checks  []Check
		serving bool
		status  int
		text    string
	}{
		"before it listens":  {nil, false, http.StatusServiceUnavailable, "not serving"},
		"nothing to check":   {nil, true, http.StatusOK, "ready"},
		"all checks pass":    {[]Check{fine}, true, http.StatusOK, "ready"},
		"one check fails":    {[]Check{fine, broken}, true, http.StatusServiceUnavailable, "database"},
		"stops, checks pass": {[]Check{fine}, false, http.StatusServiceUnavailable, "not serving"},
	}
	for name, test := range tests {
		t.Run(name, func(t *testing.T) {
			r := NewReadiness(test.checks...)
			r.Set(test.serving)
			w := ask(r)
			if w.Code != test.status || !strings.Contains(w.Body.String(), test.text) {
				t.Errorf("answer = %d %q", w.Code, w.Body)
			}
		})
	}
}

func TestReasonsAreForTheLogOnly(t *testing.T) {
	var log bytes.Buffer
	before := slog.Default()
	slog.SetDefault(slog.New(slog.NewTextHandler(&log, nil)))
	t.Cleanup(func() { slog.SetDefault(before) })

	secret := Check{Name: "database", Run: func(context.Context) error { return errors.New("10.0.0.7 refused") }}
	r := NewReadiness(secret)
	r.Set(true)
	if text := ask(r).Body.String(); strings.Contains(text, "10.0.0.7") {
		t.Errorf("answer = %q", text)
	}
	if !strings.Contains(log.String(), "10.0.0.7 refused") {
		t.Errorf("log = %s", &log)
	}
}

func TestDial(t *testing.T) {
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	check := Dial("database", l.Addr().String())
	if err := check.Run(t.Context()); err != nil {
		t.Errorf("while it listens: %v", err)
	}
	if err := l.Close(); err != nil {
		t.Fatal(err)
	}
	if err := check.Run(t.Context()); err == nil {
		t.Error("no error once it is closed")
	}
}

func TestLive(t *testing.T) {
	if w := ask(http.HandlerFunc(Live)); w.Code != http.StatusOK {
		t.Errorf("status = %d", w.Code)
	}
}
