package attribution

// SpeechForms lists every form of every verb that ascribes words.
func (x *Lexicon) SpeechForms() map[string]bool {
	m := map[string]bool{}
	for w, e := range x.words {
		if e.verb >= 0 && x.verbs[e.verb].Frames != 0 {
			m[w] = true
		}
	}
	return m
}
