package when

import (
	"testing"

	"parley/internal/news"
)

func mustDay(t testing.TB, s string) news.Day {
	t.Helper()
	if s == "" {
		return news.Day{}
	}
	d, err := news.ParseDay(s)
	if err != nil {
		t.Fatal(err)
	}
	return d
}

// A line of the tables: day of publication, text, the words found and their days.
type findCase struct{ published, text, words, from, to string }

func (c findCase) run(t *testing.T) {
	t.Helper()
	es := Find(c.text, news.Span{End: len(c.text)}, mustDay(t, c.published))
	if c.words == "" {
		if len(es) != 0 {
			t.Errorf("%q: found %q, want nothing", c.text, es[0].In(c.text))
		}
		return
	}
	if len(es) != 1 {
		t.Errorf("%q: %d expressions, want 1: %+v", c.text, len(es), es)
		return
	}
	e := es[0]
	if e.In(c.text) != c.words || e.Interval.From.String() != c.from || e.Interval.To.String() != c.to {
		t.Errorf("%q: got %q %v–%v (%s), want %q %s–%s", c.text, e.In(c.text), e.Interval.From, e.Interval.To, e.Rule, c.words, c.from, c.to)
	}
}

// thu is the Thursday on which the sentences of the cases are printed.
const thu = "2031-11-20"

func finds(t *testing.T, cases []findCase) {
	t.Helper()
	for _, c := range cases {
		c.run(t)
	}
}

func TestFind(t *testing.T) {
	finds(t, []findCase{
		{thu, "Dorn said on Wednesday that", "Wednesday", "2031-11-19", "2031-11-19"},
		{thu, "Dorn said on Thursday that", "Thursday", "2031-11-20", "2031-11-20"},
		{thu, "Dorn said on Friday that", "Friday", "2031-11-14", "2031-11-14"},
		{thu, "the envoys will meet on Friday", "Friday", "2031-11-21", "2031-11-21"},
		{thu, "On Friday, the envoys will meet", "Friday", "2031-11-21", "2031-11-21"},
		{thu, "the talks are to resume on Monday", "Monday", "2031-11-24", "2031-11-24"},
		{thu, "next Wednesday", "next Wednesday", "2031-11-26", "2031-11-26"},
		{thu, "last Wednesday", "last Wednesday", "2031-11-19", "2031-11-19"},
		{thu, "last Thursday", "last Thursday", "2031-11-13", "2031-11-13"},
		{thu, "this Friday", "this Friday", "2031-11-21", "2031-11-21"},
		{thu, "Wednesday's meeting", "Wednesday", "2031-11-19", "2031-11-19"},
		{thu, "Wednesday evening", "Wednesday evening", "2031-11-19", "2031-11-19"},
		{thu, "said yesterday.", "yesterday", "2031-11-19", "2031-11-19"},
		{thu, "during yesterday’s interview", "yesterday", "2031-11-19", "2031-11-19"},
		{thu, "the day before yesterday", "the day before yesterday", "2031-11-18", "2031-11-18"},
		{thu, "Today, Dorn", "Today", "2031-11-20", "2031-11-20"},
		{thu, "tomorrow morning", "tomorrow morning", "2031-11-21", "2031-11-21"},
		{thu, "last week", "last week", "2031-11-10", "2031-11-16"},
		{thu, "this week", "this week", "2031-11-17", "2031-11-23"},
		{thu, "next week", "next week", "2031-11-24", "2031-11-30"},
		{thu, "last month", "last month", "2031-10-01", "2031-10-31"},
		{thu, "next year", "next year", "2032-01-01", "2032-12-31"},
		{thu, "earlier this month", "earlier this month", "2031-11-01", "2031-11-20"},
		{thu, "earlier this week", "earlier this week", "2031-11-17", "2031-11-20"},
		{thu, "Earlier this year", "Earlier this year", "2031-01-01", "2031-11-20"},
		{thu, "earlier on Thursday", "earlier on Thursday", "2031-11-20", "2031-11-20"},
		{thu, "later this month", "later this month", "2031-11-20", "2031-11-30"},
		{thu, "late last month", "late last month", "2031-10-01", "2031-10-31"},
		{thu, "two days ago", "two days ago", "2031-11-18", "2031-11-18"},
		{thu, "10 days ago", "10 days ago", "2031-11-10", "2031-11-10"},
		{thu, "three weeks earlier", "three weeks earlier", "2031-10-27", "2031-11-02"},
		{thu, "In October, President Dorn", "October", "2031-10-01", "2031-10-31"},
		{thu, "in December", "December", "2030-12-01", "2030-12-31"},
		{thu, "will meet in December", "December", "2031-12-01", "2031-12-31"},
		{thu, "in October 2030", "October 2030", "2030-10-01", "2030-10-31"},
		{thu, "in October of last year", "October of last year", "2030-10-01", "2030-10-31"},
		{thu, "on 16 November", "16 November", "2031-11-16", "2031-11-16"},
		{thu, "on 16 December", "16 December", "2031-12-16", "2031-12-16"},
		{thu, "met on 16 July", "16 July", "2031-07-16", "2031-07-16"},
		{thu, "is scheduled to be signed on December 2", "December 2", "2031-12-02", "2031-12-02"},
		{thu, "November 16, 2022", "November 16, 2022", "2022-11-16", "2022-11-16"},
		{thu, "16 Nov, 2022 10:37", "16 Nov, 2022", "2022-11-16", "2022-11-16"},
		{thu, "Nov. 16", "Nov. 16", "2031-11-16", "2031-11-16"},
		{thu, "on the 16th.", "the 16th", "2031-11-16", "2031-11-16"},
		{thu, "on the 25th.", "the 25th", "2031-10-25", "2031-10-25"},
		{thu, "at the beginning of next year", "the beginning of next year", "2032-01-01", "2032-12-31"},
		{thu, "late March", "late March", "2031-03-01", "2031-03-31"},
		{thu, "mid-November", "mid-November", "2031-11-01", "2031-11-30"},
		{thu, "in 2008", "2008", "2008-01-01", "2008-12-31"},
		{thu, "dated 2031-11-16", "2031-11-16", "2031-11-16", "2031-11-16"},
		{thu, "November 3-5", "November 3-5", "2031-11-03", "2031-11-05"},
		{thu, "3–5 November 2030", "3–5 November 2030", "2030-11-03", "2030-11-05"},
		{thu, "Tuesday, 18 November", "Tuesday, 18 November", "2031-11-18", "2031-11-18"},
		{thu, "Wednesday, November 19, 2031", "Wednesday, November 19, 2031", "2031-11-19", "2031-11-19"},
		{thu, "last night", "last night", "2031-11-19", "2031-11-19"},
		{thu, "at the weekend", "the weekend", "2031-11-15", "2031-11-16"},
		{thu, "in the spring", "the spring", "2031-03-01", "2031-05-31"},
		{thu, "in the spring sun", "", "", ""},
		{thu, "the talks may end", "", "", ""},
		{thu, "May he rest", "", "", ""},
		{thu, "They march on. March Gladness, June Smith and Sun Li", "", "", ""},
		{thu, "Black Friday", "", "", ""},
		{thu, "2008 people, 5,000 men, $2008 and 19:30", "", "", ""},
		{thu, "3 May 5", "3 May", "2031-05-03", "2031-05-03"},
		{"", "on Wednesday", "Wednesday", "", ""},
		{"", "on 16 November", "16 November", "", ""},
		{"", "on 16 November 2031", "16 November 2031", "2031-11-16", "2031-11-16"},
		{"", "earlier this month", "earlier this month", "", ""},
	})
}
