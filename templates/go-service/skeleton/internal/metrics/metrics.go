// Package metrics keeps counters, gauges and histograms, and writes them as Prometheus reads them.
// README.md beside it says why it is here.
package metrics

import (
	"bytes"
	"fmt"
	"net/http"
	"regexp"
	"sync"
)

// LatencyBuckets are upper bounds in seconds that suit requests over HTTP.
var LatencyBuckets = []float64{.005, .01, .025, .05, .1, .25, .5, 1, 2.5, 5, 10}

var (
	validName  = regexp.MustCompile(`^[a-zA-Z_:][a-zA-Z0-9_:]*$`)
	validLabel = regexp.MustCompile(`^[a-zA-Z_][a-zA-Z0-9_]*$`)
)

// Registry is a set of metrics. It is safe for concurrent use.
type Registry struct {
	mu       sync.Mutex
	families []family
	names    map[string]bool
}

// family is all series of one name.
type family struct {
	name, help, kind string
	write            func(b *bytes.Buffer, name string)
}

// NewRegistry is empty.
func NewRegistry() *Registry {
	return &Registry{names: map[string]bool{}}
}

// Counter adds a metric that only grows. It panics on a bad or used name, as all that add one do:
// names are written in the code, so the first start finds the mistake.
func (r *Registry) Counter(name, help string, labels ...string) *Vec[Counter] {
	v := newVec(labels, func() *Counter { return new(Counter) })
	r.add(name, help, "counter", labels, func(b *bytes.Buffer, name string) {
		v.each(func(labels string, c *Counter) { writeSample(b, name, labels, float64(c.Value())) })
	})
	return v
}

// Gauge adds a metric that goes up and down.
func (r *Registry) Gauge(name, help string, labels ...string) *Vec[Gauge] {
	v := newVec(labels, func() *Gauge { return new(Gauge) })
	r.add(name, help, "gauge", labels, func(b *bytes.Buffer, name string) {
		v.each(func(labels string, g *Gauge) { writeSample(b, name, labels, float64(g.Value())) })
	})
	return v
}

// GaugeFunc adds a gauge that is asked for its value whenever metrics are read.
func (r *Registry) GaugeFunc(name, help string, value func() float64) {
	r.add(name, help, "gauge", nil, func(b *bytes.Buffer, name string) { writeSample(b, name, "", value()) })
}

// Histogram adds a metric that counts observations by size. Buckets are upper bounds, in order.
func (r *Registry) Histogram(name, help string, buckets []float64, labels ...string) *Vec[Histogram] {
	for i := 1; i < len(buckets); i++ {
		if buckets[i] <= buckets[i-1] {
			panic(fmt.Sprintf("metrics: buckets of %s are not in order", name))
		}
	}
	v := newVec(labels, func() *Histogram { return newHistogram(buckets) })
	r.add(name, help, "histogram", labels, func(b *bytes.Buffer, name string) {
		v.each(func(labels string, h *Histogram) { h.write(b, name, labels) })
	})
	return v
}

func (r *Registry) add(name, help, kind string, labels []string, write func(*bytes.Buffer, string)) {
	r.mu.Lock()
	defer r.mu.Unlock()
	if !validName.MatchString(name) {
		panic(fmt.Sprintf("metrics: %q is no name of a metric", name))
	}
	if r.names[name] {
		panic(fmt.Sprintf("metrics: %s is there already", name))
	}
	for _, label := range labels {
		if !validLabel.MatchString(label) || label == "le" {
			panic(fmt.Sprintf("metrics: %q is no label for %s", label, name))
		}
	}
	r.names[name] = true
	r.families = append(r.families, family{name: name, help: help, kind: kind, write: write})
}

// Text is all metrics in Prometheus' text format 0.0.4.
func (r *Registry) Text() []byte {
	r.mu.Lock()
	families := r.families[:len(r.families):len(r.families)]
	r.mu.Unlock()
	var b bytes.Buffer
	for _, f := range families {
		writeHeader(&b, f.name, f.help, f.kind)
		f.write(&b, f.name)
	}
	return b.Bytes()
}

// ServeHTTP answers what Prometheus asks.
func (r *Registry) ServeHTTP(w http.ResponseWriter, _ *http.Request) {
	w.Header().Set("Content-Type", "text/plain; version=0.0.4; charset=utf-8")
	_, _ = w.Write(r.Text())
}
