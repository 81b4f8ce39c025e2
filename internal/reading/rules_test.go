package reading_test

import (
	"fmt"
	"strings"
	"testing"

	"parley"
	"parley/internal/record"
)

// shown is a statement in a line: speaker (with * where the directory knows him), his
// kind, content, mode, then day, chain and nesting where there are any.
func shown(s *record.Statement) string {
	var b strings.Builder
	b.WriteString(s.Speaker.Name)
	if s.Speaker.ID != "" && !strings.HasPrefix(s.Speaker.ID, "local:") {
		b.WriteByte('*')
	}
	fmt.Fprintf(&b, " (%s):", s.Speaker.Kind)
	for _, c := range s.Content {
		b.WriteString(" [" + c.Text + "]")
	}
	fmt.Fprintf(&b, " %s", s.Mode)
	if s.SaidOn != nil {
		b.WriteString(" on " + s.SaidOn.From)
		if s.SaidOn.To != s.SaidOn.From {
			b.WriteString("…" + s.SaidOn.To)
		}
	}
	for _, l := range s.Chain {
		fmt.Fprintf(&b, ", %s %s", l.Kind, l.Name)
	}
	if s.Within != "" {
		b.WriteString(", nested")
	}
	return b.String()
}

// report is a saved page of Thursday, 20 November 2031, with a paragraph that says what
// a case is about.
func report(words string) []byte {
	return []byte("Talks in Port Sorrel\n\n20 Nov, 2031 10:37\n\n" + words + "\n\nThe river was quiet for most of the day, and the ferries to Karsk went on as they had all week.\n")
}

// TestRules reads pages to their end for rules 12 to 17 of statements.md, each of which
// needs more than one stage, by the rules alone and by the full reader. Rules 1 to 11 and 16
// are attribution's alone and tested there.
func TestRules(t *testing.T) {
	byRules, byFull := newReader(t, rules), newReader(t, full)
	for _, c := range []struct {
		rule  string
		words string
		want  []string
	}{
		{"12 an outlet passes words on", `Marek Dorn said the talks would resume, Meridian Press reported.`, []string{
			`Marek Dorn* (person): [the talks would resume] indirect, quoted by Meridian Press`,
		}},
		{"12 quoted by", `"We are ready," Merovian officials quoted by HBC News said on Monday.`, []string{
			`Merovian officials (group): [We are ready,] direct on 2031-11-17, quoted by HBC News`,
		}},
		{"12 quoted as saying by", `Marek Dorn was quoted as saying by HBC News that the talks would resume.`, []string{
			`Marek Dorn* (person): [the talks would resume] indirect, quoted by HBC News`,
		}},
		{"12 citing", `Meridian Press, citing two Merovian officials, reported that the army would withdraw.`, []string{
			`two Merovian officials (group): [the army would withdraw] indirect, quoted by Meridian Press`,
		}},
		{"12 an interview, by way of an outlet", `"No one asked us," Marek Dorn said in an interview with Lume24, according to the Tavel Morning Post. He added that he was tired.`, []string{
			`Marek Dorn* (person): [No one asked us,] direct, interview Lume24, quoted by Tavel Morning Post`,
			`Marek Dorn* (person): [he was tired] indirect, interview Lume24`,
		}},
		{"12 how an occasion's words came out", `Marek Dorn said in an interview published by Meridian Press that the talks would resume.`, []string{
			`Marek Dorn* (person): [the talks would resume] indirect, quoted by Meridian Press`,
		}},
		{"12 who leads an interview", `In a conversation with Merovian journalist Ina Holm, Marek Dorn said the talks would resume.`, []string{
			`Marek Dorn* (person): [the talks would resume] indirect, interview Ina Holm`,
		}},
		{"12 an interviewer without a name", `In an interview with a Karsk radio station, Marek Dorn said the talks would resume.`, []string{
			`Marek Dorn* (person): [the talks would resume] indirect, interview Karsk radio station`,
		}},
		{"12 the agency of the dateline", "KARSK, Nov 20 (Meridian Press) - Marek Dorn said the talks would resume.", []string{
			`Marek Dorn* (person): [the talks would resume] indirect, quoted by Meridian Press`,
		}},
		{"12 for itself", `The Tavel Morning Post points out that the bridge was never rebuilt.`, []string{
			`Tavel Morning Post* (organisation): [the bridge was never rebuilt] indirect`,
		}},
		{"12 one tells what another said", `Ilse Varga said that Adrian Kell had promised that he would come.`, []string{
			`Ilse Varga* (person): [Adrian Kell had promised that he would come] indirect`,
			`Adrian Kell* (person): [he would come] indirect, nested`,
		}},
		{"13 persons and states", `Foreign Minister Ilse Varga said the talks had failed. Stonegate said that Valdoria was to blame. The Merovian side denied having left.`, []string{
			`Ilse Varga* (person): [the talks had failed] indirect`,
			`Merovia* (state): [Valdoria was to blame] indirect`,
			`Merovia* (state): [having left] indirect`,
		}},
		{"14 as printed", `Both Haldeni officials said the road was open. The Valdorian Defence Ministry said it was not. Recent reports say that the bridge fell.`, []string{
			`Haldeni officials (group): [the road was open] indirect`,
			`Valdorian Defence Ministry (organisation): [it was not] indirect`,
			`recent reports (document): [the bridge fell] indirect`,
		}},
		{"15 a role that cannot be resolved", `The harbour spokesman said the ferries would stay.`, []string{
			`harbour spokesman (person): [the ferries would stay] indirect`,
		}},
		{"16 modes", `Ilse Varga said that "we want peace". Marek Dorn said the so-called "Accord" was dead. Adrian Kell said it was "a stage, not a table".`, []string{
			`Ilse Varga* (person): [we want peace] direct`,
			`Marek Dorn* (person): [the so-called "Accord" was dead] indirect`,
			`Adrian Kell* (person): [it was "a stage, not a table"] mixed`,
		}},
		{"17 days", `Ilse Varga said on Tuesday that the talks had failed, adding that she was tired. Last week Marek Dorn said the road was open. In October Adrian Kell said it was closed. Earlier this month Elena Soro said it would stay so.`, []string{
			`Ilse Varga* (person): [the talks had failed] indirect on 2031-11-18`,
			`Ilse Varga* (person): [she was tired] indirect on 2031-11-18`,
			`Marek Dorn* (person): [the road was open] indirect on 2031-11-10…2031-11-16`,
			`Adrian Kell* (person): [it was closed] indirect on 2031-10-01…2031-10-31`,
			`Elena Soro* (person): [it would stay so] indirect on 2031-11-01…2031-11-20`,
		}},
		{"17 a named occasion", `At a press conference on Monday, Ilse Varga said the talks had failed. "We waited," she said.`, []string{
			`Ilse Varga* (person): [the talks had failed] indirect on 2031-11-17`,
			`Ilse Varga* (person): [We waited,] direct on 2031-11-17`,
		}},
	} {
		t.Run(c.rule, func(t *testing.T) {
			reads(t, byRules, c.words, c.want)
			reads(t, byFull, c.words, c.want)
		})
	}
}

func reads(t *testing.T, r *parley.Reader, words string, want []string) {
	t.Helper()
	rd, err := r.Read("page.txt", report(words))
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for i := range rd.Statements {
		got = append(got, shown(&rd.Statements[i]))
	}
	if g, w := strings.Join(got, "\n"), strings.Join(want, "\n"); g != w {
		t.Errorf("%s: %s\n got\n%s\nwant\n%s", r.Version(), words, g, w)
	}
}

// TestFileAndAddress: rules 18 and 19. The file is the path exactly as given, the
// address the page's own and never one met in furniture, and every part of a content has
// its words.
func TestFileAndAddress(t *testing.T) {
	r := newReader(t, full)
	const words = `<p>Ilse Varga said on Monday that the talks had failed, and that she would not go to Port Sorrel again.</p>`
	const elsewhere = `<nav><a href="https://lume24.example/other">https://lume24.example/other</a></nav>`
	for _, c := range []struct{ file, page, uri string }{
		{"./a/../b.html", `<html><head><link rel="canonical" href="https://courier.example/talks"></head><body>` + elsewhere + words, "https://courier.example/talks"},
		{"b.html", `<html><body>` + elsewhere + words, ""},
		{"c.txt", "Talks fail\n\nRead more: https://lume24.example/other\n\nIlse Varga said on Monday that the talks had failed.\n", ""},
	} {
		rd, err := r.Read(c.file, []byte(c.page))
		if err != nil {
			t.Fatal(err)
		}
		if len(rd.Statements) == 0 {
			t.Errorf("%s: no statement", c.file)
		}
		for _, s := range rd.Statements {
			if s.Report.File != c.file || s.Report.URI != c.uri {
				t.Errorf("%s: file %q, address %q", c.file, s.Report.File, s.Report.URI)
			}
			for _, part := range s.Content {
				if part.Text == "" {
					t.Errorf("%s: content %d-%d has no words", c.file, part.Start, part.End)
				}
			}
		}
	}
}
