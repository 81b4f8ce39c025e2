package dossier

import (
	"testing"

	"pgregory.net/rapid"

	"parley/internal/news"
)

func TestDatePrecision(t *testing.T) {
	day := func(y, m, d int) news.Day { return news.Day{Year: y, Month: m, Date: d} }
	for _, test := range []struct {
		in          string
		first, last news.Day
		real        bool
	}{
		{"2032", day(2032, 1, 1), day(2032, 12, 31), true},
		{"2032-02", day(2032, 2, 1), day(2032, 2, 29), true},
		{"2031-02-28", day(2031, 2, 28), day(2031, 2, 28), true},
		{"2031-02-30", day(2031, 2, 30), day(2031, 2, 30), false},
		{"2031-13", day(2031, 13, 1), day(2031, 13, 31), false},
	} {
		d, ok := ParseDate(test.in)
		if !ok || d.String() != test.in {
			t.Errorf("%s: parsed %v as %q", test.in, ok, d)
		}
		if d.First() != test.first || d.Last() != test.last || d.Real() != test.real {
			t.Errorf("%s: %v to %v, real %v", test.in, d.First(), d.Last(), d.Real())
		}
	}
}

func TestDateReadsBack(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		d := drawDate(t, "date")
		if d.IsZero() {
			return
		}
		if back, ok := ParseDate(d.String()); !ok || back != d {
			t.Fatalf("%v reads back as %v", d, back)
		}
		if d.Last().Before(d.First()) {
			t.Fatalf("%v ends before it begins", d)
		}
	})
}

func TestRoleHolds(t *testing.T) {
	role := Role{From: Date{Year: 2029, Month: 5}, To: Date{Year: 2031}, Source: "archive 2030-06-01"}
	for _, test := range []struct {
		day  string
		want bool
	}{
		{"2029-04-30", false}, {"2029-05-01", true}, {"2031-12-31", true}, {"2032-01-01", false},
	} {
		day, err := news.ParseDay(test.day)
		if err != nil {
			t.Fatal(err)
		}
		if got := role.Holds(day); got != test.want {
			t.Errorf("on %s: %v, want %v", test.day, got, test.want)
		}
	}
	if !role.Holds(news.Day{}) {
		t.Error("an absent day is held by every role")
	}
	if sure := role.Narrowest(); sure.From.String() != "2029-05-31" || sure.To.String() != "2031-01-01" {
		t.Errorf("narrowest %v", sure)
	}
	role.To = Date{}
	if sure := role.Narrowest(); sure.To.String() != "2030-06-01" {
		t.Errorf("an open end reaches to the day of the source, got %v", sure)
	}
}

func drawDate(t *rapid.T, label string) Date {
	d := Date{Year: rapid.IntRange(2000, 2032).Draw(t, label+" year")}
	if precision := rapid.IntRange(0, 3).Draw(t, label+" precision"); precision == 0 {
		return Date{}
	} else if precision > 1 {
		d.Month = rapid.IntRange(1, 12).Draw(t, label+" month")
		if precision > 2 {
			d.Day = rapid.IntRange(1, 28).Draw(t, label+" day")
		}
	}
	return d
}
