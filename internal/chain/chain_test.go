package chain

import (
	"strings"
	"testing"

	"parley/internal/news"
)

func TestPartner(t *testing.T) {
	for words, want := range map[string]string{
		"HBC":                          "HBC",
		"the Daily Courier":            "Daily Courier",
		"Merovian journalist Ina Holm": "Ina Holm",
		"Ina Holm of the Courier":      "Ina Holm",
		"Lume24's Ina Holm,":           "Ina Holm",
		"a Karsk radio station":        "Karsk radio station",
		"Sami al-Tolo":                 "Sami al-Tolo",
		"a local station":              "",
		"":                             "",
	} {
		if got := partner(words); got != want {
			t.Errorf("%q: %q, want %q", words, got, want)
		}
	}
}

func TestAgencyIn(t *testing.T) {
	for line, want := range map[string]string{
		"KARSK, Nov 20 (Meridian Press) -":         "Meridian Press",
		"KARSK, November 20. /MP/.":                "MP",
		"KARSK [Meridian] —":                       "Meridian",
		"KARSK (Nov 20) -":                         "",
		"KARSK (on Monday) -":                      "",
		"KARSK (Meridian -":                        "",
		"KARSK () -":                               "",
		"(" + strings.Repeat("M", 50) + ") -":      "",
		"KARSK (Édition Sorrel) – the ferries had": "Édition Sorrel",
	} {
		span, ok := agencyIn(line, news.Span{End: len(line)})
		if got := line[span.Start:span.End]; got != want || ok != (want != "") {
			t.Errorf("%q: %q %v, want %q", line, got, ok, want)
		}
	}
}

// TestCompleteOrder: from speaker to page, each link once, the report's own outlet left out.
func TestCompleteOrder(t *testing.T) {
	text := "KARSK (MP) - In an interview with HBC, Dorn said so."
	at := func(words string) news.Span {
		i := strings.Index(text, words)
		return news.Span{Start: i, End: i + len(words)}
	}
	rep := &news.Report{Text: text, Passages: []news.Passage{{Kind: news.Furniture, Reason: "dateline", Span: news.Span{End: 12}}}}
	s := news.Statement{Occasion: &news.Occasion{Kind: "interview", Mention: at("an interview with HBC")}, Content: []news.Span{at("so")},
		Chain: []news.Link{{Name: "Lume24", Kind: news.QuotedBy}}}
	out := []news.Statement{s, s}
	out[1].Chain = []news.Link{{Name: "state news agency MP", Kind: news.QuotedBy}, {Name: "HBC", Kind: news.Interview}}
	Complete(rep, out)
	if got := names(out[0].Chain); got != "HBC, Lume24, MP" {
		t.Error(got)
	}
	if got := names(out[1].Chain); got != "state news agency MP, HBC" {
		t.Error(got)
	}
	rep.Outlet, out = "MP", []news.Statement{s}
	Complete(rep, out)
	if got := names(out[0].Chain); got != "HBC, Lume24" {
		t.Error(got)
	}
}

func names(links []news.Link) string {
	var out []string
	for _, l := range links {
		out = append(out, l.Name)
	}
	return strings.Join(out, ", ")
}
