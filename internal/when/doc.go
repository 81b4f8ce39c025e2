// Package when finds date expressions and turns them into intervals of days, and
// tells on which day and on what occasion each statement of a report was made.
//
// Find reads expressions in English by a small grammar over words that begin with
// the right letter and have the right length; every other word costs one look into
// a table. Days are reckoned from the day of publication as news does: a weekday
// lies in the week up to it, "last week" is Monday to Sunday of the week before,
// unless the verb of the clause looks ahead. Values follow TIMEX3 of TimeML 1.2.1.
// What results of a quarter are compared with ("a year earlier") is the same quarter of a
// year before; a weekday of every week ("each Monday") is none.
//
// Days takes only words outside the content that belong to the clause of the cue,
// and lets a day or an occasion hold for what the report quotes from the same
// speaker from there on (rule 17 of the rules for statements). What the report tells of a
// speaker between his statements ("Kell met Dorn on Monday") gives their day as well, for
// some passages. The day of a conference or of talks that the report names at its start
// holds for the persons whom it quotes from there on, unless words at a statement point to
// another time, place or listener; that of a ceremony or a rally only for those whom the report
// places there. The day of an opening sentence of the report holds for the persons who are its
// subject, whatever they did. Meetings and press conferences of one who "arrived in Tarn today" are of that day. The words that decide are data: data/when.
package when
