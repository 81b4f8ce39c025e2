package actor

import "testing"

// Who is told of as "she" is as near to the next "she" as the last of them: without the pronouns
// between, the other woman of the text, named later, would be taken.
func TestPronounsCarryActor(t *testing.T) {
	d := worldDirectory(t)
	checkSpeakers(t, d, "Mila Sarne came to Tavel with a plan of Elena Soro.\nShe was late. She had missed the boat. She sat down. She drank a glass of water. ⟦She⟧ said so.", "Mila Sarne")
	checkSpeakers(t, d, "Jonas Reth was born in Karsk. He studied law. He left for Tavel in spring. He met friends of Petr Hollan there. He wrote letters. He slept little. ⟦He⟧ said so.", "Jonas Reth")
}
