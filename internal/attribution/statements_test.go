package attribution_test

import (
	"fmt"
	"io/fs"
	"strings"
	"testing"

	"parley/data"
	"parley/internal/attribution"
	"parley/internal/news"
	"parley/internal/token"
)

func rules(t testing.TB) *attribution.Rules {
	t.Helper()
	sub, err := fs.Sub(data.Attribution, "attribution")
	if err != nil {
		t.Fatal(err)
	}
	x, err := attribution.NewLexicon(sub)
	if err != nil {
		t.Fatal(err)
	}
	return &attribution.Rules{Lexicon: x}
}

// checkStatements holds texts against the statements that the rules find in them, one a line.
func checkStatements(t *testing.T, cases [][2]string) {
	t.Helper()
	f := rules(t)
	for _, c := range cases {
		r := parse(c[0])
		got := strings.Join(lines(r, attribution.Attribute(token.Parse(r), f.Lexicon, f)), "\n")
		if got != c[1] {
			t.Errorf("%s\ngot:\n%s\nwant:\n%s", c[0], got, c[1])
		}
	}
}

// parse makes a report of paragraphs. "# " starts a headline, "## " a standfirst,
// "> " a block quotation, "@ " a caption.
func parse(text string) *news.Report {
	r := &news.Report{ID: "r0", Text: text}
	pos := 0
	for _, l := range strings.SplitAfter(text, "\n\n") {
		p := strings.TrimRight(l, "\n")
		kind, skip := news.Body, 0
		for mark, k := range map[string]news.PassageKind{"# ": news.Headline, "## ": news.Standfirst, "> ": news.BlockQuote, "@ ": news.Caption} {
			if strings.HasPrefix(p, mark) {
				kind, skip = k, len(mark)
			}
		}
		if len(p) > skip {
			r.Passages = append(r.Passages, news.Passage{Kind: kind, Span: news.Span{Start: pos + skip, End: pos + len(p)}})
		}
		pos += len(l)
	}
	return r
}

// lines shows attributions as "source > cue > part // part | mode"; "^n" stands for
// the source of attribution n, "-" for none, and " in n" tells nesting.
func lines(r *news.Report, as []attribution.Attribution) []string {
	var out []string
	for _, a := range as {
		src, cue := "-", "-"
		if a.CarriedOn >= 0 {
			src = fmt.Sprintf("^%d", a.CarriedOn)
		}
		if !a.Source.IsZero() {
			src = r.Words(a.Source)
		}
		if !a.Cue.IsZero() {
			cue = r.Words(a.Cue)
		}
		var parts []string
		for _, c := range a.Content {
			parts = append(parts, r.Words(c))
		}
		l := fmt.Sprintf("%s > %s > %s | %s", src, cue, strings.Join(parts, " // "), a.Mode)
		if a.Within >= 0 {
			l += fmt.Sprintf(" in %d", a.Within)
		}
		out = append(out, l)
	}
	return out
}

// TestStatements holds one case or more for each rule of statements.md.
func TestStatements(t *testing.T) {
	f := rules(t)
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			r := parse(c.text)
			got := strings.Join(lines(r, attribution.Attribute(token.Parse(r), f.Lexicon, f)), "\n")
			if want := strings.Join(c.want, "\n"); got != want {
				t.Errorf("%s\ngot:\n%s\nwant:\n%s", c.text, got, want)
			}
		})
	}
}

var cases = []struct {
	name, text string
	want       []string
}{
	{"1 person, indirect", `Foreign Minister Ilse Varga said that the talks would resume in Port Sorrel.`,
		[]string{"Foreign Minister Ilse Varga > said > the talks would resume in Port Sorrel | indirect"}},
	{"1 document", `The report found that nine villages had been emptied.`,
		[]string{"The report > found > nine villages had been emptied | indirect"}},
	{"1 poll without that", `A recent poll found only a quarter of Valdorians trusted the mediators.`,
		[]string{"A recent poll > found > only a quarter of Valdorians trusted the mediators | indirect"}},
	{"2 wishes are none", `Varga wants the talks to resume. Dorn fears that they will fail.`, nil},
	{"2 belief told", `Mr Kell said he believes the plan has a “strong rationale”.`,
		[]string{"Mr Kell > said > he believes the plan has a “strong rationale” | mixed"}},
	{"2 reportedly and passive", `The envoy was reportedly told to leave. It was announced that the bridge is closed.`, nil},
	{"2 not said", `Officials have not said why the convoy was stopped. Varga declined to say whether she would travel.`, nil},
	{"4 noun phrases", `Varga confirmed the meeting and welcomed the talks. Kell pointed to his role.`, nil},
	{"5 infinitive", `Halden urged both sides to return to the table.`,
		[]string{"Halden > urged > to return to the table | indirect"}},
	{"5 called on", `The Continental Forum called on Merovia to withdraw its guns from the river.`,
		[]string{"The Continental Forum > called on > to withdraw its guns from the river | indirect"}},
	{"5 promise", `Soro promised to free the prisoners.`, []string{"Soro > promised > to free the prisoners | indirect"}},
	{"5 deny -ing", `Quinn has denied having any role in the deal.`,
		[]string{"Quinn > denied > having any role in the deal | indirect"}},
	{"5 object and complement", `Kell called the offer “a sham”.`, []string{"Kell > called > the offer “a sham” | mixed"}},
	{"5 describe as", `Lind described the ceasefire as a fragile first step.`,
		[]string{"Lind > described > the ceasefire as a fragile first step | indirect"}},
	{"5 wh-clause", `Okoro outlined how he hoped the corridor would reopen.`,
		[]string{"Okoro > outlined > how he hoped the corridor would reopen | indirect"}},
	{"6 addressee and that", `Reth told reporters on Tuesday that nobody had asked him.`,
		[]string{"Reth > told > nobody had asked him | indirect"}},
	{"6 aside", `Kell told reporters that several states were interested, although he declined to name any.`,
		[]string{"Kell > told > several states were interested | indirect"}},
	{"6 aside referring", `The minister stressed that any deal must end the blockade, referring to the river Lume.`,
		[]string{"The minister > stressed > any deal must end the blockade | indirect"}},
	{"6 lead", `However, the war could end this year, Dorn said.`,
		[]string{"Dorn > said > the war could end this year | indirect"}},
	{"7 mixed", `Varga added that Valdoria was “always ready to talk seriously,” but said Tavel was an unwilling party.`,
		[]string{"Varga > added > Valdoria was “always ready to talk seriously,” | mixed",
			"Varga > said > Tavel was an unwilling party | indirect"}},
	{"8 one cue", `Tann said that the army had pulled back and that the roads were open.`,
		[]string{"Tann > said > the army had pulled back and that the roads were open | indirect"}},
	{"8 participle", `Aune said the talks had failed, adding that she would try again.`,
		[]string{"Aune > said > the talks had failed | indirect", "Aune > adding > she would try again | indirect"}},
	{"8 by saying", `Kell reacted to the speech by saying that Merovia is ready for talks.`,
		[]string{"Kell > saying > Merovia is ready for talks | indirect"}},
	{"9 broken", `“We will come,” Varga said, “if the guns are silent.”`,
		[]string{"Varga > said > We will come, // if the guns are silent. | direct"}},
	{"9 new sentence", `“We will come,” Varga said. “The guns must be silent.”`,
		[]string{"Varga > said > We will come, | direct", "^0 > - > The guns must be silent. | direct"}},
	{"9 open over paragraphs", "Lind told the assembly: “The river belongs to both.\n\n“It must carry grain again.”",
		[]string{"Lind > told > The river belongs to both. // It must carry grain again. | direct"}},
	{"9 inverted", `“The calm is over,” said Goran Pilch, head of the Tesmar Council, after talks in Brenn.`,
		[]string{"Goran Pilch, head of the Tesmar Council > said > The calm is over, | direct"}},
	{"9 semicolon", `“They should come forward,” said Osk; “rumours take us nowhere.”`,
		[]string{"Osk > said > They should come forward, // rumours take us nowhere. | direct"}},
	{"10 paragraph of its own", "“We agree,” said Ambassador Holm.\n\n“These people represent our hopes. They will prove it.”",
		[]string{"Ambassador Holm > said > We agree, | direct", "^0 > - > These people represent our hopes. They will prove it. | direct"}},
	{"10 marks lost", "Soro said Merovia was open to talks.\n\nWe are ready, however, for a serious conversation. But this must be no pause.\n\nSoro added that the river must be open.",
		[]string{"Soro > said > Merovia was open to talks | indirect",
			"^0 > - > We are ready, however, for a serious conversation. But this must be no pause. | direct",
			"Soro > added > the river must be open | indirect"}},
	{"10 first person of the outlet", "Soro said Merovia was open to talks.\n\nWe asked the Amber House for a comment.\n\nKell agreed.",
		[]string{"Soro > said > Merovia was open to talks | indirect"}},
	{"9 indirect, broken", `This campaign, Reth said, is different.`, []string{"Reth > said > This campaign // is different | indirect"}},
	{"10 half-quoted", `Soro said Merovia was open to talks. However, these should be based “on the facts of the past year”.`,
		[]string{"Soro > said > Merovia was open to talks | indirect",
			"^0 > - > these should be based “on the facts of the past year” | mixed"}},
	{"11 nested", `“I had signals from leaders, who said: ‘We think Kell wants talks.’ And I refused,” Dorn told journalists.`,
		[]string{"Dorn > told > I had signals from leaders, who said: ‘We think Kell wants talks.’ And I refused, | direct",
			"leaders > said > We think Kell wants talks. | direct in 0"}},
	{"11 aide's statement", `Dorn has said he will travel, an aide has said.`,
		[]string{"an aide > said > Dorn has said he will travel | indirect", "Dorn > said > he will travel | indirect in 0"}},
	{"12 relay", `According to Union officials quoted by HBC, the shells are running out.`,
		[]string{"Union officials > According to > the shells are running out | indirect"}},
	{"12 one tells what another said", `Ilse Varga said that Adrian Kell had told her: "We will come."`,
		[]string{`Ilse Varga > said > Adrian Kell had told her: "We will come." | mixed`, "Adrian Kell > told > We will come. | direct in 0"}},
	{"12 outlet passes on", `According to the Karsk Courier, Paul Okoro, the head of the panel, said the flag had never changed.`,
		[]string{"Paul Okoro, the head of the panel > said > the flag had never changed | indirect"}},
	{"12 outlet for itself", `The agenda has not been announced, the "Courier" points out.`,
		[]string{"the \"Courier\" > points out > The agenda has not been announced | indirect"}},
	{"according to, at the end", `The bridge fell at dawn, according to the Amber House.`,
		[]string{"the Amber House > according to > The bridge fell at dawn | indirect"}},
	{"as X put it", `As Reth put it, the other side simply left the room.`,
		[]string{"Reth > put > the other side simply left the room | indirect"}},
	{"16 direct after that", `Brown said that “the conference will be attended by all.”`,
		[]string{"Brown > said > the conference will be attended by all. | direct"}},
	{"16 names are no words", `Welk said the newspaper “Union Herald” had closed.`,
		[]string{"Welk > said > the newspaper “Union Herald” had closed | indirect"}},
	{"headline colon", "# Kell: Talks with Valdoria by spring", []string{"Kell > - > Talks with Valdoria by spring | indirect"}},
	{"headline dash", "# Karsk’s terms ‘unrealistic’ – Stonegate", []string{"Stonegate > - > Karsk’s terms ‘unrealistic’ | mixed"}},
	{"headline says", "# Talks will resume soon, Varga says", []string{"Varga > says > Talks will resume soon | indirect"}},
	{"clause then cue, apposition", `The region will be annexed “in several years”, Znaur Aman, the speaker of the council, said.`,
		[]string{"Znaur Aman, the speaker of the council > said > The region will be annexed “in several years” | mixed"}},
	{"with X claiming", `Karsk left the talks soon after, with Dorn claiming that fresh evidence had left him no choice.`,
		[]string{"Dorn > claiming > fresh evidence had left him no choice | indirect"}},
	{"went on to claim", `He went on to claim that Tavel was arming.`, []string{"He > claim > Tavel was arming | indirect"}},
	{"scare quotes and titles", `The so-called “river pact” collapsed. The film “A Long War” opened on Friday.`, nil},
	{"block quotation", "Lind said:\n\n> The river belongs to both of us.\n\nHe left.",
		[]string{"Lind > said > The river belongs to both of us. | direct"}},
	{"pull quotation", "The talks went on.\n\n> We will be announcing new figures\n— Sigrid Aune\n\nNobody slept.",
		[]string{"Sigrid Aune > - > We will be announcing new figures | direct"}},
	{"pull quotation, credit without a dash", "The talks went on.\n\n> We will be announcing new figures.\n\n> Sigrid Aune, speech in Brenn\n\nNobody slept.",
		[]string{"Sigrid Aune > - > We will be announcing new figures. | direct"}},
	{"block quotation of nobody", "Lind said the river was wide.\n\n> The river belongs to both of us.\n\n> It must carry grain.\n\nNobody slept.",
		[]string{"Lind > said > the river was wide | indirect"}},
	{"interview", "The rain had stopped.\n\nCourier: Would you go to Port Sorrel?\n\nVarga: I would. That is the whole plan.\n\nCourier: And then?\n\nVarga: Then we would talk.",
		[]string{"Varga > - > I would. That is the whole plan. | direct", "Varga > - > Then we would talk. | direct"}},
	{"9 own doings go on", `Merovia denies firing on the harbour and suggests a barge blew up by itself.`,
		[]string{"Merovia > denies > firing on the harbour | indirect", "Merovia > suggests > a barge blew up by itself | indirect"}},
	{"nobody said it", `Neither side said that it was sorry.`, nil},
	{"two sources", `Merovia said the guns were silent but Valdorian officials insist that shells still fall.`,
		[]string{"Merovia > said > the guns were silent | indirect", "Valdorian officials > insist > shells still fall | indirect"}},
	{"who said", `Osk, who said the roads were open, left for Tavel.`, []string{"Osk > said > the roads were open | indirect"}},
}
