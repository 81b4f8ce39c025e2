package when

import (
	"strings"
	"testing"
	"time"

	"pgregory.net/rapid"

	"parley/internal/news"
)

func drawDay(t *rapid.T, label string) news.Day {
	n := rapid.IntRange(0, 60000).Draw(t, label)
	return news.DayOf(time.Date(1900, 1, 1+n, 0, 0, 0, 0, time.UTC))
}

// A weekday that was said lies in the week up to publication, and is that weekday.
func TestWeekdayLiesInTheWeekBefore(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		pub := drawDay(t, "published")
		w := time.Weekday(rapid.IntRange(0, 6).Draw(t, "weekday"))
		text := "he said on " + w.String()
		es := Find(text, news.Span{End: len(text)}, pub)
		if len(es) != 1 || es[0].At.Weekday() != w {
			t.Fatalf("%s published %v: %+v", text, pub, es)
		}
		if n := daysBetween(es[0].At, pub); n < 0 || n > 6 {
			t.Fatalf("%s published %v: %v is %d days before", text, pub, es[0].At, n)
		}
	})
}

// A full date in any of its forms is the day itself, whenever it was published.
func TestFullDateIsItself(t *testing.T) {
	forms := []string{"2 January 2006", "January 2, 2006", "Jan. 2, 2006", "2 Jan, 2006", "2006-01-02", "Monday, January 2, 2006", "Monday 2 January 2006"}
	rapid.Check(t, func(t *rapid.T) {
		d, pub := drawDay(t, "day"), drawDay(t, "published")
		text := d.Time().Format(rapid.SampledFrom(forms).Draw(t, "form"))
		if strings.Contains(text, "May.") || strings.Contains(text, "Jan.") {
			text = strings.Replace(text, "May.", "May", 1)
		}
		es := Find(text, news.Span{End: len(text)}, pub)
		if len(es) != 1 || es[0].Interval != one(d) || es[0].In(text) != text || es[0].Value() != d.String() {
			t.Fatalf("%q: %+v", text, es)
		}
	})
}

// A day without its year lies within a year of publication.
func TestYearlessDayIsNear(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		d, pub := drawDay(t, "day"), drawDay(t, "published")
		text := "it was on " + d.Time().Format("2 January") + "."
		for _, e := range Find(text, news.Span{End: len(text)}, pub) {
			if n := daysBetween(e.At, pub); n > 366 || n < -366 {
				t.Fatalf("%q published %v: %v", text, pub, e.At)
			}
		}
	})
}

// Last week, this week and next week are Monday to Sunday and follow one another.
func TestWeeksFollow(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		pub := drawDay(t, "published")
		_, last := unitAt(Week, pub, -1)
		_, this := unitAt(Week, pub, 0)
		if last.From.Weekday() != time.Monday || last.To.Weekday() != time.Sunday || last.To.Add(1) != this.From || !this.Holds(pub) {
			t.Fatalf("published %v: last %v this %v", pub, last, this)
		}
	})
}

func checkExprs(t interface{ Fatalf(string, ...any) }, text string, span news.Span, es []Expr) {
	at := span.Start
	for _, e := range es {
		if e.Start < at || e.End <= e.Start || e.End > span.End {
			t.Fatalf("expression %+v out of order or of %+v in %q", e, span, text)
		}
		at = e.End
		if f, to := e.Interval.From, e.Interval.To; !f.IsZero() && (to.Before(f) || !valid(f) || !valid(to)) {
			t.Fatalf("interval %v of %q", e.Interval, e.In(text))
		}
		if e.Value() == "" || e.Rule == "" {
			t.Fatalf("%q has no value or no rule", e.In(text))
		}
	}
}

// Any row of date words gives disjoint expressions inside the span and intervals
// that run forward.
func TestExpressionsAreDisjoint(t *testing.T) {
	var ws []string
	for _, e := range words().entries {
		ws = append(ws, e.word, strings.ToUpper(e.word[:1])+e.word[1:])
	}
	ws = append(ws, "16", "16th", "2022", "1980s", ",", ".", "-", "–", "’s", "'s", "2022-11-16", "3-5", "31", "$60", "é")
	rapid.Check(t, func(t *rapid.T) {
		text := strings.Join(rapid.SliceOfN(rapid.SampledFrom(ws), 0, 12).Draw(t, "words"), " ")
		pub := news.Day{}
		if rapid.Bool().Draw(t, "dated") {
			pub = drawDay(t, "published")
		}
		span := news.Span{End: len(text)}
		checkExprs(t, text, span, Find(text, span, pub))
	})
}

func FuzzFind(f *testing.F) {
	for _, s := range []string{"on Wednesday, November 16, 2022", "the 16th of May", "between 3 and 5 November", "last year's third quarter", "the day before yesterday", "earlier in the week", "’s 1996 x", "two weeks later"} {
		f.Add(s, 2031, 11, 20)
	}
	f.Fuzz(func(t *testing.T, text string, y, m, d int) {
		pub := news.Day{Year: y, Month: m, Date: d}
		if y < 1000 || y > 3000 || !valid(pub) {
			pub = news.Day{}
		}
		span := news.Span{End: len(text)}
		checkExprs(t, text, span, Find(text, span, pub))
	})
}

func FuzzDays(f *testing.F) {
	f.Add("On Wednesday, Dorn told a press conference on Monday that it was over. He said so in an interview with Nadia Ferro.", 22, 26, 60, 71)
	f.Fuzz(func(t *testing.T, text string, a, b, c, d int) {
		in := func(s news.Span) bool { return 0 <= s.Start && s.Start < s.End && s.End <= len(text) }
		cue, content := news.Span{Start: a, End: b}, news.Span{Start: c, End: d}
		if !in(cue) || !in(content) || cue.Overlaps(content) {
			return
		}
		m := marked{text: text, in: []Attr{{Speaker: "x", Name: "x", Context: news.Span{End: len(text)}, Cue: cue, Content: []news.Span{content}, CarriedOn: -1, Within: -1}}}
		doc := m.doc()
		m.in[0].Context = news.Span{End: len(text)}
		for _, r := range Days(doc, m.in, news.Day{Year: 2031, Month: 11, Date: 20}) {
			if r.When != nil && (r.When.IsZero() || !in(r.When.Mention) || r.When.Mention.Overlaps(content)) {
				t.Fatalf("%q: %+v", text, r.When)
			}
			if r.Occasion != nil && !in(r.Occasion.Mention) {
				t.Fatalf("%q: %+v", text, r.Occasion)
			}
		}
	})
}
