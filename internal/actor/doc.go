// Package actor knows who is who: the directory of people, states and
// organisations with dated roles, and the resolution of a report's mentions to
// them ("he", "the minister", "Moscow", "Lavrov").
package actor
