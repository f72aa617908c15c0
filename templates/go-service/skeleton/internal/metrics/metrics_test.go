package metrics

import (
	"fmt"
	"math"
	"net/http"
	"net/http/httptest"
	"strings"
	"sync"
	"testing"
)

func TestText(t *testing.T) {
	r := NewRegistry()
	jobs := r.Counter("jobs_total", "Jobs done.", "kind", "result")
	jobs.With("mail", "ok").Add(2)
	jobs.With("mail", "failed").Inc()
	r.Gauge("queue_length", "Jobs\nwaiting in C:\\spool.").With().Set(-3)
	r.GaugeFunc("load", "Load.", func() float64 { return 0.25 })
	r.Histogram("job_seconds", "Time.", []float64{0.5, 1}, "kind").With("mail").Observe(0.5)

	want := `# HELP jobs_total Jobs done.
# TYPE jobs_total counter
jobs_total{kind="mail",result="failed"} 1
jobs_total{kind="mail",result="ok"} 2
# HELP queue_length Jobs\nwaiting in C:\\spool.
# TYPE queue_length gauge
queue_length -3
# HELP load Load.
# TYPE load gauge
load 0.25
# HELP job_seconds Time.
# TYPE job_seconds histogram
job_seconds_bucket{kind="mail",le="0.5"} 1
job_seconds_bucket{kind="mail",le="1"} 1
job_seconds_bucket{kind="mail",le="+Inf"} 1
job_seconds_sum{kind="mail"} 0.5
job_seconds_count{kind="mail"} 1
`
	if got := string(r.Text()); got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
}

func TestLabelsAreEscaped(t *testing.T) {
	tests := map[string]struct{ value, want string }{
		"quote":     {`say "hi"`, `{v="say \"hi\""}`},
		"backslash": {`C:\`, `{v="C:\\"}`},
		"line feed": {"a\nb", `{v="a\nb"}`},
		"not UTF-8": {"a\xffb", "{v=\"a\uFFFDb\"}"},
		"empty":     {"", `{v=""}`},
	}
	for name, test := range tests {
		t.Run(name, func(t *testing.T) {
			r := NewRegistry()
			r.Counter("c", "", "v").With(test.value).Inc()
			if text := string(r.Text()); !strings.Contains(text, "c"+test.want+" 1\n") {
				t.Errorf("text = %s", text)
			}
		})
	}
}

func TestHistogramBuckets(t *testing.T) {
	tests := map[string]struct {
		value float64
		want  []uint64
	}{
		"below all":         {0.1, []uint64{1, 0, 0}},
		"on a bound":        {1, []uint64{1, 0, 0}},
		"between":           {1.5, []uint64{0, 1, 0}},
		"above all":         {3, []uint64{0, 0, 1}},
		"infinite":          {math.Inf(1), []uint64{0, 0, 1}},
		"less than nothing": {-1, []uint64{1, 0, 0}},
	}
	for name, test := range tests {
		t.Run(name, func(t *testing.T) {
			h := newHistogram([]float64{1, 2})
			h.Observe(test.value)
			if fmt.Sprint(h.counts) != fmt.Sprint(test.want) {
				t.Errorf("counts = %v, want %v", h.counts, test.want)
			}
		})
	}
}

func TestSeriesAreBounded(t *testing.T) {
	r := NewRegistry()
	c := r.Counter("visits_total", "", "user", "page")
	for i := range maxSeries + 50 {
		c.With(fmt.Sprint(i), "home").Inc()
	}
	c.With("0", "home").Inc()

	text := string(r.Text())
	if n := strings.Count(text, "visits_total{"); n != maxSeries+1 {
		t.Errorf("%d series", n)
	}
	for _, want := range []string{`{user="other",page="other"} 50`, `{user="0",page="home"} 2`} {
		if !strings.Contains(text, want) {
			t.Errorf("%s is missing", want)
		}
	}
}

func TestMistakesInTheCodeAreFoundAtOnce(t *testing.T) {
	tests := map[string]func(r *Registry){
		"name with a hyphen": func(r *Registry) { r.Counter("a-b", "") },
		"empty name":         func(r *Registry) { r.Gauge("", "") },
		"name used twice":    func(r *Registry) { r.Counter("a", ""); r.Gauge("a", "") },
		"label with a dot":   func(r *Registry) { r.Counter("a", "", "b.c") },
		"label of buckets":   func(r *Registry) { r.Histogram("a", "", nil, "le") },
		"too few values":     func(r *Registry) { r.Counter("a", "", "b", "c").With("1") },
		"buckets unordered":  func(r *Registry) { r.Histogram("a", "", []float64{2, 1}) },
	}
	for name, mistake := range tests {
		t.Run(name, func(t *testing.T) {
			defer func() {
				if recover() == nil {
					t.Error("no panic")
				}
			}()
			mistake(NewRegistry())
		})
	}
}

func TestConcurrentUse(t *testing.T) {
	r := NewRegistry()
	c := r.Counter("c_total", "", "worker")
	h := r.Histogram("h", "", []float64{1})
	var wg sync.WaitGroup
	for worker := range 8 {
		wg.Add(1)
		go func() {
			defer wg.Done()
			for range 100 {
				c.With(fmt.Sprint(worker % 2)).Inc()
				h.With().Observe(1)
				r.Text()
			}
		}()
	}
	wg.Wait()
	text := string(r.Text())
	for _, want := range []string{`c_total{worker="0"} 400`, `c_total{worker="1"} 400`, "h_count 800"} {
		if !strings.Contains(text, want+"\n") {
			t.Errorf("%s is missing in\n%s", want, text)
		}
	}
}

func TestProcess(t *testing.T) {
	r := NewRegistry()
	RegisterProcess(r, "1.2.3")
	w := httptest.NewRecorder()
	r.ServeHTTP(w, httptest.NewRequest(http.MethodGet, "/metrics", nil))
	if got := w.Header().Get("Content-Type"); got != "text/plain; version=0.0.4; charset=utf-8" {
		t.Errorf("Content-Type = %q", got)
	}
	for _, want := range []string{`service_build_info{version="1.2.3",`, "\nprocess_start_time_seconds ", "\ngo_goroutines "} {
		if !strings.Contains(w.Body.String(), want) {
			t.Errorf("%s is missing in\n%s", want, w.Body)
		}
	}
}
