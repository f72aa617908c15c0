package metrics

import (
	"math"
	"os"
	"runtime"
	"strconv"
	"strings"
	"time"
)

// RegisterProcess adds what is worth knowing of any program: which one it is, since when it runs, and
// what it uses.
func RegisterProcess(r *Registry, version string) {
	r.Gauge("service_build_info", "Always 1; its labels say what runs.", "version", "go_version").
		With(version, runtime.Version()).Set(1)

	start := float64(time.Now().UnixMilli()) / 1000
	r.GaugeFunc("process_start_time_seconds", "When the program started, in seconds since 1970.",
		func() float64 { return start })
	r.GaugeFunc("process_resident_memory_bytes", "Memory in use; NaN where the system does not tell.", residentMemory)
	r.GaugeFunc("go_goroutines", "Goroutines that exist.",
		func() float64 { return float64(runtime.NumGoroutine()) })
}

// residentMemory reads the second field of statm, which counts pages.
func residentMemory() float64 {
	text, err := os.ReadFile("/proc/self/statm")
	if err != nil {
		return math.NaN()
	}
	fields := strings.Fields(string(text))
	if len(fields) < 2 {
		return math.NaN()
	}
	pages, err := strconv.ParseFloat(fields[1], 64)
	if err != nil {
		return math.NaN()
	}
	return pages * float64(os.Getpagesize())
}
