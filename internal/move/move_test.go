package move

import (
	"strings"
	"testing"
	"unicode/utf8"

	"parley/data"
	"parley/internal/dossier"
	"parley/internal/news"
	"parley/internal/token"
)

var tesmar = &dossier.File{
	Key:     "tesmar",
	Parties: []dossier.Party{{Name: "Valdoria", Kind: "party", Members: []string{"Marek Dorn"}}, {Name: "Merovia", Kind: "party", Members: []string{"Elena Soro"}}},
	Issues: []dossier.Issue{{Key: "talks", Words: map[string][]string{
		"topic": {"talks", "peace talks", "negotiation", "negotiations", "dialogue", "negotiated settlement", "peace process", "negotiating table", "serious conversation"},
		"verb":  {"negotiate", "negotiating", "talk to", "sit down with"},
	}}},
}

var words = map[string]string{
	"Valdoria": "Valdoria", "Valdorian": "Valdoria", "Karsk": "Valdoria", "Amber House": "Valdoria",
	"Merovia": "Merovia", "Merovian": "Merovia", "Tavel": "Merovia", "Stonegate": "Merovia",
	"Halden": "Halden", "Port Sorrel": "Halden", "Haldeni": "Halden", "Ostland Union": "Ostland Union",
}

func parties(w string) (news.Ref, bool) {
	name, ok := words[w]
	return news.Ref{ID: "state:" + strings.ToLower(name), Name: name}, ok
}

func mover(t testing.TB) *Mover {
	t.Helper()
	m, err := New(data.Move, tesmar, parties)
	if err != nil {
		t.Fatal(err)
	}
	return m
}

// view makes a statement by a side of a text; the content is what stands between
// "[" and "]", or all of it.
func view(side, text string) (*token.Doc, View) {
	var v View
	var b strings.Builder
	start := 0
	for i := range len(text) {
		switch text[i] {
		case '[':
			start = b.Len()
		case ']':
			v.Content = append(v.Content, news.Span{Start: start, End: b.Len()})
		default:
			b.WriteByte(text[i])
		}
	}
	if len(v.Content) == 0 {
		v.Content = []news.Span{{Start: 0, End: b.Len()}}
	}
	v.Mode = news.Indirect
	if side != "" {
		ref, _ := parties(side)
		v.Side = &ref
	}
	r := &news.Report{ID: "r1", Text: b.String(), Passages: []news.Passage{{Kind: news.Body, Span: news.Span{End: b.Len()}}}}
	return token.Parse(r), v
}

// describe is "Holder stance: condition / condition", "" for no move.
func describe(mv *news.Move, text string) string {
	if mv == nil {
		return ""
	}
	s := mv.Holder.Name + " " + string(mv.Stance)
	for i, c := range mv.Conditions {
		s += map[bool]string{true: ": ", false: " / "}[i == 0] + c.In(text)
	}
	return s
}

func TestOf(t *testing.T) {
	m := mover(t)
	for _, c := range []struct{ side, text, want string }{
		// ready, wants, offers
		{"Merovia", "Stonegate was ready for dialogue", "Merovia for"},
		{"Merovia", "Tavel was open to talks", "Merovia for"},
		{"Merovia", "it remains open to meaningful peace talks", "Merovia for"},
		{"Merovia", "Merovia was “always ready to hold a serious conversation,”", "Merovia for"},
		{"Merovia", "We are, however, ready for a serious conversation, and we want peace", "Merovia for"},
		{"Valdoria", "We will negotiate", "Valdoria for"},
		{"Valdoria", "Karsk would never talk to Stonegate", "Valdoria against"},
		{"Valdoria", "to resume talks", "Valdoria for"},
		{"Valdoria", "Merovia must return to the negotiating table", "Valdoria for"},
		{"Merovia", "In the new year, Merovia will start negotiations with Haldeni envoys about grain, including the ban on ships", "Merovia for"},
		{"Merovia", "the negotiations will start \"at the very beginning of next year\"", "Merovia for"},
		{"Merovia", "similar negotiations will be held with Halden", "Merovia for"},
		{"Merovia", "negotiations on the grain corridor it wants from the Forum will begin soon", "Merovia for"},
		{"Halden", "the readiness of Halden to open talks through several channels", "Halden for"},
		{"Halden", "winter could provide an opportunity to begin talks with Merovia", "Halden for"},
		{"Halden", "the time for talks had come", "Halden for"},
		// about another party
		{"Valdoria", "Tavel was calling for dialogue, “which it rejected itself by starting a war”", "Merovia for"},
		{"Merovia", "Karsk was an unwilling party", "Valdoria against"},
		{"Merovia", "the speech by the president “absolutely confirms” the unwillingness of Karsk to look for a settlement of the conflict through negotiations", "Valdoria against"},
		{"Merovia", "Dorn had refused to negotiate", "Valdoria against"},
		{"", "Merovian President Elena Soro wants direct negotiations", "Merovia for"},
		{"Merovia", "Merovia is ready for talks, unlike Valdoria, which puts forward “absurd” terms for dialogue", "Merovia for"},
		{"", "Greywater has been pushing Karsk to drop its rejection of the peace process", ""},
		{"", "Port Sorrel has been pushing Karsk to drop its rejection of the peace process", "Halden for"},
		{"Merovia", "several Plains countries were increasingly interested in a negotiated settlement", ""},
		{"Halden", "the envoy \"indicated the readiness of the Ostland Union to act diplomatically through several channels\"", "Ostland Union for"},
		{"Halden", "peace could be achieved only through dialogue", "Halden for"},
		{"Halden", "the door remains open", "Halden for"},
		{"Halden", "the two sides had agreed to continue talks", "Halden for"},
		{"Merovia", "Merovia is not against talks", "Merovia for"},
		// against
		{"Merovia", "now is not the time for talks", "Merovia against"},
		{"Merovia", "Valdoria rejected Merovia's offer of talks", "Valdoria against"},
		{"Merovia", "There can be no talks with Dorn", "Merovia against"},
		{"Halden", "Valdoria is not serious about talks", "Valdoria against"},
		{"Halden", "Valdoria has repeatedly refused to come to the negotiating table", "Valdoria against"},
		{"Merovia", "We reject negotiations", "Merovia against"},
		{"Merovia", "Merovia was not ready for talks", "Merovia against"},
		{"Merovia", "there will be no talks", "Merovia against"},
		{"Merovia", "it has no interest in further dialogue", "Merovia against"},
		{"Merovia", "talks with Valdoria are pointless", "Merovia against"},
		{"Merovia", "there was no point in talks", "Merovia against"},
		{"Merovia", "It would be “ridiculous” to negotiate now", "Merovia against"},
		{"Merovia", "we do not negotiate", "Merovia against"},
		{"Merovia", "talks cannot take place", "Merovia against"},
		{"Merovia", "Valdoria had forbidden any talks", "Valdoria against"},
		{"Merovia", "Merovia ruled out negotiations", "Merovia against"},
		{"Valdoria", "There would be no talks ‘for as long as we are digging’", "Valdoria conditional: for as long as we are digging"},
		{"Valdoria", "They refuse to negotiate", "Merovia against"},
		{"Merovia", "That does not mean that we are ready for talks", "Merovia against"},
		{"Merovia", "The continuation of the dialogue with Valdoria is possible even now, if it is called by another name", "Merovia conditional: if it is called by another name"},
		// signs that cancel
		{"Merovia", "We have never rejected negotiations and this question should not be put to us", "Merovia for"},
		{"Merovia", "Merovia does not rule out talks", "Merovia for"},
		{"Merovia", "Merovia had not refused to hold talks", "Merovia for"},
		// conditions
		{"Merovia", "Stonegate was ready for dialogue as long as they respected its core interests", "Merovia conditional: as long as they respected its core interests"},
		{"Valdoria", "he would agree to negotiations with Merovia if they are held in a “public format”", "Valdoria conditional: if they are held in a “public format”"},
		{"Merovia", "But we always stated that if somebody has an interest in a negotiated settlement, we are ready to listen", "Merovia conditional: if somebody has an interest in a negotiated settlement"},
		{"Merovia", "any talks must take into account “Merovia's lawful interests” and must mean “an end to the siege,”", "Merovia conditional: must take into account “Merovia's lawful interests” and must mean “an end to the siege,”"},
		{"Halden", "any dialogue must be based on trust and address our concerns", "Halden conditional: must be based on trust and address our concerns"},
		{"Merovia", "Negotiations should be based on facts rather than some “wishes,”", "Merovia conditional: should be based on facts rather than some “wishes,”"},
		{"Merovia", "Merovia remained ready for talks with Valdoria, but in order for them to take place, President Marek Dorn must revoke his decree that forbids him from negotiating with Tavel",
			"Merovia conditional: in order for them to take place, President Marek Dorn must revoke his decree that forbids him from negotiating with Tavel"},
		{"Merovia", "Tavel was open to talks. [However, these should not be built on “wishes” but on facts.]", "Merovia conditional: should not be built on “wishes” but on facts"},
		{"Merovia", "[Merovia is ready for talks] on Tesmar, he said, [provided that the siege ends]", "Merovia conditional: provided that the siege ends"},
		{"Valdoria", "there will be no talks until the last soldier has left", "Valdoria conditional: until the last soldier has left"},
		{"Valdoria", "Valdoria is ready for talks without preconditions", "Valdoria for"},
		{"Valdoria", "Valdoria is willing to negotiate, but Merovia must first return the prisoners", "Valdoria conditional: Merovia must first return the prisoners"},
		{"Valdoria", "Talks can begin once the guns are silent", "Valdoria conditional: once the guns are silent"},
		{"Valdoria", "The shelling must end before talks can begin", "Valdoria conditional: The shelling must end"},
		{"Valdoria", "the precondition for talks is the end of the siege", "Valdoria conditional: the end of the siege"},
		{"Valdoria", "talks would be possible only after the guns fall silent", "Valdoria conditional: only after the guns fall silent"},
		{"Valdoria", "talks can only begin once the guns are silent", "Valdoria conditional: can only begin once the guns are silent"},
		// unclear
		{"Merovia", "he doubted Karsk's willingness to negotiate", "Valdoria unclear"},
		{"Merovia", "Tavel is not asking for negotiations to win time", "Merovia unclear"},
		{"Merovia", "We never asked for any negotiations", "Merovia unclear"},
		{"Merovia", "Merovia does not want the talks to drag on", "Merovia unclear"},
		{"Merovia", "Merovia does not want the talks to become a market", "Merovia unclear"},
		{"Merovia", "Allegations that Merovia is seeking peace talks as a ploy are false", "Merovia unclear"},
		// no move
		{"Merovia", "the two sides had essentially reached a deal after talks in Port Sorrel in April", ""},
		{"Merovia", "the Valdorian delegation had agreed with some terms during the talks in Halden, but then reneged on the deal", ""},
		{"Valdoria", "a minister played a part in the failure of the talks", ""},
		{"Valdoria", "having any role in derailing the peace talks", ""},
		{"Merovia", "several leaders had approached him about the possibility of talks to end the conflict", ""},
		{"Merovia", "Merovia was manipulating the negotiations issue", ""},
		{"Merovia", "the army refused to retreat", ""},
		{"Merovia", "We don't want war", ""},
		{"", "we are ready for talks", ""},
		{"Valdoria", "he does not want to have any “backstage contact” with Merovia", ""},
	} {
		doc, v := view(c.side, c.text)
		if strings.HasPrefix(c.text, "We ") || strings.HasPrefix(c.text, "They ") || strings.HasPrefix(c.text, "we ") {
			v.Mode = news.Direct
		}
		mv := m.Of(doc, v)
		if got := describe(mv, doc.Report.Text); got != c.want {
			by := ""
			if mv != nil {
				by = mv.By
			}
			t.Errorf("%s: %q: got %q (%s), want %q", c.side, c.text, got, by, c.want)
		}
	}
}

func TestConditionsLieInTheContent(t *testing.T) {
	m := mover(t)
	doc, v := view("Merovia", "[Merovia is ready for talks, provided that the siege] , Kell said, [ends and the bridges open]")
	mv := m.Of(doc, v)
	if mv == nil || len(mv.Conditions) != 2 {
		t.Fatalf("got %+v", mv)
	}
	for i, c := range mv.Conditions {
		if !v.Content[i].Contains(c) {
			t.Errorf("condition %v lies outside %v", c, v.Content[i])
		}
	}
}

// FuzzOf: whatever the words, a move has a stance, a named holder and a rule, and its
// conditions lie inside the content.
func FuzzOf(f *testing.F) {
	for _, s := range []string{
		"Merovia is ready for talks, but only if the siege ends", "no talks before the army must go", "the precondition for talks is",
		"They cannot negotiate. It must be", "“Talks” can only", "if if if talks must not", "Valdoria’s",
	} {
		f.Add(s, 0, 400)
	}
	m := mover(f)
	f.Fuzz(func(t *testing.T, text string, a, z int) {
		if !utf8.ValidString(text) || strings.TrimSpace(text) == "" {
			return
		}
		doc, v := view("Merovia", strings.NewReplacer("[", "", "]", "").Replace(text))
		n := len(doc.Report.Text)
		c := news.Span{Start: max(0, min(a, n)), End: max(0, min(z, n))}
		if c.Empty() || !utf8.ValidString(c.In(doc.Report.Text)) {
			return
		}
		v.Content = []news.Span{c}
		mv := m.Of(doc, v)
		if mv == nil {
			return
		}
		if mv.Holder.Name == "" || mv.By == "" || mv.Issue != Talks || (mv.Stance == news.Conditional) != (len(mv.Conditions) > 0) {
			t.Fatalf("%q: %+v", text, mv)
		}
		for _, x := range mv.Conditions {
			if !c.Contains(x) || x.Empty() {
				t.Fatalf("%q: condition %v outside %v", text, x, c)
			}
		}
	})
}

func TestTarget(t *testing.T) {
	m := mover(t)
	doc, v := view("Merovia", "Merovia is ready for talks with Valdoria")
	if mv := m.Of(doc, v); mv == nil || mv.Target == nil || mv.Target.Name != "Valdoria" || mv.Plover != "AGREE" || mv.Cameo != "03" {
		t.Errorf("got %+v", mv)
	}
}

func BenchmarkOf(b *testing.B) {
	m := mover(b)
	for name, text := range map[string]string{
		"talks": "Merovia remained ready for talks with Valdoria, but in order for them to take place, President Marek Dorn must revoke his decree that forbids him from negotiating with Tavel",
		"none":  "the two sides had essentially agreed on a plan to open the bridges and bring grain to the province before the winter, which the army refused to accept",
	} {
		b.Run(name, func(b *testing.B) {
			doc, v := view("Merovia", text)
			b.SetBytes(int64(len(text)))
			b.ReportAllocs()
			for b.Loop() {
				m.Of(doc, v)
			}
		})
	}
}
