package httpapi

import (
	"encoding/json"
	"net/http"
)

// problem is an error as RFC 9457 writes it.
type problem struct {
	Title     string `json:"title"`
	Status    int    `json:"status"`
	Detail    string `json:"detail,omitempty"`
	RequestID string `json:"requestId,omitempty"`
}

func respondJSON(w http.ResponseWriter, r *http.Request, status int, body any) {
	respondAs(w, r, "application/json", status, body)
}

// respondProblem tells the caller what went wrong. Detail is read by people: no internals in it.
func respondProblem(w http.ResponseWriter, r *http.Request, status int, detail string) {
	respondAs(w, r, "application/problem+json", status, problem{
		Title:     http.StatusText(status),
		Status:    status,
		Detail:    detail,
		RequestID: requestID(r.Context()),
	})
}

func respondAs(w http.ResponseWriter, r *http.Request, contentType string, status int, body any) {
	text, err := json.Marshal(body)
	if err != nil {
		logger(r.Context()).ErrorContext(r.Context(), "the answer cannot be written as JSON", "error", err)
		http.Error(w, http.StatusText(http.StatusInternalServerError), http.StatusInternalServerError)
		return
	}
	w.Header().Set("Content-Type", contentType)
	w.Header().Set("X-Content-Type-Options", "nosniff")
	w.WriteHeader(status)
	_, _ = w.Write(append(text, '\n'))
}

// withProblems lets what no route takes be answered as other errors are.
func withProblems(mux *http.ServeMux) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if unmatched, pattern := mux.Handler(r); pattern == "" {
			unmatched.ServeHTTP(problemWriter{w, r}, r)
			return
		}
		mux.ServeHTTP(w, r)
	})
}

// problemWriter puts a problem in the place of an error's text; the other headers stay.
type problemWriter struct {
	http.ResponseWriter
	request *http.Request
}

func (p problemWriter) WriteHeader(status int) {
	if status < http.StatusBadRequest {
		p.ResponseWriter.WriteHeader(status)
		return
	}
	respondProblem(p.ResponseWriter, p.request, status, "")
}

func (p problemWriter) Write(text []byte) (int, error) { return len(text), nil }
