package main

import (
	"io"
	"strings"
	"testing"
)

func TestRunRefusesABadConfiguration(t *testing.T) {
	lookup := func(name string) (string, bool) { return "nonsense", name == "PORT" }
	err := run(t.Context(), lookup, io.Discard)
	if err == nil || !strings.Contains(err.Error(), "PORT") {
		t.Errorf("error = %v", err)
	}
}
