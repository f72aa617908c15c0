package metrics

import (
	"fmt"
	"slices"
	"strings"
	"sync"
)

// maxSeries is how many series one metric may have. Whatever comes after shares one whose labels all
// say "other": a mistake with labels then spoils one metric, not the memory of Prometheus.
const maxSeries = 500

// Vec is the series of one metric, one for each set of values of its labels.
type Vec[T any] struct {
	labels []string
	create func() *T

	mu     sync.RWMutex
	series map[string]*T // by labels as they are written
	other  *T
}

func newVec[T any](labels []string, create func() *T) *Vec[T] {
	return &Vec[T]{labels: labels, create: create, series: map[string]*T{}}
}

// With is the series for these values, in the order in which the labels were named.
func (v *Vec[T]) With(values ...string) *T {
	if len(values) != len(v.labels) {
		panic(fmt.Sprintf("metrics: %d values for the labels %v", len(values), v.labels))
	}
	key := formatLabels(v.labels, values)
	v.mu.RLock()
	one, ok := v.series[key]
	v.mu.RUnlock()
	if ok {
		return one
	}
	v.mu.Lock()
	defer v.mu.Unlock()
	return v.locked(key)
}

func (v *Vec[T]) locked(key string) *T {
	if one, ok := v.series[key]; ok {
		return one
	}
	if len(v.series) >= maxSeries {
		if v.other == nil {
			v.other = v.create()
		}
		return v.other
	}
	one := v.create()
	v.series[key] = one
	return one
}

// each visits all series, in the order of their labels.
func (v *Vec[T]) each(visit func(labels string, one *T)) {
	v.mu.RLock()
	defer v.mu.RUnlock()
	keys := make([]string, 0, len(v.series))
	for key := range v.series {
		keys = append(keys, key)
	}
	slices.Sort(keys)
	for _, key := range keys {
		visit(key, v.series[key])
	}
	if v.other != nil {
		visit(formatLabels(v.labels, slices.Repeat([]string{"other"}, len(v.labels))), v.other)
	}
}

// formatLabels writes a="1",b="2", without the braces.
func formatLabels(names, values []string) string {
	var b strings.Builder
	for i, name := range names {
		if i > 0 {
			b.WriteByte(',')
		}
		b.WriteString(name)
		b.WriteString(`="`)
		b.WriteString(escapeLabel(values[i]))
		b.WriteByte('"')
	}
	return b.String()
}
