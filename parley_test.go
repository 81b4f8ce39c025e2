package parley_test

import (
	"errors"
	"fmt"
	"strings"
	"testing"

	"parley"
	"parley/internal/encoder/kernel"
	"parley/internal/encoder/modeltest"
	"parley/internal/news"
)

const words = "Rain in Brenn\n\nThe harbour master, Lev Marn, said on Monday that the ferries would stay. \"It is the river that decides,\" he added.\n"

func TestReadRefuses(t *testing.T) {
	r, err := parley.New(parley.Options{MaxBytes: 100})
	if err != nil {
		t.Fatal(err)
	}
	for reason, data := range map[string]string{"too large": words, "empty": " ", "binary": "\x7fELF\x00\x00\x01\x02\x00\x00"} {
		_, err := r.Read("page.txt", []byte(data))
		var e *news.Error
		if !errors.As(err, &e) || e.Code != news.Unreadable || e.Reason != reason {
			t.Errorf("%s: %v", reason, err)
		}
	}
}

// TestOwnFiles: what the user's files say counts, leaves its mark in the version, and a
// fault in them is told with its line.
func TestOwnFiles(t *testing.T) {
	plain, err := parley.New(parley.Options{})
	if err != nil {
		t.Fatal(err)
	}
	mine := func(s string) (*parley.Reader, error) {
		return parley.New(parley.Options{Files: []parley.File{{Name: "my.actors", Data: []byte(s)}}})
	}
	own, err := mine("state Valdoria\n  capital: Karsk\n  metonym: Amber House\n")
	if err != nil {
		t.Fatal(err)
	}
	if !strings.HasPrefix(own.Version(), plain.Version()+"+") {
		t.Errorf("version %q with files, %q without", own.Version(), plain.Version())
	}
	other, err := mine("state Valdoria\n  capital: Karsk\n")
	if err != nil {
		t.Fatal(err)
	}
	if other.Version() == own.Version() {
		t.Errorf("other files, the same version %q", own.Version())
	}
	for name, want := range map[string]string{"Amber House": "Valdoria", "Karsk": "Valdoria", "Nobody Known": "Nobody Known"} {
		if got := own.Canonical(name); got != want {
			t.Errorf("%s is %q, want %q", name, got, want)
		}
	}
	rd, err := own.Read("page.txt", []byte("Talks\n\nThe Amber House said that the talks would go on and that nothing else was known.\n"))
	if err != nil || len(rd.Statements) != 1 || rd.Statements[0].Speaker.Name != "Valdoria" {
		t.Errorf("%+v, %v", rd, err)
	}
	if _, err := mine("state Valdoria\n  capitol: Karsk\n"); news.CodeOf(err) != news.Invalid || !strings.HasPrefix(err.Error(), "my.actors:2: ") {
		t.Errorf("%v", err)
	}
	if _, err := mine(strings.Repeat("capitol: Karsk\n", 30)); err == nil || !strings.HasSuffix(err.Error(), "… and 10 more") {
		t.Errorf("%v", err)
	}
}

// TestModel: the model's name stands in the reader's version; a file that is no model,
// a name of no kernel are Invalid.
func TestModel(t *testing.T) {
	version := func(o parley.Options) string {
		t.Helper()
		r, err := parley.New(o)
		if err != nil {
			t.Fatal(err)
		}
		if _, err := r.Read("page.txt", []byte(words)); err != nil {
			t.Error(err)
		}
		return r.Version()
	}
	builtin, random := version(parley.Options{}), modeltest.Random(modeltest.Small, 1)
	base, name, _ := strings.Cut(builtin, "+")
	if !strings.HasPrefix(name, "model-") {
		t.Errorf("version %q", builtin)
	}
	for want, o := range map[string]parley.Options{
		builtin:          {Kernel: kernel.Best().Name},
		base + "+random": {Model: random},
	} {
		if got := version(o); got != want {
			t.Errorf("version %q, want %q", got, want)
		}
	}
	if got := version(parley.Options{Only: "rules"}); got == builtin || !strings.HasPrefix(got, base+"+rules-") {
		t.Errorf("version %q of the rules alone", got)
	}
	for fault, o := range map[string]parley.Options{
		"no model":   {Model: []byte(words)},
		"cut":        {Model: random[:len(random)/2]},
		"empty":      {Model: []byte{}},
		"no kernel":  {Kernel: "abacus"},
		"other case": {Kernel: "Generic"},
	} {
		if _, err := parley.New(o); news.CodeOf(err) != news.Invalid {
			t.Errorf("%s: %v", fault, err)
		}
	}
}

// TestWithout: readers that share what a model says of a report find what one that asks it
// by itself does, report after report; a rule that is left out finds nothing.
func TestWithout(t *testing.T) {
	for name, o := range map[string]parley.Options{"full": {}, "rules": {Only: "rules"}, "model": {Only: "model"}} {
		r, err := parley.New(o)
		if err != nil {
			t.Fatal(err)
		}
		readers := r.Without("", "said that", "")
		for _, text := range []string{words, "Rain\n\nKell told reporters that the bridge had fallen.\n", words} {
			want := told(t, r, text)
			for i, w := range readers {
				got := told(t, w, text)
				if i != 1 && got != want || i == 1 && strings.Contains(got, "said that") {
					t.Errorf("%s, reader %d: %s, want %s", name, i, got, want)
				}
			}
		}
	}
}

// told is what a reader makes of a text, in short.
func told(t *testing.T, r *parley.Reader, text string) string {
	t.Helper()
	rd, err := r.Read("page.txt", []byte(text))
	if err != nil {
		t.Fatal(err)
	}
	var b strings.Builder
	for _, s := range rd.Statements {
		fmt.Fprintf(&b, "%s [%s] %+v %v; ", s.Speaker.Name, s.Rule, s.Content, s.Confidence)
	}
	return b.String()
}

// TestOpenFetched: a fetched page has its address and no file, and is decoded as its
// server says.
func TestOpenFetched(t *testing.T) {
	r, err := parley.New(parley.Options{})
	if err != nil {
		t.Fatal(err)
	}
	rep, err := r.OpenFetched("https://courier.example/a", "text/html; charset=iso-8859-1", []byte("<p>The caf\xe9 in Brenn was open, said the owner of it."))
	if err != nil || rep.File != "" || rep.URI != "https://courier.example/a" || !strings.Contains(rep.Text, "café") {
		t.Errorf("%+v, %v", rep, err)
	}
	if _, err := r.OpenFetched("https://courier.example/a", "", nil); news.CodeOf(err) != news.Unreadable {
		t.Errorf("%v", err)
	}
}
