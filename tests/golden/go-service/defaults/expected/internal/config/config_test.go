package config

import (
	"log/slog"
	"maps"
	"strings"
	"testing"
	"time"
)

// environment stands in for the real one. It has what Load cannot do without.
func environment(extra map[string]string) Lookup {
	env := map[string]string{
		"LOG_LEVEL": "", // empty counts as not there
	}
	maps.Copy(env, extra)
	return func(name string) (string, bool) {
		value, ok := env[name]
		return value, ok
	}
}

func TestLoadDefaults(t *testing.T) {
	c, err := Load(environment(nil))
	if err != nil {
		t.Fatal(err)
	}
	if c.Port != 8080 {
		t.Errorf("Port = %d", c.Port)
	}
	if c.RequestTimeout != 15*time.Second {
		t.Errorf("RequestTimeout = %s", c.RequestTimeout)
	}
}

func TestLoadReadsTheEnvironment(t *testing.T) {
	c, err := Load(environment(map[string]string{
		"PORT":            "3000",
		"METRICS_PORT":    "3001",
		"LOG_LEVEL":       "warn",
		"REQUEST_TIMEOUT": "250ms",
		"DRAIN_DELAY":     "7s",
	}))
	if err != nil {
		t.Fatal(err)
	}
	if c.Port != 3000 || c.MetricsPort != 3001 {
		t.Errorf("ports = %d, %d", c.Port, c.MetricsPort)
	}
	if c.LogLevel != slog.LevelWarn {
		t.Errorf("LogLevel = %s", c.LogLevel)
	}
	if c.RequestTimeout != 250*time.Millisecond || c.DrainDelay != 7*time.Second {
		t.Errorf("times = %s, %s", c.RequestTimeout, c.DrainDelay)
	}
}

func TestLoadNamesEverythingThatIsWrong(t *testing.T) {
	tests := map[string]struct {
		env  map[string]string
		want []string
	}{
		"not a number":   {map[string]string{"PORT": "http"}, []string{"PORT"}},
		"port too large": {map[string]string{"PORT": "65536"}, []string{"PORT"}},
		"ports alike":    {map[string]string{"PORT": "3000", "METRICS_PORT": "3000"}, []string{"METRICS_PORT"}},
		"no such level":  {map[string]string{"LOG_LEVEL": "loud"}, []string{"LOG_LEVEL"}},
		"no unit":        {map[string]string{"REQUEST_TIMEOUT": "15"}, []string{"REQUEST_TIMEOUT"}},
		"no time at all": {map[string]string{"REQUEST_TIMEOUT": "0s"}, []string{"REQUEST_TIMEOUT"}},
		"negative":       {map[string]string{"DRAIN_DELAY": "-1s"}, []string{"DRAIN_DELAY"}},
		"two at once":    {map[string]string{"PORT": "x", "LOG_LEVEL": "y"}, []string{"PORT", "LOG_LEVEL"}},
		"no ports":       {map[string]string{"PORT": "x", "METRICS_PORT": "x"}, []string{"PORT", "METRICS_PORT"}},
		"no duration":    {map[string]string{"REQUEST_TIMEOUT": "x"}, []string{"REQUEST_TIMEOUT"}},
	}
	for name, test := range tests {
		t.Run(name, func(t *testing.T) {
			_, err := Load(environment(test.env))
			if err == nil {
				t.Fatal("no error")
			}
			lines := strings.Split(err.Error(), "\n")
			if len(lines) != len(test.want) {
				t.Fatalf("%q does not say %d things", err, len(test.want))
			}
			for i, want := range test.want {
				if !strings.HasPrefix(lines[i], want+" ") {
					t.Errorf("%q does not name %s", lines[i], want)
				}
			}
		})
	}
}
