package imprint

import (
	"fmt"
	"strings"
	"testing"

	"parley/internal/news"
)

// TestForms: what single lines of small print tell. The outlets are invented.
func TestForms(t *testing.T) {
	for line, want := range map[string]string{
		"This story was originally published by The Karsk Courier and is republished here with permission.": "original The Karsk Courier; republished ",
		"Originally published by Lume24 on November 3, 2031":                                                "original Lume24",
		"This article first appeared in the Tavel Morning Post.":                                            "original Tavel Morning Post",
		"Republished with permission from HBC News":                                                         "original HBC News",
		"Reprinted with the permission of Radio Lume.":                                                      "original Radio Lume",
		"Source: Meridian Press":                                                                            "original Meridian Press",
		"Source: Ministry of Defence":                                                                       "",
		"SOURCE: Agencies":                                                                                  "",
		"Source: Meridian Press | 2031-05-18 17:24:28 | Editor: quin":                                       "original Meridian Press",
		"(Except for the headline, this story has not been edited by HBC staff and is published from a syndicated feed.)": "republisher HBC; republished ",
		"This story has been published from a wire agency feed without modifications to the text.":                        "republished ",
		"This story was produced by Meridian Press and has been republished by Lume24 with permission.":                   "original Meridian Press; republisher Lume24",
		"This article was produced by Ina Holm and edited by Vera Stamm.":                                                 "",
		"For that reason, the Lume Hub will republish the RSS feed from HBC. Visit https://www.rt.com now":                "original HBC; visit RT",
		"The information is being included by the Lume Hub not as an endorsement of anybody.":                             "republisher Lume Hub",
		"©2031 Tavel Morning Post. Distributed by Tribune Content Agency, LLC.":                                           "original Tavel Morning Post",
		"Copyright 2031 The Karsk Courier Ltd. All rights reserved.":                                                      "owner The Karsk Courier",
		"© Karsk Courier, 2005–2031. All rights reserved.":                                                                "owner Karsk Courier",
		"© Karsk Courier Publishing House Ltd., 2031":                                                                     "owner Karsk Courier",
		"© 2031 All rights reserved":              "",
		"(c) Copyright Meridian Press 2031.":      "owner Meridian Press",
		"Copyright © 2031 by HBC News":            "owner HBC News",
		"© 2031 The Associated Press":             "original The Associated Press",
		"Translated by Ina Holm":                  "translator Ina Holm",
		"Translated from Merovian by Ina Holm.":   "",
		"Translated from Russian by Ina Holm.":    "translator Ina Holm",
		"This is a machine translation.":          "translated ",
		"This article was translated by Google.":  "translator Google",
		"This text was translated from Ukrainian": "translated ",
		"This article has been translated from Chinese by ChatGPT, and errors are possible.":         "translator ChatGPT",
		"Disclaimer: The translations are mostly done through AI translator and may be off.":         "translator AI translator",
		"This report was automatically translated using DeepL":                                       "translator DeepL",
		"Read the original article at Karsk Courier":                                                 "original Karsk Courier",
		"This map was published by HBC":                                                              "",
		"The letter was first published in 2019":                                                     "",
		"This story was originally published in English":                                             "",
		"This story was originally published in November":                                            "",
		"© 2031 Karsk Courier. All rights reserved. Articles may be reprinted with permission only.": "owner Karsk Courier",
		"Photos used with permission.":                                                               "",
		"Content may be republished with permission of the publisher.":                               "",
		"Articles may be republished in Print Media with permission.":                                "",
		"Republished with permission.":                                                               "republished ",
		"This article is reprinted here with permission":                                             "republished ",
		"Originally published by Lume24 and reposted with permission":                                "original Lume24",
		"Originally published by Lume24 and was reposted with permission":                            "original Lume24; republished ",
		"The map is by Ina Holm and is reprinted with permission":                                    "",
		"Privacy Policy | Translation Services | Careers":                                            "",
		"Privacy Policy | Translation | Careers":                                                     "",
		"Translation: Ina Holm":                                                                      "translator Ina Holm",
		"Suite C Harbour Times":                                                                      "",
		"Suite C 12 Harbour Times":                                                                   "",
		"Suite C, 12 Harbour Times":                                                                  "",
		"C 2031 Harbour Times":                                                                       "owner Harbour Times",
		"(C) Harbour Times":                                                                          "owner Harbour Times",
		"Copyright (c) 2031 Harbour Times":                                                           "owner Harbour Times",
		"Copyright c 2031 Harbour Times":                                                             "owner Harbour Times",
		"© 2031 KARSK STRAẞE Ltd":                                                                    "owner KARSK STRAẞE",
		"© 2031 İzmir Courier Limited":                                                               "owner İzmir Courier",
	} {
		rep := page("Dorn spoke.", line, "disclaimer")
		if got := told(builtin().read(rep)); got != want {
			t.Errorf("%q:\n got %q\nwant %q", line, got, want)
		}
		for _, c := range builtin().read(rep) {
			if c.Span.Start < len("Dorn spoke.\n") || c.Span.End > len(rep.Text) || strings.TrimSpace(rep.Words(c.Span)) != rep.Words(c.Span) {
				t.Errorf("%q: span %v", line, c.Span)
			}
		}
	}
}

// TestBare: an agency set off from other words in a byline is whose words they are.
func TestBare(t *testing.T) {
	for line, want := range map[string]string{
		"By Ina Holm, Associated Press": "original Associated Press",
		"By Reuters":                    "original Reuters",
		"Reuters Staff":                 "original Reuters",
		"(AP)":                          "original AP",
		"AFP | Karsk":                   "original AFP",
		"By Ina Holm":                   "",
		"By Sven Reuters":               "",
		"Ina Holm covers the war for Reuters and AFP and lives in Karsk with two cats and a boat": "",
		"App": "",
	} {
		if got := told(builtin().read(page("Dorn spoke.", line, "byline"))); got != want {
			t.Errorf("%q: got %q, want %q", line, got, want)
		}
	}
}

// TestOutlet: the page's own outlet from its small print, or left open.
func TestOutlet(t *testing.T) {
	for line, want := range map[string]string{
		"© 2031 The Karsk Courier. All rights reserved.":                                                "The Karsk Courier",
		"© 2031 The Karsk Courier. © 2029 HBC.":                                                         "",
		"This story was produced by Meridian Press and has been republished by Lume24 with permission.": "Lume24",
		"©2031 Tavel Post. Distributed by Tribune Content Agency, LLC.":                                 "",
		"© 2031 The Associated Press. All rights reserved.":                                             "",
		"Visit https://rt.com":                      "RT",
		"Originally published by HBC. Visit rt.com": "",
		"© Autonomous Organization “TV-Novosti”":    "RT",
	} {
		if got := Outlet(page("Dorn spoke.", line, "page footer")); got != want {
			t.Errorf("%q: %q, want %q", line, got, want)
		}
	}
	if got := Outlet(page("Dorn spoke.", "© 2031 The Karsk Courier", "menu")); got != "" {
		t.Errorf("a menu: %q", got)
	}
}

// TestPictures: a copyright line above the report's last words is a picture's.
func TestPictures(t *testing.T) {
	rep := page("© AFP 2031", "Dorn spoke.", "")
	rep.Passages[0] = news.Passage{Kind: news.Furniture, Reason: "copyright notice", Span: rep.Passages[0].Span}
	rep.Passages[1].Kind = news.Body
	if got := told(Read(rep)); got != "" {
		t.Error(got)
	}
}

// TestSources: a source above the report's last words is a chart's, but in the page's head.
func TestSources(t *testing.T) {
	for _, line := range []string{"Source: Meridian Press", "Via HBC Radio", "Provided by Meridian Press", "Story by HBC Radio"} {
		for reason, want := range map[string]int{"source line": 0, "disclaimer": 0, "date line": 1} {
			rep := page(line, "Dorn spoke.", "")
			rep.Passages[0].Kind, rep.Passages[0].Reason = news.Furniture, reason
			rep.Passages[1].Kind = news.Body
			if got := Read(rep); len(got) != want {
				t.Errorf("%s, %q above: %s", reason, line, told(got))
			}
		}
		if got := Read(page("Dorn spoke.", line, "source line")); len(got) != 1 || got[0].Role != Original {
			t.Errorf("%q below: %s", line, told(got))
		}
	}
}

// TestOrder: credits stand in the order of the text, none of them twice.
func TestOrder(t *testing.T) {
	for line, want := range map[string]string{
		"Source: Reuters | 2031-05-18":          "original Reuters",
		"AFP | Translated by Ina Holm":          "original AFP; translator Ina Holm",
		"Translated by Ina Holm | AFP":          "translator Ina Holm; original AFP",
		"Originally published by Reuters":       "original Reuters",
		"By Ina Holm, AP. Source: Karsk Herald": "original AP; original Karsk Herald",
	} {
		if got := told(Read(page("Dorn spoke.", line, "byline"))); got != want {
			t.Errorf("%q: %q, want %q", line, got, want)
		}
	}
}

// page is a report of two lines, the second furniture.
func page(body, line, reason string) *news.Report {
	at := len(body) + 1
	return &news.Report{Text: body + "\n" + line, Passages: []news.Passage{
		{Kind: news.Body, Span: news.Span{End: len(body)}},
		{Kind: news.Furniture, Reason: reason, Span: news.Span{Start: at, End: at + len(line)}},
	}}
}

func told(credits []Credit) string {
	var out []string
	for _, c := range credits {
		out = append(out, fmt.Sprintf("%s %s", c.Role, c.Name))
	}
	return strings.Join(out, "; ")
}
