package intake

import (
	"context"
	"errors"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"

	"parley/internal/news"
)

// serve runs a server with one page, a redirection to it and one to itself.
func serve(t *testing.T) string {
	t.Helper()
	mux := http.NewServeMux()
	mux.HandleFunc("/page", func(w http.ResponseWriter, _ *http.Request) {
		w.Header().Set("Content-Type", "text/html; charset=windows-1252")
		w.Write([]byte("<p>Dorn said no."))
	})
	mux.HandleFunc("/old", func(w http.ResponseWriter, r *http.Request) { http.Redirect(w, r, "/page#part", http.StatusFound) })
	mux.HandleFunc("/round", func(w http.ResponseWriter, r *http.Request) { http.Redirect(w, r, "/round", http.StatusFound) })
	mux.HandleFunc("/away", func(w http.ResponseWriter, r *http.Request) {
		http.Redirect(w, r, "ftp://courier.example/", http.StatusFound)
	})
	mux.HandleFunc("/long", func(w http.ResponseWriter, _ *http.Request) { w.Write([]byte(strings.Repeat("x", 4096))) })
	s := httptest.NewServer(mux)
	t.Cleanup(s.Close)
	return s.URL
}

func get(address string, opt Options) (Content, error) {
	for it := range Walk([]string{address}, opt) {
		return it.Read(context.Background())
	}
	return Content{}, errors.New("no item")
}

func TestFetch(t *testing.T) {
	base := serve(t)
	c, err := get(base+"/old", Options{AllowPrivate: true})
	if err != nil {
		t.Fatal(err)
	}
	if string(c.Bytes) != "<p>Dorn said no." || c.URI != base+"/page" || c.ContentType != "text/html; charset=windows-1252" {
		t.Errorf("got %+v", c)
	}
}

func TestFetchRefuses(t *testing.T) {
	base := serve(t)
	for _, c := range []struct {
		address, reason string
		opt             Options
	}{
		{base + "/page", "private address", Options{}},
		{"http://[::ffff:127.0.0.1]/", "private address", Options{}},
		{base + "/round", "not fetched", Options{AllowPrivate: true}},
		{base + "/away", "not fetched", Options{AllowPrivate: true}},
		{base + "/none", "not fetched", Options{AllowPrivate: true}},
		{base + "/long", "too large", Options{AllowPrivate: true, MaxBytes: 4000}},
		{"http://", "no address", Options{}},
		{"http://%zz", "no address", Options{}},
	} {
		_, err := get(c.address, c.opt)
		var e *news.Error
		if !errors.As(err, &e) || e.Reason != c.reason || e.Code != news.Unreadable {
			t.Errorf("%s: %v, want reason %q", c.address, err, c.reason)
		}
	}
}

func TestFetchStopsWithContext(t *testing.T) {
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	for it := range Walk([]string{serve(t) + "/page"}, Options{AllowPrivate: true}) {
		if _, err := it.Read(ctx); !errors.Is(err, context.Canceled) {
			t.Errorf("got %v, want context.Canceled", err)
		}
	}
}

func TestCheckAddress(t *testing.T) {
	for address, public := range map[string]bool{
		"93.184.216.34:443": true, "[2606:2800:220:1::1]:80": true,
		"10.1.2.3:80": false, "127.0.0.1:80": false, "169.254.169.254:80": false, "100.64.1.1:80": false, "0.0.0.0:80": false,
		"[::1]:80": false, "[fe80::1%eth0]:80": false, "[fd00::1]:80": false, "[::ffff:10.0.0.1]:80": false,
		"[64:ff9b::a00:1]:80": false, "[2002:a00:1::]:80": false, "224.0.0.1:80": false, "nonsense": false,
	} {
		if err := checkAddress(address); (err == nil) != public {
			t.Errorf("%s: %v", address, err)
		}
	}
}
