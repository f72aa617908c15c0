package metrics

import (
	"bytes"
	"slices"
	"sync"
	"sync/atomic"
)

// Counter only grows.
type Counter struct{ n atomic.Uint64 }

// Inc adds one.
func (c *Counter) Inc() { c.n.Add(1) }

// Add adds n.
func (c *Counter) Add(n uint64) { c.n.Add(n) }

// Value is the count so far.
func (c *Counter) Value() uint64 { return c.n.Load() }

// Gauge goes up and down.
type Gauge struct{ n atomic.Int64 }

// Set replaces the value.
func (g *Gauge) Set(n int64) { g.n.Store(n) }

// Add adds n, which may be negative.
func (g *Gauge) Add(n int64) { g.n.Add(n) }

// Value is what it stands at.
func (g *Gauge) Value() int64 { return g.n.Load() }

// Histogram counts observations by size.
type Histogram struct {
	bounds []float64

	mu     sync.Mutex
	counts []uint64 // one for each bound, and one for what is larger than all
	sum    float64
}

func newHistogram(bounds []float64) *Histogram {
	return &Histogram{bounds: slices.Clone(bounds), counts: make([]uint64, len(bounds)+1)}
}

// Observe counts one value.
func (h *Histogram) Observe(value float64) {
	i, _ := slices.BinarySearch(h.bounds, value)
	h.mu.Lock()
	defer h.mu.Unlock()
	h.counts[i]++
	h.sum += value
}

// write is one consistent view: the buckets, each with all below it, then sum and count.
func (h *Histogram) write(b *bytes.Buffer, name, labels string) {
	h.mu.Lock()
	counts, sum := slices.Clone(h.counts), h.sum
	h.mu.Unlock()
	var total uint64
	for i, count := range counts {
		total += count
		bound := "+Inf"
		if i < len(h.bounds) {
			bound = formatFloat(h.bounds[i])
		}
		writeSample(b, name+"_bucket", join(labels, `le="`+bound+`"`), float64(total))
	}
	writeSample(b, name+"_sum", labels, sum)
	writeSample(b, name+"_count", labels, float64(total))
}

func join(labels, last string) string {
	if labels == "" {
		return last
	}
	return labels + "," + last
}
