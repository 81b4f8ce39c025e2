// Package move tells what a statement does about an issue of a dossier: whose
// stance it describes, which stance, under which conditions.
//
// It is a first reader by rules, small and plain, behind the seam Mover.Of. Words
// are data: what takes a stance in data/move/words.txt, what the issue is called in
// the dossier. A mention of the topic counts only where something takes a stance on
// it: an operator before it ("ready for talks", "never rejected negotiations",
// whose signs multiply), a predicate after it ("talks are pointless", "any talks
// must …"), or words that are enough alone ("an unwilling party"). The holder is the
// subject of the first operator: the speaker's side, or the party talked about. Where
// neither is known there is no move.
package move
