package when

import (
	"testing"

	"parley/internal/news"
)

func TestFindNamedTimes(t *testing.T) {
	finds(t, []findCase{
		{thu, "over the summer, the barges", "the summer", "2031-06-01", "2031-08-31"},
		{thu, "The talks will go on well into the spring.", "the spring", "2032-03-01", "2032-05-31"},
		{thu, "broke down in the winter.", "the winter", "2030-12-01", "2031-02-28"},
		{thu, "stopped the fall, and prices rose after the fall.", "", "", ""},
		{"", "over the summer, the barges", "the summer", "", ""},
		{thu, "a 20th century church", "20th century", "1900-01-01", "1999-12-31"},
		{thu, "the 19th-century bridge", "19th-century", "1800-01-01", "1899-12-31"},
		{thu, "the 30th century", "", "", ""},
		{thu, "the marsh flooded in nineteen ninety-one", "nineteen ninety-one", "1991-01-01", "1991-12-31"},
		{thu, "since twenty eighteen the ferry", "twenty eighteen", "2018-01-01", "2018-12-31"},
		{thu, "nineteen people and twenty two barges", "", "", ""},
		{thu, "by the year 2040", "the year 2040", "2040-01-01", "2040-12-31"},
		{thu, "in fiscal 2030", "fiscal 2030", "2030-01-01", "2030-12-31"},
		{thu, "a loss for the full year,", "the full year", "2031-01-01", "2031-12-31"},
		{thu, "the last half of 2030", "the last half of 2030", "2030-07-01", "2030-12-31"},
		{thu, "until the mid-1990s", "the mid-1990s", "1990-01-01", "1999-12-31"},
		{thu, "his failed 1996 campaign", "1996", "1996-01-01", "1996-12-31"},
		{thu, "her remaining 1996 seats", "", "", ""},
		{thu, "under a June agreement", "June", "2031-06-01", "2031-06-30"},
		{thu, "a May ally, the June Smith show", "", "", ""},
		{thu, "ahead of the weekend.", "the weekend", "2031-11-22", "2031-11-23"},
	})
}

// A day that comes with every week is none, and what is to be lies ahead.
func TestFindRepeatedAndAhead(t *testing.T) {
	finds(t, []findCase{
		{thu, "holds a briefing each Tuesday", "", "", ""},
		{thu, "the ferry leaves on Tuesday nights", "", "", ""},
		{thu, "said the envoys would meet on Friday", "Friday", "2031-11-21", "2031-11-21"},
		{thu, "a dividend payable Jan. 2", "Jan. 2", "2032-01-02", "2032-01-02"},
		{thu, "the record set in December", "December", "2030-12-01", "2030-12-31"},
		{thu, "a vote set for Monday", "Monday", "2031-11-24", "2031-11-24"},
		{thu, "is set to meet on Monday", "Monday", "2031-11-24", "2031-11-24"},
	})
}

// With the hour before it a day is a time of that day, as TIMEX3 has it.
func TestFindHour(t *testing.T) {
	for _, text := range []string{"at 10 p.m. Wednesday", "at noon Wednesday", "until 5 p.m. EST, Wednesday"} {
		es := Find(text, news.Span{End: len(text)}, news.Day{Year: 2031, Month: 11, Date: 20})
		if len(es) != 1 || es[0].Unit != Part || es[0].Value() != "2031-11-19" {
			t.Errorf("%q: %+v", text, es)
		}
	}
}

// What a quarter's results are compared with is the same quarter of a year before.
func TestFindResults(t *testing.T) {
	const results = "Marsh Ferries earned $3 million in the third quarter of 2031"
	for _, c := range []struct{ text, value string }{
		{results + ", up from $2 million a year earlier.", "2030-Q3"},
		{results + ". Sales rose to $9 million from $8 million a year ago.", "2030-Q3"},
		{results + ". In the year-earlier period, it lost money.", "2030-Q3"},
		{results + ". In the 2029 period, it lost money.", "2029-Q3"},
		{results + ". Renn took office a year ago.", "2030"},
		{"Sales rose to $9 million from $8 million a year ago.", "2030"},
	} {
		es := Find(c.text, news.Span{End: len(c.text)}, news.Day{Year: 2031, Month: 11, Date: 20})
		if len(es) == 0 || es[len(es)-1].Value() != c.value {
			t.Errorf("%q: want %s, got %+v", c.text, c.value, es)
		}
	}
	twice := results + ", from $2 million a year earlier. Sales were $9 million, from $8 million a year earlier."
	es := Find(twice, news.Span{End: len(twice)}, news.Day{Year: 2031, Month: 11, Date: 20})
	if len(es) != 3 || es[2].Value() != "2030-Q3" {
		t.Errorf("%+v", es)
	}
}
