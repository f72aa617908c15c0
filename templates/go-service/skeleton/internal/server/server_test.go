package server

import (
	"context"
	"io"
	"log/slog"
	"net"
	"net/http"
	"testing"
	"time"

	"github.com/${{ values.organisation }}/${{ values.name }}/internal/health"
)

// running is a server on free ports, with a handler that waits until it is let go.
type running struct {
	url, metricsURL string
	ready           *health.Readiness
	entered, letGo  chan struct{}
	stop            context.CancelFunc
	result          chan error
}

func start(t *testing.T, requestTimeout time.Duration) *running {
	t.Helper()
	ctx, stop := context.WithCancel(t.Context())
	r := &running{
		ready:   health.NewReadiness(),
		entered: make(chan struct{}),
		letGo:   make(chan struct{}),
		stop:    stop,
		result:  make(chan error, 1),
	}
	api, metrics := freePort(t), freePort(t)
	r.url = "http://" + api.Addr().String()
	r.metricsURL = "http://" + metrics.Addr().String() + "/metrics"

	mux := http.NewServeMux()
	mux.Handle("/readyz", r.ready)
	mux.HandleFunc("/slow", func(w http.ResponseWriter, _ *http.Request) {
		close(r.entered)
		<-r.letGo
		_, _ = io.WriteString(w, "done")
	})
	options := Options{
		Log:            slog.New(slog.DiscardHandler),
		Readiness:      r.ready,
		API:            mux,
		Metrics:        http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) { _, _ = io.WriteString(w, "up 1\n") }),
		RequestTimeout: requestTimeout,
	}
	go func() { r.result <- serve(ctx, options, api, metrics) }()
	t.Cleanup(stop)
	return r
}

func freePort(t *testing.T) net.Listener {
	t.Helper()
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	return l
}

func get(url string) (int, string, error) {
	resp, err := http.Get(url)
	if err != nil {
		return 0, "", err
	}
	defer resp.Body.Close()
	body, err := io.ReadAll(resp.Body)
	return resp.StatusCode, string(body), err
}

func TestServesUntilStopped(t *testing.T) {
	r := start(t, time.Minute)
	if status, body, err := get(r.metricsURL); err != nil || status != http.StatusOK || body != "up 1\n" {
		t.Errorf("metrics = %d %q %v", status, body, err)
	}
	if status, _, err := get(r.url + "/readyz"); err != nil || status != http.StatusOK {
		t.Errorf("readiness = %d %v", status, err)
	}
	r.stop()
	if err := <-r.result; err != nil {
		t.Errorf("result = %v", err)
	}
	if _, _, err := get(r.url + "/readyz"); err == nil {
		t.Error("still answers")
	}
}

func TestAnswersWhatHasBegun(t *testing.T) {
	r := start(t, time.Minute)
	type answer struct {
		body string
		err  error
	}
	answers := make(chan answer, 1)
	go func() {
		_, body, err := get(r.url + "/slow")
		answers <- answer{body, err}
	}()
	<-r.entered
	r.stop()
	close(r.letGo)
	if a := <-answers; a.err != nil || a.body != "done" {
		t.Errorf("answer = %q %v", a.body, a.err)
	}
	if err := <-r.result; err != nil {
		t.Errorf("result = %v", err)
	}
}

func TestPortInUse(t *testing.T) {
	l, err := net.Listen("tcp", ":0")
	if err != nil {
		t.Fatal(err)
	}
	defer l.Close()
	err = Run(t.Context(), Options{Port: l.Addr().(*net.TCPAddr).Port})
	if err == nil {
		t.Error("no error")
	}
}
