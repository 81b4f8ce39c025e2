package chain

import (
	"slices"
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

// TestSmallPrint: whose words they were, who translated and who passes them on stand behind
// the other links, with the words that tell so.
func TestSmallPrint(t *testing.T) {
	const body = "Dorn said so."
	for line, want := range map[string][]news.Link{
		"This story was originally published by HBC. Translated by Ina Holm.": {
			{Name: "HBC", Kind: news.QuotedBy}, {Name: "Ina Holm", Kind: news.Translated}, {Name: "Karsk Courier", Kind: news.RepublishedBy}},
		"Republished with permission.":                            {{Name: "Karsk Courier", Kind: news.RepublishedBy}},
		"This article was translated from Ukrainian":              {{Kind: news.Translated}},
		"Source: Karsk Courier":                                   nil,
		"Source: Dorn Press":                                      {{Name: "Karsk Courier", Kind: news.RepublishedBy}}, // the speaker is no link
		"Originally published by HBC. Originally published by MP": nil,                                                 // whose the words are is open
	} {
		rep := &news.Report{Text: body + "\n" + line, Outlet: "The Karsk Courier", Passages: []news.Passage{
			{Kind: news.Body, Span: news.Span{End: len(body)}},
			{Kind: news.Furniture, Reason: "disclaimer", Span: news.Span{Start: len(body) + 1, End: len(body) + 1 + len(line)}}}}
		out := []news.Statement{{Speaker: news.Speaker{Name: "Dorn Press"}, Content: []news.Span{{Start: 10, End: 12}}}}
		Complete(rep, out)
		for i := range out[0].Chain {
			l := &out[0].Chain[i]
			if !strings.Contains(line, rep.Words(l.Mention)) || l.Mention.Empty() {
				t.Errorf("%q: %+v", line, l)
			}
			l.Mention = news.Span{}
		}
		if !slices.Equal(out[0].Chain, want) {
			t.Errorf("%q: %v, want %v", line, out[0].Chain, want)
		}
	}
}

func TestSameOutlet(t *testing.T) {
	for _, c := range []struct {
		a, b string
		want bool
	}{
		{"TASS", "state news agency TASS", true},
		{"MP", "Meridian Press", true},
		{"The Courier", "the Karsk Courier", true},
		{"HBC News", "HBC", true},
		{"AFP", "Agence France-Presse", true},
		{"RT", "Karsk START", false},
		{"MP", "Mira Palk", false},
		{"MP", "Meridian", false},
		{"", "", false},
	} {
		if sameOutlet(c.a, c.b) != c.want || sameOutlet(c.b, c.a) != c.want {
			t.Errorf("%q, %q: not %v", c.a, c.b, c.want)
		}
	}
}

// TestInitials: a person's initials are no agency.
func TestInitials(t *testing.T) {
	const text = "KARSK (MP) — Mayor Mira Palk said so."
	rep := &news.Report{Text: text, Passages: []news.Passage{{Kind: news.Furniture, Reason: "dateline", Span: news.Span{End: 15}}}}
	for _, c := range []struct {
		speaker news.Speaker
		want    string
	}{
		{news.Speaker{Name: "Mira Palk", Kind: news.Person}, "MP"},
		{news.Speaker{Name: "Mira Palk"}, "MP"},
		{news.Speaker{Name: "Mira Post", Kind: news.Person}, "MP"},
		{news.Speaker{Name: "Meridian Press", Kind: news.Organisation}, ""},
		{news.Speaker{Name: "MP"}, ""},
	} {
		out := []news.Statement{{Speaker: c.speaker, Content: []news.Span{{Start: len(text) - 3, End: len(text) - 1}}}}
		Complete(rep, out)
		if got := names(out[0].Chain); got != c.want {
			t.Errorf("%+v: %q, want %q", c.speaker, got, c.want)
		}
	}
}

func TestDescribe(t *testing.T) {
	for want, l := range map[string]news.Link{
		"quoted by HBC":          {Name: "HBC", Kind: news.QuotedBy},
		"interview with HBC":     {Name: "HBC", Kind: news.Interview},
		"translated by Ina Holm": {Name: "Ina Holm", Kind: news.Translated},
		"translated":             {Kind: news.Translated},
		"republished":            {Kind: news.RepublishedBy},
	} {
		if got := Describe(l); got != want {
			t.Errorf("%q, want %q", got, want)
		}
	}
}
