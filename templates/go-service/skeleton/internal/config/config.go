// Package config reads what the service is told by its environment.
package config

import (
	"errors"
	"fmt"
	"log/slog"
{%- if values.storage == 'database' %}
	"net"
{%- endif %}
	"strconv"
	"time"
)

// Lookup finds an environment variable, as os.LookupEnv does.
type Lookup func(name string) (string, bool)

// Config is all that the service can be told from outside.
type Config struct {
	Port           int           // PORT: where requests come in.
	MetricsPort    int           // METRICS_PORT: where Prometheus asks; never open to the internet.
	LogLevel       slog.Level    // LOG_LEVEL: debug, info, warn or error.
	RequestTimeout time.Duration // REQUEST_TIMEOUT: how long one request may take.
	DrainDelay     time.Duration // DRAIN_DELAY: how long to go on after SIGTERM before refusing connections.
{%- if values.storage == 'bucket' %}
	BucketName     string        // BUCKET_NAME: where files are kept; for your handlers, nothing here uses it.
	AWSRegion      string        // AWS_REGION: where the bucket is; likewise.
{%- endif %}
{%- if values.storage == 'database' %}
	DatabaseHost   string        // DATABASE_HOST: with its port, what readiness asks for a connection.
	DatabasePort   int           // DATABASE_PORT
	DatabaseName   string        // DATABASE_NAME: for your driver, nothing here uses it; README.md says how.
	DatabaseUser   string        // DATABASE_USER: likewise; signs in with a token of AWS, not a password.
	AWSRegion      string        // AWS_REGION: likewise; the token is made for it.
{%- endif %}
}
{%- if values.storage == 'database' %}

// DatabaseAddress is host and port of the database.
func (c Config) DatabaseAddress() string {
	return net.JoinHostPort(c.DatabaseHost, strconv.Itoa(c.DatabasePort))
}
{%- endif %}

// Load reads the configuration. The error names everything that is wrong, not only the first thing.
func Load(lookup Lookup) (Config, error) {
	r := reader{lookup: lookup}
	c := Config{
		Port:           r.port("PORT", ${{ values.port }}),
		MetricsPort:    r.port("METRICS_PORT", 9090),
		LogLevel:       r.level("LOG_LEVEL", "${{ values.logLevel }}"),
		RequestTimeout: r.duration("REQUEST_TIMEOUT", ${{ values.requestTimeout }}*time.Second),
		DrainDelay:     r.duration("DRAIN_DELAY", 0),
{%- if values.storage == 'bucket' %}
		BucketName:     r.required("BUCKET_NAME"),
		AWSRegion:      r.text("AWS_REGION", "${{ values.region }}"),
{%- endif %}
{%- if values.storage == 'database' %}
		DatabaseHost:   r.required("DATABASE_HOST"),
		DatabasePort:   r.port("DATABASE_PORT", 5432),
		DatabaseName:   r.text("DATABASE_NAME", "app"),
		DatabaseUser:   r.text("DATABASE_USER", "app"),
		AWSRegion:      r.text("AWS_REGION", "${{ values.region }}"),
{%- endif %}
	}
	if c.Port == c.MetricsPort && c.Port != 0 {
		r.fail("METRICS_PORT", "must differ from PORT")
	}
	if c.RequestTimeout == 0 {
		r.fail("REQUEST_TIMEOUT", "must be longer than 0s")
	}
	return c, errors.Join(r.errs...)
}

type reader struct {
	lookup Lookup
	errs   []error
}

func (r *reader) fail(name, problem string) {
	r.errs = append(r.errs, fmt.Errorf("%s %s", name, problem))
}

// text takes an empty variable for one that is not there, as Compose files and shells leave them.
func (r *reader) text(name, fallback string) string {
	if text, ok := r.lookup(name); ok && text != "" {
		return text
	}
	return fallback
}
{%- if values.storage != 'none' %}

// required is what handlers cannot do without: a copy that lacks it stops at its start, not at its first request.
func (r *reader) required(name string) string {
	text := r.text(name, "")
	if text == "" {
		r.fail(name, "must be set")
	}
	return text
}
{%- endif %}

// port is 0 where it is no port.
func (r *reader) port(name string, fallback int) int {
	text := r.text(name, strconv.Itoa(fallback))
	port, err := strconv.Atoi(text)
	if err != nil || port < 1 || port > 65535 {
		r.fail(name, fmt.Sprintf("must be a port from 1 to 65535, not %q", text))
		return 0
	}
	return port
}

func (r *reader) level(name, fallback string) slog.Level {
	text := r.text(name, fallback)
	var level slog.Level
	if err := level.UnmarshalText([]byte(text)); err != nil {
		r.fail(name, fmt.Sprintf("must be debug, info, warn or error, not %q", text))
	}
	return level
}

func (r *reader) duration(name string, fallback time.Duration) time.Duration {
	text := r.text(name, fallback.String())
	d, err := time.ParseDuration(text)
	if err != nil || d < 0 {
		r.fail(name, fmt.Sprintf("must be a duration such as 500ms or 15s, not %q", text))
		return fallback
	}
	return d
}
