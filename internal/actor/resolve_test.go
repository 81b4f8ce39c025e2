package actor

import (
	"strings"
	"testing"

	"parley/internal/news"
)

func TestSpeakersByKindOfMention(t *testing.T) {
	d := worldDirectory(t)
	for _, c := range []struct {
		what, text string
		names      string // of all speakers, separated by "; "
	}{
		{"name with office", `⟦Valdorian Foreign Minister Ilse Varga⟧ said so.`, "Ilse Varga"},
		{"rank", `⟦General Viktor Aman⟧ said so.`, "Viktor Aman"},
		{"lower-case role before the name", `⟦team member Rosalind Noory⟧ said so.`, "Rosalind Noory"},
		{"apposition after", `⟦Emma Hornsby, spokeswoman for the Tesmar Council⟧, said so.`, "Emma Hornsby"},
		{"apposition after a possessor", `⟦the Valdorian team's coach, Ali Mehrab⟧, said so.`, "Ali Mehrab"},
		{"apposition before", `⟦the chairman of the Merovian joint chiefs, General Viktor Aman⟧, said so.`, "Viktor Aman"},
		{"office with of-phrase before the name", `⟦CEO of the Relief Council Evan Salmond⟧ said so.`, "Evan Salmond"},
		{"ambassador to a state", `⟦Haldeni Ambassador to the Continental Forum Hamid Mohaber⟧ said so.`, "Hamid Mohaber"},
		{"secretary of state", `⟦Secretary of State Walter Quinn⟧ said so.`, "Walter Quinn"},
		{"former office", `⟦former Merovian foreign minister Adrian Kell⟧ said so.`, "Adrian Kell"},
		{"academic titles", `⟦Emeritus Professor John Burford, the chairman of the panel⟧, said so.`, "John Burford"},
		{"particles", `⟦Klara von der Lohe⟧ left. ⟦von der Lohe⟧ said so. ⟦Faris bin Jamal⟧ spoke. Later ⟦bin Jamal⟧ added it.`, "Klara von der Lohe; Klara von der Lohe; Faris bin Jamal; Faris bin Jamal"},
		{"Arabic article", `⟦Omar al-Haddar⟧ said so. ⟦Al-Haddar⟧ added it.`, "Omar al-Haddar; Omar al-Haddar"},
		{"initials and suffix", `⟦Mark A. Millbrook⟧ said so. ⟦Millbrook⟧ added it. ⟦Robert Dale, Jr.⟧, laughed.`, "Mark A. Millbrook; Mark A. Millbrook; Robert Dale, Jr."},
		{"apostrophe, possessive", `⟦Conor O'Mara⟧ said so. In ⟦O'Mara's⟧ view it is late.`, "Conor O'Mara; Conor O'Mara"},
		{"party in brackets", `⟦Sen. Bertha Sandoz (I-Vt.)⟧ said so.`, "Bertha Sandoz"},
		{"family name first", `⟦Xu Jianping⟧ said so. ⟦Xu⟧ added it.`, "Xu Jianping; Xu Jianping"},
		{"other letters", `⟦Živko Šarić⟧ said so. ⟦Šarić⟧ added it.`, "Živko Šarić; Živko Šarić"},
		{"the directory's spelling", `⟦Merovian President Yelena Soro⟧ said so.`, "Elena Soro"},
		{"name of a body before the name", `⟦Meridian Press’s Nadia Ferro⟧ wrote it.`, "Nadia Ferro"},

		{"surname after the full name", `Ilse Varga left. ⟦Varga⟧ said so.`, "Ilse Varga"},
		{"surname before the full name", "# ⟦Sarne⟧: talks must resume\nJudge Mila Sarne spoke on Monday.", "Mila Sarne"},
		{"surname in a title-cased headline", "# ⟦Sarne⟧ Says The Talks Must Resume Soon\nJudge Mila Sarne spoke on Monday.", "Mila Sarne"},
		{"two of one surname by honorific", `Adrian Kell met Lena Kell. ⟦Mr Kell⟧ said so. ⟦Mrs Kell⟧ denied it.`, "Adrian Kell; Lena Kell"},
		{"two of one surname by nearness", `Adrian Kell spoke in Tavel. It rained. It rained. Lena Kell spoke in Karsk. ⟦Kell⟧ said so.`, "Lena Kell"},
		{"spelling in translation", `Emma Hornsby, spokeswoman for the council, spoke on Monday. ⟦Hornsbyova⟧ said so.`, "Emma Hornsby"},
		{"spelling by office", `⟦The chief negotiator of Valdoria, Jonas Ret⟧, spoke. ⟦Ret⟧ said so.`, "Jonas Reth; Jonas Reth"},
		{"surname alone of a leader", `On Monday ⟦Dorn⟧ said in Karsk so.`, "Marek Dorn"},
		{"surname alone without the leader's state", `On Monday ⟦Dorn⟧ said so. ⟦Mr Aune⟧ agreed.`, "Dorn; Aune"},
		{"a word in another spelling is no state", `On Monday ⟦Hallden⟧ said so. ⟦Bertram Hallden⟧ laughed.`, "Bertram Hallden; Bertram Hallden"},
		{"newspaper named after a role", `⟦The New Harbour Union Leader⟧ said so. ⟦The Brenn Advocate⟧ agreed. ⟦The Advocate⟧ too. ⟦The Majority Leader⟧ did not.`, "New Harbour Union Leader; Brenn Advocate; Brenn Advocate; Majority Leader"},
		{"office with capitals of an of-phrase before the name", `⟦BMWU Director of Harbour Affairs Lev Marn⟧ said so.`, "Lev Marn"},
		{"two roles with a hyphen", `⟦United Dock Workers Secretary-Treasurer Gary Castle⟧ said so. ⟦Castle⟧ added it.`, "Gary Castle; Gary Castle"},
		{"role with a hyphen before a surname", `⟦Liberal Pearl-winner Sarande⟧ spoke. Lena Sarande left. ⟦Sarande⟧ said so.`, "Lena Sarande; Lena Sarande"},
		{"double surname", `⟦Walter Baker-Judge⟧ said so.`, "Walter Baker-Judge"},
		{"noun that is a surname", `Judge Rowan Law spoke. "No," ⟦Law⟧ said.`, "Rowan Law"},

		{"he and she", `Marek Dorn met Elena Soro. ⟦He⟧ smiled. ⟦She⟧ said so.`, "Marek Dorn; Elena Soro"},
		{"who spoke before whom he spoke of", `⟦Petr Hollan⟧ said ⟨Marek Dorn was ready⟩. ⟦He⟧ added it.`, "Petr Hollan; Petr Hollan"},
		{"nobody is named in his own words", `Petr Hollan met Marek Dorn. ⟦He⟧ said ⟨Hollan was late⟩.`, "Marek Dorn"},
		{"subject before object", `Jonas Reth met Petr Hollan. ⟦He⟧ said so.`, "Jonas Reth"},
		{"gender by pronoun", `Quim Sarpo, who lost her shop, wept. Marek Dorn came. ⟦She⟧ said so.`, "Quim Sarpo"},
		{"gender by role", `The spokeswoman Quim Sarpo spoke after Marek Dorn. ⟦She⟧ said so.`, "Quim Sarpo"},
		{"it of a body", `The defence ministry issued a note. ⟦It⟧ said so.`, "defence ministry"},
		{"it of a state", `Merovia has not replied. ⟦It⟧ denied the charge.`, "Merovia"},
		{"a party's people are no person", `⟦Petr Hollan⟧ spoke. Brennport Democrats left. Later ⟦he⟧ said so. ⟦They⟧ agreed.`, "Petr Hollan; Petr Hollan; Brennport Democrats"},
		{"who is asked before who is asked about", `⟦Ilse Varga⟧ said so. Asked about Elena Soro, ⟦she⟧ said so. Asked whether Lena Kell was late, ⟦she⟧ said no.`, "Ilse Varga; Ilse Varga; Ilse Varga"},
		{"a caption beside the text", "⟦Ilse Varga⟧ said so.\n~ Elena Soro waves. Soro waves.\n⟦She⟧ added it.", "Ilse Varga; Ilse Varga"},
		{"as he said of himself", `⟦Petr Hollan⟧ believes that ⟨Marek Dorn is ready, as ⟦he⟧ said⟩.`, "Petr Hollan; Petr Hollan"},
		{"they of a group", `Haldeni officials met Marek Dorn. ⟦They⟧ said so.`, "Haldeni officials"},
		{"who", `Marek Dorn met Haldeni diplomats, ⟦who⟧ said so.`, "Haldeni diplomats"},
		{"who behind an of-phrase", `The head of the Relief Council, ⟦who⟧ said so, left.`, "head of the Relief Council"},
		{"which", `The Relief Council, ⟦which⟧ denied it, is small.`, "Relief Council"},
		{"a pronoun before its name", `In ⟦her⟧ statement, Elena Soro denied it.`, "Elena Soro"},
		{"an unnamed person's pronoun", `⟦A harbour pilot⟧ said so. ⟦He⟧ added it.`, "harbour pilot; harbour pilot"},

		{"role of one named with it", `Foreign Minister Ilse Varga came. ⟦The minister⟧ said so.`, "Ilse Varga"},
		{"role by the report's words", `Lev Marn, a surgeon, came with Marek Dorn. ⟦The surgeon⟧ said so.`, "Lev Marn"},
		{"diplomat of a state", `Ilse Varga met Elena Soro. ⟦The Valdorian diplomat⟧ said so.`, "Ilse Varga"},
		{"leader of a state", `Ilse Varga met Marek Dorn. ⟦The Valdorian leader⟧ said so.`, "Marek Dorn"},
		{"role in a headline", "# ⟦Forum chief⟧ warns rivals\nPaul Okoro spoke in Port Sorrel.", "Paul Okoro"},
		{"holder on the day", `⟦The Merovian foreign minister⟧ said so.`, "Bela Torn"},
		{"holder by possessor", `⟦Merovia's foreign minister⟧ said so.`, "Bela Torn"},
		{"unresolved role", `⟦The Ostland spokesman⟧ said so.`, "Ostland spokesman"},
		{"unnamed, then definite", `⟦A Haldeni diplomat⟧ said so. ⟦The diplomat⟧ added it.`, "Haldeni diplomat; Haldeni diplomat"},
		{"former holder is not the holder", `⟦The former Merovian foreign minister⟧ said so.`, "former Merovian foreign minister"},
		{"deputy is not the minister", `Ilse Varga left. ⟦A deputy foreign minister⟧ said so.`, "deputy foreign minister"},

		{"vice president is not the president", `President Marek Dorn met Vice President Lev Marn. ⟦The vice president⟧ said so. ⟦The president⟧ agreed.`, "Lev Marn; Marek Dorn"},
		{"party before the role", `⟦The Socialist parliamentary candidate⟧ said so.`, "Socialist parliamentary candidate"},
		{"a source between commas is no apposition", `Lena Kell, ⟦a top aide⟧ said, is confident.`, "top aide"},

		{"state", `⟦Merovia⟧ said so.`, "Merovia"},
		{"capital and seat", `⟦Tavel⟧ said so. ⟦The Amber House⟧ denied it.`, "Merovia; Valdoria"},
		{"side", `⟦The Merovian side⟧ said so.`, "Merovia"},
		{"ministry is no state", `⟦The Merovian defence ministry⟧ said so.`, "Merovian defence ministry"},
		{"officials", `⟦Merovian officials quoted by HBC⟧ said so.`, "Merovian officials"},
		{"both", `⟦Both sides⟧ said so.`, "sides"},
		{"joined", `⟦Varga and Okoro⟧ said so.`, "Varga and Okoro"},
		{"joined groups", `⟦Haldeni and Merovian officials⟧ said so.`, "Haldeni and Merovian officials"},
		{"of-phrase", `⟦Families of the missing sailors in Brenn⟧ said so.`, "families of the missing sailors"},
		{"indefinite", `⟦Some of them⟧ said so. ⟦Many⟧ agreed.`, "some of them; Many"},
		{"document", `⟦A leaked internal letter seen by HBC⟧ says so. ⟦The letter⟧ adds it.`, "leaked internal letter; leaked internal letter"},
		{"poll", `⟦A recent poll⟧ found it.`, "recent poll"},
		{"document by a person", `According to ⟦revelations by Jonas Reth, Valdoria's top negotiator⟧, so it is.`, "Jonas Reth"},
		{"newspaper with its article", `Yes. ⟦The Guardian⟧ wrote so.`, "The Guardian"},
		{"newspaper in marks", `⟦The "Herald"⟧ points out so.`, "Herald"},
		{"short form of a body", `The Relief Council met. ⟦The Council⟧ said so.`, "Relief Council"},
		{"initials of a body with a purpose", `The Valley Network for Harbour Safety spoke. ⟦VNHS⟧ said so.`, "Valley Network for Harbour Safety"},
		{"initials of a body", `⟦The Organisation of Coastal Unity⟧ said so. ⟦The OCU⟧ added it. The Shipping and Trade Commission met. ⟦The STC⟧ agreed. ⟦The XYZ⟧ did not.`, "Organisation of Coastal Unity; Organisation of Coastal Unity; Shipping and Trade Commission; XYZ"},
		{"a share of things is not they", `⟦Dealers⟧ said so. They got back some of their losses. But ⟦they⟧ said so.`, "dealers; dealers"},
		{"the official of another body", `Bela Torn, a diplomat, left. ⟦An official at Quorvan Securities⟧ said so. Torn came. ⟦The Quorvan official⟧ agreed.`, "Quorvan official; Quorvan official"},
		{"adverb before a participle", `⟦Another highly placed source⟧ said so.`, "another highly placed source"},
		{"an adjective behind its noun", `according to ⟦individuals familiar with the case⟧.`, "individuals"},
		{"seat of government opens the sentence", `⟦Stonegate officials⟧ said so.`, "Stonegate officials"},
		{"leader of the state that owns the name", `Merovia's Quentin Dabar spoke on Monday. ⟦The Merovian leader⟧ said so. ⟦The Valdorian leader⟧ did not.`, "Quentin Dabar; Marek Dorn"},
		{"an adverb before the source", `⟦Likewise, Varga and Okoro⟧ said so. ⟦Finally, Lena Kell⟧ agreed.`, "Varga and Okoro; Lena Kell"},
		{"a titled name and a verb", `Lev Marn left. ⟦Mr Marn welcomes⟧ it.`, "Lev Marn"},
		{"short form and initials of a company", `⟦Ardan Inc.⟧ said so. ⟦Ardan⟧ added it. Coastal Motors Corp. will cut jobs. ⟦CM⟧ said so.`, "Ardan Inc.; Ardan Inc.; Coastal Motors Corp."},
		{"a king of another's surname", `Adil Hassan met ⟦King Hassan⟧. ⟦Hassan⟧ left.`, "King Hassan; Adil Hassan"},
		{"the sources that spoke last", `⟦Trade sources⟧ said so. ⟦Harbour sources⟧ denied it. ⟦The sources⟧ said no.`, "trade sources; harbour sources; harbour sources"},
		{"the high court", `The Supreme Court met. ⟦The high court⟧ said so.`, "Supreme Court"},
		{"the newspaper", `⟦The Brenn Gazette⟧ said so. The Lorn Foundation spoke. ⟦The newspaper⟧ added it. ⟦The group⟧ agreed.`, "Brenn Gazette; Brenn Gazette; Lorn Foundation"},
		{"the company", `⟦Ardan⟧ said it will cut jobs. ⟦The carmaker⟧ added it.`, "Ardan; Ardan"},
		{"the company of another kind", `⟦The Brenn Gazette⟧ said so. ⟦The company⟧ agreed.`, "Brenn Gazette; company"},
		{"a town is no company", `Ardan is calm. It rained in Ardan. ⟦The company⟧ said so.`, "company"},
		{"too far off", `⟦The Brenn Gazette⟧ said so. It rained. It rained. It rained. It rained. It rained. ⟦The newspaper⟧ added it.`, "Brenn Gazette; newspaper"},
		{"body with of-phrase", `The Chamber of Commerce, ⟦which⟧ said so, met.`, "Chamber of Commerce"},
	} {
		t.Run(c.what, func(t *testing.T) {
			m := readMarked(c.text)
			var got []string
			for _, r := range d.Resolve(m.doc, m.sources) {
				got = append(got, r.Speaker.Name)
			}
			if g := strings.Join(got, "; "); !strings.EqualFold(g, c.names) {
				t.Errorf("%s\n got %q\nwant %q", c.text, g, c.names)
			}
		})
	}
}

func TestHowAndWhatElseIsKnown(t *testing.T) {
	d := worldDirectory(t)
	m := readMarked(`⟦Valdorian Foreign Minister Ilse Varga⟧ said so. ⟦She⟧ added it. ⟦Tavel⟧ denied it. ⟦Merovian officials⟧ agreed. ⟦Haldeni envoy Oskar Linde⟧ did not.`)
	got := d.Resolve(m.doc, m.sources)
	for i, want := range []news.Speaker{
		{ID: "person:ilse-varga", Kind: news.Person, By: ByName, Role: "foreign minister of Valdoria", Side: &news.Ref{Name: "Valdoria"}},
		{ID: "person:ilse-varga", Kind: news.Person, By: ByCoreference, Role: "foreign minister of Valdoria", Side: &news.Ref{Name: "Valdoria"}},
		{ID: "state:merovia", Kind: news.State, By: ByMetonym, Side: &news.Ref{Name: "Merovia"}},
		{ID: "", Kind: news.Group, By: ByPhrase, Anonymous: true, Side: &news.Ref{Name: "Merovia"}},
		{ID: "local:" + m.doc.Report.ID + ":oskar-linde", Kind: news.Person, By: ByName, Role: "Haldeni envoy", Side: &news.Ref{Name: "Halden"}},
	} {
		s := got[i].Speaker
		if s.ID != want.ID || s.Kind != want.Kind || s.By != want.By || s.Role != want.Role || s.Anonymous != want.Anonymous {
			t.Errorf("speaker %d: got %+v\nwant %+v", i, s, want)
		}
		if s.Side == nil || s.Side.Name != want.Side.Name {
			t.Errorf("speaker %d: side %v, want %v", i, s.Side, want.Side)
		}
		if s.Confidence <= 0 || s.Confidence > 1 || s.Mention != m.sources[i].Mention {
			t.Errorf("speaker %d: confidence %v, mention %v", i, s.Confidence, s.Mention)
		}
	}
	var trail []string
	for _, sp := range got[1].Speaker.Trail {
		trail = append(trail, m.doc.Report.Words(sp))
	}
	if g, w := strings.Join(trail, " ← "), "She ← Valdorian Foreign Minister Ilse Varga"; g != w {
		t.Errorf("trail %q, want %q", g, w)
	}
}

func TestCarriedOnAndQuoted(t *testing.T) {
	d := worldDirectory(t)
	m := readMarked(`“⟨We wrote to the leaders, and ⟦I⟧ said: come⟩,” said ⟦Paul Okoro⟧.`)
	m.sources[1].Content = m.sources[0].Content
	m.sources[0].Content, m.sources[0].Within = nil, 1
	m.sources = append(m.sources, Source{CarriedOn: 1, Within: -1}, Source{CarriedOn: -1, Within: -1})
	got := d.Resolve(m.doc, m.sources)
	for i, want := range []struct{ name, by string }{{"Paul Okoro", BySpeaker}, {"Paul Okoro", ByName}, {"Paul Okoro", ByCarriedOn}, {"", ByNone}} {
		if s := got[i].Speaker; s.Name != want.name || s.By != want.by {
			t.Errorf("speaker %d is %q by %q, want %q by %q", i, s.Name, s.By, want.name, want.by)
		}
	}
	if got[3].Speaker.Reason == "" {
		t.Error("a speaker without name has no reason")
	}
}

func TestCircleOfCarriedOnEnds(t *testing.T) {
	d := worldDirectory(t)
	m := readMarked("Nothing.")
	got := d.Resolve(m.doc, []Source{{CarriedOn: 1, Within: -1}, {CarriedOn: 0, Within: -1}, {CarriedOn: 2, Within: -1}, {CarriedOn: 9, Within: -1}})
	for i, r := range got {
		if r.Speaker.Name != "" || r.Speaker.Reason == "" {
			t.Errorf("speaker %d: %+v", i, r.Speaker)
		}
	}
}

func TestPronounWithoutAntecedentStaysUnknown(t *testing.T) {
	d := worldDirectory(t)
	m := readMarked("It rained. ⟦She⟧ said so.")
	s := d.Resolve(m.doc, m.sources)[0].Speaker
	if s.Name != "" || s.By != ByNone || s.Reason == "" {
		t.Errorf("got %+v", s)
	}
}

func TestAddressee(t *testing.T) {
	d := worldDirectory(t)
	m := readMarked("⟦Ilse Varga⟧ told ⟦the Haldeni prime minister⟧ so, and ⟦she⟧ told ⟦reporters⟧ so.")
	m.sources[0].Addressee, m.sources[2].Addressee = m.sources[1].Mention, m.sources[3].Mention
	got := d.Resolve(m.doc, []Source{m.sources[0], m.sources[2]})
	if a := got[0].Addressee; a == nil || a.Name != "Sigrid Aune" || a.ID != "person:sigrid-aune" {
		t.Errorf("addressee %+v", a)
	}
	if a := got[1].Addressee; a == nil || a.Name != "reporters" || a.ID != "" {
		t.Errorf("addressee %+v", a)
	}
}
